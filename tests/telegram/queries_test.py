#!/usr/bin/env python3
"""Taps on buttons and inline searches: somebody sees the program busy until they are answered, and what they say may be forged.

    python3 tests/telegram/queries_test.py path/to/facteur
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import customers  # noqa: E402
from service import AGENT, Served, run_tests  # noqa: E402

GROUP = customers.supergroup_chat(1)
WITHOUT_DOMAIN = "réglages de courriel"
HOST = "imap.ionos.com"
AN_HOUR = 3600
TAP_LASTS, SEARCH_LASTS = 150, 30  # seconds in which Telegram takes an answer


class Tap(Served):
    def choices(self, chat=42):
        return self.ask(customers.private(WITHOUT_DOMAIN, chat), chat)[0]

    def tapped(self, count=1):
        self.wait_for(lambda world: len(world.callback_answers) >= count)

    def test_it_is_answered_while_its_chat_is_held_up(self):
        choices = self.choices()
        held_up = self.telegram.fault("too_many_requests", chat=42, retry_after=AN_HOUR)
        self.telegram.push(customers.pressed(choices, "henrietmoi.ca", 42))
        self.tapped()
        self.wait_for(lambda world: held_up.played)
        self.assertEqual(1, len(self.telegram.read(lambda world: world.sent_to(42))))

    def test_it_is_answered_again_where_the_first_answer_failed(self):
        choices = self.choices()
        self.telegram.fault("internal_error", method="answerCallbackQuery", count=1)
        self.assertIn(HOST, self.ask(customers.pressed(choices, "henrietmoi.ca", 42), 42)[0].text)
        self.tapped()

    def test_one_that_comes_too_late_to_be_answered_still_gets_its_settings(self):
        choices = self.choices()
        self.telegram.push(customers.pressed(choices, "henrietmoi.ca", 42), age=TAP_LASTS - 1)
        self.telegram.push(customers.pressed(choices, "henrietmoi.ca", 42), age=TAP_LASTS + 1)
        self.assertIn(HOST, self.answers(42, 2)[1].text)
        self.ask(customers.private("merci", 43), 43)

    def test_what_it_says_is_as_little_trusted_as_what_anybody_types(self):
        choices = self.choices()
        forged = ["/forget", "<b>'; DROP TABLE outbox; --</b>", "/answer", "/start@other_bot", "\u202e\u0000\x1b[31m", "é" * 32,
                  "mot de passe : Zq7!kiwi42", "{}", "0"]  # fmt: skip
        for data in forged:
            self.telegram.push(customers.pressed(choices, data, 42))
        self.tapped(len(forged))
        self.handled()
        self.assertIn(HOST, self.ask(customers.pressed(self.choices(43), "henrietmoi.ca", 43), 43)[0].text)
        said = "".join(sent.text for sent in self.telegram.read(lambda world: list(world.sent)))
        for hostile in ("<b>", "\x1b", "\u202e", "kiwi42"):
            self.assertNotIn(hostile, said)
            self.assertNotIn(hostile, self.service.log())

    def test_in_a_group_it_answers_whoever_tapped(self):
        choices = self.ask(customers.mention(WITHOUT_DOMAIN, 42, GROUP), GROUP["id"])[0]
        self.assertIn(HOST, self.ask(customers.pressed(choices, "henrietmoi.ca", 43, GROUP), GROUP["id"])[0].text)
        self.tapped()


class Search(Served):
    def found(self, query, language="fr", **pushed):
        before = self.telegram.read(lambda world: len(world.inline_answers))
        self.telegram.push(customers.inline(query, AGENT, language), **pushed)
        return self.wait_for(lambda world: world.inline_answers[before:])[0]

    def test_it_is_answered_in_the_agents_language_and_kept_for_that_agent_alone(self):
        french, english = self.found("nplus imap", "fr"), self.found("nplus imap", "en")
        self.assertIn("Serveur entrant", french.texts[0])
        self.assertIn("Incoming server", english.texts[0])
        for found in (french, english):
            self.assertTrue(found.parameters["is_personal"])
            self.assertLessEqual(found.parameters["cache_time"], 300)

    def test_that_nothing_was_found_is_not_kept_while_somebody_goes_on_typing(self):
        nothing = self.found("xq")
        self.assertEqual([], nothing.results)
        self.assertLessEqual(nothing.parameters["cache_time"], 10)
        self.assertLess(nothing.parameters["cache_time"], self.found("nplus").parameters["cache_time"])

    def test_a_failed_answer_comes_again_in_time(self):
        self.telegram.fault("bad_gateway", method="answerInlineQuery", count=1)
        self.assertGreaterEqual(len(self.found("nplus imap").results), 2)

    def test_one_that_nobody_waits_for_any_more_holds_up_nothing(self):
        self.telegram.push(customers.inline("nplus pop", AGENT), age=SEARCH_LASTS + 1)
        self.assertGreaterEqual(len(self.found("nplus imap").results), 2)


if __name__ == "__main__":
    run_tests()
