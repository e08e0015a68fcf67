#!/usr/bin/env python3
"""A mail-settings bot as somebody would write it who needs one by tonight: Python's `re`, on Facteur's own knowledge files.

    peer.py KNOWLEDGE --export FILE                    the knowledge as the JSON that peer.mjs reads
    peer.py KNOWLEDGE --messages FILE [--seconds N]    answers the messages (a JSON array of strings) again and again;
                                                       prints {"answers_a_second": ..., "answers": [...]}
    --joined   one expression for each meaning, its patterns joined by |, instead of one after another
"""

import argparse
import json
import pathlib
import re
import time
import tomllib
import unicodedata

ADDRESS = re.compile(r"(?:[\w.+-]+)?@?([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)


def fold(text):
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"['’`‘\-‐‑–—]", " ", text).split())


def as_list(value):
    return [value] if isinstance(value, str) else value


def read_knowledge(base):
    """Every pattern with what it means and in which language, and the facts that answers are made of."""
    base = pathlib.Path(base)

    def files(folder):
        return [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted((base / folder).glob("*.toml"))]

    languages = files("languages")
    meanings, words, topics, providers = [], {}, {}, []
    for language, content in languages:
        words[language] = {"function_words": fold(content["function_words"]).split(), "phrases": content["phrases"]}
        for cue, patterns in content["cues"].items():
            meanings.append({"kind": "cue", "id": cue, "language": language, "patterns": as_list(patterns)})
    for kind in ("concept", "guide", "problem"):
        for name, content in files(kind + "s"):
            topics[name] = {"kind": kind, "client": content.get("client"), "when": content.get("when", []),
                            "field": content.get("field"), "direction": content.get("direction"),
                            "protocol": content.get("protocol"), "compares": content.get("compares", [])}
            common = as_list(content.get("patterns", [])) + as_list(content.get("keywords", []))
            meanings.append({"kind": kind, "id": name, "language": None, "patterns": common})
            for language, _ in languages:
                if language in content:
                    own = content[language]
                    topics[name][language] = {"first": own.get("first", ""), "text": own.get("text", ""),
                                              "links": [link["url"] for link in own.get("links", [])]}
                    meanings.append({"kind": kind, "id": name, "language": language, "patterns": as_list(own.get("patterns", []))})
    for _, content in files("providers"):
        providers.append({"domains": content["domains"], "imap": content.get("imap"), "pop": content.get("pop")})
    default = next(language for language, content in languages if content.get("default"))
    return {"meanings": [each for each in meanings if each["patterns"]], "words": words, "topics": topics,
            "providers": providers, "default": default}


