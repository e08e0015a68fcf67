#!/usr/bin/env python3
"""A state that may only be read: when the service starts, and from one moment to the next while it runs.

    python3 tests/service/read_only_test.py path/to/facteur

What the kernel refuses to set up is skipped, and says so: mounts of one's own (user namespaces), and immutable files, which
take root and a file system that knows them.
"""

import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
import namespaces  # noqa: E402
from running import FACTEUR  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
CHATS = range(1000, 1040)
INPUT_HAS_ERRORS = 1


class ReadOnly(Served):
    settings = {"messages_per_second": 1000}

    def prepare(self):
        self.disk = self.service.folder / "disk"
        self.disk.mkdir()
        self.state = self.disk / "facteur.db"
        self.service.configure(state=str(self.state))

    def set_up(self, *command):
        """Runs it, or skips the test where the kernel refuses."""
        words = " ".join(map(str, command))
        if not shutil.which(command[0]):
            self.skipTest(f"there is no {command[0]}")
        run = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
        if run.returncode != 0:
            self.skipTest(f"the kernel refuses {words}: {run.stderr.strip()}")


class Starts(ReadOnly):
    def refused(self, command, path):
        """What the command says where that path is a read-only mount."""
        mounts = [["mount", "--bind", path, path], ["mount", "-o", "remount,bind,ro", path]]
        within = namespaces.within([], *mounts)
        self.set_up(*within, "true")
        run = subprocess.run([*within, FACTEUR, command, "--config", self.service.config], capture_output=True, text=True,
                             timeout=PATIENCE, check=False)  # fmt: skip
        words = run.stdout + run.stderr
        self.assertEqual(INPUT_HAS_ERRORS, run.returncode, words)
        self.assertIn(f"{path} can't be written (Read-only file system): mount its file system writable again", words)
        return words

    def test_a_folder_is_named_with_what_to_do(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.service.end()
        self.assertEqual(1, self.refused("run", self.disk).count("\n"))
        self.refused("check", self.disk)

    def test_a_file_is_named_with_what_to_do_and_stays_as_it_is(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.service.end()
        content = self.state.read_bytes()
        self.assertEqual(1, self.refused("run", self.state).count("\n"))
        self.refused("check", self.state)
        self.assertEqual(content, self.state.read_bytes())


class Turns(ReadOnly):
    """Immutable files, which a process can't write that has them open, as if the kernel had stopped it (ext4(5), errors=)."""

    def turn(self, flag):
        self.set_up("chattr", flag, *self.disk.glob("facteur.db*"))

    def turns_read_only(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.addCleanup(self.turn, "-i")
        self.turn("+i")
        try:
            self.state.open("ab").close()
        except PermissionError:
            return
        self.skipTest("an immutable file can be written here")

    def push(self):
        self.telegram.push(*[customers.private(QUESTION, chat) for chat in CHATS])
        self.service.wait_for_log("facteur.db can't be written (Operation not permitted): ")

    def test_it_says_so_once_loses_nothing_and_goes_on_once_it_can(self):
        self.turns_read_only()
        self.push()
        self.assertTrue(self.service.running())
        self.turn("-i")
        for chat in CHATS:
            self.assertIn(HOST, self.answers(chat)[0].text)
        self.service.wait_for_log("can be written again")
        self.handled()
        log = self.service.log()
        self.assertIn("chattr -i", log)
        self.assertLessEqual(log.count("can't be written"), 2, log)  # polling and sending, each for itself
        self.assertEqual(log.count("can't be written"), log.count("can be written again"), log)
        for chat in CHATS:
            self.assertEqual(1, len(self.telegram.read(lambda world, chat=chat: world.sent_to(chat))))
        self.assertEqual(1 + len(CHATS), self.counted("answered"))

    def counted(self, outcome):
        """What another process reads beside the running one: the index of the log that they share is right again."""
        run = subprocess.run([FACTEUR, "stats", "--json", "--config", self.service.config], capture_output=True, text=True,
                             timeout=PATIENCE, check=False)  # fmt: skip
        self.assertEqual(0, run.returncode, run.stderr)
        return sum(each["number"] for each in json.loads(run.stdout)["total"] if each["outcome"] == outcome)

    def test_it_ends_as_it_should_and_the_next_process_answers(self):
        self.turns_read_only()
        self.push()
        self.assertEqual(0, self.service.end())
        self.turn("-i")
        self.service.start()
        for chat in CHATS:
            self.assertIn(HOST, self.answers(chat)[0].text)


if __name__ == "__main__":
    run_tests()
