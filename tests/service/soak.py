#!/usr/bin/env python3
"""A steady load for a while, 5% of the requests failing: every question is answered, and memory settles.

    python3 tests/service/soak.py path/to/facteur [minutes]

Not run by ctest, as it takes minutes (10 unless told).
"""

import collections
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
import steady_load  # noqa: E402
from fake_bot_api import FakeBotApi  # noqa: E402
from service import service_for  # noqa: E402

MINUTES = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
A_SECOND = 20  # updates
CUSTOMERS = 200
LATEST = 180.0  # seconds for what is still under way at the end
FAULTY = 0.05
KINDS = ["internal_error", "bad_gateway", "reset", "too_many_requests", "truncated_json", "broken_off"]
QUESTIONS = [("c'est quoi le serveur entrant pour marie@nplus.ca ?", "fr"), ("what is the outgoing port for henrietmoi.ca?", "en"),
             ("réglages imap pour inconnu{}.example", "fr"), ("c'est quoi la différence entre imap et pop ?", "fr"),
             ("how do I set up nplus.ca in outlook?", "en"), ("asdf {} qwer", "en"), ("/start", "fr"), ("merci !", "fr")]  # fmt: skip
GROUPS = [customers.supergroup_chat(number) for number in range(20)]


def update(number):
    """In turn, and every fifth in a group: half of those to the bot, the others among people."""
    text, language = QUESTIONS[number % len(QUESTIONS)]
    text, customer = text.format(number), 1000 + number % CUSTOMERS
    if number % 5:
        return customers.private(text, customer, language)
    chat = GROUPS[number // 5 % len(GROUPS)]
    if number % 2:
        return customers.mention(text, customer, chat, language)
    return customers.group(f"on mange où à {number % 24} h ?", customer, chat)


def main():
    asked = collections.Counter()

    def push(number):
        one = update(number)
        telegram.push(one)
        asked[one["message"]["chat"]["id"]] += one["message"]["chat"]["type"] == "private"

    with FakeBotApi(seed=7) as telegram, tempfile.TemporaryDirectory(prefix="facteur-soak-") as folder:
        service = service_for(telegram, folder, messages_per_second=1000)
        service.within = steady_load.ENVIRONMENT
        for kind in KINDS:
            telegram.fault(kind, probability=FAULTY / len(KINDS))
        service.start()
        try:
            samples = steady_load.run(service, MINUTES, A_SECOND, push,
                                      lambda: f"{telegram.read(lambda world: len(world.sent)):7} answers")  # fmt: skip
            telegram.clear_faults()
            telegram.wait_for(lambda world: not asked - collections.Counter(sent.chat_id for sent in world.sent), LATEST)
            status = service.end()
        finally:
            service.end_for_good()
        violations = telegram.world.violations
    settled = steady_load.settled(samples)
    print(f"exit status {status}, {len(violations)} violations")
    if status != 0 or violations or not settled:
        sys.exit(f"failed; violations: {violations[:3]}; log:\n{service.log()[-5000:]}")


if __name__ == "__main__":
    main()
