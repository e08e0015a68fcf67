"""What a homeserver, or what stands before it, may say that Synapse can't be made to."""

import synapse

synapse.in_environment()

import itertools  # noqa: E402
import pathlib  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
import unittest  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from fake_homeserver import CUSTOMER, DEVICE, RESET, ROOM, USER, Answer, FakeHomeserver, bent, refused  # noqa: E402
from running import Service  # noqa: E402
from specification import Specification  # noqa: E402

PATIENCE = 30.0  # seconds
QUESTION = "bot: nplus.ca ?"
MARKER = "bot: gabskycom.com ?"  # a question that surely is answered: once it is, nothing that came before it still will be
names = itertools.count(1)


def message(text=QUESTION, event_id=None):
    return {"type": "m.room.message", "event_id": event_id or f"$q{next(names)}", "sender": CUSTOMER,
            "origin_server_ts": int(time.time() * 1000),
            "content": {"msgtype": "m.text", "body": text, "m.mentions": {"user_ids": [USER]}}}  # fmt: skip


def page(*events, **more):
    """Of a room's history."""
    return Answer(200, {"chunk": [{**each, "room_id": ROOM} for each in events], "start": "p0", **more})


class Odd(unittest.TestCase):
    account = {"token_file": "token"}

    @classmethod
    def setUpClass(cls):
        cls.specification = Specification()

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.fake = FakeHomeserver()
        self.addCleanup(self.fake.stop)
        self.prepare()
        account = {"homeserver": self.fake.address, "user": USER, "answers_per_minute": 100000, **self.account}
        secrets = {"token": "first-token", "password": "swordfish"}
        self.service = Service(folder.name, {"matrix.test": account}, secrets, PATIENCE).start()
        self.addCleanup(self.service.end_for_good)
        self.service.wait_for_log("serving as")

    def prepare(self):
        """What the server is like before the service comes."""

    def tearDown(self):
        if self.service.running():
            self.assertEqual(0, self.service.end(), self.service.log())
        for secret in ("first-token", "second-token", "swordfish"):
            self.assertNotIn(secret, self.service.log())
        self.assertEqual([], self.fake.faults(self.specification))

    def heard(self, word, count=1):
        """The next `count` answers are about that, and each replies to another event."""
        answers = [self.fake.sent.get(timeout=PATIENCE) for _ in range(count)]
        for each in answers:
            self.assertIn(word, each["body"])
        replied = {each["m.relates_to"]["m.in_reply_to"]["event_id"] for each in answers}
        self.assertEqual(count, len(replied))

    def nothing_more(self):
        self.fake.tell_sync(message(MARKER))
        self.heard("gabskycom.com")
        self.assertTrue(self.fake.sent.empty())


class Syncs(Odd):
    def loses_nothing_by(self, *odd):
        self.fake.tell("/sync", *odd)
        self.fake.tell_sync(message())
        self.heard("nplus.ca")
        cursors = set()
        while not self.fake.requests.empty():
            request = self.fake.requests.get()
            if request.path.endswith("/sync"):
                cursors |= set(request.query.get("since", []))
        self.assertLessEqual(cursors, {"s0", "s1"})

    def test_what_stands_before_the_server_may_answer_instead(self):
        self.loses_nothing_by(bent(502, b"<html>Bad Gateway</html>", {"Content-Type": "text/html"}), RESET, bent(200, b"<html>"))

    def test_a_sync_that_is_none_moves_no_cursor(self):
        self.loses_nothing_by(bent(200, b'{"next_batch": "s'), bent(200, b"\xff\xfe"), bent(200, {"next_batch": 7}))

    def test_an_event_that_two_syncs_tell_is_answered_once(self):
        twice = message()
        self.fake.tell_sync(twice, twice)
        self.fake.tell_sync(twice)
        self.heard("nplus.ca")
        self.nothing_more()

    def test_a_sync_of_50_mb_is_got_over_in_bounded_memory(self):
        before = self.service.megabytes()
        filler = [message() for _ in range(150_000)]  # small ones: what they hold takes much more than their text
        self.fake.tell_sync(*filler)
        self.fake.tell_sync(message())
        self.heard("nplus.ca")
        self.assertLess(self.service.megabytes("VmHWM"), before + 60)  # asked for again, with fewer events

    def test_events_of_odd_shapes_are_passed_over(self):
        odd = [None, 7, [], {}, {"type": 3}, {**message(), "event_id": None}, {**message(), "sender": 9}, {**message(), "content": "x"}]
        self.fake.tell_sync(*odd, message(), bent=True)
        self.heard("nplus.ca")
        self.nothing_more()


