"""A file that whoever opens it waits for, until the test lets go: a write lease (fcntl(2), "Leases")."""

import contextlib
import fcntl
import os
import signal
import time
import unittest

LOOKS_AGAIN_AFTER = 0.005  # seconds; the kernel tells by a signal alone that somebody waits, which this program doesn't need


class HeldFile:
    """The kernel itself lets go after /proc/sys/fs/lease-break-time: 45 seconds."""

    def __init__(self, path):
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        self.file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.fcntl(self.file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        except OSError as error:
            os.close(self.file)
            raise unittest.SkipTest(f"the kernel gives no lease on {path}: {error.strerror}") from error

    def wait_until_opened(self, patience):
        until = time.monotonic() + patience
        while fcntl.fcntl(self.file, fcntl.F_GETLEASE) == fcntl.F_WRLCK:
            if time.monotonic() > until:
                raise TimeoutError(f"nobody opened the file within {patience} s")
            time.sleep(LOOKS_AGAIN_AFTER)

    def let_go(self):
        with contextlib.suppress(OSError):  # it was
            os.close(self.file)
