"""The libraries that other bots are made with, installed under build/ when a benchmark asks for them."""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent


class Missing(Exception):
    """Says why in words that can follow "since"."""


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise Missing(f"its packages can't be installed: {' '.join(done.stdout.strip().splitlines()[-1:])}")


def node_with(folder, packages):
    """The folder under build/ that holds `node_modules`."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise Missing("there is no `node` with `npm` here")
    folder = ROOT / "build" / folder
    folder.mkdir(parents=True, exist_ok=True)
    run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, *packages)
    return folder


def python_with(folder, packages):
    """The interpreter of a virtual environment under build/."""
    folder = ROOT / "build" / folder / "venv"
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", *packages)
    return folder / "bin" / "python"


def with_those_installed(makers):
    """Name -> what its maker gives; those whose packages are missing are left out, and it is said why."""
    found = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except Missing as why:
            print(f"{name} is left out, since {why}")
    return found
