#!/usr/bin/env python3
"""Facteur on Telegram beside a bot by grammY and its runner and one by aiogram: the same questions, from the same server on loopback.

    compare.py [--quick] path/to/facteur

Every bot answers with plain messages, Facteur's durable delivery is on and its budget for the account out of the way. First each in
turn works off a backlog and answers a steady stream; then all are left in peace, each with a server of its own. The floor is what
floor_peer.py needs, which does nothing that a bot could leave out.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path[:0] = [str(HERE.parent), str(ROOT / "tests" / "telegram")]

import service  # noqa: E402: of tests/telegram
import running  # noqa: E402: of tests/service
from beside import Beside  # noqa: E402
from figures import report  # noqa: E402: one folder up
from peers.compare import KNOWLEDGE, labelled_messages  # noqa: E402
from peers.packages import node_with, python_with, with_those_installed  # noqa: E402
from process import resident  # noqa: E402
from server import Asking  # noqa: E402

PACKAGES = "telegram_peers"
NODE_PACKAGES = ["grammy@1.46.0", "@grammyjs/runner@2.0.3"]
PYTHON_PACKAGES = ["aiogram[fast]==3.31.0", "aiohttp==3.14.5", "uvloop==0.23.0"]
FACTEUR = "Facteur"
FLOOR = "the floor"
WARM_UP = 200  # questions before the stream is timed
STREAM = 100  # questions a second


class Contestant:
    """`start(contestant, folder)` gives the bot's process."""

    def __init__(self, name, start, messages, folder):
        self.name = name
        self.server = Beside(Asking, messages)
        self.url, self.token = self.server.call("address")
        self.start = start
        self.folder = folder
        self.process = None

    def measure(self, backlog, seconds):
        server = self.server
        server.call("push", backlog)
        self.process = self.start(self, self.folder)
        self.answers_a_second, self.server_busy = server.call("clear_backlog")
        self.working = resident(self.process.pid)
        server.call("push", WARM_UP)
        server.call("wait")
        latencies = server.call("latencies", STREAM, seconds)
        self.median, self.p99 = statistics.median(latencies), statistics.quantiles(latencies, n=100)[98]
        self.resident = resident(self.process.pid)

    def processor_seconds(self):
        threads = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text(encoding="ascii").split()[0]) for thread in threads) / 1e9

    def end(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
        for violation in self.server.call("violations"):
            print(f"    {self.name} broke a rule of the Bot API: {violation}")
        self.server.stop()


def start_facteur(contestant, folder):
    return service.service_for(contestant, folder, messages_per_second=1_000_000, rich=False).start().process


def start_command(*command):
    def start(contestant, folder):
        with (folder / "log").open("wb") as log:
            return subprocess.Popen([*command, contestant.url, contestant.token], stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    return start


def everyone(scratch):
    """Name -> how to start it."""
    knowledge = scratch / "knowledge.json"
    subprocess.run([sys.executable, HERE.parent / "peers" / "peer.py", KNOWLEDGE, "--export", knowledge], check=True)
    return with_those_installed({
        FACTEUR: lambda: start_facteur,
        FLOOR: lambda: start_command(sys.executable, HERE / "floor_peer.py"),
        "grammY": lambda: start_command("node", HERE / "grammy_peer.mjs", node_with(PACKAGES, NODE_PACKAGES), knowledge),
        "aiogram": lambda: start_command(python_with(PACKAGES, PYTHON_PACKAGES), HERE / "aiogram_peer.py", KNOWLEDGE),
    })  # fmt: skip


def measure_quiet(contestants, seconds):
    before = [each.processor_seconds() for each in contestants]
    time.sleep(seconds)
    for each, used in zip(contestants, before):
        each.quiet = 1000 * (each.processor_seconds() - used)


def tell(contestants, quiet):
    for each in contestants:
        report(f"Telegram, answers a second, backlog: {each.name}", each.answers_a_second)
        print(f"    the server was busy for {100 * each.server_busy:.0f} % of one core meanwhile")
        report(f"Telegram, {STREAM} questions a second, median: {each.name}", each.median, "ms")
        report(f"Telegram, {STREAM} questions a second, 99th of 100: {each.name}", each.p99, "ms")
        report(f"Telegram, memory after the backlog: {each.name}", each.working, "MB")
        report(f"Telegram, memory after the stream: {each.name}", each.resident, "MB")
        report(f"Telegram, processor time in {quiet} quiet s: {each.name}", each.quiet, "ms")
    facteur, floor, *peers = contestants
    for each in [facteur, *peers]:
        report(f"Telegram, median added to the floor's: {each.name}", each.median - floor.median, "ms", "at most 1")
    report("Telegram, answers a second: Facteur / the floor", facteur.answers_a_second / floor.answers_a_second, "times")
    for each in peers:
        report(f"Telegram, answers a second: Facteur / {each.name}", facteur.answers_a_second / each.answers_a_second, "times", "at least 3")
        report(f"Telegram, median: {each.name} / Facteur", each.median / facteur.median, "times")
        report(f"Telegram, memory: {each.name} / Facteur", each.resident / facteur.resident, "times", "at least 3")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facteur", help="the program")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    running.FACTEUR = options.facteur
    backlog, seconds, quiet = (2_000, 3, 10) if options.quick else (10_000, 20, 60)
    messages = [each["text"] for each in labelled_messages()]
    contestants = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        try:
            for name, start in everyone(scratch).items():
                folder = scratch / name
                folder.mkdir()
                contestants.append(Contestant(name, start, messages, folder))
                contestants[-1].measure(backlog, seconds)
            measure_quiet(contestants, quiet)
        finally:
            for each in contestants:
                each.end()
        tell(contestants, quiet)


if __name__ == "__main__":
    main()
