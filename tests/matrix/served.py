"""`facteur run` against a real Synapse: the configuration, the process, its log, the rooms and who talks there.

A test file begins with `synapse.in_environment()`, then has its cases derive from Served: one homeserver for all of
them, a service, an account and rooms of its own for each.
"""

import itertools
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import synapse
from synapse import quoted

FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
PATIENCE = 60.0  # seconds; on an idle machine, what is waited for takes milliseconds
names = itertools.count(1)


class Service:
    """The program on one account, started and killed at will on the same state file."""

    def __init__(self, server, account, folder, **settings):
        self.folder = pathlib.Path(folder)
        self.log_file = self.folder / "log"
        self.secret_file("token", account["access_token"])
        self.secret_file("password", "swordfish")
        settings = {"homeserver": server.address, "user": account["user_id"], "token_file": "token",
                    "answers_per_minute": 100000, **settings}  # fmt: skip
        lines = ['state = "facteur.db"', "[matrix.test]"]
        lines += [f"{key} = {self.toml(value)}" for key, value in settings.items() if value is not None]
        self.config = self.folder / "facteur.toml"
        self.config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.process = None

    @staticmethod
    def toml(value):
        if isinstance(value, list):
            return "[" + ", ".join(map(Service.toml, value)) + "]"
        if isinstance(value, bool):
            return str(value).lower()
        return f'"{value}"' if isinstance(value, str) else str(value)

    def secret_file(self, name, text):
        (self.folder / name).write_text(text + "\n", encoding="utf-8")
        (self.folder / name).chmod(0o600)

    def start(self):
        before = self.log().count("serving as")
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [FACTEUR, "run", "--config", str(self.config)], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self.before = before
        return self

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill(self):
        self.end(signal.SIGKILL)

    def log(self):
        return self.log_file.read_text(encoding="utf-8", errors="replace") if self.log_file.exists() else ""

    def wait_for_log(self, words):
        until = time.monotonic() + PATIENCE
        while words not in self.log():
            if time.monotonic() > until:
                raise TimeoutError(f"the log doesn't say {words!r}:\n{self.log()}")
            time.sleep(0.02)  # a file that another process writes can only be looked at again


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

    def events(self, room, limit=100):
        path = f"/v3/rooms/{quoted(room)}/messages?dir=b&limit={limit}"
        return list(reversed(self.call("GET", path)["chunk"]))

    def members(self, room):
        return self.call("GET", f"/v3/rooms/{quoted(room)}/joined_members")["joined"]


class Served(unittest.TestCase):
    limits = "lifted"
    settings = {}

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="facteur-synapse-")
        cls.addClassCleanup(folder.cleanup)
        cls.server = synapse.Synapse(folder.name, cls.limits)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.bot = self.server.user(f"facteur{next(names)}")
        self.customer = Person(self.server)
        self.service = Service(self.server, self.bot, folder.name, **self.settings)
        self.addCleanup(self.end_process)
        self.start()

    def start(self):
        before = self.service.log().count("serving as")
        self.service.start()
        self.wait_for(lambda: self.service.log().count("serving as") > before, "the service to start")

    def end_process(self):
        if self.service.process and self.service.process.poll() is None:
            self.service.process.kill()
            self.service.process.wait()

    def tearDown(self):
        if self.service.process.poll() is None:
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
        return [event for event in (person or self.customer).events(room)
                if event["type"] == "m.room.message" and event["sender"] == self.bot["user_id"] and event["content"]]  # fmt: skip

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
