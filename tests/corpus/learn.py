#!/usr/bin/env python3
"""Learns from labelled messages, and writes down as bot/weights.cpp, bot/sureness_weights.cpp and bot/words_weights.cpp, how much each
sign of a message (bot/signs.h) and each of its words speak for each intent, and how much these and pairs of signs speak for one of
Facteur's questions.

    python3 -m venv build/learning && build/learning/bin/pip install scikit-learn
    build/learning/bin/python tests/corpus/learn.py build/release/bot/facteur tests/corpus/*.jsonl

The files are labelled as measure.py reads them. Both models are logistic regressions: of the intents from the messages that are
Facteur's, the first intent of each; of the questions from those that stand alone, against the messages that are none of its business.
They are fitted anew when signs were added, or labelled messages by the hundred.
"""

import collections
import concurrent.futures
import dataclasses
import itertools
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tomllib

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

ROOT = pathlib.Path(__file__).resolve().parents[2]
INTENTS = ["settings", "explain", "compare", "guide", "troubleshoot", "greet", "thanks", "help", "human"]
TALK = {"greet", "thanks", "help", "human"}  # never surely meant for Facteur
# Signs that a message is none of Facteur's, or that say nothing of what is asked: none of the intents is told by them.
OMITTED = {"decoy", "elsewhere", "programming", "joining", "secret"}
STRENGTH = 0.3  # of the regression's penalty, inverse: from 0.2 to 1 the held-out messages tell no difference

MOST_PAIRS = 400  # of signs: those that tell most
LEAST_SEEN = {"pair": 20, "word": 8}  # in how many messages it must be, to be learned from
LEAST_WEIGHT = {"sureness": 5, "intent": 15}  # in hundredths: a word that tells less of both is left out
ANSWERED_OTHERS = 0.008  # of the messages that aren't Facteur's, held out: the share that a group may be answered. Most of them mislead
LIKELY = 0.2  # the likelihood from which a message is likely one of Facteur's
BLOCK = 250  # lines of a file that are held out together: those of one author are much alike


@dataclasses.dataclass
class Labelled:
    text: str
    intent: str  # "none" where it isn't Facteur's
    stands_alone: bool
    block: str  # of its file
    signs: set = dataclasses.field(default_factory=set)
    words: set = dataclasses.field(default_factory=set)


def examples():
    """Those that stand in the knowledge itself."""
    for folder, intent in [("concepts", "explain"), ("guides", "guide"), ("problems", "troubleshoot")]:
        for path in sorted((ROOT / "knowledge/base" / folder).glob("*.toml")):
            topic = tomllib.loads(path.read_text(encoding="utf-8"))
            for wording in topic.values():
                for text in wording.get("examples", []) if isinstance(wording, dict) else []:
                    yield Labelled(text, "compare" if "compares" in topic else intent, True, path.name)


def labelled(paths):
    """The single messages, each once."""
    found = {message.text: message for message in examples()}
    for path in paths:
        for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines()):
            entry = json.loads(line)
            intent = "none" if entry.get("set") == "other" else entry.get("intent")
            if "text" in entry and (intent == "none" or intent in INTENTS):
                block = f"{path}:{number // BLOCK}"
                found.setdefault(entry["text"], Labelled(entry["text"], intent, entry.get("standalone") is not False, block))
    return list(found.values())


def read(facteur, message):
    """What the program sees in it."""
    command = [facteur, "ask", "--explain", "--", message.text.replace("\n", "; ")]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    lines = dict(line.split(maxsplit=1) for line in shown.replace("read as", "read_as", 1).splitlines() if " " in line.strip())
    message.signs = set(lines.get("signs", "").strip().split(", ")) - {""}
    message.words = set(re.findall(r"[^\W_]+|@", lines.get("read_as", "")))


def names_of_signs():
    """In the order of their numbers: the cues as their enumeration has them, then the table of the others."""
    cues = (ROOT / "knowledge/knowledge.h").read_text(encoding="utf-8").split("enum class Cue", 1)[1].split("count_", 1)[0]
    others = (ROOT / "bot/signs.cpp").read_text(encoding="utf-8").split("signs_beside_cues{{", 1)[1]
    return re.findall(r"^ *(\w+),", cues, re.MULTILINE) + re.findall(r'^ *{"(\w+)",', others, re.MULTILINE)


