// The bot of peer.py in JavaScript, for Node, without packages, to run or to import. It reads the JSON that `peer.py --export` makes of the knowledge.
// Usage: node peer.mjs KNOWLEDGE.json MESSAGES.json [--seconds N] [--joined]

import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ADDRESS = /(?:[\w.+-]+)?@?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;

function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`‘\-‐‑–—]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export class Bot {
  constructor(knowledge, joined) {
    this.topics = knowledge.topics;
    this.words = knowledge.words;
    this.default = knowledge.default;
    this.patterns = [];
    for (const { kind, id, language, patterns } of knowledge.meanings) {
      const texts = joined ? [patterns.join("|")] : patterns;
      for (const text of texts) this.patterns.push({ regex: new RegExp(`\\b(?:${text})\\b`), kind, id, language });
    }
    this.domains = new Map();
    for (const provider of knowledge.providers) for (const domain of provider.domains) this.domains.set(domain, provider);
    this.names = [...this.domains.keys()].map((domain) => [domain.slice(0, domain.lastIndexOf(".")), domain]);
    this.functionWords = Object.entries(this.words).map(([language, each]) => [language, new Set(each.function_words)]);
  }

  findDomain(text, folded) {
    for (const match of text.matchAll(ADDRESS)) {
      const written = match[1].toLowerCase();
      for (const domain of this.domains.keys()) if (written === domain || written.endsWith("." + domain)) return domain;
    }
    for (const [name, domain] of this.names) if (folded.includes(name)) return domain;
    return null;
  }

  find(folded) {
    const found = { cue: new Set(), concept: [], guide: [], problem: [] };
    const scores = Object.fromEntries(Object.keys(this.words).map((language) => [language, 0]));
    for (const { regex, kind, id, language } of this.patterns) {
      if (!regex.test(folded)) continue;
      if (kind === "cue") found.cue.add(id);
      else if (!found[kind].includes(id)) found[kind].push(id);
      if (language) scores[language] += 3;
    }
    for (const word of folded.split(" ")) {
      for (const [language, known] of this.functionWords) if (known.has(word)) scores[language] += 4;
    }
    const best = Object.keys(scores).reduce((a, b) => (scores[b] > scores[a] ? b : a));
    return { found, language: scores[best] > 0 ? best : this.default };
  }

  problemOf(found) {
    if (found.problem.length > 0) return found.problem[0];
    const said = new Set([...found.cue, ...found.concept, ...found.guide]);
    for (const [name, topic] of Object.entries(this.topics)) {
      if (topic.kind === "problem" && topic.when.some((when) => when.every((each) => said.has(each)))) return name;
    }
    return null;
  }

  intentOf(found, domain, problem) {
    const { cue: cues, concept: concepts } = found;
    if (problem && (cues.has("trouble") || cues.has("cannot") || cues.has("negation"))) return "troubleshoot";
    if (concepts.some((name) => this.topics[name].compares.length > 0) || (concepts.length > 1 && cues.has("compare"))) return "compare";
    if (cues.has("set_up") && (found.guide.length > 0 || cues.has("how"))) return "guide";
    if (domain || (cues.has("settings") && (cues.has("mail") || concepts.length > 0))) return "settings";
    if (concepts.length > 0 && (cues.has("explain") || cues.has("what"))) return "explain";
    const rest = [["settings", "settings"], ["troubleshoot", "trouble"], ["human", "human"], ["thanks", "thanks"], ["greet", "greet"], ["help", "help"]];
    for (const [intent, cue] of rest) if (cues.has(cue)) return intent;
    return "none";
  }

  settings(found, domain, language) {
    const phrases = this.words[language].phrases;
    if (domain === null) return phrases.ask_domain.replace("{choices}", [...this.domains.keys()].map((each) => "- " + each).join("\n"));
    const protocol = found.concept.includes("pop") ? "pop" : "imap";
    const access = this.domains.get(domain)[protocol];
    const topics = found.concept.map((name) => this.topics[name]);
    const direction = topics.find((topic) => topic.direction)?.direction ?? (found.concept.includes("smtp") ? "outgoing" : "incoming");
    const field = topics.find((topic) => topic.field)?.field;
    const name = phrases["protocol_" + protocol];
    const parts = [];
    if (["host", "port", "security"].includes(field)) {
      const what = phrases[`${field}_${direction}`].replace("{protocol}", name);
      let value = String(access[direction][field]);
      if (field === "security") value = phrases["security_" + value];
      parts.push(phrases.settings_lead.replace("{what}", what).replace("{domain}", domain).replace("{value}", value));
    }
    const table = [phrases.settings_heading.replace("{domain}", domain).replace("{protocol}", name), ""];
    for (const side of ["incoming", "outgoing"]) {
      const server = access[side];
      const row = phrases.settings_server
        .replace("{side}", phrases["side_" + side].replace("{protocol}", name))
        .replace("{host}", server.host)
        .replace("{port}", String(server.port));
      table.push("- " + row.replace("{security}", phrases["security_" + server.security]));
    }
    parts.push(table.join("\n"));
    const links = this.topics[protocol][language]?.links ?? [];
    return [...parts, ...links.slice(0, 1).map((link) => phrases.more.replace("{link}", link))].join("\n\n");
  }

  about(name, language) {
    const own = this.topics[name][language] ?? this.topics[name][this.default];
    if (!own) return "";
    return [own.first, own.text.trim(), ...own.links].filter((part) => part !== "").join("\n\n");
  }

  answer(text) {
    const folded = fold(text);
    const domain = this.findDomain(text, folded);
    const { found, language } = this.find(folded);
    const problem = this.problemOf(found);
    const intent = this.intentOf(found, domain, problem);
    let reply;
    if (intent === "settings") reply = this.settings(found, domain, language);
    else if (intent === "troubleshoot") reply = this.about(problem ?? "other", language);
    else if (intent === "guide") reply = this.about(found.guide[0] ?? "other", language);
    else if (intent === "explain" || intent === "compare") reply = found.concept.slice(0, 3).map((name) => this.about(name, language)).join("\n\n");
    else reply = this.words[language].phrases[intent] ?? this.words[language].phrases.not_understood;
    return { intent, domain, reply };
  }
}

// Answers a second in the quickest pass over the messages. The first second only warms up: the expressions become machine code.
function measure(bot, messages, seconds) {
  const answers = messages.map((message) => bot.answer(message));
  let quickest = Infinity;
  const warm = performance.now() + 1000;
  const end = warm + 1000 * seconds;
  while (performance.now() < end) {
    const before = process.cpuUsage();
    const start = performance.now();
    for (const message of messages) bot.answer(message);
    const wall = 1000 * (performance.now() - start);
    const used = process.cpuUsage(before);
    // Its compiler and collector run in threads beside: what counts is the core that answers, so never more than the wall time.
    if (performance.now() > warm) quickest = Math.min(quickest, wall, used.user + used.system);
  }
  return { answers_a_second: (1e6 * messages.length) / quickest, answers };
}

function main() {
  const read = (path) => JSON.parse(readFileSync(path, "utf8"));
  const [knowledge, messages, ...options] = process.argv.slice(2);
  const seconds = options.includes("--seconds") ? Number(options[options.indexOf("--seconds") + 1]) : 3;
  const bot = new Bot(read(knowledge), options.includes("--joined"));
  console.log(JSON.stringify(measure(bot, read(messages), seconds)));
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
