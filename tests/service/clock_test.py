#!/usr/bin/env python3
"""The computer's clock is set, a day forward and a day back, while the service runs.

    python3 tests/service/clock_test.py path/to/facteur
"""

import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from computer_clock import ComputerClock  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402

QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
DAY = 24 * 3600
JUMPS = (DAY, -DAY, 0)
IDLE_FOR = 1.0  # seconds; that nothing happens can only be watched for a while
BUSY = 0.1  # of a processor; idle, it is less than a hundredth
TICKS = os.sysconf("SC_CLK_TCK")


class Clock(Served):
    def prepare(self):
        self.clock = ComputerClock(self.service.folder)
        self.service.within = self.clock.command

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.service.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / TICKS

    def assert_idle(self):
        self.wait_for(lambda world: world.polling.waiting)
        polls = self.telegram.read(lambda world: world.requests["getUpdates"])
        used = self.processor_seconds()
        time.sleep(IDLE_FOR)
        self.assertLess(self.processor_seconds() - used, BUSY * IDLE_FOR)
        self.assertLessEqual(self.telegram.read(lambda world: world.requests["getUpdates"]), polls + 1)

    def test_it_answers_and_rests_after_each_jump(self):
        self.ask(customers.private(QUESTION, 42), 42)
        for number, jump in enumerate(JUMPS):
            with self.subTest(jump=jump):
                self.clock.put_forward(jump)
                self.ask(customers.private(QUESTION, 50 + number), 50 + number)
                self.assert_idle()

    def test_the_clock_is_the_one_that_the_test_sets(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.clock.put_forward(DAY)
        self.telegram.revoke_token()
        self.service.wait_for_log("@BotFather")
        tomorrow = time.strftime("%Y-%m-%d", time.localtime(time.time() + DAY))
        self.assertIn(tomorrow, self.service.log().splitlines()[-1])
        self.assertEqual(1, self.service.process.wait(PATIENCE))

    def test_a_conversation_is_remembered_for_its_true_thirty_minutes(self):
        for jump in JUMPS:
            with self.subTest(jump=jump):
                self.ask(customers.private(QUESTION, 42), 42)
                self.clock.put_forward(jump)
                self.assertIn("pop.nplus.ca", self.ask(customers.private("et pour POP ?", 42), 42)[0].text)

    def test_what_waits_to_be_sent_is_neither_dropped_nor_held_back(self):
        for number, jump in enumerate(JUMPS):
            with self.subTest(jump=jump):
                customer = 50 + number
                self.telegram.fault("internal_error", chat=customer, count=2)
                self.telegram.push(customers.private(QUESTION, customer))
                self.handled()
                self.clock.put_forward(jump)
                self.answers(customer)


if __name__ == "__main__":
    run_tests()