def hundredths(weight):
    return round(100 * float(weight))


def write(name, template, **parts):
    (ROOT / "bot" / name).write_text(template.format(**parts), encoding="utf-8")


INTENT_WEIGHTS = """// Learned by tests/corpus/learn.py, which see, from {rows} messages; of those that it wasn't fitted to, {held} in 100 are
// right.
#include "bot/weights.h"

namespace facteur {{

// In hundredths of a natural logarithm of odds; the last row is what speaks for an intent before anything is seen.
// clang-format off
constexpr SignWeights learned{{{{
{table}}}}};
// clang-format on

const SignWeights& sign_weights() {{ return learned; }}

}}  // namespace facteur
"""


def learn_intents(messages):
    """Returns the weights of the words."""
    messages = [message for message in messages if message.intent in INTENTS]
    intents = numpy.array([message.intent for message in messages])
    signs_of = [features(message, OMITTED, pairs=False) for message in messages]
    kept, _ = seen_enough(signs_of)
    names, table, model = fitted(signs_of, kept, intents, STRENGTH)
    blocks = [message.block for message in messages]
    guessed = cross_val_predict(model, table, intents, groups=blocks, cv=GroupKFold(10))
    held = (guessed == intents).mean()
    order = [list(model.classes_).index(intent) for intent in INTENTS]
    weights = dict(zip(names, model.coef_[order].T))
    learned = {name[1]: weight for name, weight in weights.items() if name[0] == "sign"}

    def row(weights, name):
        return "    {{" + ", ".join(f"{hundredths(weight):5}" for weight in weights) + f"}}}},  // {name}\n"

    rows = [row(learned.get(name, [0.0] * len(INTENTS)), name) for name in names_of_signs()]
    head = f"    // {'  '.join(INTENTS)}\n"
    write("weights.cpp", INTENT_WEIGHTS, rows=len(messages), held=f"{100 * held:.1f}",
          table=head + "".join(rows) + row(model.intercept_[order], "before anything is seen"))  # fmt: skip
    print(f"{len(messages)} messages: {dict(collections.Counter(intents.tolist()))}; {100 * held:.1f} % of those held out are right")
    return {name[1]: [hundredths(each) for each in weight] for name, weight in weights.items() if name[0] == "word"}


SURENESS_WEIGHTS = """// Learned by tests/corpus/learn.py, which see, from {asked} questions and {others} other messages. What is sure is so chosen that
// {answered} in 100 others are that the weights weren't fitted to; of such questions, {kept} in 100 are.
#include "bot/sureness_weights.h"

namespace facteur {{
namespace {{

// In hundredths of a natural logarithm of odds.
// clang-format off
constexpr std::array<SignWeight, sign_count> signs{{{{
{signs}}}}};

constexpr std::array<PairWeight, {pair_count}> pairs{{{{
{pairs}}}}};
// clang-format on

}}  // namespace

const SurenessWeights& sureness_weights() {{
  static constexpr SurenessWeights learned{{
      .signs = signs, .pairs = pairs, .at_first = {at_first}, .likely = {likely}, .sure = {sure}}};
  return learned;
}}

}}  // namespace facteur
"""


def features(message, omitted=frozenset(), pairs=True):
    signs = message.signs - omitted
    of_pairs = itertools.combinations(sorted(signs), 2) if pairs else ()
    return {("sign", sign): 1.0 for sign in signs} | {("pair", pair): 1.0 for pair in of_pairs} | {
        ("word", word): 1.0 for word in message.words}  # fmt: skip


def seen_enough(features_of):
    count = collections.Counter(itertools.chain.from_iterable(features_of))
    return {feature for feature, times in count.items() if times >= LEAST_SEEN.get(feature[0], 1)}, count


def fitted(features_of, kept, wanted, strength):
    """The vectorizer's features in order, its table, and a model fitted to it."""
    order = {feature: column for column, feature in enumerate(sorted(kept, key=str))}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform({str(order[one]): 1.0 for one in of if one in order} for of in features_of)
    by_column = {str(column): feature for feature, column in order.items()}
    names = [by_column[name] for name in vectorizer.get_feature_names_out()]
    return names, table, LogisticRegression(C=strength, max_iter=5000).fit(table, wanted)


