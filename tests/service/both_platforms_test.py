"""A Telegram and a Matrix account in one process: what becomes of one platform is nothing to the other.

    python3 tests/service/both_platforms_test.py path/to/facteur
"""

import pathlib
import sys
import tempfile
import time
import unittest

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "matrix"), str(TESTS / "telegram"), str(TESTS / "service")]

import synapse  # noqa: E402

synapse.in_environment()

import customers  # noqa: E402
from fake_bot_api import FakeBotApi  # noqa: E402
from running import Service  # noqa: E402
from served import Person  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
PATIENCE = 60.0  # seconds; on an idle machine, what is waited for takes milliseconds
PROMPT = 5.0  # seconds, within which an answer comes whose platform works: far less than the longest of a dead one's deadlines


class BothPlatforms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="facteur-synapse-")
        cls.addClassCleanup(folder.cleanup)
        cls.homeserver = synapse.Synapse(folder.name)
        cls.homeserver.start()
        cls.addClassCleanup(cls.homeserver.stop)
        cls.names = iter(range(1000))

    def setUp(self):
        self.telegram = FakeBotApi()
        self.addCleanup(self.telegram.stop)
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.bot = self.homeserver.user(f"both{next(self.names)}")
        self.customer = Person(self.homeserver, f"customer{next(self.names)}")
        accounts = {
            "telegram.shop": {"token_file": "telegram", "api": self.telegram.url, "messages_per_second": 1000, "rich": False},
            "matrix.shop": {"homeserver": self.homeserver.address, "user": self.bot["user_id"], "token_file": "matrix",
                            "answers_per_minute": 100000},
        }  # fmt: skip
        secrets = {"telegram": self.telegram.token, "matrix": self.bot["access_token"]}
        self.service = Service(folder.name, accounts, secrets, PATIENCE).start()
        self.addCleanup(self.service.end_for_good)
        self.service.wait_for_log("serving as", 2)
        self.room = self.customer.room(self.bot["user_id"], direct=True)
        self.until(lambda: self.bot["user_id"] in self.customer.members(self.room))
        self.chats = iter(range(5000, 6000))

    def tearDown(self):
        if self.service.running():
            self.assertEqual(0, self.service.end(), self.service.log())
        for secret in (self.telegram.token.partition(":")[2], self.bot["access_token"]):
            self.assertNotIn(secret, self.service.log())

    def until(self, predicate):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if predicate():
                return
            time.sleep(0.02)  # another process's state can only be looked at again
        self.fail(f"waited {PATIENCE} s; log:\n{self.service.log()}")

    def heard_in_room(self):
        events = self.customer.history(self.room)
        return [each["content"]["body"] for each in events
                if each["type"] == "m.room.message" and each["sender"] == self.bot["user_id"]]  # fmt: skip

    def ask_on_telegram(self):
        """How long the answer took."""
        chat, begun = next(self.chats), time.monotonic()
        self.telegram.push(customers.private(QUESTION, chat))
        self.telegram.wait_for(lambda world: world.sent_to(chat), PATIENCE)
        self.assertIn(HOST, self.telegram.read(lambda world: world.sent_to(chat)[0].text))
        return time.monotonic() - begun

    def ask_on_matrix(self):
        """How long the answer took."""
        before, begun = len(self.heard_in_room()), time.monotonic()
        self.customer.say(self.room, QUESTION)
        self.until(lambda: len(self.heard_in_room()) > before)
        self.assertIn(HOST, self.heard_in_room()[-1])
        return time.monotonic() - begun

    def test_each_is_answered_where_it_was_asked(self):
        self.ask_on_telegram()
        self.ask_on_matrix()
        self.assertEqual(1, len(self.heard_in_room()))

    def test_a_telegram_that_refuses_connections_does_not_slow_matrix_and_loses_nothing(self):
        self.telegram.go_down()
        self.assertLess(max(self.ask_on_matrix() for _ in range(5)), PROMPT)
        self.telegram.come_up()
        self.ask_on_telegram()

    def test_a_telegram_that_never_answers_a_send_does_not_slow_matrix(self):
        self.telegram.fault("no_answer", method="sendMessage", count=1)
        chat = next(self.chats)
        self.telegram.push(customers.private(QUESTION, chat))
        self.assertLess(max(self.ask_on_matrix() for _ in range(5)), PROMPT)

    def test_a_homeserver_that_is_gone_does_not_slow_telegram_and_loses_nothing(self):
        self.homeserver.stop()
        self.assertLess(max(self.ask_on_telegram() for _ in range(5)), PROMPT)
        self.homeserver.start()
        self.ask_on_matrix()

    def test_an_account_that_is_stopped_leaves_the_other_at_work(self):
        self.homeserver.call("POST", "/v3/logout", self.bot["access_token"], {})
        self.service.wait_for_log("matrix.shop: stopped")
        self.assertLess(self.ask_on_telegram(), PROMPT)
        self.assertTrue(self.service.running())
        self.service.end()  # it says by its status that an account needs a person: what status, is the service's own test


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
