#!/usr/bin/env python3
"""A disk that is full, a real one: a small tmpfs that the service alone has mounted.

    python3 tests/service/disk_full_test.py path/to/facteur
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
import namespaces  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
MEGABYTES = 4
CHATS = range(1000, 1060)
FULL = "is full: make room"


class DiskFull(Served):
    settings = {"messages_per_second": 1000}
    already_full = False

    def prepare(self):
        self.disk = self.service.folder / "disk"
        self.disk.mkdir()
        self.service.configure(state=str(self.disk / "facteur.db"))
        mounts = [["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "facteur-test", self.disk]]
        if self.already_full:
            mounts.append(["sh", "-c", f"cat /dev/zero >{self.disk}/filler 2>/dev/null || true"])
        self.service.within = namespaces.within([], *mounts)

    def filler(self):
        return pathlib.Path(namespaces.seen_by(self.service.process, self.disk / "filler"))

    def fill(self):
        with self.filler().open("wb", buffering=0) as file, self.assertRaises(OSError):
            while file.write(b"\0" * 4096):
                pass

    def push(self, chats):
        self.telegram.push(*[customers.private(QUESTION, chat) for chat in chats])


class FillsUp(DiskFull):
    def test_nothing_is_lost_and_one_line_says_so(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.fill()
        self.push(CHATS)
        self.service.wait_for_log(FULL)
        self.assertTrue(self.service.running())
        self.filler().unlink()
        for chat in CHATS:
            self.assertIn(HOST, self.answers(chat)[0].text)
        self.service.wait_for_log("can be written again")
        self.handled()
        log = self.service.log()
        self.assertLessEqual(log.count(FULL), 2, log)  # polling and sending, each for itself
        self.assertEqual(log.count(FULL), log.count("can be written again"), log)
        for chat in CHATS:
            self.assertEqual(1, len(self.telegram.world.sent_to(chat)))

    def test_it_ends_as_it_should_on_a_full_disk(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.fill()
        self.push(CHATS)
        self.service.wait_for_log(FULL)
        self.assertEqual(0, self.service.end())


class StartsFull(DiskFull):
    already_full = True

    def test_it_says_so_and_does_not_start(self):
        self.assertEqual(75, self.service.process.wait(PATIENCE), self.service.log())
        self.assertIn(FULL, self.service.log())
        self.assertEqual(1, self.service.log().count("\n"))


if __name__ == "__main__":
    run_tests()
