"""What Facteur hears and says in Matrix rooms, on a real homeserver."""

import synapse

synapse.in_environment()

from served import Person, Served, quoted, run_tests  # noqa: E402


class Direct(Served):
    def test_a_question_in_each_language_gets_the_settings_as_a_notice_with_a_table(self):
        room = self.direct_room()
        content = self.ask(room, "c koi le serveur entrant pour marie@nplus.ca")["content"]
        self.assertEqual("m.notice", content["msgtype"])
        self.assertEqual({}, content["m.mentions"])
        self.assertNotIn("m.relates_to", content)
        self.assertIn("mail.nplus.ca", content["body"])
        self.assertIn("Serveur entrant", content["body"])
        self.assertEqual("org.matrix.custom.html", content["format"])
        self.assertIn("<table>", content["formatted_body"])
        content = self.ask(room, "what is the outgoing port for gabskycom.com?")["content"]
        self.assertIn("465", content["body"])
        self.assertIn("Outgoing", content["body"])

    def test_the_room_is_recorded_as_direct_and_the_question_marked_as_read(self):
        room = self.direct_room()
        self.ask(room, "bonjour")
        path = f"/v3/user/{quoted(self.bot['user_id'])}/account_data/m.direct"

        def recorded():
            try:
                return self.server.call("GET", path, self.bot["access_token"])
            except synapse.Refused:
                return None

        self.assertEqual({self.customer.id: [room]}, self.wait_for(recorded))

        def receipts():
            sync = self.customer.call("GET", "/v3/sync?timeout=0")
            events = sync["rooms"]["join"][room]["ephemeral"]["events"]
            return [event for event in events if event["type"] == "m.receipt" and self.bot["user_id"] in str(event)]

        self.wait_for(receipts, "a receipt")

    def test_notices_edits_and_redacted_messages_are_not_answered(self):
        room = self.direct_room()
        self.customer.send(room, {"msgtype": "m.notice", "body": "réglages de nplus.ca ?"})
        self.customer.send(room, {"msgtype": "m.emote", "body": "réglages de nplus.ca ?"})
        asked = self.customer.say(room, "réglages de nplus.ca ?")
        self.answers(room)
        self.customer.send(room, {"msgtype": "m.text", "body": "* et pop ?",
                                  "m.new_content": {"msgtype": "m.text", "body": "et pop ?"},
                                  "m.relates_to": {"rel_type": "m.replace", "event_id": asked}})  # fmt: skip
        self.stays(room, 1)

    def test_a_thread_goes_on_in_the_thread(self):
        room = self.direct_room()
        root = self.customer.say(room, "bonjour")
        self.answers(room)
        relation = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True, "m.in_reply_to": {"event_id": root}}
        answer = self.ask(room, "réglages de nplus.ca ?", **{"m.relates_to": relation})
        self.assertEqual("m.thread", answer["content"]["m.relates_to"]["rel_type"])
        self.assertEqual(root, answer["content"]["m.relates_to"]["event_id"])

    def test_a_password_is_warned_of_and_taken_away_where_that_is_allowed(self):
        room = self.customer.room(self.bot["user_id"], direct=True, preset="trusted_private_chat")
        self.bot_joined(room)
        asked = self.customer.say(room, "mon mot de passe est Tr0mb0ne!77 et ça ne marche pas pour marie@nplus.ca")
        self.answers(room)
        path = f"/v3/rooms/{quoted(room)}/event/{quoted(asked)}"
        self.wait_for(lambda: not self.customer.call("GET", path)["content"], "the redaction")

    def test_commands_and_forgetting(self):
        room = self.direct_room()
        self.assertIn("mail.nplus.ca", self.ask(room, "!settings nplus.ca")["content"]["body"])
        self.assertIn("nplus.ca", self.ask(room, "!facteur réglages de nplus.ca")["content"]["body"])
        self.ask(room, "!forget")


class Group(Served):
    def test_it_speaks_when_mentioned_named_replied_to_or_sure_and_says_whom_it_answers(self):
        other = Person(self.server)
        room = self.group(other)
        me = self.bot["user_id"]
        name = me[1:].split(":")[0]
        other.say(room, "on mange où à midi ?")
        self.customer.say(room, "je ne sais pas")
        answer = self.ask(room, "tu fais quoi ?", **{"m.mentions": {"user_ids": [me]}})
        self.assertEqual([self.customer.id], answer["content"]["m.mentions"]["user_ids"])
        self.assertIn("m.in_reply_to", answer["content"]["m.relates_to"])
        self.assertEqual(1, len(self.said(room)))
        self.ask(room, f"{name}: tu fais quoi ?", other)
        self.ask(room, "et toi alors ?", other, **{"m.relates_to": {"m.in_reply_to": {"event_id": answer["event_id"]}}})
        self.ask(room, "c'est quoi le serveur entrant de nplus.ca ?", other)
        self.stays(room, 4)

    def test_an_agent_has_a_customers_message_answered(self):
        other = Person(self.server)
        room = self.group(other)
        asked = other.say(room, "nplus.ca")
        self.customer.say(room, "!réponds", **{"m.relates_to": {"m.in_reply_to": {"event_id": asked}}})
        self.stays(room, 0)  # not an agent
        self.service.end()
        config = self.service.config.read_text(encoding="utf-8") + f'agents = ["{self.customer.id}"]\n'
        self.service.config.write_text(config, encoding="utf-8")
        self.start()
        relation = {"m.relates_to": {"m.in_reply_to": {"event_id": asked}}}
        answer = self.ask(room, "!réponds", **relation)
        self.assertEqual(asked, answer["content"]["m.relates_to"]["m.in_reply_to"]["event_id"])
        self.assertEqual([other.id], answer["content"]["m.mentions"]["user_ids"])


