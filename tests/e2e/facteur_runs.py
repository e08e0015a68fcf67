"""Running `facteur` for the tests beside this file: questions, and checks of changed copies of the knowledge."""

import json
import os
import re
import shutil
import subprocess
import sys
import unittest

FACTEUR = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
SOURCES = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BASE = os.path.join(SOURCES, "knowledge", "base")
DEADLINE = 60.0
LINE = re.compile(r"(?P<file>[^:]+)(?::(?P<line>\d+))?: (?P<severity>error|warning|notice): (?P<message>.*)")


def ask(questions, knowledge=BASE):
    """The answers to the texts, each asked by itself."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in questions)
    done = subprocess.run([FACTEUR, "ask", "--jsonl", "--knowledge", knowledge], input=lines.encode(), capture_output=True,
                          timeout=DEADLINE, check=False)
    assert (done.returncode, done.stderr) == (0, b""), (done.stdout[:1000], done.stderr[:1000])
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(questions)
    return answers


class Checked:
    """What `facteur check` said."""

    def __init__(self, knowledge, command=(), deadline=DEADLINE):
        self.done = subprocess.run([*command, FACTEUR, "check", "--knowledge", knowledge], stdin=subprocess.DEVNULL, capture_output=True,
                                   timeout=deadline, check=False)
        self.status = self.done.returncode
        self.text = self.done.stdout.decode()  # raises unless it is UTF-8
        self.lines = [match.groupdict() for match in map(LINE.fullmatch, self.text.splitlines()) if match]

    def find(self, severity, place, *fragments):
        """The complaints of that severity at "file:line", or "file" for one without a line, whose text has every fragment."""
        return [line for line in self.lines
                if line["severity"] == severity and place == (f"{line['file']}:{line['line']}" if line["line"] else line["file"])
                and all(fragment in line["message"] for fragment in fragments)]


def copy_of_the_knowledge(folder):
    """A copy that may be changed, in this folder."""
    copy = os.path.join(folder, "base")
    shutil.copytree(BASE, copy)
    return copy


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def write(path, text):
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def main(usage):
    if not FACTEUR:
        sys.exit(usage)
    unittest.main(argv=sys.argv[:1], verbosity=2)
