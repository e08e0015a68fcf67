#!/usr/bin/env python3
"""What systemd is told: ready, reloading, stopping, and alive for as long as polling makes progress.

    python3 tests/service/systemd_test.py path/to/facteur
"""

import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

from computer_clock import ComputerClock  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402
from systemd import Systemd  # noqa: E402

WATCHDOG = 1.0  # seconds
LONGER_THAN_ANY_STEP = 600  # seconds; a poll may last 65


class Told(Served):
    def prepare(self):
        self.systemd = Systemd(self.service.folder, WATCHDOG)
        self.addCleanup(self.systemd.close)
        self.service.within = self.systemd.command

    def told(self, key):
        return self.systemd.wait_for(key, PATIENCE)[key]

    def test_ready_comes_first(self):
        self.assertIn("READY", self.systemd.next(PATIENCE))

    def test_reloading_is_followed_by_ready(self):
        self.told("READY")
        self.service.process.send_signal(signal.SIGHUP)
        self.assertIn("MONOTONIC_USEC", self.systemd.wait_for("RELOADING", PATIENCE))
        self.told("READY")

    def test_stopping_comes_before_the_end(self):
        self.told("READY")
        self.service.end()
        self.told("STOPPING")

    def test_the_watchdog_is_fed_while_a_poll_waits(self):
        self.wait_for(lambda world: world.polling.waiting)
        for _ in range(3):
            self.told("WATCHDOG")

    def test_a_platform_that_is_down_is_no_reason_to_be_started_again(self):
        self.telegram.go_down()
        self.service.wait_for_log("down, and tried again")
        for _ in range(3):
            self.told("WATCHDOG")
        self.telegram.come_up()


class Stuck(Served):
    """The steady clock, too, is put forward: as if nothing had come of a poll for so long."""

    def prepare(self):
        self.systemd = Systemd(self.service.folder, WATCHDOG)
        self.addCleanup(self.systemd.close)
        self.clock = ComputerClock(self.service.folder, steady_too=True)
        self.service.within = self.systemd.command + self.clock.command

    def test_the_watchdog_is_fed_no_more_once_a_poll_outlasts_its_deadline(self):
        hangs = self.telegram.fault("no_answer", method="getUpdates")
        self.wait_for(lambda world: hangs.played)
        self.systemd.wait_for("WATCHDOG", PATIENCE)
        self.clock.put_forward(LONGER_THAN_ANY_STEP)
        self.assertTrue(self.systemd.silent_for(3 * WATCHDOG, PATIENCE))


if __name__ == "__main__":
    run_tests()
