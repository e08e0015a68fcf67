#!/usr/bin/env python3
"""The log's form: with times in a file, with colours in a terminal alone, with priorities and without times in the journal.

    python3 tests/service/log_test.py path/to/facteur
"""

import os
import pathlib
import pty
import re
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from journald import Journald  # noqa: E402
from running import FACTEUR, LOOKS_AGAIN_AFTER  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402

QUESTION = "c'est quoi imap ?"
TIMED = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (debug|info|warning|error) \S.*")
ESCAPE = "\x1b"
ERROR, WARNING, INFO = 3, 4, 6  # priorities, sd-daemon(3)
HOSTILE = "Bad Request: two\nlines, \x1b[31mred\x07, <3>and a priority"


class Log(Served):
    """The service is asked, is refused an answer, sees the platform go and come, and ends: lines of every level but debug."""

    def prepare(self):
        self.start_service = self.service.start
        self.service.start = lambda: None  # each test does, with a standard error of its own

    def live(self, wait_for_log):
        self.telegram.fault(kind="bad_request", chat=42, count=1, description=HOSTILE)
        self.telegram.push(customers.private(QUESTION, 42))
        wait_for_log("can't be delivered")
        self.telegram.go_down()
        wait_for_log("down, and tried again")
        self.telegram.come_up()
        self.telegram.push(customers.private(QUESTION, 43))
        wait_for_log("works again")
        self.telegram.revoke_token()
        wait_for_log("@BotFather")
        self.service.end()

    def run_with(self, standard_error, **environment):
        """A service whose standard error is that open file."""
        self.service.process = subprocess.Popen([FACTEUR, "run", "--config", str(self.service.config)], stdin=subprocess.DEVNULL,
                                                stderr=standard_error, env={**os.environ, **environment})  # fmt: skip


class InAFile(Log):
    def lines(self, **environment):
        with self.service.log_file.open("ab") as file:
            self.run_with(file, TERM="xterm-256color", **environment)
        self.live(self.service.wait_for_log)
        return self.service.log().splitlines()

    def test_each_line_has_its_time_and_level_and_no_colour(self):
        for line in self.lines():
            self.assertRegex(line, f"^{TIMED.pattern}$")
            self.assertNotIn(ESCAPE, line)

    def test_it_is_no_journal_because_a_variable_was_inherited(self):
        for line in self.lines(JOURNAL_STREAM="8:12345"):
            self.assertRegex(line, f"^{TIMED.pattern}$")

    def test_a_variable_that_makes_no_sense_is_passed_over(self):
        for value in ("", "1", "a:b", "1:2:3", "9" * 100):
            with self.subTest(value=value):
                self.service.config.write_text("", encoding="utf-8")
                run = subprocess.run([FACTEUR, "run", "--config", self.service.config], capture_output=True, text=True,
                                     env={**os.environ, "JOURNAL_STREAM": value}, timeout=PATIENCE, check=False)  # fmt: skip
                self.assertEqual(1, run.returncode)
                self.assertTrue(run.stderr.startswith(str(self.service.config)), run.stderr)


class InATerminal(Log):
    def test_levels_have_colours(self):
        ours, theirs = pty.openpty()
        self.run_with(theirs, TERM="xterm-256color")
        os.close(theirs)
        shown = b""
        while b"serving as" not in shown:
            shown += os.read(ours, 4096)
        self.assertIn(ESCAPE.encode(), shown)
        self.service.end()
        os.close(ours)


class InAJournal(Log):
    """A stream like the journal's: a socket, whose number is named to the process."""

    def setUp(self):
        super().setUp()
        self.journal, self.stream = socket.socketpair()
        found = os.fstat(self.stream.fileno())
        self.environment = {"JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}", "TERM": "xterm-256color"}
        self.addCleanup(self.journal.close)
        self.addCleanup(self.stream.close)
        self.received = ""

    def wait_for_log(self, words):
        self.journal.settimeout(PATIENCE)
        while words not in self.received:
            self.received += self.journal.recv(4096).decode()

    def test_each_line_has_its_priority_no_time_and_no_colour(self):
        self.run_with(self.stream, **self.environment)
        self.stream.close()
        self.live(self.wait_for_log)
        self.wait_for_log("ended\n")
        for line in self.received.splitlines():
            self.assertRegex(line, r"^<[346]>[^\s\d]")
            self.assertNotIn(ESCAPE, line)
        for priority, words in ((INFO, "serving as"), (WARNING, "can't be delivered"), (WARNING, "down, and tried again"),
                                (INFO, "works again"), (ERROR, "@BotFather")):  # fmt: skip
            self.assertRegex(self.received, rf"(?m)^<{priority}>.*{words}")

    def test_why_it_does_not_start_is_an_error_there_too(self):
        wrongs = {"no configuration": lambda: self.service.config.unlink(),
                  "a state folder that is missing": lambda: self.service.configure(state="nowhere/facteur.db"),
                  "a state that is something else": lambda: (self.service.folder / "facteur.db").write_text("x" * 5000)}  # fmt: skip
        for wrong, make in wrongs.items():
            with self.subTest(wrong=wrong):
                self.service.configure(state="facteur.db")
                make()
                self.received = ""
                self.run_with(self.stream, **self.environment)
                self.assertEqual(1, self.service.process.wait(PATIENCE))
                self.wait_for_log("\n")
                self.assertRegex(self.received, rf"\A<{ERROR}>[^\n]+\n\Z")


class InTheRealJournal(Log):
    def prepare(self):
        super().prepare()
        self.journald = Journald(self.service.folder)
        self.service.within = self.journald.command

    def wait_for_log(self, words):
        until = time.monotonic() + PATIENCE
        while not any(words in message for _, message in self.journald.lines()):
            self.assertLess(time.monotonic(), until, f"{words} isn't in {self.journald.lines()}")
            time.sleep(LOOKS_AGAIN_AFTER)

    def test_it_knows_each_line_by_its_priority(self):
        self.start_service()
        self.live(self.wait_for_log)
        self.wait_for_log("ended")
        told = self.journald.lines()
        for priority, words in ((INFO, "serving as"), (WARNING, "can't be delivered"), (WARNING, "down, and tried again"),
                                (INFO, "works again"), (ERROR, "@BotFather"), (INFO, "ended")):  # fmt: skip
            self.assertEqual([priority], [each for each, message in told if words in message][:1], told)
        for _, message in told:
            self.assertNotRegex(message, r"^<|\d\d:\d\d:\d\d")


if __name__ == "__main__":
    run_tests()
