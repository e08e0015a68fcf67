#!/usr/bin/env python3
"""Holds Facteur to what it promises of the project's own corpus: see measure.py, which does the work and shows what is wrong.

    python3 floors_test.py path/to/facteur
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FLOORS = ["--floor", "97", "--group-floor", "85", "--other-ceiling", "0.5"]

if len(sys.argv) != 2:
    sys.exit(__doc__)
# hard.jsonl keeps what is not understood yet: measured by hand, held to no floor.
FILES = sorted(str(path) for path in HERE.glob("*.jsonl") if path.name != "hard.jsonl")
if not FILES:
    sys.exit(f"no *.jsonl in {HERE}: expected the corpus")
sys.exit(subprocess.run([sys.executable, str(HERE / "measure.py"), "--facteur", sys.argv[1], *FLOORS, *FILES], check=False).returncode)
