#!/usr/bin/env python3
"""A network that fails: a name that isn't found, a server that takes requests and never answers.

    python3 tests/service/network_test.py path/to/facteur            # half a minute twice, for a start without an answer
    python3 tests/service/network_test.py path/to/facteur --full     # a whole minute twice, for a poll
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
import namespaces  # noqa: E402
from computer_clock import ComputerClock  # noqa: E402
from service import Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
NAME = "facteur.invalid"  # RFC 6761: never found, unless /etc/hosts says so
DOWN, UP = "down, and tried again", "works again"
FULL = "--full" in sys.argv
TIMES = 20
LONGER_THAN_TWO_DEADLINES = 180  # seconds


class Network(Served):
    def assert_one_line_each(self):
        self.service.wait_for_log(UP)
        self.assertEqual((1, 1), (self.service.log().count(DOWN), self.service.log().count(UP)), self.service.log())


class NameNotFound(Network):
    def prepare(self):
        self.hosts = self.service.folder / "hosts"
        self.hosts.write_text("127.0.0.1 localhost\n", encoding="ascii")
        self.service.within = namespaces.within([], ["mount", "--bind", self.hosts, "/etc/hosts"])
        account = self.service.accounts["telegram.test"]
        self.service.configure({"telegram.test": {**account, "api": f"http://{NAME}:{self.telegram.http.port}"}})

    def test_it_is_said_once_and_gets_over_it(self):
        self.telegram.push(customers.private(QUESTION, 42))
        self.service.wait_for_log(DOWN)
        self.assertIn(NAME, self.service.log())
        self.hosts.write_text(f"127.0.0.1 localhost {NAME}\n", encoding="ascii")
        self.assertIn(HOST, self.answers(42)[0].text)
        self.assert_one_line_each()


class HalfOpenSend(Network):
    """The process's clocks run faster, so that the deadline of half a minute is soon over."""

    def prepare(self):
        clock = ComputerClock(self.service.folder, steady_too=True)
        clock.run_faster(TIMES)
        self.service.within = clock.command

    def test_a_send_that_is_never_answered_is_sent_again(self):
        hangs = self.telegram.fault("no_answer", chat=42, count=1)
        self.assertIn(HOST, self.ask(customers.private(QUESTION, 42), 42)[0].text)
        self.assertEqual(1, hangs.played)
        self.service.wait_for_log("sending works again")
        self.assertEqual(1, self.service.log().count("sending fails"), self.service.log())


class HalfOpen(Network):
    """In true time: a thread that rests until a moment isn't told by libfaketime how fast its clock runs."""

    method = "getUpdates" if FULL else "getMe"

    def prepare(self):
        self.service.patience = LONGER_THAN_TWO_DEADLINES
        self.telegram.fault("no_answer", method=self.method, count=2)

    def test_what_is_never_answered_is_said_once_and_got_over(self):
        self.service.wait_for_log(DOWN)
        self.telegram.push(customers.private(QUESTION, 42))
        self.assertIn(HOST, self.answers(42)[0].text)
        self.assert_one_line_each()


if __name__ == "__main__":
    run_tests()
