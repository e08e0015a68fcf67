#!/usr/bin/env python3
"""SIGHUP: knowledge and log level are read again while the service goes on.

    python3 tests/service/reload_test.py path/to/facteur
"""

import os
import pathlib
import shutil
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402
from systemd import Systemd  # noqa: E402

BASE = pathlib.Path(__file__).resolve().parents[2] / "knowledge" / "base"
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
OLD, NEW = "mail.nplus.ca", "courrier.nplus.ca"


class Reload(Served):
    def prepare(self):
        self.knowledge = self.service.folder / "knowledge"
        shutil.copytree(BASE, self.knowledge)
        self.provider = self.knowledge / "providers" / "nplus.toml"
        self.configure()
        self.systemd = Systemd(self.service.folder)
        self.addCleanup(self.systemd.close)
        self.service.within = self.systemd.command

    def configure(self, **settings):
        self.service.configure(knowledge=str(self.knowledge), **settings)

    def rewrite(self, old, new):
        text = self.provider.read_text(encoding="utf-8")
        self.assertIn(old, text)
        self.provider.write_text(text.replace(old, new), encoding="utf-8")

    def reload(self):
        """The lines that it writes about it."""
        before = len(self.service.log())
        self.service.process.send_signal(signal.SIGHUP)
        self.systemd.wait_for("RELOADING", PATIENCE)
        self.systemd.wait_for("READY", PATIENCE)
        return self.service.log()[before:]

    def answer(self, customer):
        return self.ask(customers.private(QUESTION, customer), customer)[0].text

    def test_an_edited_fact_is_in_the_next_answer(self):
        self.assertIn(OLD, self.answer(42))
        self.rewrite(OLD, NEW)
        self.assertIn("knowledge read again", self.reload())
        self.assertIn(NEW, self.answer(42))

    def test_broken_knowledge_keeps_the_old_one_and_says_where_it_is_broken(self):
        self.assertIn(OLD, self.answer(42))
        broken = NEW + '"\nport = "'
        self.rewrite(OLD, broken)
        log = self.reload()
        self.assertRegex(log, r"providers/nplus.toml:\d+: ")
        self.assertIn("the old one stays in use", log)
        self.assertIn(OLD, self.answer(43))
        self.rewrite(broken, NEW)
        self.reload()
        self.assertIn(NEW, self.answer(44))

    def test_the_log_level_is_read_again(self):
        self.answer(42)
        self.configure(log="error")
        self.reload()
        self.assertEqual("", self.reload())
        self.configure(log="info")
        self.reload()
        self.assertIn("knowledge read again", self.reload())

    def test_a_broken_configuration_stops_nobody(self):
        self.answer(42)
        self.service.config.write_text("log = [\n", encoding="utf-8")
        log = self.reload()
        self.assertRegex(log, r"facteur.toml:\d+: ")
        self.assertIn("the log level stays as it is", log)
        self.assertIn(OLD, self.answer(43))

    def test_an_older_file_put_in_place_of_one_is_noticed(self):
        self.assertIn(OLD, self.answer(42))
        older = self.service.folder / "older.toml"
        older.write_text(self.provider.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
        os.utime(older, (1_000_000_000, 1_000_000_000))
        older.replace(self.provider)
        until = time.monotonic() + PATIENCE
        while "knowledge read again" not in self.service.log() and time.monotonic() < until:
            time.sleep(0.2)
        self.assertIn(NEW, self.answer(43))


if __name__ == "__main__":
    run_tests()
