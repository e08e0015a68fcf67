#!/usr/bin/env python3
"""What an operator asks beside the service: does the account work, what was asked.

    python3 tests/service/commands_test.py path/to/facteur
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

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

    def command(self, *arguments, **environment):
        """Exit status, and what it prints anywhere, which holds no token."""
        run = subprocess.run([FACTEUR, *arguments, "--config", str(self.service.config)], capture_output=True, text=True,
                             timeout=PATIENCE, check=False, env={**os.environ, **environment})  # fmt: skip
        for token in (self.telegram.token, WRONG_TOKEN):
            self.assertNotIn(token.partition(":")[2], run.stdout + run.stderr)
        return run.returncode, run.stdout + run.stderr


class Check(Commands):
    def test_a_token_that_works_names_the_bot(self):
        status, words = self.command("check", "--online")
        self.assertEqual(0, status, words)
        self.assertIn(f"works, as @{USERNAME}", words)

    def test_what_botfather_must_switch_on_is_said_and_is_no_error(self):
        status, words = self.command("check", "--online")
        self.assertEqual(0, status, words)
        self.assertRegex(words, r"(?m)^telegram\.test: notice: .*/setprivacy at @BotFather")
        self.telegram.run(lambda: self.telegram.world.me_in_full.update(can_read_all_group_messages=True,
                                                                        supports_inline_queries=False))  # fmt: skip
        status, words = self.command("check", "--online")
        self.assertEqual(0, status, words)
        self.assertNotIn("/setprivacy", words)
        self.assertRegex(words, r"(?m)^telegram\.test: notice: .*/setinline at @BotFather")

    def test_a_libcurl_that_cannot_be_loaded_is_said_by_those_who_need_it(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "libcurl.so.4").touch()
            status, words = self.command("check", "--online", LD_LIBRARY_PATH=folder)
            self.assertEqual(1, status, words)
            self.assertIn("libcurl.so.4 (Debian's package libcurl4) can't be loaded: ", words)
            status, words = self.command("check", LD_LIBRARY_PATH=folder)
            self.assertEqual(0, status, words)

    def test_commands_that_cannot_be_registered_are_a_warning(self):
        self.telegram.fault("bad_request", method="setMyCommands")
        status, words = self.command("check", "--online")
        self.assertEqual(0, status, words)
        self.assertRegex(words, r"(?m)^telegram\.test: warning: the commands could not be registered: ")

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


    def test_a_webhook_says_what_to_do(self):
        self.telegram.set_webhook("https://example.org/hook")
        status, words = self.command("check", "--online")
        self.assertEqual(1, status, words)
        self.assertIn("deleteWebhook", words)

    def test_what_answers_but_is_no_bot_api_is_said_to_be_none(self):
        self.telegram.fault("bad_gateway", method="getMe")
        self.assertEqual(1, self.command("check", "--online")[0])
        self.telegram.clear_faults()
        account = self.service.accounts["telegram.test"]
        self.service.configure({"telegram.test": {**account, "api": account["api"] + "/elsewhere"}})
        status, words = self.command("check", "--online")
        self.assertEqual(1, status, words)
        self.assertIn("`api`", words)

    def test_each_account_is_asked_whatever_became_of_the_one_before(self):
        self.service.write_secret("wrong", WRONG_TOKEN)
        account = self.service.accounts["telegram.test"]
        self.service.configure({"telegram.a": {**account, "token_file": "wrong"}, "telegram.b": account})
        status, words = self.command("check", "--online")
        self.assertEqual(1, status, words)
        self.assertRegex(words, r"(?m)^telegram\.a: error: .*@BotFather")
        self.assertRegex(words, rf"(?m)^telegram\.b: works, as @{USERNAME}$")


class Configuration(Commands):
    """What is wrong with it is said before anybody is asked, by each command that needs it, with the line and what to do."""

    def refused(self, *words):
        before = self.telegram.read(lambda world: world.requests["getMe"])
        for command in (["check", "--online"], ["check"], ["run"], ["stats"]):
            with self.subTest(command=command):
                status, said = self.command(*command)
                self.assertEqual(1, status, said)
                self.assertRegex(said, r"(?m)^\S+facteur\.toml:\d+: error: ")
                for each in words:
                    self.assertIn(each, said)
        self.assertEqual(before, self.telegram.read(lambda world: world.requests["getMe"]))

    def with_account(self, **settings):
        self.service.configure({"telegram.test": {**self.service.accounts["telegram.test"], **settings}})

    def test_a_token_that_others_may_read(self):
        token = self.service.folder / "token"
        for mode in (0o640, 0o604, 0o660):
            token.chmod(mode)
            self.refused("may be read by others", f"chmod 600 {token}")

    def test_a_token_that_is_missing(self):
        (self.service.folder / "token").unlink()
        self.refused("token can't be read (No such file or directory)")

    def test_a_file_that_holds_no_token(self):
        self.service.write_secret("token", "")
        self.refused("is empty; expected a token")
        self.service.write_secret("token", f"{WRONG_TOKEN} and more")
        self.refused("holds more than a token")

    def test_an_unknown_key_names_the_nearest(self):
        self.with_account(grups="sure")
        self.refused("unknown key `grups` in [telegram.test]; did you mean `groups`?")

    def test_an_unknown_table_names_the_nearest(self):
        self.service.configure({"telegrm.test": self.service.accounts["telegram.test"]})
        self.refused("unknown key `telegrm`; did you mean `telegram`?")

    def test_a_value_that_is_none_of_its_kind(self):
        self.with_account(groups="sur", rich="yes", agents=["lea"], messages_per_second=0)
        self.refused("`groups` is \"sur\"; expected one of: sure, addressed, never", "`rich` is a string; expected true or false",
                     "`messages_per_second` is out of range; expected 1 to 1000000")  # fmt: skip

    def test_a_state_folder_that_is_missing(self):
        self.service.configure(state="nowhere/facteur.db")
        self.refused("nowhere doesn't exist")


class WrongUsage(Commands):
    def test_it_ends_with_2_and_says_where_help_is(self):
        for arguments in (["frobnicate"], ["run", "extra"], ["run", "--online"], ["check", "--frob"], ["stats", "--online"],
                          ["check", "--config"], ["--config"]):  # fmt: skip
            with self.subTest(arguments=arguments):
                status, words = self.command(*arguments)
                self.assertEqual(2, status, words)
                self.assertIn("--help", words)

    def test_online_needs_a_configuration(self):
        run = subprocess.run([FACTEUR, "check", "--online"], capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(2, run.returncode)
        self.assertIn("--online requires --config", run.stdout + run.stderr)


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

    def test_what_was_not_understood_is_counted(self):
        self.ask_all()
        status, words = self.command("stats", "--json")
        self.assertEqual(0, status, words)
        counted = {each["outcome"]: each["number"] for each in json.loads(words)["total"] if each["intent"] != "settings"}
        self.assertEqual(1, counted["not understood"], counted)

    def test_markup_that_was_refused_is_counted_as_a_bug(self):
        self.telegram.fault("bad_request", method="sendMessage", count=1, description="Bad Request: can't parse entities: odd")
        self.ask(customers.private("c'est quoi imap ?", 42), 42)
        status, words = self.command("stats", "--json")
        self.assertEqual(0, status, words)
        self.assertEqual([1], [each["number"] for each in json.loads(words)["total"] if each["outcome"] == "a bug of ours"])
        self.assertIn("it goes out as plain text: please report this", self.service.log())

    def test_each_day_has_its_own_numbers(self):
        days = [time.strftime("%Y-%m-%d", time.gmtime())]
        self.ask_all()
        status, words = self.command("stats", "--json")
        self.assertEqual(0, status, words)
        days.append(time.strftime("%Y-%m-%d", time.gmtime()))
        counted = json.loads(words)
        self.assertLessEqual(set(counted["days"]), set(days))
        self.assertEqual(sum(each["number"] for each in counted["total"]),
                         sum(each["number"] for day in counted["days"].values() for each in day))  # fmt: skip


if __name__ == "__main__":
    run_tests()
