"""Everything that Facteur asks of a homeserver, and that the fake one answers, is as the Matrix specification says; and what isn't
is told apart."""

import synapse

synapse.in_environment()

import json  # noqa: E402
import pathlib  # noqa: E402
import queue  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
import unittest  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from fake_homeserver import CUSTOMER, DEVICE, ROOM, USER, Answer, FakeHomeserver, Request, bent, refused  # noqa: E402
from running import Service  # noqa: E402
from specification import Specification  # noqa: E402

PATIENCE = 30.0  # seconds
DIRECT, OTHER = "!direct:test", "!other:test"
QUESTION = {"msgtype": "m.text", "body": "réglages de nplus.ca ?"}
PASSWORD = {"msgtype": "m.text", "body": "mon mot de passe est Tr0mb0ne!77 et ça ne marche pas pour marie@nplus.ca"}
CALLS_US = {"m.mentions": {"user_ids": [USER]}}
ENCRYPTION = {"algorithm": "m.megolm.v1.aes-sha2"}
CLIENT = "/_matrix/client"


def event(name, kind, content, sender=CUSTOMER, **more):
    return {"type": kind, "event_id": f"${name}", "sender": sender, "origin_server_ts": int(time.time() * 1000), "content": content, **more}


def state(name, kind, content, key="", **more):
    return event(name, kind, content, state_key=key, **more)


def stripped(kind, content, key=""):
    return {"type": kind, "sender": CUSTOMER, "state_key": key, "content": content}


INVITED = stripped("m.room.member", {"membership": "invite", "is_direct": True}, USER)
MEMBERS = {"m.joined_member_count": 2}
POWER = {"users": {USER: 100}}


