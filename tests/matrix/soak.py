#!/usr/bin/env python3
"""A steady load on a real Synapse for a while, which is stopped and started once: every question is answered once, rooms come
and go, and memory settles.

    python3 tests/matrix/soak.py path/to/facteur [minutes]

Not run by ctest, as it takes minutes (10 unless told).
"""

import synapse

synapse.in_environment()

import collections  # noqa: E402
import pathlib  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402

from served import Person, messages_of, service_for  # noqa: E402

import steady_load  # noqa: E402

MINUTES = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
A_SECOND = 4  # messages
DIRECT, GROUPS = 31, 6
COMES_AND_GOES = 97  # messages between a new room and its end
LATEST = 120.0  # seconds for what is still under way at the end
QUESTIONS = ["c'est quoi le serveur entrant pour marie@nplus.ca ?", "what is the outgoing port for henrietmoi.ca?",
             "réglages imap pour inconnu{}.example", "c'est quoi la différence entre imap et pop ?",
             "how do I set up nplus.ca in outlook?", "asdf {} qwer", "merci !"]  # fmt: skip


class Town:
    """Direct rooms, where everything is answered, and groups, where half is meant for the bot."""

    def __init__(self, server, bot):
        self.server, self.bot = server, bot
        self.person, self.other = Person(server), Person(server)
        self.direct = [self.open(direct=True) for _ in range(DIRECT)]
        self.groups = [self.open() for _ in range(GROUPS)]
        for group in self.groups:
            self.person.call("POST", f"/v3/rooms/{group}/invite", {"user_id": self.other.id})
            self.other.join(group)
        self.passing = None
        self.asked = collections.Counter()

    def open(self, **more):
        room = self.person.room(self.bot["user_id"], **more)
        until = time.monotonic() + LATEST
        while self.bot["user_id"] not in self.person.members(room):
            if time.monotonic() > until:
                sys.exit(f"the bot didn't come into {room}")
            time.sleep(0.1)
        return room

    def say(self, number):
        text = QUESTIONS[number % len(QUESTIONS)].format(number)
        if number % COMES_AND_GOES == 0:
            self.another_room()
        if number % 5:
            self.ask(self.direct[number % DIRECT], text)
        elif number % 2:
            self.ask(self.groups[number // 5 % GROUPS], text, **{"m.mentions": {"user_ids": [self.bot["user_id"]]}})
        else:
            self.other.say(self.groups[number // 5 % GROUPS], f"on mange où à {number % 24} h ?")

    def ask(self, room, text, **content):
        self.person.say(room, text, **content)
        self.asked[room] += 1

    def another_room(self):
        if self.passing:
            self.person.call("POST", f"/v3/rooms/{self.passing}/leave", {})
        self.passing = self.person.room(self.bot["user_id"], direct=True)

    def missing(self):
        """Of each room, how many answers there are too few, or below zero, too many."""
        answered = {room: len(messages_of(self.bot["user_id"], self.person.history(room))) for room in self.asked}
        return {room: asked - answered[room] for room, asked in self.asked.items() if asked != answered[room]}


def load(server, service, town):
    restart_at = int(MINUTES * 60 * A_SECOND / 2)

    def push(number):
        if number == restart_at:
            server.stop()
            server.start()
        town.say(number)

    return steady_load.run(service, MINUTES, A_SECOND, push, lambda: f"in {len(town.asked)} rooms")


def main():
    with tempfile.TemporaryDirectory(prefix="facteur-soak-") as folder, synapse.Synapse(folder + "/synapse") as server:
        bot = server.user("facteur")
        (pathlib.Path(folder) / "facteur").mkdir()
        service = service_for(server, bot, folder + "/facteur")
        service.within = steady_load.ENVIRONMENT
        service.start()
        try:
            town = Town(server, bot)
            samples = load(server, service, town)
            until = time.monotonic() + LATEST
            while (missing := town.missing()) and time.monotonic() < until:
                time.sleep(1)
            status = service.end()
        finally:
            service.end_for_good()
    settled = steady_load.settled(samples)
    print(f"{sum(town.asked.values())} questions in {len(town.asked)} rooms; exit status {status}")
    if status != 0 or missing or not settled:
        sys.exit(f"failed; answers too few by room: {missing}; log:\n{service.log()[-5000:]}")


if __name__ == "__main__":
    main()
