#!/usr/bin/env python3
"""What a group sees beside answers: nothing of joins and pins, a topic or a message that is gone, a bot that was sent away.

    python3 tests/telegram/groups_test.py path/to/facteur
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import customers  # noqa: E402
from service import Served, run_tests  # noqa: E402

GROUP = customers.supergroup_chat(1)
FORUM = customers.supergroup_chat(2, forum=True)
MEMBER = customers.user(42)
QUESTION = "c'est quoi imap ?"
HOUR = 3600


class Group(Served):
    def sent(self):
        return self.telegram.read(lambda world: len(world.sent))

    def called(self, chat=GROUP, customer=42):
        """Its answer, once somebody calls it there."""
        return self.ask(customers.mention(QUESTION, customer, chat), chat["id"])[0]

    def test_being_added_and_what_happens_in_the_group_start_nothing(self):
        self.telegram.push(
            customers.membership(GROUP, MEMBER, "left", "member"), customers.joined(GROUP, MEMBER),
            customers.went_away(GROUP, MEMBER), customers.topic_created(FORUM, MEMBER, 7), customers.membership(GROUP, MEMBER, "member", "administrator"))  # fmt: skip
        self.handled()
        answer = self.called()
        message = {"message_id": answer.message_id, "from": customers.BOT, "chat": GROUP, "date": 1, "text": answer.text}
        self.telegram.push(customers.pinned(GROUP, MEMBER, message))
        self.handled()
        self.called(customer=43)
        self.assertEqual(2, self.sent())

    def test_what_was_said_before_it_came_or_while_it_was_away_is_let_be(self):
        self.telegram.push(customers.mention(QUESTION, 42, GROUP))
        self.answers(GROUP["id"])
        old = customers.mention(QUESTION, 43, GROUP)
        old["message"]["date"] -= HOUR
        self.telegram.push(old)
        self.handled()
        self.called(customer=44)
        self.assertEqual(2, self.sent())

    def test_sent_away_it_forgets_what_waits_and_comes_back_when_it_is_added_again(self):
        self.called()
        held_up = self.telegram.fault("too_many_requests", chat=GROUP["id"], retry_after=1)
        self.telegram.push(customers.mention(QUESTION, 43, GROUP))
        self.wait_for(lambda world: held_up.played)
        self.telegram.push(customers.membership(GROUP, MEMBER, "member", "kicked"))
        self.handled()
        self.telegram.clear_faults()
        self.telegram.push(customers.membership(GROUP, MEMBER, "left", "member"))
        self.called(customer=44)
        self.assertEqual(2, self.sent())

    def test_a_conversation_goes_along_into_the_supergroup(self):
        old, new = customers.group_chat(5), customers.supergroup_chat(5)
        settings = self.ask(customers.mention("c'est quoi le serveur entrant pour marie@nplus.ca ?", 42, old), old["id"])[0]
        self.assertIn("mail.nplus.ca", settings.text)
        self.telegram.push(*customers.migration(old, new, MEMBER))
        self.handled()
        self.assertIn("pop.nplus.ca", self.ask(customers.mention("et pour POP ?", 42, new), new["id"])[0].text)

    def test_an_answer_says_what_it_answers_even_where_that_was_deleted(self):
        answer = self.called()
        self.assertIsNotNone(answer.reply_to)
        self.assertTrue(answer.parameters["reply_parameters"]["allow_sending_without_reply"])

    def test_a_topic_that_was_deleted_is_answered_in_the_group(self):
        self.telegram.fault("bad_request", method="sendMessage", count=1, description="Bad Request: message thread not found")
        question = customers.in_topic("@facteur_bot " + QUESTION, 42, FORUM, 7)
        question["message"]["entities"] = customers.entities(question["message"]["text"])
        self.assertIsNone(self.ask(question, FORUM["id"])[0].thread)

    def test_everybody_sees_the_answer_unless_the_configuration_says_otherwise(self):
        self.telegram.run(lambda: setattr(self.telegram.world, "ephemeral_messages", True))
        self.assertIsNone(self.called().receiver)


class Menu(Served):
    def names(self, language):
        return self.telegram.read(lambda world: {each["command"] for (_, code), commands in world.commands.items()
                                                 if code == language for each in commands})  # fmt: skip

    def test_french_and_english_have_commands_of_their_own_and_so_has_everybody_else(self):
        self.wait_for(lambda world: len(world.commands) >= 3)
        clients = {"imap", "pop", "outlook", "thunderbird", "iphone", "android", "applemail", "gmail"}
        self.assertEqual(clients | {"reglages", "humain", "aide", "oublier"}, self.names("fr"))
        self.assertEqual(clients | {"settings", "human", "help", "forget"}, self.names("en"))
        self.assertLessEqual(clients, self.names(""))


if __name__ == "__main__":
    run_tests()
