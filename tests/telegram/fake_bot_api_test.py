#!/usr/bin/env python3
"""The fake Bot API server over HTTP: tokens, bodies, strictness, what methods do.

Nothing here sleeps. The faults have a test of their own, fake_faults_test.py.
"""

import http.client
import json
import socket
import sys
import threading
import unittest

import customers
from fake_bot_api import HOST, TOKEN, FakeBotApi
from fake_test_case import DEADLINE, SENDING, Client, Fake

STRANGER = "7000000001:AAAnother-token_for-tests-0123456789"


class Doors(Fake):
    def test_the_bot_is_told_who_it_is(self):
        self.assertEqual("facteur_bot", self.call("getMe")["username"])

    def test_a_wrong_token_is_401_and_what_is_no_token_404(self):
        for token, expected in ((STRANGER, (401, "Unauthorized")), ("123", (404, "Not Found")), ("0:AAA", (404, "Not Found"))):
            self.assertEqual(expected, self.connect(token).call("getMe"))

    def test_a_revoked_token_is_401_until_it_is_restored(self):
        self.telegram.revoke_token()
        self.assertEqual((401, "Unauthorized"), self.call("getMe"))
        self.telegram.revoke_token(False)
        self.assertIn("id", self.call("getMe"))

    def test_an_unknown_method_is_404(self):
        self.assertEqual((404, "Not Found: method not found"), self.call("sendLove"))
        self.assertEqual("sendLove", self.world.violations[-1].method)

    def test_a_form_means_what_json_means(self):
        self.customer()
        markup = {"inline_keyboard": [[{"text": "Copier", "copy_text": {"text": "mail.nplus.ca"}}]]}
        parameters = {"chat_id": 42, "text": "é &", "disable_notification": True, "reply_markup": markup, "reply_parameters": {"message_id": 1}}
        self.call("sendMessage", parameters)
        self.call("sendMessage", parameters, form=True)
        first, second = self.world.sent
        self.assertEqual(parameters, first.parameters)
        self.assertEqual(first.parameters, second.parameters)
        self.assert_no_violations()

    def test_parameters_may_stand_in_the_address(self):
        self.client.http.request("GET", f"/bot{TOKEN}/getUpdates?limit=1&timeout=0")
        self.assertEqual({"ok": True, "result": []}, json.loads(self.client.http.getresponse().read()))
        self.assert_no_violations()

    def test_what_is_no_json_or_form_is_refused(self):
        self.assert_violation(self.call("getMe", b"{"), "can't parse request body as JSON")
        self.assert_violation(self.call("getMe", b"[]"), "the request body must be a JSON object")
        status, _, _ = self.client.raw("getMe", b'{"a":"\xff"}')
        self.assertEqual(400, status)

    def test_requests_sent_ahead_are_answered_in_order(self):
        request = f"GET /bot{TOKEN}/getMe HTTP/1.1\r\nHost: x\r\n\r\nGET /bot{TOKEN}/getWebhookInfo HTTP/1.1\r\nConnection: close\r\n\r\n"
        with socket.create_connection((HOST, self.telegram.http.port), DEADLINE) as connection:
            connection.sendall(request.encode())
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        self.assertLess(answer.index(b"facteur_bot"), answer.index(b"pending_update_count"))

    def test_a_second_server_gets_a_port_of_its_own(self):
        with FakeBotApi() as other:
            self.assertNotEqual(other.url, self.telegram.url)


