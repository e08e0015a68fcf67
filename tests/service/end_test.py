#!/usr/bin/env python3
"""SIGTERM: an end within five seconds, whatever is under way, and nothing lost by it.

    python3 tests/service/end_test.py path/to/facteur
"""

import pathlib
import signal
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from service import Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
END_MAY_TAKE = 5.0  # seconds


class End(Served):
    def end_in_time(self, number=signal.SIGTERM):
        began = time.monotonic()
        self.assertEqual(0, self.service.end(number), self.service.log())
        self.assertLess(time.monotonic() - began, END_MAY_TAKE)
        self.assertIn("ended", self.service.log())

    def polls(self):
        self.wait_for(lambda world: world.polling.waiting)

    def under_way(self, fault):
        """Waits until the request that it befalls has come."""
        self.wait_for(lambda world: fault.played)

    def test_a_long_poll_is_broken_off(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            self.polls()
            self.end_in_time(number)
            self.service.start()
        self.polls()

    def test_a_send_without_an_answer_is_left_to_the_next_process(self):
        hangs = self.telegram.fault("no_answer", method="sendRichMessage")
        self.telegram.push(customers.private("réglages imap pour nplus.ca", 42), customers.private("réglages imap pour nplus.ca", 43))
        self.under_way(hangs)
        self.end_in_time()
        self.assertEqual([], self.telegram.world.sent)
        self.telegram.clear_faults()
        self.service.start()
        for customer in (42, 43):
            self.assertIn(HOST, self.answers(customer)[0].text)

    def test_a_send_that_is_answered_in_time_is_waited_for(self):
        slow = self.telegram.fault("slow", chat=42, seconds=1.0)
        self.telegram.push(customers.private(QUESTION, 42))
        self.under_way(slow)
        self.end_in_time()
        self.service.start()
        self.ask(customers.private(QUESTION, 43), 43)
        self.assertEqual(1, len(self.telegram.world.sent_to(42)))

    def test_a_poll_that_hangs_is_broken_off(self):
        self.polls()
        hangs = self.telegram.fault("no_answer", method="getUpdates")
        self.ask(customers.private(QUESTION, 42), 42)
        self.under_way(hangs)
        self.telegram.push(customers.private(QUESTION, 43))
        self.end_in_time()
        self.assertEqual([], self.telegram.world.sent_to(43))
        self.telegram.clear_faults()
        self.service.start()
        self.assertIn(HOST, self.answers(43)[0].text)

    def test_a_wait_for_a_budget_or_a_platform_is_broken_off(self):
        self.ask(customers.private(QUESTION, 42), 42)
        slower = self.telegram.fault("too_many_requests", chat=42, retry_after=600)
        self.telegram.push(customers.private(QUESTION, 42))
        self.under_way(slower)
        self.telegram.go_down()
        self.service.wait_for_log("down, and tried again")
        self.end_in_time()
        self.telegram.clear_faults()
        self.telegram.come_up()
        self.service.start()
        self.assertIn(HOST, self.answers(42, 2)[1].text)

    def test_nothing_is_waited_for_when_the_last_account_stops(self):
        self.polls()
        began = time.monotonic()
        self.telegram.fault("unauthorized", method="getUpdates")
        self.telegram.push(customers.private(QUESTION, 42))
        self.service.wait_for_log("no account is served any more")
        self.assertEqual(1, self.service.end())
        self.assertLess(time.monotonic() - began, END_MAY_TAKE)
        self.telegram.clear_faults()
        self.service.start()
        self.polls()

    def test_a_state_file_that_another_program_holds_is_not_waited_for(self):
        self.ask(customers.private(QUESTION, 42), 42)
        other = sqlite3.connect(self.service.folder / "facteur.db", isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        self.telegram.push(customers.private(QUESTION, 43))
        self.service.wait_for_log("another program holds")
        self.end_in_time()
        other.close()
        self.service.start()
        self.assertIn(HOST, self.answers(43)[0].text)


class Start(Served):
    def prepare(self):
        self.hangs = self.telegram.fault("no_answer", method="getMe")

    def test_a_start_that_hangs_is_broken_off(self):
        self.wait_for(lambda world: self.hangs.played)
        began = time.monotonic()
        self.assertEqual(0, self.service.end())
        self.assertLess(time.monotonic() - began, END_MAY_TAKE)


if __name__ == "__main__":
    run_tests()
