#!/usr/bin/env python3
"""Learns how much each sign of a message (bot/signs.h) speaks for each intent, and writes it down as bot/weights.cpp.

    python3 -m venv build/learning && build/learning/bin/pip install scikit-learn
    build/learning/bin/python tests/corpus/learn.py build/release/bot/facteur tests/corpus/*.jsonl

The files are labelled as measure.py reads them; of each message that is one of Facteur's, the first intent is learned from. The
model is a multinomial logistic regression. It is fitted anew when signs were added, or labelled messages by the hundred.
"""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

ROOT = pathlib.Path(__file__).resolve().parents[2]
INTENTS = ["settings", "explain", "compare", "guide", "troubleshoot", "greet", "thanks", "help", "human"]
# Signs that a message is none of Facteur's (bot/sureness.h weighs those), or that say nothing of what is asked.
OMITTED = {"decoy", "elsewhere", "programming", "joining", "secret"}
STRENGTH = 0.3  # of the regression's penalty, inverse: from 0.2 to 1 the held-out messages tell no difference

HEAD = """// Learned by tests/corpus/learn.py, which see, from {rows} messages; of those that it wasn't fitted to, {held} in 100 are
// right.
#include "bot/weights.h"

namespace facteur {{

// In hundredths of a natural logarithm of odds; the last row is what speaks for an intent before anything is seen.
// clang-format off
constexpr SignWeights learned{{{{
"""
TAIL = """}};
// clang-format on

const SignWeights& sign_weights() { return learned; }

}  // namespace facteur
"""


def examples():
    """Those that stand in the knowledge itself, as (text, intent)."""
    for folder, intent in [("concepts", "explain"), ("guides", "guide"), ("problems", "troubleshoot")]:
        for path in sorted((ROOT / "knowledge/base" / folder).glob("*.toml")):
            topic = tomllib.loads(path.read_text(encoding="utf-8"))
            for wording in topic.values():
                for text in wording.get("examples", []) if isinstance(wording, dict) else []:
                    yield text, "compare" if "compares" in topic else intent


def labelled(paths):
    """The single messages of ours, as (text, intent), each once."""
    found = dict(examples())
    for path in paths:
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if "text" in entry and entry.get("set") != "other" and entry.get("intent") in INTENTS:
                found.setdefault(entry["text"], entry["intent"])
    return list(found.items())


def signs_of(facteur, text):
    shown = subprocess.run([facteur, "ask", "--explain", "--", text], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    (line,) = [line for line in shown.splitlines() if line.startswith("signs ")]
    return {sign: 1.0 for sign in line.removeprefix("signs ").strip().split(", ") if sign not in OMITTED}


def names_of_signs():
    """In the order of their numbers: the cues as their enumeration has them, then the table of the others."""
    cues = (ROOT / "knowledge/knowledge.h").read_text(encoding="utf-8").split("enum class Cue", 1)[1].split("count_", 1)[0]
    others = (ROOT / "bot/signs.cpp").read_text(encoding="utf-8").split("signs_beside_cues{{", 1)[1]
    return re.findall(r"^ *(\w+),", cues, re.MULTILINE) + re.findall(r'^ *{"(\w+)",', others, re.MULTILINE)


def row(weights, name):
    return "    {{" + ", ".join(f"{round(100 * weight):5}" for weight in weights) + f"}}}},  // {name}\n"


def main(facteur, *paths):
    messages = labelled(paths)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        signs = list(pool.map(lambda message: signs_of(facteur, message[0]), messages))
    intents = [intent for _, intent in messages]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(signs)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    guessed = cross_val_predict(model, table, intents, cv=10)
    held = sum(one == other for one, other in zip(intents, guessed)) / len(intents)
    model.fit(table, intents)
    order = [list(model.classes_).index(intent) for intent in INTENTS]
    learned = dict(zip(vectorizer.get_feature_names_out(), model.coef_[order].T))
    nothing = [0.0] * len(INTENTS)
    rows = [row(learned.get(name, nothing), name) for name in names_of_signs()]
    text = HEAD.format(rows=len(messages), held=f"{100 * held:.1f}") + f"    // {'  '.join(INTENTS)}\n" + "".join(rows)
    (ROOT / "bot/weights.cpp").write_text(text + row(model.intercept_[order], "before anything is seen") + TAIL, encoding="utf-8")
    print(f"{len(messages)} messages: {dict(collections.Counter(intents))}; {100 * held:.1f} % of those held out are right")


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
