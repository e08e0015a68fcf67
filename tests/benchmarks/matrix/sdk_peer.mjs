// The bot of peers/peer.mjs on Matrix, by matrix-bot-sdk.
// Usage: node sdk_peer.mjs PACKAGES KNOWLEDGE.json URL USER_ID < TOKEN    (PACKAGES: the folder that holds node_modules)

import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { Bot as Answers } from "../peers/peer.mjs";

const [packages, knowledge, url, own] = process.argv.slice(2);
// Its encryption is a native module that npm doesn't carry; nothing here is encrypted, so the bot goes without.
const load = Module._load;
Module._load = (name, ...more) => (name === "@matrix-org/matrix-sdk-crypto-nodejs" ? {} : load(name, ...more));
const require = createRequire(`${packages}/`);
const { AutojoinRoomsMixin, LogLevel, LogService, MatrixClient, SimpleFsStorageProvider } = require("matrix-bot-sdk");

LogService.setLevel(LogLevel.WARN);
const answers = new Answers(JSON.parse(readFileSync(knowledge, "utf8")), true);
const token = readFileSync(0, "utf8").trim();
const client = new MatrixClient(url, token, new SimpleFsStorageProvider("sdk_peer.json"));
AutojoinRoomsMixin.setupOnClient(client);
client.on("room.message", async (room, event) => {
  if (event.sender === own || event.content?.msgtype !== "m.text") return;
  const body = answers.answer(event.content.body).reply || "?";
  await client.sendMessage(room, { msgtype: "m.notice", body, "m.mentions": {} });
  await client.sendReadReceipt(room, event.event_id);
});
await client.start();
