"""`facteur run` against a FakeBotApi: the account, who talks to it, and what must hold when a test is over."""

import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from fake_bot_api import FakeBotApi  # noqa: E402
from running import FACTEUR, Service  # noqa: E402

AGENT = 77
PATIENCE = 30.0  # seconds; on an idle machine, what is waited for takes milliseconds


def service_for(telegram, folder, **settings):
    """The program on one account of that server; `settings` go into its table."""
    account = {"token_file": "token", "api": telegram.url, "agents": [AGENT], **settings}
    return Service(folder, {"telegram.test": account}, {"token": telegram.token}, PATIENCE)


class Served(unittest.TestCase):
    """A fake server and a service for each test. `settings` go into the account's table."""

    settings = {}
    violations_expected = ()  # fragments of those that the test provokes

    def setUp(self):
        self.telegram = FakeBotApi()
        self.addCleanup(self.telegram.stop)
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.service = service_for(self.telegram, folder.name, **self.settings)
        self.addCleanup(self.service.end_for_good)
        self.prepare()
        self.service.start()

    def prepare(self):
        """What the server is like before the service comes."""

    def tearDown(self):
        secret = self.telegram.token.partition(":")[2]
        if self.service.running():
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
