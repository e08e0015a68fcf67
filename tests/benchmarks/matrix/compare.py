#!/usr/bin/env python3
"""Facteur on Matrix beside a bot by matrix-nio and one by matrix-bot-sdk: the same questions, in direct rooms on a real Synapse whose
limits are lifted, each bot in turn.

    compare.py [--quick] path/to/facteur

Every bot joins by invitation, answers with a notice and marks the question as read; Facteur's durable delivery is on. First questions
come one at a time: the latency is from a question's way to the bot to its answer's way back, as relay.py sees them. Then a backlog
becomes visible at once. The floor is floor_peer.py, which does nothing that a bot could leave out.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path[:0] = [str(HERE.parent), str(ROOT / "tests" / "matrix"), str(ROOT / "tests" / "service")]

import synapse  # noqa: E402: of tests/matrix

synapse.in_environment()

import argparse  # noqa: E402
import os  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import types  # noqa: E402

import running  # noqa: E402: of tests/service
from beside import Beside  # noqa: E402: one folder up
from figures import report  # noqa: E402
from peers.compare import KNOWLEDGE, labelled_messages  # noqa: E402
from peers.packages import node_with, with_those_installed  # noqa: E402
from process import resident  # noqa: E402
from relay import MARK, Relay  # noqa: E402
from served import Person, service_for  # noqa: E402

NODE_PACKAGES = ["matrix-bot-sdk@0.8.0"]
WARM_UP = 20  # questions before those that are timed
ROOM_BACKLOG = 4  # questions a room; a sync answer shows no more than ten of one, unless it is asked to


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Contestant:
    """`start(contestant, folder)` gives the bot's process."""

    def __init__(self, name, start, server, messages, folder):
        self.name = name
        self.server = server
        self.messages = messages
        self.relay = Beside(Relay, server.address)
        self.address = self.relay.call("get_address")
        self.account = server.user(name.lower().replace(" ", "."))
        self.asked = 0
        self.process = start(self, folder)

    def ask(self, customer, room):
        number, self.asked = self.asked, self.asked + 1
        customer.say(room, self.messages[number % len(self.messages)], **{f"{MARK}.{number}": True})
        return number

    def measure(self, rooms, questions, backlog):
        relay = self.relay
        relay.call("wait_for_syncs", 1)
        customer = Person(self.server)
        where = [customer.room(self.account["user_id"], direct=True) for _ in range(rooms)]
        relay.call("wait_for_joins", rooms)
        asked = {}
        for number in range(WARM_UP + questions):
            before, room = relay.call("sent"), where[number % rooms]
            asked[self.ask(customer, room)] = room
            relay.call("wait_for_sends", before + 1)
        timed = dict(list(asked.items())[WARM_UP:])
        self.median, self.p99 = relay.call("latencies", timed)
        self.memory = resident(self.process.pid)
        relay.call("hold_back")
        for number in range(backlog):
            self.ask(customer, where[number // ROOM_BACKLOG])
        before = [processor_seconds(pid) for pid in (self.server.process.pid, self.process.pid)]
        self.answers_a_second = relay.call("let_go", backlog)
        seconds = backlog / self.answers_a_second
        after = [processor_seconds(pid) for pid in (self.server.process.pid, self.process.pid)]
        self.server_busy, self.busy = [(new - old) / seconds for old, new in zip(before, after)]

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.relay.stop()


def start_facteur(contestant, folder):
    return service_for(types.SimpleNamespace(address=contestant.address), contestant.account, folder).start().process


def start_command(*command):
    def start(contestant, folder):
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [*command, contestant.address, contestant.account["user_id"]],
                cwd=folder, stdin=subprocess.PIPE, stdout=log, stderr=log,
            )  # fmt: skip
        process.stdin.write(contestant.account["access_token"].encode() + b"\n")
        process.stdin.close()
        return process

    return start


def everyone(scratch):
    """Name -> how to start it."""
    knowledge = scratch / "knowledge.json"
    subprocess.run([sys.executable, HERE.parent / "peers" / "peer.py", KNOWLEDGE, "--export", knowledge], check=True)
    return with_those_installed({
        "Facteur": lambda: start_facteur,
        "the floor": lambda: start_command(sys.executable, HERE / "floor_peer.py"),
        "matrix-nio": lambda: start_command(sys.executable, HERE / "nio_peer.py", KNOWLEDGE),
        "matrix-bot-sdk": lambda: start_command("node", HERE / "sdk_peer.mjs", node_with("matrix_peers", NODE_PACKAGES), knowledge),
    })  # fmt: skip


def tell(contestants, rooms):
    for each in contestants:
        report(f"Matrix, one question at a time, median: {each.name}", each.median, "ms")
        report(f"Matrix, one question at a time, 99th of 100: {each.name}", each.p99, "ms")
        report(f"Matrix, memory with {rooms} rooms: {each.name}", each.memory, "MB")
        report(f"Matrix, answers a second, backlog: {each.name}", each.answers_a_second)
        print(f"    meanwhile Synapse was busy for {100 * each.server_busy:.0f} % of one core, the bot for {100 * each.busy:.0f} %")
    facteur, floor, *peers = contestants
    for each in [facteur, *peers]:
        report(f"Matrix, median added to the floor's: {each.name}", each.median - floor.median, "ms")
    report("Matrix, answers a second: Facteur / the floor", facteur.answers_a_second / floor.answers_a_second, "times")
    for each in peers:
        report(f"Matrix, median: {each.name} / Facteur", each.median / facteur.median, "times", "at least 3")
        report(f"Matrix, 99th of 100: {each.name} / Facteur", each.p99 / facteur.p99, "times", "at least 3")
        report(f"Matrix, memory: {each.name} / Facteur", each.memory / facteur.memory, "times", "at least 3")
        report(f"Matrix, answers a second: Facteur / {each.name}", facteur.answers_a_second / each.answers_a_second, "times")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facteur", help="the program")
    parser.add_argument("--quick", action="store_true", help="30 rooms and 100 questions instead of 200 and 1,000")
    options = parser.parse_args()
    running.FACTEUR = options.facteur
    rooms, questions = (30, 100) if options.quick else (200, 1000)
    messages = [each["text"] for each in labelled_messages()]
    contestants = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        with synapse.Synapse(scratch / "synapse") as server:
            for name, start in everyone(scratch).items():
                folder = scratch / name
                folder.mkdir()
                contestant = Contestant(name, start, server, messages, folder)
                try:
                    contestant.measure(rooms, questions, rooms * ROOM_BACKLOG)
                except TimeoutError as error:
                    sys.exit(f"{name}: {error}\n{(folder / 'log').read_text(encoding='utf-8', errors='replace')[-2000:]}")
                finally:
                    contestant.end()
                contestants.append(contestant)
        tell(contestants, rooms)


if __name__ == "__main__":
    main()
