#!/usr/bin/env python3
"""What `facteur` costs as a process: one question, and a stream of a million.

    process.py [--quick] path/to/facteur
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

from figures import report

QUESTIONS = [
    "c'est quoi le serveur entrant pour marie@henrietmoi.ca ?",
    "which port for sending with nplus.ca, and is it ssl?",
    "je reçois mes courriels mais je ne peux pas en envoyer avec outlook",
]
CORPUS = pathlib.Path(__file__).resolve().parent.parent / "corpus"
SAMPLES = 10  # of the stream's memory


def run_once(command):
    """Wall milliseconds, processor milliseconds and peak megabytes of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command} ended with {child.returncode}")
    return 1000 * wall, 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024


def measure_runs(facteur, times):
    runs = [run_once([facteur, "ask", QUESTIONS[i % len(QUESTIONS)]]) for i in range(times)]
    starts = [run_once([facteur, "--help"]) for _ in range(times)]
    walls, processor, peaks = zip(*runs)
    report("facteur ask, whole process, median", statistics.median(walls), "ms", "at most 30")
    report("facteur ask, whole process, quickest", min(walls), "ms")
    report("facteur ask, whole process, processor time, median", statistics.median(processor), "ms")
    report("facteur --help, whole process, median", statistics.median(start[0] for start in starts), "ms")
    # A child counts this interpreter's own memory until it runs the program, so a smaller program would not show.
    report("facteur ask, whole process, peak memory", max(peaks), "MB", "at most 30")


def lines(count):
    """So many lines for `ask --jsonl`, in blocks of bytes: corpus messages, each with a number of its own, most of them in chats."""
    texts = []
    for name in ("questions.fr.jsonl", "questions.en.jsonl", "other.jsonl"):
        with open(CORPUS / name, encoding="utf-8") as file:
            texts += [json.dumps(json.loads(line)["text"], ensure_ascii=False)[1:-1] for line in file if line.strip()]
    for begin in range(0, count, 1000):
        block = [
            f'{{"text": "{texts[number * 7919 % len(texts)]} {number}", "chat": "{number % 50021}"}}\n' if number % 4
            else f'{{"text": "{texts[number * 7919 % len(texts)]} x{number}"}}\n'
            for number in range(begin, min(begin + 1000, count))
        ]
        yield "".join(block).encode()


def write_all(pipe, count):
    with pipe:
        for block in lines(count):
            pipe.write(block)


def resident(pid):
    """Megabytes."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def measure_stream(facteur, count):
    child = subprocess.Popen([facteur, "ask", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1 << 16)
    writer = threading.Thread(target=write_all, args=(child.stdin, count))
    start = time.perf_counter()
    writer.start()
    answered, sampled = 0, []
    while block := child.stdout.read1(1 << 16):
        answered += block.count(b"\n")
        if answered >= (len(sampled) + 1) * count // SAMPLES and len(sampled) < SAMPLES - 1:
            sampled.append(resident(child.pid))
    writer.join()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if child.returncode != 0 or answered != count:
        sys.exit(f"{count} lines, {answered} answers, exit status {child.returncode}")
    processor = used.ru_utime + used.ru_stime
    print(f"resident after each tenth of {count:,} lines, MB: " + " ".join(f"{each:.1f}" for each in sampled))
    report(f"ask --jsonl, {count:,} lines", count / seconds, "lines/s")
    report("ask --jsonl, a second of processor time", count / processor, "lines/s")
    report("ask --jsonl, resident memory at half", sampled[SAMPLES // 2 - 1], "MB")
    report("ask --jsonl, resident memory at the end / at half", sampled[-1] / sampled[SAMPLES // 2 - 1], "", "at most 1.05")
    report("ask --jsonl, peak memory", used.ru_maxrss / 1024, "MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facteur", help="the program")
    parser.add_argument("--quick", action="store_true", help="50,000 lines instead of a million, and fewer runs")
    options = parser.parse_args()
    measure_runs(options.facteur, 15 if options.quick else 60)
    measure_stream(options.facteur, 50_000 if options.quick else 1_000_000)


if __name__ == "__main__":
    main()
