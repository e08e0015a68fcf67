#!/usr/bin/env python3
"""What an operator asks beside the service: does the account work, what was asked.

    python3 tests/service/commands_test.py path/to/facteur
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "telegram"))

import customers  # noqa: E402
from running import FACTEUR  # noqa: E402
from service import PATIENCE, Served, run_tests  # noqa: E402
from world import USERNAME  # noqa: E402

FRENCH = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
ENGLISH = "what is the outgoing port for marie@nplus.ca?"
NEITHER = "blorptastique"
WRONG_TOKEN = "7000000001:AAWrong-token_for-tests-only-987654321"


class Commands(Served):
    def setUp(self):
        super().setUp()
        self.wait_for(lambda world: world.polling.waiting)

    def command(self, *arguments):
        """Exit status, and what it prints anywhere, which holds no token."""
        run = subprocess.run([FACTEUR, *arguments, "--config", str(self.service.config)], capture_output=True, text=True,
                             timeout=PATIENCE, check=False)  # fmt: skip
        for token in (self.telegram.token, WRONG_TOKEN):
            self.assertNotIn(token.partition(":")[2], run.stdout + run.stderr)
        return run.returncode, run.stdout + run.stderr


class Check(Commands):
    def test_a_token_that_works_names_the_bot(self):
        status, words = self.command("check", "--online")
        self.assertEqual(0, status, words)
        self.assertIn(f"works, as @{USERNAME}", words)

    def test_a_wrong_token_says_what_to_do(self):
        for token in (WRONG_TOKEN, WRONG_TOKEN.replace("7", "8")):
            with self.subTest(token=token):
                self.service.write_secret("token", token)
                status, words = self.command("check", "--online")
                self.assertEqual(1, status, words)
                self.assertIn("@BotFather", words)
                self.assertNotIn(token.partition(":")[2], words)

    def test_a_server_that_is_down_is_said_to_be(self):
        self.telegram.go_down()
        status, words = self.command("check", "--online")
        self.telegram.come_up()
        self.assertEqual(1, status, words)
        self.assertIn("can't be reached", words)

    def test_without_online_nobody_is_asked(self):
        before = self.telegram.read(lambda world: world.requests["getMe"])
        self.assertEqual(0, self.command("check")[0])
        self.assertEqual(before, self.telegram.read(lambda world: world.requests["getMe"]))


class Stats(Commands):
    def ask_all(self):
        for customer, (text, language) in enumerate([(FRENCH, "fr"), (ENGLISH, "en"), (NEITHER, "fr")], 42):
            self.ask(customers.private(text, customer, language), customer)

    def test_questions_are_counted_by_language_while_the_service_runs(self):
        self.ask_all()
        status, words = self.command("stats", "--json")
        self.assertEqual(0, status, words)
        counted = [each for each in json.loads(words)["total"] if each["intent"] == "settings"]
        self.assertEqual({"fr": 1, "en": 1}, {each["language"]: each["number"] for each in counted})
        status, words = self.command("stats")
        self.assertEqual(0, status, words)
        self.assertRegex(words, r"(?m)^  fr +settings .* 1$")
        self.assertRegex(words, r"(?m)^  en +settings .* 1$")


if __name__ == "__main__":
    run_tests()