class Gaps(Odd):
    def test_pages_without_events_are_turned_until_what_was_missed_is_there(self):
        self.fake.tell("/messages", page(end="p2"), page(end="p3"), page(message()))
        self.fake.tell_sync(message(MARKER), limited=True, prev_batch="p1")
        self.heard("nplus.ca")
        self.heard("gabskycom.com")

    def test_pages_that_repeat_or_never_end_are_turned_for_a_while_only(self):
        missed = message()
        self.fake.always["/messages"] = page(missed, end="again").body
        self.fake.tell_sync(message(MARKER), limited=True, prev_batch="p1")
        self.heard("nplus.ca")
        self.heard("gabskycom.com")
        self.nothing_more()

    def test_a_gap_that_says_not_where_it_begins_or_cannot_be_read_costs_nothing_else(self):
        self.fake.tell_sync(message(), limited=True)
        self.heard("nplus.ca")
        self.fake.tell("/messages", refused(403, "M_FORBIDDEN"))
        self.fake.tell_sync(message(), limited=True, prev_batch="p1")
        self.heard("nplus.ca")
        self.fake.tell("/messages", bent(502, b"<html>"), RESET, page(message()))
        for _ in range(3):  # a server tells it again, since the cursor stays
            self.fake.tell_sync(limited=True, prev_batch="p1")
        self.heard("nplus.ca")


class Sends(Odd):
    def test_a_send_that_was_read_before_the_connection_died_is_repeated_under_its_transaction(self):
        with_answer = self.fake.answer
        lost = iter([RESET, RESET])

        def answer(request):
            said = with_answer(request)
            return next(lost, said) if "/send/" in request.path else said

        self.fake.answer = answer
        self.fake.tell_sync(message())
        self.heard("nplus.ca")
        self.nothing_more()

    def test_a_server_that_asks_for_patience_gets_it(self):
        refusals = iter([refused(429, "M_LIMIT_EXCEEDED", {"Retry-After": "2"}, retry_after_ms=60_000),
                         refused(429, "M_LIMIT_EXCEEDED", retry_after_ms=1500)])  # fmt: skip
        with_answer, at = self.fake.answer, []

        def answer(request):
            if "/send/" not in request.path:
                return with_answer(request)
            at.append(time.monotonic())
            refusal = next(refusals, None)
            return refusal or with_answer(request)

        self.fake.answer = answer
        self.fake.tell_sync(message())
        self.heard("nplus.ca")
        self.assertGreaterEqual(at[1] - at[0], 2.0)  # the header counts first
        self.assertLess(at[1] - at[0], 20.0)
        self.assertGreaterEqual(at[2] - at[1], 1.5)


class SoftLogout(Odd):
    account = {"password_file": "password"}

    def prepare(self):
        for token in ("first-token", "second-token"):
            self.fake.tell("/login", Answer(200, {"access_token": token, "device_id": DEVICE, "user_id": USER}))

    def test_a_soft_logout_logs_in_again_on_the_same_device(self):
        self.fake.tell("/sync", refused(401, "M_UNKNOWN_TOKEN", soft_logout=True))
        self.fake.tell_sync(message())
        self.heard("nplus.ca")
        logins, tokens = [], []
        while not self.fake.requests.empty():
            request = self.fake.requests.get()
            tokens.append(request.token)
            if request.path.endswith("/login"):
                logins.append(request.body.decode())
        self.assertEqual(2, len(logins))
        self.assertNotIn("device_id", logins[0])
        self.assertIn(f'"device_id":"{DEVICE}"', logins[1])
        self.assertEqual("second-token", tokens[-1])

    def test_a_logout_for_good_stops_the_account_and_says_what_to_do(self):
        self.fake.tell("/sync", refused(401, "M_UNKNOWN_TOKEN"))
        self.service.wait_for_log("start Facteur again to log in anew")
        self.assertEqual(1, self.service.process.wait(PATIENCE))


class HardLogout(Odd):
    account = {"token_file": "token"}

    def test_a_revoked_token_stops_the_account_and_says_what_to_do(self):
        self.fake.tell("/sync", refused(401, "M_UNKNOWN_TOKEN", soft_logout=True))
        self.service.wait_for_log("make a new one")
        self.assertEqual(1, self.service.process.wait(PATIENCE))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
