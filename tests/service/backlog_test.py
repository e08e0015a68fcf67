#!/usr/bin/env python3
"""Questions that piled up while the service was away: all answered, in bounded memory.

    python3 tests/service/backlog_test.py path/to/facteur            # short: 3,000 updates
    python3 tests/service/backlog_test.py path/to/facteur --full     # 100,000 updates
"""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
import service  # noqa: E402
from service import Served, run_tests  # noqa: E402

FULL = "--full" in sys.argv
# LASTS: seconds. MAY_GROW: megabytes, over a service that has answered one question; a chat is remembered for a minute after
# its answer, with what it may still be sent, and here every customer has a chat of their own.
UPDATES, LASTS, MAY_GROW = (100_000, 3600.0, 128) if FULL else (3_000, 240.0, 32)
MOST_MEGABYTES = 256  # MemoryMax of config/facteur.service
QUESTIONS = ["c'est quoi le serveur entrant pour marie@nplus.ca ?", "what is the outgoing port for henrietmoi.ca?",
             "c'est quoi imap ?", "réglages imap pour inconnu.example"]  # fmt: skip


class Backlog(Served):
    settings = {"messages_per_second": 100_000}

    def prepare(self):
        # What a sanitizer keeps back of what was freed isn't the program's.
        self.service.within = ["env", "ASAN_OPTIONS=quarantine_size_mb=8:thread_local_quarantine_size_kb=64"]
        service.PATIENCE = LASTS

    def test_it_is_answered_in_bounded_memory(self):
        self.ask(customers.private(QUESTIONS[0], 42), 42)
        usual = self.service.megabytes("VmHWM")
        self.service.end()
        self.telegram.push(*customers.backlog([QUESTIONS[number % len(QUESTIONS)] for number in range(UPDATES)], UPDATES))
        began = time.monotonic()
        self.service.start()
        self.wait_for(lambda world: len(world.sent) > UPDATES)
        seconds = time.monotonic() - began
        most = self.service.megabytes("VmHWM")
        print(f"{UPDATES} updates in {seconds:.1f} s, {UPDATES / seconds:.0f} a second; at most {most:.1f} MB, usually {usual:.1f}")
        self.assertLess(most, MOST_MEGABYTES)
        self.assertLess(most, usual + MAY_GROW)
        self.handled()
        self.assertEqual(UPDATES + 1, len({sent.chat_id for sent in self.telegram.world.sent}))


if __name__ == "__main__":
    run_tests()