class Conversation(unittest.TestCase):
    """One walk through all that Facteur does in rooms."""

    # Every operation that it has.
    OPERATIONS = {f"{method} {CLIENT}{path}" for method, path in [
        ("get", "/versions"), ("post", "/v3/login"), ("post", "/v3/refresh"), ("get", "/v3/account/whoami"), ("get", "/v3/profile/{userId}"),
        ("post", "/v3/user/{userId}/filter"), ("get", "/v3/sync"), ("post", "/v3/join/{roomIdOrAlias}"),
        ("put", "/v3/user/{userId}/account_data/{type}"), ("post", "/v3/rooms/{roomId}/leave"),
        ("get", "/v3/rooms/{roomId}/messages"), ("get", "/v3/rooms/{roomId}/event/{eventId}"),
        ("put", "/v3/rooms/{roomId}/send/{eventType}/{txnId}"), ("put", "/v3/rooms/{roomId}/redact/{eventId}/{txnId}"),
        ("post", "/v3/rooms/{roomId}/receipt/{receiptType}/{eventId}")]}  # fmt: skip

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.fake = FakeHomeserver()
        self.addCleanup(self.fake.stop)
        tokens = {"refresh_token": "a-refresh-token", "expires_in_ms": 300_000}
        login = {"access_token": "first-token", "device_id": DEVICE, "user_id": USER, **tokens}
        self.fake.tell("/login", Answer(200, login), Answer(200, {**login, "access_token": "third-token"}))
        self.fake.tell("/refresh", Answer(200, {"access_token": "second-token", **tokens}), refused(403, "M_FORBIDDEN"))
        account = {"homeserver": self.fake.address, "user": USER, "password_file": "password"}
        self.service = Service(folder.name, {"matrix.test": account}, {"password": "swordfish"}, PATIENCE).start()
        self.addCleanup(self.service.end_for_good)
        self.service.wait_for_log("serving as")

    def asked(self, *wanted):
        """Waits for a request of each method with that in its path, in any order; the last one that came."""
        until, missing = time.monotonic() + PATIENCE, set(wanted)
        while time.monotonic() < until:
            try:
                request = self.fake.requests.get(timeout=1)
            except queue.Empty:
                continue
            missing -= (found := {(method, part) for method, part in missing if request.method == method and part in request.path})
            if found and not missing:
                return request
        self.fail(f"waited {PATIENCE} s for {missing}; log:\n{self.service.log()}")

    def comes_in(self):
        self.fake.always["/join/%21direct%3Atest"] = {"room_id": DIRECT}
        self.fake.tell_rooms({"invite": {DIRECT: {"invite_state": {"events": [INVITED]}}}})
        self.assertEqual({CUSTOMER: [DIRECT]}, json.loads(self.asked(("PUT", "/account_data/m.direct")).body))
        encrypted = [INVITED, stripped("m.room.encryption", ENCRYPTION)]
        self.fake.tell_rooms({"invite": {OTHER: {"invite_state": {"events": encrypted}}}})
        self.assertIn("reason", json.loads(self.asked(("POST", "/leave")).body))

    def answers(self):
        power = state("power", "m.room.power_levels", POWER)
        asked = event("password", "m.room.message", PASSWORD)
        self.fake.tell_rooms({"join": {DIRECT: {"summary": MEMBERS, "state": {"events": [power]}, "timeline": {"events": [asked]}}}})
        self.asked(("PUT", "/redact/%24password/"), ("POST", "/receipt/m.read/%24password"))
        # In a group: a reply, after a gap.
        said = event("said", "m.room.message", QUESTION, room_id=ROOM, sender="@b:test")
        self.fake.always["/event/%24said"] = said
        self.fake.tell("/messages", Answer(200, {"chunk": [], "start": "m", "state": []}))
        reply = {**QUESTION, "body": "merci bien", "m.relates_to": {"m.in_reply_to": {"event_id": "$said"}}}
        called = {**QUESTION, **CALLS_US, "m.relates_to": {"rel_type": "m.thread", "event_id": "$said"}}
        events = [event("reply", "m.room.message", reply), event("called", "m.room.message", called)]
        self.fake.tell_sync(*events, limited=True, prev_batch="p")
        self.asked(("POST", "/receipt/m.read/%24called"))

    def leaves(self):
        turned = state("turned", "m.room.encryption", ENCRYPTION)
        self.fake.tell_rooms({"join": {DIRECT: {"timeline": {"events": [turned]}}}})
        self.asked(("PUT", "/send/m.room.message/%24turned.e"))
        self.fake.tell_rooms({"join": {DIRECT: {"summary": {"m.joined_member_count": 1}}}})
        self.asked(("POST", "/leave"))

    def test_every_request_and_every_answer_is_as_specified(self):
        self.comes_in()
        self.answers()
        self.leaves()
        over = refused(401, "M_UNKNOWN_TOKEN", soft_logout=True)
        self.fake.tell("/sync", over, over, over)  # the first token, the second when it is new and then once more
        self.asked(("POST", "/refresh"))
        self.asked(("POST", "/login"))
        self.assertEqual(0, self.service.end(), self.service.log())
        specification = Specification()
        self.assertEqual([], self.fake.faults(specification))
        said = {(specification.operation(each.method, each.path)[0], bool(each.token)) for each, _ in self.fake.exchanges}
        self.assertEqual(self.OPERATIONS, {name for name, _ in said})
        # Which of them go without a token, the types don't say.
        self.assertEqual({f"get {CLIENT}/versions", f"post {CLIENT}/v3/login", f"post {CLIENT}/v3/refresh"},
                         {name for name, with_token in said if not with_token})  # fmt: skip


