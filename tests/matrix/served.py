"""`facteur run` against a real Synapse: the account, the rooms and who talks there.

A test file begins with `synapse.in_environment()`, then has its cases derive from Served: one homeserver for all of
them, a service, an account and rooms of its own for each.
"""

import itertools
import pathlib
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

import synapse  # noqa: E402
from running import Service  # noqa: E402
from synapse import quoted  # noqa: E402

PATIENCE = 60.0  # seconds; on an idle machine, what is waited for takes milliseconds
names = itertools.count(1)


def service_for(server, account, folder, **settings):
    """The program on one account of that homeserver; `settings` go into its table."""
    settings = {"homeserver": server.address, "user": account["user_id"], "token_file": "token", "answers_per_minute": 100000,
                **settings}  # fmt: skip
    secrets = {"token": account["access_token"], "password": "swordfish"}
    return Service(folder, {"matrix.test": settings}, secrets, PATIENCE)


class Person:
    """Somebody with a client, over plain HTTP."""

    def __init__(self, server, name=None):
        self.server = server
        self.account = server.user(name or f"person{next(names)}")
        self.id = self.account["user_id"]
        self.token = self.account["access_token"]
        self.sent = 0

    def call(self, method, path, body=None):
        return self.server.call(method, path, self.token, body)

    def room(self, *invited, direct=False, **more):
        body = {"invite": [each for each in invited], "is_direct": direct, "preset": "private_chat", **more}
        return self.call("POST", "/v3/createRoom", body)["room_id"]

    def join(self, room):
        self.call("POST", f"/v3/join/{quoted(room)}", {})

    def say(self, room, text, **content):
        return self.send(room, {"msgtype": "m.text", "body": text, **content})

    def send(self, room, content, kind="m.room.message"):
        self.sent += 1
        return self.call("PUT", f"/v3/rooms/{quoted(room)}/send/{kind}/t{self.sent}", content)["event_id"]

    def redact(self, room, event):
        self.sent += 1
        return self.call("PUT", f"/v3/rooms/{quoted(room)}/redact/{quoted(event)}/t{self.sent}", {})["event_id"]

    def history(self, room):
        """All of it, however long ago: the homeserver gives at most a thousand at once."""
        found, start = [], ""
        while True:
            page = self.call("GET", f"/v3/rooms/{quoted(room)}/messages?dir=b&limit=1000{start}")
            found += page["chunk"]
            if "end" not in page:
                return found[::-1]
            start = f"&from={page['end']}"

    def members(self, room):
        return self.call("GET", f"/v3/rooms/{quoted(room)}/joined_members")["joined"]


def messages_of(sender, events):
    """Without those that were redacted."""
    return [event for event in events
            if event["type"] == "m.room.message" and event["sender"] == sender and event["content"]]  # fmt: skip


class Served(unittest.TestCase):
    limits = "lifted"
    server_settings = {}
    settings = {}

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="facteur-synapse-")
        cls.addClassCleanup(folder.cleanup)
        cls.server = synapse.Synapse(folder.name, cls.limits, **cls.server_settings)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.bot = self.server.user(f"facteur{next(names)}")
        self.customer = Person(self.server)
        self.service = service_for(self.server, self.bot, folder.name, **self.settings)
        self.addCleanup(self.service.end_for_good)
        self.start()

    def start(self):
        before = self.service.log().count("serving as")
        self.service.start()
        self.service.wait_for_log("serving as", before + 1)

    def tearDown(self):
        if self.service.running():
            self.assertEqual(0, self.service.end(), self.service.log())
        self.assertNotIn(self.bot["access_token"], self.service.log())
        self.assertNotIn("please report", self.service.log())

    def wait_for(self, predicate, what="it"):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = predicate()
            if found:
                return found
            time.sleep(0.05)
        self.fail(f"waited {PATIENCE} s for {what}; log:\n{self.service.log()}")

    def bot_joined(self, room, person=None):
        person = person or self.customer
        self.wait_for(lambda: self.bot["user_id"] in person.members(room), "the bot to come in")
        return room

    def direct_room(self, person=None):
        person = person or self.customer
        return self.bot_joined(person.room(self.bot["user_id"], direct=True), person)

    def group(self, *others):
        room = self.customer.room(self.bot["user_id"], *[each.id for each in others])
        for each in others:
            each.join(room)
        return self.bot_joined(room)

    def said(self, room, person=None):
        """What the bot said there, as its events."""
        return messages_of(self.bot["user_id"], (person or self.customer).history(room))

    def answers(self, room, count=1):
        return self.wait_for(lambda: self.said(room)[:count] if len(self.said(room)) >= count else None,
                             f"{count} answers")  # fmt: skip

    def ask(self, room, text, person=None, **content):
        before = len(self.said(room))
        (person or self.customer).say(room, text, **content)
        return self.answers(room, before + 1)[before]

    def stays(self, room, count, marker="quels sont les réglages de nplus.ca ?"):
        """Nothing but `count` answers come: a question that surely is answered comes next, and is next."""
        answer = self.ask(room, marker, **{"m.mentions": {"user_ids": [self.bot["user_id"]]}})
        said = self.said(room)
        self.assertEqual(count + 1, len(said), [each["content"]["body"] for each in said])
        return answer


def run_tests():
    unittest.main(argv=sys.argv[:1])
