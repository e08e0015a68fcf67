"""`facteur run` against a FakeBotApi: the configuration, the process, its log, and what must hold when a test is over."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from fake_bot_api import FakeBotApi

FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
AGENT = 77
PATIENCE = 30.0  # seconds; on an idle machine, what is waited for takes milliseconds


class Service:
    """The program on one account, started and killed at will on the same state file."""

    def __init__(self, url, token, folder, **settings):
        self.token = token
        self.folder = pathlib.Path(folder)
        self.log_file = self.folder / "log"
        (self.folder / "token").write_text(token + "\n", encoding="utf-8")
        (self.folder / "token").chmod(0o600)
        self.config = self.folder / "facteur.toml"
        lines = ['state = "facteur.db"', "[telegram.test]", 'token_file = "token"', f'api = "{url}"', f"agents = [{AGENT}]"]
        lines += [f"{key} = {value}" for key, value in settings.items()]
        self.config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.process = None

    def start(self):
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen([FACTEUR, "run", "--config", str(self.config)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        return self

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill(self):
        self.end(signal.SIGKILL)

    def log(self):
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def wait_for_log(self, words):
        until = time.monotonic() + PATIENCE
        while words not in self.log():
            if time.monotonic() > until:
                raise TimeoutError(f"the log doesn't say {words!r}:\n{self.log()}")
            time.sleep(0.02)  # a file that another process writes can only be looked at again

    def shown_to_others(self):
        """What anybody on the machine may read of the process."""
        return pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_bytes().decode(errors="replace")


class Served(unittest.TestCase):
    """A fake server and a service for each test. `settings` go into the account's table."""

    settings = {}
    violations_expected = ()  # fragments of those that the test provokes

    def setUp(self):
        self.telegram = FakeBotApi()
        self.addCleanup(self.telegram.stop)
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.service = Service(self.telegram.url, self.telegram.token, folder.name, **self.settings)
        self.addCleanup(self.end_process)
        self.prepare()
        self.service.start()

    def prepare(self):
        """What the server is like before the service comes."""

    def end_process(self):
        if self.service.process and self.service.process.poll() is None:
            self.service.process.kill()
            self.service.process.wait()

    def tearDown(self):
        secret = self.telegram.token.partition(":")[2]
        if self.service.process.poll() is None:
            self.assertNotIn(secret, self.service.shown_to_others())
            self.assertEqual(0, self.service.end())
        self.assertNotIn(secret, self.service.log())
        unexpected = [violation for violation in self.telegram.world.violations
                      if not any(words in violation.words for words in self.violations_expected)]
        self.assertEqual([], unexpected, self.service.log())

    def wait_for(self, predicate):
        try:
            return self.telegram.wait_for(predicate, PATIENCE)
        except TimeoutError:
            self.fail(f"not within {PATIENCE} s; log:\n{self.service.log()}")

    def answers(self, chat, count=1):
        """The first `count` messages to the chat, once they are there."""
        return self.wait_for(lambda world: world.sent_to(chat)[:count] if len(world.sent_to(chat)) >= count else None)

    def ask(self, update, chat, count=1):
        """The `count` messages that an update brings to the chat."""
        before = self.telegram.read(lambda world: len(world.sent_to(chat)))
        self.telegram.push(update)
        return self.answers(chat, before + count)[before:]

    def handled(self):
        """Waits until every update that was pushed is confirmed."""
        self.wait_for(lambda world: not world.queue.entries)


def without_options():
    return sys.argv[:1]


def run_tests():
    if not FACTEUR or not os.access(FACTEUR, os.X_OK):
        sys.exit(f"usage: {sys.argv[0]} path/to/facteur")
    unittest.main(argv=without_options())
