"""`facteur run` as a process of a test: its configuration, its secrets, its log; started and killed at will.

Each test folder's own Served says which accounts it has and who talks to them.
"""

import pathlib
import re
import signal
import subprocess
import sys
import time

FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
LOOKS_AGAIN_AFTER = 0.02  # seconds; a file that another process writes can only be looked at again


def toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


class Service:
    """`accounts`: a table's name ("telegram.test") and its settings, those that are None left out. `secrets`: a file's name and
    its line. The state file is kept from one start to the next."""

    def __init__(self, folder, accounts, secrets, patience, **settings):
        self.folder = pathlib.Path(folder)
        self.patience = patience
        self.log_file = self.folder / "log"
        self.config = self.folder / "facteur.toml"
        self.within = []  # what the program is started by, such as env or unshare: a command and its arguments
        self.process = None
        for name, text in secrets.items():
            self.write_secret(name, text)
        self.configure(accounts, **settings)

    def configure(self, accounts=None, **settings):
        """Without accounts, those there were."""
        self.accounts = accounts or self.accounts
        tables = {"": {"state": "facteur.db", **settings}, **self.accounts}
        lines = []
        for table, values in tables.items():
            lines += [f"[{table}]"] if table else []
            lines += [f"{key} = {toml(value)}" for key, value in values.items() if value is not None]
        self.config.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def write_secret(self, name, text):
        (self.folder / name).write_text(text + "\n", encoding="utf-8")
        (self.folder / name).chmod(0o600)

    def start(self, **environment):
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen([*self.within, FACTEUR, "run", "--config", str(self.config)], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, **environment)
        return self

    def end(self, number=signal.SIGTERM):
        """What the process ended with."""
        self.process.send_signal(number)
        return self.process.wait(self.patience)

    def kill(self):
        self.end(signal.SIGKILL)

    def running(self):
        return self.process is not None and self.process.poll() is None

    def end_for_good(self):
        """At the end of a test, whatever became of it."""
        if self.running():
            self.process.kill()
            self.process.wait()

    def log(self):
        return self.log_file.read_text(encoding="utf-8", errors="replace") if self.log_file.exists() else ""

    def wait_for_log(self, words, times=1):
        until = time.monotonic() + self.patience
        ended = False
        while self.log().count(words) < times:
            if ended or time.monotonic() > until:
                raise TimeoutError(f"the log doesn't say {words!r} {times} times:\n{self.log()}")
            ended = not self.running()  # what it said last is looked at once more
            time.sleep(LOOKS_AGAIN_AFTER)

    def megabytes(self, which="VmRSS"):
        """Memory in use now, or VmHWM: the most that ever was."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(rf"{which}:\s+(\d+) kB", status)[1]) / 1024

    def shown_to_others(self):
        """What anybody on the machine may read of the process."""
        return pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_bytes().decode(errors="replace")
