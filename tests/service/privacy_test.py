#!/usr/bin/env python3
"""What customers say never reaches the disk, and what an answer repeats of it is soon gone from there.

    python3 tests/service/privacy_test.py path/to/facteur
"""

import pathlib
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from computer_clock import ComputerClock  # noqa: E402
from running import LOOKS_AGAIN_AFTER  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402
from systemd import Systemd  # noqa: E402

QUESTIONS = [("c'est quoi le serveur entrant pour marguerite.zwyntje@nplus.ca ?", "fr"),
             ("what is the outgoing port for quentin.zwyntje@nplus.ca, dear wizard?", "en"),
             ("blorptastique frumiousement", "fr")]  # fmt: skip
THEIR_WORDS = ["marguerite", "quentin", "zwyntje", "wizard", "blorptastique", "frumiousement"]
REPEATED = "brindezingue"
A_MINUTE = 61  # seconds
PROMPT = 3.0  # seconds: less than the state file's own patience with others
REPEATED_IN_ITS_ANSWER = f"réglages imap pour info@{REPEATED}.example"


class Privacy(Served):
    def ask_all(self):
        for customer, (text, language) in enumerate(QUESTIONS, 42):
            self.ask(customers.private(text, customer, language), customer)

    def ask_what_the_answer_repeats(self):
        self.assertIn(REPEATED, self.ask(customers.private(REPEATED_IN_ITS_ANSWER, 45), 45)[0].text)

    def on_disk(self, words):
        """Those of the words that stand in the state file or beside it."""
        files = sorted(self.service.folder.glob("facteur.db*"))
        self.assertIn("facteur.db", [file.name for file in files])
        kept = b"".join(file.read_bytes() for file in files).lower()
        return [word for word in words if word.encode() in kept]

    def wait_until_gone(self, word):
        until = time.monotonic() + PATIENCE
        while self.on_disk([word]):
            self.assertLess(time.monotonic(), until, f"{word} is still there; log:\n{self.service.log()}")
            time.sleep(LOOKS_AGAIN_AFTER)


class WhileItRuns(Privacy):
    def test_questions_stand_neither_on_disk_nor_in_the_log(self):
        self.ask_all()
        self.assertEqual([], self.on_disk(THEIR_WORDS))
        self.assertEqual([], [word for word in THEIR_WORDS if word in self.service.log().lower()])

    def test_an_end_leaves_nothing(self):
        self.ask_all()
        self.ask_what_the_answer_repeats()
        self.assertEqual(0, self.service.end())
        self.assertEqual([], self.on_disk([*THEIR_WORDS, REPEATED]))

    def test_whoever_wants_to_be_forgotten_is_so_before_being_told(self):
        self.ask_what_the_answer_repeats()
        self.assertEqual([REPEATED], self.on_disk([REPEATED]))
        self.ask(customers.private("/oublier", 45), 45)
        self.assertEqual([], self.on_disk([REPEATED]))


class MinutesLater(Privacy):
    """The service's clocks are put forward; a watchdog has it look at them twice a second."""

    def prepare(self):
        self.systemd = Systemd(self.service.folder, watchdog=1.0)
        self.addCleanup(self.systemd.close)
        self.clock = ComputerClock(self.service.folder, steady_too=True)
        self.service.within = self.systemd.command + self.clock.command

    def a_minute_passes(self):
        self.passed = getattr(self, "passed", 0) + A_MINUTE
        self.clock.put_forward(self.passed)

    def test_what_an_answer_repeats_is_gone_after_a_minute(self):
        self.ask_what_the_answer_repeats()
        self.assertEqual([REPEATED], self.on_disk([REPEATED]))
        self.a_minute_passes()
        self.wait_until_gone(REPEATED)

    def test_what_a_killed_process_left_is_gone_after_a_minute_of_the_next(self):
        self.ask_what_the_answer_repeats()
        self.service.kill()
        self.service.start()
        self.ask(customers.private(QUESTIONS[2][0], 46), 46)
        self.a_minute_passes()
        self.wait_until_gone(REPEATED)

    def test_another_program_that_reads_holds_up_nobody_and_what_it_saw_is_gone_a_minute_later(self):
        self.ask_what_the_answer_repeats()
        reader = sqlite3.connect(self.service.folder / "facteur.db", isolation_level=None)
        self.addCleanup(reader.close)
        reader.execute("BEGIN")
        self.assertEqual([(1,)], reader.execute("SELECT count(*) FROM accounts").fetchall())
        began = time.monotonic()
        self.ask(customers.private("/oublier", 45), 45)
        self.assertLess(time.monotonic() - began, PROMPT)
        reader.close()
        self.a_minute_passes()
        self.wait_until_gone(REPEATED)


if __name__ == "__main__":
    run_tests()
