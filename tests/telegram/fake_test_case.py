"""What the tests of the fake share: a client, and a server for each test."""

import http.client
import json
import unittest
import urllib.parse

import customers
from fake_bot_api import HOST, TOKEN, FakeBotApi

DEADLINE = 20.0  # seconds for one answer; it takes milliseconds unless something is wrong
FORM = "application/x-www-form-urlencoded"
SENDING = {"chat_id": 42, "text": "x"}


class Client:
    """One keep-alive connection."""

    def __init__(self, port, token=TOKEN):
        self.http = http.client.HTTPConnection(HOST, port, timeout=DEADLINE)
        self.token = token

    def raw(self, method, parameters=None, form=False, patience=DEADLINE):
        """Status, headers, body as it came."""
        if form:
            body = urllib.parse.urlencode({key: value if isinstance(value, str) else json.dumps(value) for key, value in parameters.items()})
        else:
            body = parameters if isinstance(parameters, (bytes, str)) else json.dumps(parameters or {})
        if self.http.sock is None:
            self.http.connect()
        self.http.sock.settimeout(patience)
        self.http.request("POST", f"/bot{self.token}/{method}", body, {"Content-Type": FORM if form else "application/json"})
        response = self.http.getresponse()
        return response.status, response.headers, response.read()

    def call(self, method, parameters=None, form=False):
        """The result, or (error code, description)."""
        status, _, body = self.raw(method, parameters, form)
        answer = json.loads(body)
        assert answer["ok"] == (status == 200) and (answer["ok"] or answer["error_code"] == status), (status, answer)
        return answer["result"] if answer["ok"] else (status, answer["description"])


class Fake(unittest.TestCase):
    def setUp(self):
        self.telegram = FakeBotApi()
        self.addCleanup(self.telegram.stop)
        self.world = self.telegram.world
        self.clients = []
        self.addCleanup(lambda: [client.http.close() for client in self.clients])
        self.client = self.connect()
        self.call = self.client.call

    def connect(self, token=TOKEN):
        self.clients.append(Client(self.telegram.http.port, token))
        return self.clients[-1]

    def customer(self, text="bonjour", user_id=42):
        return self.telegram.push(customers.private(text, user_id))["message"]

    def assert_no_violations(self):
        self.assertEqual([], self.world.violations)

    def assert_violation(self, answer, words):
        self.assertEqual((400, "Bad Request: " + words), answer)
        self.assertEqual("Bad Request: " + words, self.world.violations[-1].words)
