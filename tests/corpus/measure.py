#!/usr/bin/env python3
"""Measures how well Facteur understands labelled questions.

Each line of a file is one question, or one conversation ("turns"), with labels named as in the JSON of `facteur ask --json`;
a label that is null is not judged. "accept_intents" are other intents that count as right, "also_intents" further questions in the
same message, "fields" several fields asked at once. `set` groups the lines: "other" is for messages that a group must not
hear an answer to; everything else is a question. "standalone": false marks what only a direct chat can understand.

    measure.py --facteur build/release/bot/facteur tests/corpus/*.jsonl
    measure.py --facteur … --floor 97 --failures tests/corpus/questions.fr.jsonl
"""

import argparse
import collections
import json
import subprocess
import sys

JUDGED_FOR_CONCEPTS = {"explain", "compare"}
SCALARS = ("language", "domain", "protocol", "direction", "client", "problem")


def read_lines(paths):
    """The labelled messages, each with the chat it belongs to: (path:line, set, chat, labels)."""
    messages = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                entry = json.loads(line)
                place = f"{path}:{number}"
                turns = entry.get("turns", [entry])
                for turn in turns:
                    labels = {"lang": entry.get("lang"), **turn}
                    messages.append((place, entry.get("set", "written"), place if "turns" in entry else None, labels))
    return messages


def ask(facteur, messages, knowledge, group):
    """The program's answers to the messages, in order."""
    lines = []
    for _, _, chat, labels in messages:
        request = {"text": labels["text"]}
        if chat:
            request["chat"] = chat
        if group:
            request["group"] = True
        lines.append(json.dumps(request, ensure_ascii=False))
    command = [facteur, "ask", "--jsonl"] + (["--knowledge", knowledge] if knowledge else [])
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8", check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(messages):
        sys.exit(f"{len(messages)} messages, but {len(answers)} answers")
    return answers


def judge(labels, answer):
    """What is judged of a message: field name -> (wanted, got, right)."""
    judged = {}
    wanted_intent = labels.get("intent")
    accepted = {wanted_intent, *labels.get("accept_intents", [])}
    judged["intent"] = (wanted_intent, answer["intent"], answer["intent"] in accepted)
    for name in SCALARS:
        wanted = labels.get("lang" if name == "language" else name)
        if wanted is not None:
            judged[name] = (wanted, answer[name], wanted == answer[name])
    fields = labels.get("fields") or ([labels["field"]] if labels.get("field") else None)
    if fields:
        judged["field"] = (fields, answer["fields"], set(fields) == set(answer["fields"]))
    if wanted_intent in JUDGED_FOR_CONCEPTS and labels.get("concepts"):
        wanted, got = set(labels["concepts"]), set(answer["concepts"])
        judged["concepts"] = (sorted(wanted), sorted(got), wanted <= got)
    if labels.get("also_intents"):
        wanted = set(labels["also_intents"])
        judged["also_intents"] = (sorted(wanted), answer["intents"], wanted <= set(answer["intents"]))
    return judged


def percent(right, total):
    return f"{100 * right / total:6.1f} %  {right:5} of {total}" if total else "     -"


class Tally:
    """Right and total, by a name."""

    def __init__(self):
        self.right = collections.Counter()
        self.total = collections.Counter()

    def add(self, name, right):
        self.total[name] += 1
        self.right[name] += bool(right)

    def share(self, name):
        return 100 * self.right[name] / self.total[name] if self.total[name] else 100.0

    def show(self, title):
        print(f"\n{title}")
        for name in sorted(self.total):
            print(f"  {name:<24}{percent(self.right[name], self.total[name])}")


def measure_questions(messages, answers, show_failures):
    by_field, by_intent, by_language, by_set, whole = Tally(), Tally(), Tally(), Tally(), Tally()
    confusions = collections.Counter()
    for (place, kind, _, labels), answer in zip(messages, answers):
        judged = judge(labels, answer)
        for name, (wanted, got, right) in judged.items():
            by_field.add(name, right)
            if not right:
                confusions[(name, str(wanted), str(got))] += 1
        all_right = all(right for _, _, right in judged.values())
        by_intent.add(labels["intent"], judged["intent"][2])
        by_language.add(labels.get("lang") or "?", all_right)
        by_set.add(f"{kind}: intent", judged["intent"][2])
        by_set.add(f"{kind}: every field", all_right)
        whole.add("every field right", all_right)
        if show_failures and not all_right:
            wrong = "; ".join(f"{name}: {wanted} / {got}" for name, (wanted, got, right) in judged.items() if not right)
            print(f"{place}: {labels['text']}\n    wanted / got  {wrong}")
    by_field.show("Right by field")
    by_intent.show("Right intent, by intent wanted")
    by_language.show("Every field right, by language")
    by_set.show("By set")
    if confusions:
        print("\nConfusions (wanted -> got)")
        for (name, wanted, got), count in confusions.most_common(25):
            print(f"  {count:4}  {name}: {wanted} -> {got}")
    return by_field, whole


def measure_group(messages, answers, show_failures):
    tally = Tally()
    for (place, kind, chat, labels), answer in zip(messages, answers):
        if kind == "other":
            tally.add("other: left alone", not answer["replied"])
            if show_failures and answer["replied"]:
                print(f"{place}: {labels['text']}\n    answered in a group as {answer['intents']}")
        elif labels.get("standalone") and chat is None:
            tally.add("questions: answered", answer["replied"])
            if show_failures and not answer["replied"]:
                print(f"{place}: {labels['text']}\n    silent in a group; understood {answer['intents']}")
    tally.show("In a group")
    return tally


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="labelled questions, JSON lines")
    parser.add_argument("--facteur", default="facteur", help="the program")
    parser.add_argument("--knowledge", help="the knowledge folder, handed on to the program")
    parser.add_argument("--floor", type=float, metavar="PERCENT", help="fail below this share right in any field")
    parser.add_argument("--group-floor", type=float, metavar="PERCENT", help="fail below this share of questions answered in a group")
    parser.add_argument("--other-ceiling", type=float, metavar="PERCENT", help="fail above this share of other messages answered in a group")
    parser.add_argument("--failures", action="store_true", help="list what is wrong")
    options = parser.parse_args()

    messages = read_lines(options.files)
    questions = [message for message in messages if message[1] != "other"]
    failed = []
    if questions:
        direct = ask(options.facteur, questions, options.knowledge, group=False)
        by_field, whole = measure_questions(questions, direct, options.failures)
        print(f"\nEvery field right       {percent(whole.right['every field right'], whole.total['every field right'])}")
        if options.floor is not None:
            failed += [f"{name} {by_field.share(name):.1f} %" for name in by_field.total if by_field.share(name) < options.floor]
    group = measure_group(messages, ask(options.facteur, messages, options.knowledge, group=True), options.failures)
    answered = group.share("questions: answered")
    if options.group_floor is not None and answered < options.group_floor:
        failed.append(f"only {answered:.1f} % of the questions answered in a group")
    spoke = 100 - group.share("other: left alone")
    if options.other_ceiling is not None and spoke > options.other_ceiling:
        failed.append(f"{spoke:.2f} % of the other messages answered in a group")
    if failed:
        sys.exit("below the floor: " + "; ".join(failed))


if __name__ == "__main__":
    main()
