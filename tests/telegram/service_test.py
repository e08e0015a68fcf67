#!/usr/bin/env python3
"""Customers, groups, agents and faults, as `facteur run` meets them on a strict Bot API server.

    python3 tests/telegram/service_test.py path/to/facteur
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import customers  # noqa: E402
from service import AGENT, PATIENCE, Served, run_tests  # noqa: E402

GROUP = customers.supergroup_chat(1)
FORUM = customers.supergroup_chat(2, forum=True)
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
PASSWORD = "mon mot de passe est Zq7!kiwi42"


class DirectChat(Served):
    def test_a_question_is_answered_in_its_language(self):
        self.assertIn("Serveur entrant", self.ask(customers.private(QUESTION, 42), 42)[0].text)
        english = self.ask(customers.private("what is the outgoing port for nplus.ca?", 43, "en"), 43)[0]
        self.assertIn("Outgoing port", english.text)

    def test_settings_are_a_table_with_buttons_that_copy(self):
        answer = self.ask(customers.private("réglages imap pour nplus.ca", 42), 42)[0]
        self.assertEqual("sendRichMessage", answer.method)
        self.assertIn(HOST, [cell for row in answer.tables[0] for cell in row])
        self.assertIn(HOST, [button["copy_text"]["text"] for button in answer.buttons if "copy_text" in button])

    def test_a_missing_domain_and_the_other_protocol_are_a_tap_away(self):
        asked = self.ask(customers.private("réglages de courriel", 42), 42)[0]
        choices = [button["callback_data"] for button in asked.buttons if "callback_data" in button]
        self.assertIn("henrietmoi.ca", choices)
        settings = self.ask(customers.pressed(asked, "henrietmoi.ca", 42), 42)[0]
        self.assertIn("imap.ionos.com", settings.text)
        self.assertIn("POP", [button.get("callback_data") for button in settings.buttons])
        self.assertIn("pop.ionos.com", self.ask(customers.pressed(settings, "POP", 42), 42)[0].text)
        self.wait_for(lambda world: len(world.callback_answers) == 2)

    def test_forged_and_forgotten_buttons_do_no_harm(self):
        asked = self.ask(customers.private("réglages de courriel", 42), 42)[0]
        self.ask(customers.pressed(asked, "<b>'; DROP TABLE</b>", 42), 42)
        self.assertIn("nplus", self.ask(customers.pressed_on_forgotten("nplus.ca", 42), 42)[0].text)

    def test_commands_and_their_menu(self):
        self.wait_for(lambda world: len(world.commands) >= 3)
        self.assertIn("courriel", self.ask(customers.private("/start", 42), 42)[0].text)
        self.assertIn(HOST, self.ask(customers.private("/settings nplus.ca", 43, "en"), 43)[0].text)

    def test_a_password_is_taken_away_and_never_said(self):
        self.ask(customers.private(PASSWORD, 42), 42)
        self.assertEqual(1, len(self.telegram.read(lambda world: list(world.deleted))))
        self.assertNotIn("kiwi42", "".join(sent.text for sent in self.telegram.world.sent))
        self.assertNotIn("kiwi42", self.service.log())

    def test_edits_channels_and_other_bots_are_no_questions(self):
        message = self.telegram.push(customers.private(QUESTION, 42))["message"]
        self.answers(42)
        self.telegram.push(customers.edited(message, "c'est quoi imap ?"))
        self.telegram.push(customers.from_bot(QUESTION, 99, GROUP))
        self.telegram.push(customers.via_bot(QUESTION, 42, GROUP))
        self.telegram.push(customers.channel_auto_forward(QUESTION, customers.channel(3), GROUP))
        self.handled()
        self.ask(customers.private("merci", 43), 43)
        self.assertEqual(2, len(self.telegram.world.sent))

    def test_ids_beyond_a_double_come_back_unrounded(self):
        self.assertIn(HOST, self.ask(customers.private(QUESTION, customers.LARGEST_ID), customers.LARGEST_ID)[0].text)


class Group(Served):
    def test_silence_mention_reply_and_command(self):
        self.telegram.push(customers.group("on mange où ce midi ?", 42, GROUP))
        self.telegram.push(customers.group("/imap@other_bot", 42, GROUP))
        named = self.ask(customers.mention("c'est quoi imap ?", 42, GROUP), GROUP["id"])[0]
        self.assertIn("IMAP", named.text)
        self.assertIsNotNone(named.reply_to)
        self.ask(customers.reply_to_bot("et pop ?", 42, named, GROUP), GROUP["id"])
        self.ask(customers.group("/imap@facteur_bot", 43, GROUP), GROUP["id"])
        self.ask(customers.text_mention("c'est quoi smtp ?", 44, GROUP), GROUP["id"])
        self.assertEqual(4, len(self.telegram.world.sent))

    def test_a_topic_is_answered_in_the_topic(self):
        answer = self.ask(customers.in_topic(QUESTION, 42, FORUM, 7), FORUM["id"])[0]
        self.assertEqual(7, answer.thread)
        self.assertIsNone(self.ask(customers.group(QUESTION, 43, FORUM), FORUM["id"])[0].thread)

    def test_an_agent_has_a_customer_answered(self):
        question = self.telegram.push(customers.group("chez moi ca marche pas non plus", 42, GROUP))["message"]
        self.handled()
        before = len(self.telegram.world.sent)
        self.telegram.push(customers.reply_to("/answer@facteur_bot", 43, question))  # no agent
        self.handled()
        answer = self.ask(customers.reply_to("/answer@facteur_bot", AGENT, question), GROUP["id"])[0]
        self.assertEqual(question["message_id"], answer.reply_to)
        self.assertEqual(before + 1, len(self.telegram.world.sent))

    def test_a_group_that_becomes_a_supergroup_is_followed(self):
        old, new = customers.group_chat(5), customers.supergroup_chat(5)
        self.ask(customers.mention("c'est quoi imap ?", 42, old), old["id"])
        self.telegram.migrate(old["id"], new)
        self.telegram.push(customers.mention("c'est quoi pop ?", 42, old))
        self.assertIn("POP", self.answers(new["id"])[0].text)

    def test_a_chat_that_is_gone_holds_up_nobody(self):
        self.ask(customers.mention("c'est quoi imap ?", 42, GROUP), GROUP["id"])
        self.telegram.chat_is_gone(GROUP["id"], "kicked_supergroup")
        self.telegram.push(customers.mention("c'est quoi pop ?", 42, GROUP), customers.blocked(43))
        self.ask(customers.private(QUESTION, 44), 44)
        self.telegram.push(customers.unblocked(43))
        self.ask(customers.private(QUESTION, 43), 43)


class Inline(Served):
    def test_a_search_offers_the_card_and_the_explanations(self):
        self.telegram.push(customers.inline("nplus imap", AGENT))
        results = self.wait_for(lambda world: world.inline_answers)[0]
        self.assertGreaterEqual(len(results.results), 2)
        self.assertIn(HOST, results.texts[0])
        self.assertTrue(results.parameters["is_personal"])

    def test_an_empty_search_is_answered(self):
        self.telegram.push(customers.inline("", AGENT))
        self.wait_for(lambda world: world.inline_answers)


class OldServer(Served):
    violations_expected = ("method not found",)

    def prepare(self):
        self.telegram.run(lambda: setattr(self.telegram.world, "rich_messages", False))

    def test_tables_go_out_as_lines_for_good(self):
        for customer in (42, 43, 44):
            answer = self.ask(customers.private("réglages imap pour nplus.ca", customer), customer)[0]
            self.assertEqual("sendMessage", answer.method)
        self.assertEqual(1, self.telegram.read(lambda world: world.requests["sendRichMessage"]))


class Ephemeral(Served):
    settings = {"ephemeral": True}
    violations_expected = ("ephemeral_message_parameters",)

    def test_only_the_asker_sees_the_answer_where_the_server_can(self):
        self.telegram.run(lambda: setattr(self.telegram.world, "ephemeral_messages", True))
        self.assertEqual(42, self.ask(customers.mention("c'est quoi imap ?", 42, GROUP), GROUP["id"])[0].receiver)

    def test_everybody_sees_it_elsewhere(self):
        for customer in (42, 43):
            self.assertIsNone(self.ask(customers.mention("c'est quoi imap ?", customer, GROUP), GROUP["id"])[0].receiver)


class Faults(Served):
    violations_expected = ("can't parse entities",)

    def question_survives(self, **fault):
        played = self.telegram.fault(**fault)
        answer = self.ask(customers.private(QUESTION, 42), 42)[0]
        self.assertIn(HOST, answer.text)
        self.assertGreaterEqual(played.played, 1)
        self.assertEqual(1, len(self.telegram.world.sent_to(42)))

    def test_polling_survives_an_html_page(self):
        self.question_survives(kind="bad_gateway", method="getUpdates", count=1)

    def test_polling_survives_a_second_poller(self):
        self.question_survives(kind="conflict", method="getUpdates", count=1)

    def test_a_second_poller_that_stays_is_named_to_the_operator(self):
        conflict = self.telegram.fault(kind="conflict", method="getUpdates")
        self.service.wait_for_log("another program polls with this bot's token")
        self.telegram.clear_faults()
        self.assertIn(HOST, self.ask(customers.private(QUESTION, 42), 42)[0].text)
        self.assertLess(conflict.played, 10)  # it lets the other one work

    def test_polling_survives_a_reset(self):
        self.question_survives(kind="reset", method="getUpdates", count=1)

    def test_sending_waits_as_long_as_it_is_told_to(self):
        self.question_survives(kind="too_many_requests", count=1, retry_after=1, chat=42)

    def test_poison_is_passed_over(self):
        self.telegram.push(customers.private(QUESTION, 41))
        self.telegram.push_raw()
        self.assertIn(HOST, self.ask(customers.private(QUESTION, 42), 42)[0].text)
        self.answers(41)
        self.assertEqual(1, self.service.log().count("an update that can't be read was passed over"), self.service.log())

    def test_ids_may_jump_back(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.handled()
        self.telegram.jump_update_ids(500)
        self.ask(customers.private(QUESTION, 43), 43)

    def test_refused_markup_goes_out_as_plain_text(self):
        self.telegram.fault(kind="bad_request", method="sendMessage", count=1, description="Bad Request: can't parse entities: odd")
        answer = self.ask(customers.private("c'est quoi imap ?", 42), 42)[0]
        self.assertNotIn("parse_mode", answer.parameters)

    def test_a_revoked_token_stops_the_account_and_says_what_to_do(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.telegram.revoke_token()
        self.service.wait_for_log("@BotFather")
        self.assertEqual(1, self.service.process.wait(PATIENCE))

    def test_an_outage_ends_by_itself(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.telegram.go_down()
        self.service.wait_for_log("down")
        self.telegram.come_up()
        self.ask(customers.private(QUESTION, 43), 43)
        self.assertEqual(1, self.service.log().count("down, and tried again"))


class Restart(Served):
    def test_what_was_stored_is_sent_by_the_next_process(self):
        self.telegram.fault(kind="too_many_requests", chat=42)
        self.telegram.push(customers.private(QUESTION, 42))
        self.handled()
        self.service.kill()
        self.telegram.clear_faults()
        self.service.start()
        self.assertIn(HOST, self.answers(42)[0].text)

    def test_what_was_not_confirmed_is_asked_again_and_answered_once(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.service.kill()
        self.telegram.push(customers.private(QUESTION, 43))
        self.service.start()
        self.answers(43)
        self.handled()
        # The kill may have come before the first answer was noted as sent.
        self.assertLessEqual(len(self.telegram.read(lambda world: world.sent_to(42))), 2)
        self.assertEqual(1, len(self.telegram.read(lambda world: world.sent_to(43))))

    def test_ids_may_jump_back_while_it_is_away(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.handled()
        self.service.end()
        self.telegram.jump_update_ids(500)
        self.telegram.push(customers.private(QUESTION, 43), customers.private(QUESTION, 44))
        self.service.start()
        for customer in (43, 44):
            self.assertIn(HOST, self.answers(customer)[0].text)
        self.handled()
        self.assertEqual(3, len(self.telegram.read(lambda world: list(world.sent))))

    def test_a_conversation_goes_on(self):
        self.ask(customers.private(QUESTION, 42), 42)
        self.service.end()
        self.service.start()
        self.assertIn("pop.nplus.ca", self.ask(customers.private("et pour POP ?", 42), 42)[0].text)


class Webhook(Served):
    def prepare(self):
        self.telegram.set_webhook("https://example.org/hook")

    def test_a_webhook_stops_the_account_and_says_what_to_do(self):
        self.service.wait_for_log("deleteWebhook")
        self.assertEqual(1, self.service.process.wait(PATIENCE))


if __name__ == "__main__":
    run_tests()