class Bent(unittest.TestCase):
    """The check finds what isn't as it should be."""

    @classmethod
    def setUpClass(cls):
        cls.specification = Specification()

    def test_a_bent_request_is_found(self):
        send = f"{CLIENT}/v3/rooms/r/send/m.room.message/t"
        login = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "u"}, "password": "p"}
        for method, path, query, body, where in [
            ("PUT", f"{CLIENT}/v3/rooms/r/sent/m.room.message/t", {}, {}, "knows no"),
            ("POST", send, {}, {"body": "a"}, "knows no"),
            ("PUT", send, {}, None, "'requestBody' is a required property"),
            ("PUT", send, {}, [], "is not of type 'object'"),
            ("PUT", send, {"ts": ["1"]}, {}, "'ts' was unexpected"),
            ("POST", f"{CLIENT}/v3/login", {}, {**login, "type": 7}, "type"),
            ("POST", f"{CLIENT}/v3/login", {}, {**login, "device": "d"}, "'device' was unexpected"),
            ("POST", f"{CLIENT}/v3/login", {}, {**login, "identifier": {}}, "'type' is a required property"),
            ("POST", f"{CLIENT}/v3/user/u/filter", {}, {"room": {"timeline": {"limit": "1"}}}, "timeline.limit"),
            ("GET", f"{CLIENT}/v3/sync", {"timeout": ["soon"]}, None, "query.timeout"),
            ("GET", f"{CLIENT}/v3/sync", {"set_presence": ["away"]}, None, "query.set_presence"),
            ("GET", f"{CLIENT}/v3/sync", {"filter": ['{"rooms": {}}']}, None, "'rooms' was unexpected"),
            ("GET", f"{CLIENT}/v3/sync", {"filter": ["{"]}, None, "Expecting"),
            ("GET", f"{CLIENT}/v3/sync", {}, {}, "False schema"),
            ("GET", f"{CLIENT}/v3/rooms/r/messages", {}, None, "'dir' is a required property"),
            ("GET", f"{CLIENT}/v3/rooms/r/messages", {"dir": ["up"]}, None, "query.dir"),
        ]:
            with self.subTest(path=path, query=query, body=body):
                faults = self.specification.request_faults(method, path, query, b"" if body is None else json.dumps(body).encode())
                self.assertIn(where, "\n".join(faults))

    def test_a_bent_answer_is_found(self):
        good = event("a", "m.room.message", QUESTION)

        def sync(*events, **timeline):
            return {"next_batch": "s", "rooms": {"join": {ROOM: {"timeline": {"events": list(events), **timeline}}}}}

        for end, status, body, where in [
            ("/v3/sync", 200, {}, "'next_batch' is a required property"),
            ("/v3/sync", 200, {"next_batch": 7}, "next_batch"),
            ("/v3/sync", 204, {}, "no answer 204"),
            ("/v3/sync", 401, {"error": "no"}, "'errcode' is a required property"),
            ("/v3/sync", 200, sync(good, limited="yes"), "timeline.limited"),
            ("/v3/sync", 200, sync(good, prev_bach="p"), "'prev_bach' was unexpected"),
            ("/v3/sync", 200, sync({**good, "content": []}), "content"),
            ("/v3/sync", 200, sync({**good, "sender": None}), "sender"),
            ("/v3/sync", 200, sync({name: good[name] for name in good if name != "event_id"}), "'event_id' is a required"),
            ("/v3/account/whoami", 200, {"device_id": DEVICE}, "'user_id' is a required property"),
            ("/v3/nothing", 200, {}, "knows no"),
        ]:
            with self.subTest(end=end, body=body):
                faults = self.specification.answer_faults("GET", CLIENT + end, status, body)
                self.assertIn(where, "\n".join(faults))

    def test_an_answer_told_as_bent_must_be_so_and_no_other_may(self):
        fake = FakeHomeserver()
        self.addCleanup(fake.stop)
        request = Request("GET", f"{CLIENT}/v3/sync", {}, "", b"")
        good, bad = {"next_batch": "s"}, {"next_batch": 7}
        for answer, faults in [(Answer(200, good), 0), (bent(200, bad), 0), (bent(200, b"<html>"), 0),
                               (Answer(200, bad), 1), (Answer(200, b"<html>"), 1), (bent(200, good), 1)]:  # fmt: skip
            fake.exchanges = [(request, answer)]
            self.assertEqual(faults, len(fake.faults(self.specification)), answer)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
