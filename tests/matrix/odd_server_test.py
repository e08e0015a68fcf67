"""What a homeserver, or what stands before it, may say that Synapse doesn't."""

import pathlib
import sys
import tempfile
import time
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1] / "service")]

from fake_homeserver import FakeHomeserver  # noqa: E402
from running import Service  # noqa: E402


class OddServer(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.fake = FakeHomeserver("@bot:test")
        self.addCleanup(self.fake.server.shutdown)
        account = {"homeserver": self.fake.address, "user": "@bot:test", "token_file": "token"}
        self.service = Service(folder.name, {"matrix.test": account}, {"token": "abc"}, 30).start()
        self.addCleanup(self.service.end_for_good)
        self.service.wait_for_log("serving as")

    def ask(self, name, next_batch):
        event = {"type": "m.room.message", "event_id": name, "sender": "@a:test", "origin_server_ts": int(time.time() * 1000),
                 "content": {"msgtype": "m.text", "body": "bot: nplus.ca ?", "m.mentions": {"user_ids": ["@bot:test"]}}}  # fmt: skip
        rooms = {"join": {"!r:test": {"timeline": {"events": [event]}}}}
        self.fake.syncs.put((200, {"next_batch": next_batch, "rooms": rooms}))

    def test_a_revoked_token_stops_the_account_and_says_what_to_do(self):
        self.fake.syncs.put((401, {"errcode": "M_UNKNOWN_TOKEN", "error": "no"}))
        self.service.wait_for_log("make a new one")

    def test_a_proxys_page_and_a_truncated_sync_lose_nothing(self):
        for odd in ((502, b"<html>"), (200, b'{"next_batch": "s')):
            self.fake.syncs.put(odd)
        self.ask("$q", "s1")
        self.assertIn("nplus.ca", self.fake.sent.get(timeout=30))

    def test_an_event_that_two_syncs_tell_is_answered_once(self):
        for name, next_batch in (("$q", "s1"), ("$q", "s2"), ("$r", "s3")):
            self.ask(name, next_batch)
        for _ in range(2):  # the second is the marker's: it was asked last
            self.assertIn("nplus.ca", self.fake.sent.get(timeout=30))
        self.assertEqual(0, self.service.end(), self.service.log())
        self.assertTrue(self.fake.sent.empty())

    def test_a_sync_of_50_mb_is_got_over(self):
        self.fake.syncs.put((200, {"next_batch": "s1", "filler": "x" * 50_000_000}))
        self.ask("$q", "s2")
        self.assertIn("nplus.ca", self.fake.sent.get(timeout=30))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
