#!/usr/bin/env python3
"""A state file that can't be used: the service refuses to start, says why and what to do, and leaves the file as it was.

    python3 tests/service/state_file_test.py path/to/facteur
"""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from running import FACTEUR  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
INPUT_HAS_ERRORS = 1
TRY_AGAIN_LATER = 75
GARBAGE = bytes(range(256)) * 64
HEADER = 100  # bytes, of an SQLite file
# Root may write everywhere, unless it gives that up.
LIKE_ANYBODY = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


class StateFile(Served):
    def prepare(self):
        self.state = self.service.folder / "facteur.db"

    def rests(self):
        """The service has ended, after it has written something."""
        self.ask(customers.private(QUESTION, 42), 42)
        self.assertEqual(0, self.service.end())

    def refused(self, status=INPUT_HAS_ERRORS):
        """What another one says, which must refuse to start."""
        run = subprocess.run([*LIKE_ANYBODY, FACTEUR, "run", "--config", str(self.service.config)], capture_output=True, text=True,
                             timeout=PATIENCE, check=False)  # fmt: skip
        self.assertEqual(status, run.returncode, run.stderr)
        self.assertIn(str(self.state.parent), run.stderr)
        self.assertEqual(1, run.stderr.strip().count("\n") + 1, run.stderr)
        return run.stderr

    def refused_as_damaged(self, content):
        self.state.write_bytes(content)
        words = self.refused()
        self.assertIn(f"{self.state} is damaged", words)
        self.assertIn(f"mv {self.state} {self.state}.damaged", words)
        self.assertEqual(content, self.state.read_bytes())

    def works_again(self):
        self.service.start()
        self.ask(customers.private(QUESTION, 44), 44)

    def test_a_second_instance_says_who_holds_the_state(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.assertIn(f"is held by process {self.service.process.pid} on ", self.refused(TRY_AGAIN_LATER))
        self.ask(customers.private(QUESTION, 43), 43)

    def test_a_killed_instance_holds_nothing(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.service.kill()
        self.works_again()

    def test_a_folder_that_may_not_be_written_is_named(self):
        self.rests()
        for file in self.service.folder.glob("facteur.db*"):
            file.unlink()
        self.service.folder.chmod(0o500)
        self.addCleanup(self.service.folder.chmod, 0o700)
        self.assertIn("can't be written (Permission denied)", self.refused())

    def test_a_folder_that_does_not_exist_is_named(self):
        self.rests()
        self.state = self.service.folder / "missing" / "facteur.db"
        self.service.configure(state=str(self.state))
        self.assertIn("doesn't exist", self.refused())

    def test_a_file_that_may_not_be_written_is_named(self):
        self.rests()
        self.state.chmod(0o400)
        content = self.state.read_bytes()
        self.assertIn("Permission denied", self.refused())
        self.assertEqual(content, self.state.read_bytes())

    def test_garbage_is_not_overwritten(self):
        self.rests()
        self.refused_as_damaged(GARBAGE)

    def test_a_truncated_file_is_not_overwritten(self):
        self.rests()
        content = self.state.read_bytes()
        for size in (HEADER // 2, HEADER, len(content) // 2, len(content) - 1000):
            with self.subTest(size=size):
                self.refused_as_damaged(content[:size])

    def test_pages_of_garbage_are_not_overwritten(self):
        self.rests()
        content = self.state.read_bytes()
        self.refused_as_damaged(content[:HEADER] + GARBAGE + content[HEADER + len(GARBAGE) :])

    def test_the_advice_for_a_damaged_file_works(self):
        self.rests()
        self.refused_as_damaged(GARBAGE)
        self.state.rename(self.state.with_suffix(".db.damaged"))
        self.works_again()


if __name__ == "__main__":
    run_tests()
