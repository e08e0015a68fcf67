// The bot of peers/peer.mjs on Telegram, by grammY and its runner.
// Usage: node grammy_peer.mjs PACKAGES KNOWLEDGE.json URL TOKEN    (PACKAGES: the folder that holds node_modules)

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Bot as Answers } from "../peers/peer.mjs";

const LONGEST = 4096;
const [packages, knowledge, url, token] = process.argv.slice(2);
const require = createRequire(`${packages}/`);
const { Bot } = require("grammy");
const { run } = require("@grammyjs/runner");

const answers = new Answers(JSON.parse(readFileSync(knowledge, "utf8")), true);
const bot = new Bot(token, { client: { apiRoot: url } });
bot.on("message:text", (context) => context.reply((answers.answer(context.message.text).reply || "?").slice(0, LONGEST)));
run(bot);
