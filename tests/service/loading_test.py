#!/usr/bin/env python3
"""Signals while the service still loads: it ends as asked, or goes on, from its very first step.

    python3 tests/service/loading_test.py path/to/facteur
"""

import pathlib
import shutil
import signal
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from held_file import HeldFile  # noqa: E402
from running import LOOKS_AGAIN_AFTER  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402
from systemd import Systemd  # noqa: E402

BASE = pathlib.Path(__file__).resolve().parents[2] / "knowledge" / "base"
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
ENDS = (signal.SIGTERM, signal.SIGINT)


class Loading:
    """Of each kind of test below: what the service does about a signal while it waits for something that it loads."""

    def prepare(self):
        self.knowledge = self.service.folder / "knowledge"
        shutil.copytree(BASE, self.knowledge)
        self.service.configure(knowledge=str(self.knowledge))
        self.systemd = Systemd(self.service.folder)
        self.addCleanup(self.systemd.close)
        self.service.within = self.systemd.command
        self.hold()

    def hold(self):
        """Something that the service waits for while it loads."""
        self.held = HeldFile(self.waits_for())
        self.addCleanup(self.held.let_go)

    def wait_until_it_waits(self):
        self.held.wait_until_opened(PATIENCE)

    def told(self, number):
        self.wait_until_it_waits()
        self.service.process.send_signal(number)
        self.held.let_go()

    def ended_cleanly(self):
        self.assertEqual(0, self.service.process.wait(PATIENCE), self.service.log())
        self.assertIn("ended", self.service.log())
        self.assertNotIn("started", self.service.log())
        self.assertEqual(0, self.telegram.read(lambda world: world.requests["getMe"]))
        self.assertIn("STOPPING", self.systemd.next(PATIENCE))

    def test_it_ends_when_asked_to(self):
        for number in ENDS:
            with self.subTest(signal=number):
                self.told(number)
                self.ended_cleanly()
                self.service.log_file.unlink()
                self.hold()
                self.service.start()
        self.told(ENDS[0])
        self.ended_cleanly()

    def test_it_goes_on_and_reads_again_when_asked_to(self):
        self.told(signal.SIGHUP)
        self.assertIn(HOST, self.ask(customers.private(QUESTION, 42), 42)[0].text)
        self.service.wait_for_log("knowledge read again")


class ReadsItsConfiguration(Loading, Served):
    def waits_for(self):
        return self.service.config


class ReadsItsKnowledge(Loading, Served):
    def waits_for(self):
        return self.knowledge / "providers" / "nplus.toml"


class HeldState:
    """A state file that another program writes."""

    def __init__(self, path):
        self.path = path
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("BEGIN IMMEDIATE")

    def wait_until_opened(self, patience):
        lock = self.path.with_suffix(".db.lock")
        until = time.monotonic() + patience
        while not lock.exists():
            if time.monotonic() > until:
                raise TimeoutError(f"the service didn't come to its state within {patience} s")
            time.sleep(LOOKS_AGAIN_AFTER)

    def let_go(self):
        self.database.close()


class OpensItsState(Loading, Served):
    def hold(self):
        (self.service.folder / "facteur.db.lock").unlink(missing_ok=True)
        self.held = HeldState(self.service.folder / "facteur.db")
        self.addCleanup(self.held.let_go)


if __name__ == "__main__":
    run_tests()
