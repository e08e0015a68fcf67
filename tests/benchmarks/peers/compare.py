#!/usr/bin/env python3
"""Facteur beside two bots of an evening, on the same messages, patterns and facts, on one core, in turn.

    compare.py [--quick] path/to/facteur path/to/benchmarks/understanding
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path.insert(0, str(HERE.parent))

from figures import report  # noqa: E402: figures.py lies one folder up

KNOWLEDGE = ROOT / "knowledge" / "base"
IN_PROCESS = "Facteur, in process"
PIPED = "Facteur, ask --jsonl"


def labelled_messages():
    """The questions of the corpus that understanding.cpp takes too: 60 to 100 characters, French and English."""
    messages = []
    for name in ("questions.fr.jsonl", "questions.en.jsonl"):
        with open(ROOT / "tests" / "corpus" / name, encoding="utf-8") as file:
            messages += [json.loads(line) for line in file if line.strip()]
    return [each for each in messages if 60 <= len(each["text"]) <= 100]


def run_peer(command, seconds):
    return json.loads(subprocess.run([*command, "--seconds", str(seconds)], check=True, capture_output=True, text=True).stdout)


def run_in_process(understanding, scratch, seconds):
    figures = scratch / "figures"
    figures.unlink(missing_ok=True)
    arguments = ["--benchmark_filter=^warm/", f"--benchmark_min_time={seconds / 10}", "--benchmark_repetitions=5"]
    subprocess.run([understanding, *arguments], check=True, capture_output=True, env={**os.environ, "FACTEUR_FIGURES": str(figures)})
    for line in figures.read_text(encoding="utf-8").splitlines():
        name, value, *_ = line.split("\t")
        if name == "answers a second on one core, warm":
            return {"answers_a_second": float(value)}
    sys.exit(f"{understanding} tells no answers a second")


def run_piped(facteur, messages, rounds):
    lines = "".join(json.dumps({"text": message}) + "\n" for message in messages) * rounds
    before = os.times()
    done = subprocess.run([facteur, "ask", "--jsonl", "--knowledge", KNOWLEDGE], input=lines, check=True, capture_output=True, text=True)
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    answers = [json.loads(line) for line in done.stdout.splitlines()[: len(messages)]]
    return {"answers_a_second": len(messages) * rounds / seconds, "answers": answers}


def share_right(answers, labelled, field):
    return 100 * sum(answer[field] == label[field] for answer, label in zip(answers, labelled)) / len(labelled)


def contestants(options, labelled, scratch):
    """Name -> a function that runs it once."""
    messages = [each["text"] for each in labelled]
    message_file, knowledge_file = scratch / "messages.json", scratch / "knowledge.json"
    message_file.write_text(json.dumps(messages), encoding="utf-8")
    python = [sys.executable, HERE / "peer.py", KNOWLEDGE]
    subprocess.run([*python, "--export", knowledge_file], check=True)
    python += ["--messages", message_file]
    seconds = 1 if options.quick else 4
    found = {
        IN_PROCESS: lambda: run_in_process(options.understanding, scratch, seconds),
        PIPED: lambda: run_piped(options.facteur, messages, 40 if options.quick else 300),
        "Python re": lambda: run_peer(python, seconds),
        "Python re, joined": lambda: run_peer([*python, "--joined"], seconds),
    }
    if shutil.which("node"):
        node = ["node", HERE / "peer.mjs", knowledge_file, message_file]
        found["Node"] = lambda: run_peer(node, seconds)
        found["Node, joined"] = lambda: run_peer([*node, "--joined"], seconds)
    else:
        print("there is no `node` here, so only Python is compared")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facteur", help="the program")
    parser.add_argument("understanding", help="the benchmark of that name")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    labelled = labelled_messages()
    best = {}
    with tempfile.TemporaryDirectory() as scratch:
        everyone = contestants(options, labelled, pathlib.Path(scratch))
        for _ in range(1 if options.quick else 3):
            for name, run in everyone.items():
                result = run()
                if name not in best or result["answers_a_second"] > best[name]["answers_a_second"]:
                    best[name] = result
    for name, result in best.items():
        report(f"answers a second: {name}", result["answers_a_second"])
        if "answers" in result and "joined" not in name:
            right = {field: share_right(result["answers"], labelled, field) for field in ("intent", "domain")}
            print(f"    right in intent {right['intent']:.0f} %, in domain {right['domain']:.0f} %")
    for name in best:
        if not name.startswith("Facteur"):
            report(f"Facteur in process / {name}", best[IN_PROCESS]["answers_a_second"] / best[name]["answers_a_second"], "times")


if __name__ == "__main__":
    main()
