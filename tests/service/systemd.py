"""systemd's end of sd_notify(3): a datagram socket that records what a service says of itself."""

import socket
import time


class Systemd:
    def __init__(self, folder, watchdog=None):
        """`watchdog`: seconds within which WATCHDOG=1 is expected."""
        path = str(folder / "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(path)
        self.command = ["env", f"NOTIFY_SOCKET={path}"]
        if watchdog:
            self.command.append(f"WATCHDOG_USEC={int(watchdog * 1_000_000)}")

    def close(self):
        self.socket.close()

    def next(self, patience):
        """The next message, as a dictionary; None if none comes."""
        self.socket.settimeout(patience)
        try:
            lines = self.socket.recv(4096).decode().splitlines()
        except TimeoutError:
            return None
        return dict(line.split("=", 1) for line in lines)

    def wait_for(self, key, patience):
        """The next message that holds the key; what comes before it is passed over."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            message = self.next(until - time.monotonic())
            if message and key in message:
                return message
        raise TimeoutError(f"systemd wasn't told {key} within {patience} s")

    def silent_for(self, seconds, patience):
        """Waits until nothing came for so long; whether that was so in time."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if self.next(seconds) is None:
                return True
        return False
