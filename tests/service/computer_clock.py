"""The computer's clock as one process sees it, by libfaketime (Debian's package faketime)."""

import pathlib

LIBRARIES = pathlib.Path("/usr/lib")


def library():
    found = sorted(LIBRARIES.glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        raise FileNotFoundError("libfaketime is missing: config/packages.sh test")
    return found[0]


class ComputerClock:
    """`command`: starts a program under it. The steady clock goes its own way, as it does when somebody sets a computer's, unless
    `steady_too`."""

    def __init__(self, folder, steady_too=False):
        self.file = folder / "clock"
        self.command = ["env", f"LD_PRELOAD={library()}", f"FAKETIME_TIMESTAMP_FILE={self.file}", "FAKETIME_NO_CACHE=1",
                        f"FAKETIME_DONT_FAKE_MONOTONIC={int(not steady_too)}",
                        "ASAN_OPTIONS=verify_asan_link_order=0"]  # fmt: skip
        self.put_forward(0)

    def put_forward(self, seconds):
        """From the true time on; back where it is negative."""
        self.write(f"{seconds:+}")

    def run_faster(self, times):
        """And so do the process's own waits end sooner."""
        self.write(f"+0 x{times}")

    def write(self, text):
        new = self.file.with_suffix(".new")
        new.write_text(text + "\n", encoding="ascii")
        new.rename(self.file)  # never half of it
