"""What the benchmarks found: as figures.h does, for people on stdout and for the table in the file that FACTEUR_FIGURES names."""

import os
import sys


def report(name, value, unit="", aim=""):
    print(f"{name:<72} {value:>12.6g} {unit:<14} {f'(aim: {aim})' if aim else ''}".rstrip(), flush=True)
    path = os.environ.get("FACTEUR_FIGURES")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"{name}\t{value:.6g}\t{unit}\t{aim}\n")


def met(value, aim):
    """Whether "at most 6" or "at least 100000" holds; None without an aim."""
    if not aim:
        return None
    words, bound = aim.rsplit(" ", 1)
    return value <= float(bound) if words == "at most" else value >= float(bound)


def table(path):
    """Prints the file as one table, and returns how many aims were missed."""
    missed = 0
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    print(f"\n{'':<72} {'measured':>12} {'':<10} aim")
    for name, value, unit, aim in rows:
        verdict = {None: "", True: "met", False: "MISSED"}[met(float(value), aim)]
        missed += verdict == "MISSED"
        shown = f"{float(value):,.0f}" if float(value) >= 1000 else f"{float(value):.3g}"
        print(f"{name:<72} {shown:>12} {unit:<10} {aim:<18} {verdict}".rstrip())
    return missed


if __name__ == "__main__":
    table(sys.argv[1])