def learn_sureness(messages):
    """Returns the weights of the words."""
    messages = [one for one in messages if one.intent == "none" or (one.stands_alone and one.intent not in TALK)]
    asked = numpy.array([message.intent != "none" for message in messages])
    features_of = [features(message) for message in messages]
    kept, count = seen_enough(features_of)
    names, _, model = fitted(features_of, kept, asked, STRENGTH / 3)
    told = {name: abs(weight) * math.sqrt(count[name]) for name, weight in zip(names, model.coef_[0]) if name[0] == "pair"}
    best = set(sorted(told, key=told.get, reverse=True)[:MOST_PAIRS])
    kept = {feature for feature in kept if feature[0] != "pair" or feature in best}
    names, table, model = fitted(features_of, kept, asked, STRENGTH)
    blocks = [message.block for message in messages]
    held = cross_val_predict(model, table, asked, groups=blocks, cv=GroupKFold(12), method="decision_function")
    sure = numpy.quantile(held[~asked], 1 - ANSWERED_OTHERS)
    weights = {name: hundredths(weight) for name, weight in zip(names, model.coef_[0])}
    numbers = {name: number for number, name in enumerate(names_of_signs())}
    signs = [(weights.get(("sign", name), 0), name) for name in numbers]
    pairs = sorted((*sorted(numbers[sign] for sign in name[1]), weight) for name, weight in weights.items() if name[0] == "pair")
    sign_of = list(numbers)
    kept_share, answered = (held[asked] >= sure).mean(), (held[~asked] >= sure).mean()
    write("sureness_weights.cpp", SURENESS_WEIGHTS, asked=asked.sum(), others=(~asked).sum(), kept=f"{100 * kept_share:.1f}",
          answered=f"{100 * answered:.1f}", pair_count=len(pairs),
          signs="".join(f"    {weight:4},  // {name}\n" for weight, name in signs),
          pairs="".join(f"    {{{one:3}, {other:3}, {weight:4}}},  // {sign_of[one]}, {sign_of[other]}\n" for one, other, weight in pairs),
          at_first=hundredths(model.intercept_[0]), likely=hundredths(math.log(LIKELY / (1 - LIKELY))), sure=hundredths(sure))  # fmt: skip
    print(f"{asked.sum()} questions, {(~asked).sum()} others; held out, {100 * kept_share:.1f} % and {100 * answered:.1f} % are sure")
    return {name[1]: weight for name, weight in weights.items() if name[0] == "word"}


WORD_WEIGHTS = """// Learned by tests/corpus/learn.py, which see.
#include <array>

#include "bot/words.h"

namespace facteur {{
namespace {{

// clang-format off
constexpr std::array<WordWeights, {count}> learned{{{{
    // the word, sureness, {intents}
{words}}}}};
// clang-format on
static_assert(learned.size() <= most_weighed_words);

}}  // namespace

std::span<const WordWeights> word_weights() {{ return learned; }}

}}  // namespace facteur
"""


def write_words(intents, sureness):
    nothing = [0] * len(INTENTS)
    words = []
    for word in sorted(intents.keys() | sureness.keys(), key=str.encode):
        sure, of = sureness.get(word, 0), intents.get(word, nothing)
        if abs(sure) >= LEAST_WEIGHT["sureness"] or max(map(abs, of)) >= LEAST_WEIGHT["intent"]:
            words.append(f'    {{"{word}", {sure}, {{{", ".join(map(str, of))}}}}},\n')
    write("words_weights.cpp", WORD_WEIGHTS, count=len(words), intents=", ".join(INTENTS), words="".join(words))


def main(facteur, *paths):
    messages = labelled(paths)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for done, _ in enumerate(pool.map(lambda message: read(facteur, message), messages), 1):
            if sys.stderr.isatty() and done % 100 == 0:
                print(f"\r{done} of {len(messages)} read", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    write_words(learn_intents(messages), learn_sureness(messages))


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
