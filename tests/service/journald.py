"""A systemd-journald of one's own, in a mount namespace that has a /run of its own; it ends with the service that it listens to."""

import json
import pathlib
import subprocess
import unittest

import namespaces

PROGRAM = "/lib/systemd/systemd-journald"
SCRIPT = r"""
set -e
mount -t tmpfs facteur-test /run
mkdir -p /run/log/journal /run/systemd/system
mount --bind "$1" /run/log/journal
echo 0123456789abcdef0123456789abcdef >/run/machine-id
mount --bind /run/machine-id /etc/machine-id
shift
setpriv --pdeathsig TERM "$PROGRAM" >/dev/null 2>&1 &
while [ ! -S /run/systemd/journal/stdout ]; do kill -0 $!; sleep 0.02; done
# systemd names the stream to what it starts (systemd.exec(5)), which systemd-cat doesn't.
exec systemd-cat --identifier=facteur sh -c 'JOURNAL_STREAM=$(stat --dereference --format=%d:%i /proc/self/fd/2) exec "$@"' sh "$@"
"""


class Journald:
    """`command` starts a program whose standard error is the journal. Skips the test where there is no journald, or the kernel
    refuses it such a namespace."""

    def __init__(self, folder):
        self.folder = folder / "journal"
        self.folder.mkdir()
        if not pathlib.Path(PROGRAM).exists():
            raise unittest.SkipTest(f"there is no {PROGRAM}")
        self.command = ["env", f"PROGRAM={PROGRAM}", *namespaces.OWN_MOUNTS, "sh", "-c", SCRIPT, "sh", str(self.folder)]
        tried = subprocess.run([*self.command, "true"], capture_output=True, text=True, check=False)
        if tried.returncode != 0:
            raise unittest.SkipTest(f"the kernel refuses a journald of one's own: {tried.stderr.strip()}")

    def lines(self):
        """Priority and message of each line so far."""
        told = subprocess.run(["journalctl", "--directory", self.folder, "--identifier", "facteur", "--output", "json", "--all"],
                              capture_output=True, text=True, check=False).stdout  # fmt: skip
        each = [json.loads(line) for line in told.splitlines()]
        return [(int(one["PRIORITY"]), one["MESSAGE"]) for one in each]
