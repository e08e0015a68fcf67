#!/usr/bin/env python3
"""What the package installs beside the program: the example that explains every key, and the hardened unit.

    python3 tests/service/installed_files_test.py path/to/facteur
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = (HERE / "config" / "facteur.example.toml").read_text(encoding="utf-8")
UNIT = HERE / "config" / "facteur.service"
FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
# A key or a table that is commented out; a secret has one place, and the others beside it are commented out for good.
KEY = re.compile(r"^# *((?!token_|password_)[a-z_]+ = |\[[a-z]+\.[a-z]+\])", re.MULTILINE)
# How the configuration's readers name a key: table.text("api"), one_of(table, "groups", …).
ASKED_FOR = re.compile(r'(?:text|integers?|boolean)\("([a-z_]+)"\)|\((?:table|file), "([a-z_]+)"')
SECRETS = {"token", "password"}  # each with three places
MOST_EXPOSED = 15  # tenths, of what systemd-analyze calls exposure


class Example(unittest.TestCase):
    def test_every_key_of_the_program_is_explained(self):
        sources = "".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "bot").glob("configuration*.cpp")))
        keys = {first or second for first, second in ASKED_FOR.findall(sources)}
        self.assertLessEqual({"state", "log", "groups", "agents", "ephemeral", "invited_by", "token"}, keys)
        for secret in SECRETS:
            keys |= {f"{secret}_{place}" for place in ("file", "credential", "environment")}
        self.assertEqual([], sorted(key for key in keys - SECRETS if not re.search(rf"\b{key}\b", EXAMPLE)))

    def test_every_key_that_it_explains_is_known(self):
        with tempfile.TemporaryDirectory(prefix="facteur-test-") as folder:
            config = pathlib.Path(folder) / "facteur.toml"
            config.write_text(KEY.sub(lambda found: found[1], EXAMPLE), encoding="utf-8")
            run = subprocess.run([FACTEUR, "check", "--config", config], capture_output=True, text=True, check=False)
            self.assertNotIn("unknown key", run.stdout)
            self.assertNotIn("not TOML", run.stdout)


class Unit(unittest.TestCase):
    def setting(self, name):
        return re.findall(rf"(?m)^{name}=(.*)$", UNIT.read_text(encoding="utf-8"))

    def test_it_is_watched_stopped_in_time_and_told_where_its_state_and_token_lie(self):
        self.assertEqual(["notify"], self.setting("Type"))
        self.assertGreater(int(self.setting("WatchdogSec")[0]), 20)  # seconds: the service looks around every ten
        self.assertGreater(int(self.setting("TimeoutStopSec")[0]), 5)  # seconds: what an end may take
        self.assertEqual(["facteur"], self.setting("StateDirectory"))
        self.assertEqual(["telegram.token:/etc/facteur/telegram.token"], self.setting("LoadCredential"))
        self.assertIn('token_credential = "telegram.token"', EXAMPLE)
        self.assertIn('state = "/var/lib/facteur/facteur.db"', EXAMPLE)

    def test_it_is_hardened(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("there is no systemd-analyze")
        run = subprocess.run(["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", "--no-pager", UNIT],
                             capture_output=True, text=True, check=False)  # fmt: skip
        self.assertEqual(0, run.returncode, run.stdout + run.stderr)
        self.assertIn("Overall exposure level", run.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