class Bot:
    def __init__(self, knowledge, joined=False):
        self.topics, self.words, self.default = knowledge["topics"], knowledge["words"], knowledge["default"]
        self.patterns = []
        for meaning in knowledge["meanings"]:
            texts = ["|".join(meaning["patterns"])] if joined else meaning["patterns"]
            for text in texts:
                regex = re.compile(rf"\b(?:{text})\b", re.ASCII)
                self.patterns.append((regex.search, meaning["kind"], meaning["id"], meaning["language"]))
        self.domains = {domain: each for each in knowledge["providers"] for domain in each["domains"]}
        self.names = {domain.rsplit(".", 1)[0]: domain for domain in self.domains}
        self.function_words = {language: set(words["function_words"]) for language, words in self.words.items()}

    def find_domain(self, text, folded):
        for match in ADDRESS.finditer(text):
            written = match.group(1).lower()
            for domain in self.domains:
                if written == domain or written.endswith("." + domain):
                    return domain
        for name, domain in self.names.items():
            if name in folded:
                return domain
        return None

    def find(self, folded):
        found, scores = {"cue": set(), "concept": [], "guide": [], "problem": []}, dict.fromkeys(self.words, 0)
        for search, kind, name, language in self.patterns:
            if search(folded):
                if kind == "cue":
                    found["cue"].add(name)
                elif name not in found[kind]:
                    found[kind].append(name)
                if language:
                    scores[language] += 3
        for word in folded.split():
            for language, known in self.function_words.items():
                scores[language] += 4 * (word in known)
        best = max(scores, key=scores.get)
        return found, best if scores[best] > 0 else self.default

    def problem_of(self, found):
        if found["problem"]:
            return found["problem"][0]
        said = found["cue"].union(found["concept"], found["guide"])
        for name, topic in self.topics.items():
            if topic["kind"] == "problem" and any(all(each in said for each in when) for when in topic["when"]):
                return name
        return None

    def intent_of(self, found, domain, problem):
        cues, concepts = found["cue"], found["concept"]
        if problem and ("trouble" in cues or "cannot" in cues or "negation" in cues):
            return "troubleshoot"
        if any(self.topics[name]["compares"] for name in concepts) or (len(concepts) > 1 and "compare" in cues):
            return "compare"
        if "set_up" in cues and (found["guide"] or "how" in cues):
            return "guide"
        if domain or ("settings" in cues and ("mail" in cues or concepts)):
            return "settings"
        if concepts and ("explain" in cues or "what" in cues):
            return "explain"
        for intent, cue in (("settings", "settings"), ("troubleshoot", "trouble"), ("human", "human"), ("thanks", "thanks"), ("greet", "greet"), ("help", "help")):
            if cue in cues:
                return intent
        return "none"

    def settings(self, found, domain, language):
        phrases = self.words[language]["phrases"]
        if domain is None:
            return phrases["ask_domain"].replace("{choices}", "\n".join("- " + each for each in self.domains))
        protocol = "pop" if "pop" in found["concept"] else "imap"
        access = self.domains[domain][protocol]
        topics = [self.topics[name] for name in found["concept"]]
        direction = next((topic["direction"] for topic in topics if topic["direction"]), "outgoing" if "smtp" in found["concept"] else "incoming")
        field = next((topic["field"] for topic in topics if topic["field"]), None)
        name = phrases["protocol_" + protocol]
        parts = []
        if field in ("host", "port", "security"):
            what = phrases[f"{field}_{direction}"].replace("{protocol}", name)
            value = str(access[direction][field])
            value = phrases["security_" + value] if field == "security" else value
            parts.append(phrases["settings_lead"].replace("{what}", what).replace("{domain}", domain).replace("{value}", value))
        table = [phrases["settings_heading"].replace("{domain}", domain).replace("{protocol}", name), ""]
        for side in ("incoming", "outgoing"):
            server = access[side]
            row = phrases["settings_server"].replace("{side}", phrases["side_" + side].replace("{protocol}", name))
            row = row.replace("{host}", server["host"]).replace("{port}", str(server["port"]))
            table.append("- " + row.replace("{security}", phrases["security_" + server["security"]]))
        parts.append("\n".join(table))
        links = self.topics[protocol].get(language, {}).get("links", [])
        return "\n\n".join(parts + [phrases["more"].replace("{link}", link) for link in links[:1]])

    def about(self, name, language):
        own = self.topics[name].get(language) or self.topics[name].get(self.default)
        if not own:
            return ""
        return "\n\n".join(part for part in [own["first"], own["text"].strip(), *own["links"]] if part)

    def answer(self, text):
        folded = fold(text)
        domain = self.find_domain(text, folded)
        found, language = self.find(folded)
        problem = self.problem_of(found)
        intent = self.intent_of(found, domain, problem)
        if intent == "settings":
            reply = self.settings(found, domain, language)
        elif intent == "troubleshoot":
            reply = self.about(problem or "other", language)
        elif intent == "guide":
            reply = self.about(found["guide"][0] if found["guide"] else "other", language)
        elif intent in ("explain", "compare"):
            reply = "\n\n".join(self.about(name, language) for name in found["concept"][:3])
        else:
            reply = self.words[language]["phrases"].get(intent) or self.words[language]["phrases"]["not_understood"]
        return {"intent": intent, "domain": domain, "reply": reply}


def measure(answer, messages, seconds):
    """Answers a second in the quickest pass over the messages, after one pass to warm up."""
    answers = [answer(message) for message in messages]
    quickest, end = float("inf"), time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.process_time()
        for message in messages:
            answer(message)
        quickest = min(quickest, time.process_time() - start)
    return {"answers_a_second": len(messages) / quickest, "answers": answers}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("knowledge")
    parser.add_argument("--export", metavar="FILE")
    parser.add_argument("--messages", metavar="FILE")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--joined", action="store_true")
    options = parser.parse_args()
    knowledge = read_knowledge(options.knowledge)
    if options.export:
        pathlib.Path(options.export).write_text(json.dumps(knowledge, ensure_ascii=False), encoding="utf-8")
    if options.messages:
        messages = json.loads(pathlib.Path(options.messages).read_text(encoding="utf-8"))
        print(json.dumps(measure(Bot(knowledge, options.joined).answer, messages, options.seconds)))


if __name__ == "__main__":
    main()