class Encrypted(Served):
    ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}

    def test_an_invitation_to_an_encrypted_room_is_declined_with_a_reason(self):
        room = self.customer.room(self.bot["user_id"], initial_state=[self.ENCRYPTION])
        path = f"/v3/rooms/{quoted(room)}/state/m.room.member/{quoted(self.bot['user_id'])}"

        def declined():
            content = self.customer.call("GET", path)
            return content if content["membership"] == "leave" else None

        self.assertIn("chiffr", self.wait_for(declined)["reason"])

    def test_a_room_that_turns_encrypted_is_told_once(self):
        room = self.direct_room()
        self.customer.call("PUT", f"/v3/rooms/{quoted(room)}/state/m.room.encryption/", self.ENCRYPTION["content"])
        self.answers(room)
        self.customer.say(room, "réglages de nplus.ca ?")
        other = self.direct_room()
        self.ask(other, "réglages de nplus.ca ?")
        self.assertEqual(1, len(self.said(room)))


class ComingAndGoing(Served):
    def test_what_was_said_before_it_came_is_not_answered_and_it_comes_back(self):
        room = self.customer.room(preset="private_chat")
        self.customer.say(room, "réglages de gabskycom.com ?")
        invite = f"/v3/rooms/{quoted(room)}/invite"
        self.customer.call("POST", invite, {"user_id": self.bot["user_id"]})
        self.bot_joined(room)
        self.stays(room, 0)
        self.customer.call("POST", f"/v3/rooms/{quoted(room)}/kick", {"user_id": self.bot["user_id"]})
        self.customer.say(room, "réglages de gabskycom.com ?")
        self.customer.call("POST", invite, {"user_id": self.bot["user_id"]})
        self.bot_joined(room)
        self.stays(room, 1)

    def test_a_room_where_it_is_alone_is_left(self):
        room = self.direct_room()
        self.customer.call("POST", f"/v3/rooms/{quoted(room)}/leave", {})
        path = "/v3/joined_rooms"
        self.wait_for(lambda: not self.server.call("GET", path, self.bot["access_token"])["joined_rooms"], "leaving")


class Upgraded(Served):
    def upgrade(self, room):
        return self.customer.call("POST", f"/v3/rooms/{quoted(room)}/upgrade", {"new_version": "11"})["replacement_room"]

    def left(self, room):
        path = f"/v3/rooms/{quoted(room)}/state/m.room.member/{quoted(self.bot['user_id'])}"
        self.wait_for(lambda: self.customer.call("GET", path)["membership"] == "leave", "leaving the old room")

    def test_a_room_open_to_all_is_followed_at_once(self):
        old = self.bot_joined(self.customer.room(self.bot["user_id"], preset="public_chat"))
        new = self.bot_joined(self.upgrade(old))
        self.left(old)
        self.stays(new, 0)

    def test_what_happened_while_it_was_away_is_followed_too(self):
        old = self.bot_joined(self.customer.room(self.bot["user_id"], preset="public_chat"))
        self.service.end()
        new = self.upgrade(old)
        self.start()
        self.bot_joined(new)
        self.left(old)

    def test_a_direct_room_that_lets_in_by_invitation_stays_direct(self):
        old = self.direct_room()
        self.ask(old, "bonjour")
        new = self.upgrade(old)
        self.customer.call("POST", f"/v3/rooms/{quoted(new)}/invite", {"user_id": self.bot["user_id"]})
        self.bot_joined(new)
        self.left(old)
        self.assertIn("mail.nplus.ca", self.ask(new, "réglages de nplus.ca ?")["content"]["body"])
        direct = self.server.call("GET", f"/v3/user/{quoted(self.bot['user_id'])}/account_data/m.direct", self.bot["access_token"])
        self.assertIn(new, direct[self.customer.id])


class Choosy(Served):
    settings = {"invitations": "listed", "invited_by": ["elsewhere.test"]}

    def test_an_invitation_from_somebody_else_is_declined(self):
        room = self.customer.room(self.bot["user_id"])
        path = f"/v3/rooms/{quoted(room)}/state/m.room.member/{quoted(self.bot['user_id'])}"
        self.wait_for(lambda: self.customer.call("GET", path)["membership"] == "leave", "declining")


if __name__ == "__main__":
    run_tests()