class Strictness(Fake):
    """Each is refused, or at least recorded; a real server would let some of them pass."""

    def setUp(self):
        super().setUp()
        self.customer()

    def send(self, **more):
        return self.call("sendMessage", {**SENDING, **more})

    def button(self, **button):
        return self.send(reply_markup={"inline_keyboard": [[button]]})

    def test_parameters_and_types(self):
        self.assert_violation(self.send(parsemode="HTML"), 'sendMessage has no parameter "parsemode"')
        self.assert_violation(self.send(text=5), 'parameter "text" must be a String')
        self.assert_violation(self.send(protect_content="true"), 'parameter "protect_content" must be a Boolean')
        self.assert_violation(self.send(message_thread_id="5"), 'parameter "message_thread_id" must be an Integer')
        self.assert_violation(self.send(message_thread_id=True), 'parameter "message_thread_id" must be an Integer')
        self.assert_violation(self.send(chat_id=1.5), 'parameter "chat_id" must be an Integer, or a String like @username')
        self.assert_violation(self.send(chat_id=2**63), 'parameter "chat_id" must fit into 64 bits')
        self.assert_violation(self.call("sendMessage", {"text": "x"}), "chat_id is empty")
        self.assert_violation(self.call("sendMessage", {"chat_id": 42}), "message text is empty")
        unknown = 'parameter "link_preview_options" has the unknown field LinkPreviewOptions.disabled'
        self.assert_violation(self.send(link_preview_options={"disabled": True}), unknown)
        self.assert_violation(self.send(reply_parameters={}), 'parameter "reply_parameters" lacks the field ReplyParameters.message_id')

    def test_text(self):
        self.assert_violation(self.send(text="x" * 4097), "message is too long")
        self.assert_violation(self.send(text=" "), "message text is empty")
        self.assert_violation(self.send(text="<b>x", parse_mode="HTML"), 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"')

    def test_buttons(self):
        self.assert_violation(self.button(text="a", callback_data="é" * 33), "BUTTON_DATA_INVALID")
        self.assert_violation(self.button(text="a", callback_data=""), "BUTTON_DATA_INVALID")
        self.assert_violation(self.button(text="a", copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID")
        self.assert_violation(self.button(text="a", copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID")
        self.assert_violation(self.button(text="a"), "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        for button in ({"text": "", "callback_data": "a"}, {"text": "a", "callback_data": "a", "url": "https://x.org"}, {"text": "a", "url": "x"}):
            self.assertEqual(400, self.button(**button)[0])
        self.assertIn("message_id", self.button(text="a", callback_data="é" * 32))
        self.assertIn("message_id", self.button(text="a", copy_text={"text": "x" * 256}, style="primary"))

    def test_chats_threads_and_replies(self):
        self.assert_violation(self.send(chat_id=43), "chat not found")
        self.assert_violation(self.send(message_thread_id=7), "message thread not found")
        self.assertEqual((400, "Bad Request: message to be replied not found"), self.send(reply_parameters={"message_id": 99}))
        self.assertNotIn("reply_to_message", self.send(reply_parameters={"message_id": 99, "allow_sending_without_reply": True}))
        self.assertEqual(1, self.send(reply_parameters={"message_id": 1})["reply_to_message"]["message_id"])

    def test_commands(self):
        for command in ("réponds", "x" * 33, "Imap", ""):
            commands = [{"command": command, "description": "x"}]
            self.assert_violation(self.call("setMyCommands", {"commands": commands}), "BOT_COMMAND_INVALID")
        for description in ("", "x" * 257):
            commands = [{"command": "a", "description": description}]
            self.assert_violation(self.call("setMyCommands", {"commands": commands}), "BOT_COMMAND_DESCRIPTION_INVALID")
        many = [{"command": f"a{number}", "description": "x"} for number in range(101)]
        self.assert_violation(self.call("setMyCommands", {"commands": many}), "BOT_COMMANDS_TOO_MUCH")
        self.assert_violation(self.call("setMyCommands", {"commands": [], "language_code": "fr-CA"}), "LANG_CODE_INVALID")
        self.assertEqual(400, self.call("setMyCommands", {"commands": [], "scope": {"type": "everyone"}})[0])

    def test_what_is_overlooked_is_recorded(self):
        self.call("getUpdates", {"limit": 500})
        self.call("getUpdates", {"allowed_updates": ["messages"], "offset": 1})
        self.call("getUpdates", {"offset": -1})
        self.send(text="<code><b>x</b> y</code>", parse_mode="HTML")
        self.assertEqual(4, len(self.world.violations))
        self.assertFalse(any(violation.refused for violation in self.world.violations))


class Updates(Fake):
    def test_an_update_is_delivered_until_it_is_confirmed(self):
        self.telegram.push(*customers.backlog(["a", "b", "c"], chats=2))
        first = self.call("getUpdates", {"timeout": 50})
        self.assertEqual(["a", "b", "c"], [update["message"]["text"] for update in first])
        self.assertEqual(first[1:], self.call("getUpdates", {"offset": first[1]["update_id"]}))
        self.assertEqual([first[0]["update_id"]], self.world.queue.confirmed)
        self.assertEqual({first[0]["update_id"]: 1, first[1]["update_id"]: 2, first[2]["update_id"]: 2}, self.world.queue.delivered)

    def test_a_waiting_poll_is_answered_by_the_next_update(self):
        answers = []
        poll = threading.Thread(target=lambda: answers.extend(self.client.call("getUpdates", {"timeout": 50})))
        poll.start()
        self.telegram.wait_for(lambda world: world.polling.waiting, DEADLINE)
        self.customer("port?")
        poll.join(DEADLINE)
        self.assertEqual("port?", answers[0]["message"]["text"])

    def test_a_second_poller_throws_out_the_first(self):
        answers = []
        poll = threading.Thread(target=lambda: answers.append(self.client.call("getUpdates", {"timeout": 50})))
        poll.start()
        first = self.telegram.wait_for(lambda world: world.polling.waiting, DEADLINE)
        second = threading.Thread(target=self.connect().call, args=("getUpdates", {"timeout": 50, "offset": 1}))
        second.start()
        poll.join(DEADLINE)
        self.assertEqual(409, answers[0][0])
        self.telegram.wait_for(lambda world: world.polling.waiting not in (None, first), DEADLINE)
        self.customer()
        second.join(DEADLINE)

    def test_a_webhook_is_in_the_way_until_it_is_deleted(self):
        self.telegram.set_webhook("https://example.org/")
        self.assertEqual(409, self.call("getUpdates")[0])
        self.assertEqual("https://example.org/", self.call("getWebhookInfo")["url"])
        self.assertTrue(self.call("deleteWebhook", {"drop_pending_updates": False}))
        self.assertEqual([], self.call("getUpdates"))

    def test_a_poison_update_spoils_every_batch_it_is_in(self):
        self.customer()
        poison = self.telegram.push_raw()
        with self.assertRaises(ValueError):
            self.call("getUpdates")
        self.assertEqual(1, len(self.call("getUpdates", {"limit": 1, "offset": 1})))
        with self.assertRaises(ValueError):
            self.call("getUpdates", {"limit": 1, "offset": poison})
        self.assertEqual([], self.call("getUpdates", {"limit": 1, "offset": poison + 1}))

    def test_large_ids_and_utf16_offsets_arrive_whole(self):
        chat = customers.supergroup_chat(customers.LARGEST_ID - 1_000_000_000_000)
        self.telegram.push(customers.mention("port?", customers.LARGEST_ID, chat))
        message = self.call("getUpdates")[0]["message"]
        self.assertEqual((4503599627370495, -4503599627370495), (message["from"]["id"], message["chat"]["id"]))
        self.assertEqual([{"type": "mention", "offset": 3, "length": 12}], message["entities"])

    def test_every_customers_update_is_taken(self):
        group, forum, news = customers.group_chat(5), customers.supergroup_chat(6, forum=True), customers.channel(7)
        asked = self.telegram.push(customers.group("/imap@facteur_bot nplus", 1, group))["message"]
        self.call("sendMessage", {"chat_id": group["id"], "text": "x"})
        sent = self.world.sent[-1]
        somebody = customers.user(1)
        updates = [
            customers.edited(asked, "/pop nplus"),
            customers.reply_to_bot("et pop?", 1, sent, group),
            customers.reply_to("/answer", 2, asked),
            customers.in_topic("imap?", 1, forum, 9),
            customers.from_bot("x", 3, group),
            customers.via_bot("x", 2, group),
            customers.text_mention("imap?", 1, group),
            customers.channel_auto_forward("x", news, forum),
            customers.anonymous_admin("x", forum),
            customers.channel_post("x", news),
            customers.photo(1, "imap?"),
            customers.joined(group, customers.BOT),
            customers.pinned(group, somebody, asked),
            customers.topic_created(forum, somebody, 9),
            customers.went_away(group, somebody),
            customers.blocked(1),
            customers.unblocked(1),
            customers.pressed(sent, "imap", 1, group),
            customers.pressed_on_forgotten("imap", 1),
            customers.inline("nplus imap", 2),
            *customers.migration(group, customers.supergroup_chat(8), somebody),
        ]
        self.assertNotIn(None, self.telegram.push(*updates))
        self.assertEqual(len(updates) + 1, len(self.call("getUpdates")))
        gone = "Bad Request: group chat was upgraded to a supergroup chat"
        self.assertEqual((400, gone), self.call("sendMessage", {"chat_id": -5, "text": "x"}))
        self.assert_no_violations()


class Methods(Fake):
    def setUp(self):
        super().setUp()
        self.asked = self.customer()

    def test_what_was_sent_is_kept_as_the_customer_sees_it(self):
        button = {"text": "Copier", "copy_text": {"text": "mail.nplus.ca"}}
        markup = {"inline_keyboard": [[button]]}
        answer = self.call("sendMessage", {"chat_id": 42, "text": "<b>é😀</b>: x", "parse_mode": "HTML", "reply_markup": markup})
        sent = self.telegram.read(lambda world: world.sent_to(42))[0]
        bold = {"type": "bold", "offset": 0, "length": 3}
        self.assertEqual(("é😀: x", [bold], [button], 2), (sent.text, sent.entities, sent.buttons, sent.message_id))
        self.assertEqual((sent.text, sent.entities, 2), (answer["text"], answer["entities"], answer["message_id"]))

    def test_duplicates_are_counted(self):
        for text in ("a", "b", "a"):
            self.call("sendMessage", {"chat_id": 42, "text": text})
        self.assertEqual({(42, None, "a"): 2}, self.world.duplicates())

    def test_rich_messages_can_be_unknown(self):
        message = {"chat_id": 42, "rich_message": {"html": "<table><tr><td>imap</td><td>993</td></tr></table>"}}
        self.assertIn("message_id", self.call("sendRichMessage", message))
        self.assertEqual([[["imap", "993"]]], self.world.sent[0].tables)
        self.telegram.read(lambda world: setattr(world, "rich_messages", False))
        self.assertEqual((404, "Not Found: method not found"), self.call("sendRichMessage", message))
        self.assert_no_violations()
        self.telegram.read(lambda world: setattr(world, "rich_messages", True))
        self.assertEqual(400, self.call("sendRichMessage", {"chat_id": 42, "rich_message": {"html": "x", "markdown": "x"}})[0])

    def test_ephemeral_messages_are_known_only_where_they_are_switched_on(self):
        message = {**SENDING, "ephemeral_message_parameters": {"receiver_user_id": 42}}
        self.assertEqual(400, self.call("sendMessage", message)[0])
        self.telegram.read(lambda world: setattr(world, "ephemeral_messages", True))
        self.assertEqual(0, self.call("sendMessage", message)["message_id"])
        self.assertEqual(42, self.world.sent[0].receiver)

    def test_a_callback_is_answered_once_and_in_time(self):
        self.call("sendMessage", SENDING)
        press = lambda: self.telegram.push(customers.pressed(self.world.sent[0], "imap", 42))["callback_query"]["id"]  # noqa: E731
        fresh, late = press(), press()
        self.assertEqual(400, self.call("answerCallbackQuery", {"callback_query_id": fresh, "text": "x" * 201})[0])
        self.assertTrue(self.call("answerCallbackQuery", {"callback_query_id": fresh}))
        self.telegram.pass_time(151)
        for query in (fresh, late, "17"):
            status, words = self.call("answerCallbackQuery", {"callback_query_id": query})
            self.assertEqual(400, status)
            self.assertIn("query is too old", words)

    def test_an_inline_query_is_answered_by_its_rules(self):
        def article(number, **more):
            content = {"message_text": "<b>x</b>", "parse_mode": "HTML"}
            return {"type": "article", "id": str(number), "title": "nplus.ca", "input_message_content": content, **more}

        query = self.telegram.push(customers.inline("nplus imap", 42))["inline_query"]["id"]
        for results, words in (([article(n) for n in range(51)], "RESULTS_TOO_MUCH"), ([article(1), article(1)], "RESULT_ID_DUPLICATE"),
                               ([article("x" * 65)], "RESULT_ID_INVALID"), ([article(1, title="")], "ARTICLE_TITLE_EMPTY"),
                               ([article(1, input_message_content={"message_text": ""})], "message text is empty")):
            self.assert_violation(self.call("answerInlineQuery", {"inline_query_id": query, "results": results}), words)
        good = {"inline_query_id": query, "results": [article(1)], "is_personal": True, "cache_time": 300}
        self.assertTrue(self.call("answerInlineQuery", good))
        self.assertEqual(["x"], self.world.inline_answers[0].texts)
        self.assertEqual(400, self.call("answerInlineQuery", good)[0])

    def test_messages_are_deleted_where_the_bot_may(self):
        group = self.telegram.push(customers.group("x", 1, customers.group_chat(5)))["message"]
        self.assertTrue(self.call("deleteMessage", {"chat_id": 42, "message_id": self.asked["message_id"]}))
        self.assertEqual([(42, 1)], self.world.deleted)
        self.assertEqual((400, "Bad Request: message to delete not found"), self.call("deleteMessage", {"chat_id": 42, "message_id": 1}))
        theirs = {"chat_id": -5, "message_id": group["message_id"]}
        self.assertEqual((400, "Bad Request: message can't be deleted"), self.call("deleteMessage", theirs))

    def test_messages_are_edited(self):
        self.call("sendMessage", SENDING)
        edit = {"chat_id": 42, "message_id": 2, "text": "y"}
        self.assertEqual("y", self.call("editMessageText", edit)["text"])
        self.assertIn("message is not modified", self.call("editMessageText", edit)[1])
        markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
        self.assertEqual(markup, self.call("editMessageReplyMarkup", {"chat_id": 42, "message_id": 2, "reply_markup": markup})["reply_markup"])
        self.assertEqual((400, "Bad Request: message to edit not found"), self.call("editMessageText", {**edit, "message_id": 1}))
        self.assertEqual(("y", 1), (self.world.sent[0].text, len(self.world.sent[0].buttons)))

    def test_commands_belong_to_a_scope_and_a_language(self):
        commands = [{"command": "imap", "description": "IMAP"}]
        where = {"scope": {"type": "all_private_chats"}, "language_code": "fr"}
        self.assertTrue(self.call("setMyCommands", {"commands": commands, **where}))
        self.assertEqual((commands, []), (self.call("getMyCommands", where), self.call("getMyCommands")))
        self.assertTrue(self.call("deleteMyCommands", where))
        self.assertEqual([], self.call("getMyCommands", where))

    def test_chats_that_are_gone_come_back(self):
        self.telegram.push(customers.blocked(42))
        self.assertEqual((403, "Forbidden: bot was blocked by the user"), self.call("sendMessage", SENDING))
        self.telegram.push(customers.unblocked(42))
        self.assertIn("message_id", self.call("sendMessage", SENDING))
        self.telegram.chat_is_gone(42, "deactivated")
        self.assertEqual((403, "Forbidden: user is deactivated"), self.call("sendMessage", SENDING))

    def test_a_group_that_the_bot_left_is_closed(self):
        self.telegram.push(customers.group("x", 1, customers.supergroup_chat(5)))
        chat_id = customers.supergroup_chat(5)["id"]
        self.assertEqual("supergroup", self.call("getChat", {"chat_id": chat_id})["type"])
        self.assertTrue(self.call("leaveChat", {"chat_id": chat_id}))
        self.assertEqual(403, self.call("sendMessage", {"chat_id": chat_id, "text": "x"})[0])

    def test_a_topic_is_answered_in_it(self):
        forum = customers.supergroup_chat(6, forum=True)
        self.telegram.push(customers.in_topic("imap?", 1, forum, 9))
        self.call("sendMessage", {"chat_id": forum["id"], "text": "x", "message_thread_id": 9})
        self.assertEqual(9, self.world.sent[0].thread)


class Program(unittest.TestCase):
    def test_control_drives_it_from_outside(self):
        with FakeBotApi(control=True) as telegram:
            http_client = http.client.HTTPConnection(HOST, telegram.http.port, timeout=DEADLINE)
            self.addCleanup(http_client.close)

            def control(what, body=None):
                http_client.request("GET" if body is None else "POST", "/control/" + what, None if body is None else json.dumps(body))
                return json.loads(http_client.getresponse().read())

            self.assertEqual(1, len(control("push", [customers.private("x", 42)])))
            client = Client(telegram.http.port)
            self.addCleanup(client.http.close)
            client.call("sendMessage", SENDING)
            control("fault", {"kind": "internal_error", "count": 1})
            self.assertEqual(500, client.call("getMe")[0])
            control("clear", {})
            self.assertEqual([{"method": "sendMessage", "chat": 42, "message": 2, "text": "x", "reply_to": None}], control("sent?0"))
            state = control("state")
            self.assertEqual((1, 1, []), (state["sent"], state["pending"], state["violations"]))
            self.assertIn("error", control("nonsense"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
