#!/usr/bin/env python3
"""Holds Facteur to what it promises of the project's own corpus: see measure.py, which does the work and shows what is wrong.

    python3 floors_test.py path/to/facteur
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GROUP = ["--group-floor", "80", "--other-ceiling", "0.5"]  # most of these mislead: of ordinary ones, 90 in 100 are answered
# strangers.jsonl was written by people who hadn't seen the program, and holds what isn't understood as well; so were
# forum.jsonl, whose wording is meant to mislead, and pairs.jsonl, whose questions differ by little but their intent.
# hard.jsonl keeps what is not understood yet: measured by hand, held to no floor.
FLOORS = {
    "97": ["conversations.jsonl", "other.jsonl", "questions.en.jsonl", "questions.fr.jsonl"],
    "90": ["strangers.jsonl"],
    "80": ["forum.jsonl", "pairs.jsonl"],
}
UNHELD = {"hard.jsonl"}

if len(sys.argv) != 2:
    sys.exit(__doc__)
named = UNHELD.union(*FLOORS.values())
found = {path.name for path in HERE.glob("*.jsonl")}
if named != found:
    sys.exit(f"{HERE} holds {sorted(found)}; expected {sorted(named)}")
failed = 0
for floor, files in FLOORS.items():
    paths = [str(HERE / name) for name in files]
    command = [sys.executable, str(HERE / "measure.py"), "--facteur", sys.argv[1], "--floor", floor, *GROUP, *paths]
    failed |= subprocess.run(command, check=False).returncode
sys.exit(failed)
