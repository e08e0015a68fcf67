#!/usr/bin/env python3
"""What the client of the fake Bot API server sees of each fault, and whether its request was carried out all the same.

Nothing here sleeps; a client that must see silence gives up after PATIENCE.
"""

import http.client
import json
import sys
import threading
import unittest

from fake_bot_api import FakeBotApi
from fake_test_case import DEADLINE, SENDING, Client, Fake

PATIENCE = 0.05  # seconds


class Faults(Fake):
    def setUp(self):
        super().setUp()
        self.customer()

    def fails(self, kind, error, method="sendMessage", **when):
        """The next request meets this fault, and this exception; the one after it is answered. Whether the first was applied."""
        fault = self.telegram.fault(kind, count=1, **when)
        parameters = SENDING if method == "sendMessage" else {}
        with self.assertRaises(error):
            self.client.raw(method, parameters, patience=PATIENCE if error is TimeoutError else DEADLINE)
        self.client.http.close()
        self.assertEqual(1, fault.played)
        applied = len(self.telegram.read(lambda world: list(world.sent)))
        self.assertIn("message_id", self.connect().call("sendMessage", SENDING))
        return applied == 1

    def test_errors_in_json(self):
        for kind, code, words in (("internal_error", 500, "Internal Server Error: restart"), ("unauthorized", 401, "Unauthorized"),
                                  ("conflict", 409, "Conflict: terminated"), ("not_found", 404, "Not Found: method not found"),
                                  ("bad_request", 400, "Bad Request: something"), ("forbidden", 403, "Forbidden: bot was blocked by the user")):
            self.telegram.fault(kind, count=1)
            status, description = self.call("sendMessage", SENDING)
            self.assertEqual((code, words), (status, description[: len(words)]))
        self.assertEqual([], self.world.sent)

    def test_too_many_requests_says_when_to_come_back_in_body_and_header(self):
        self.telegram.fault("too_many_requests", retry_after=7, count=1)
        status, headers, body = self.client.raw("sendMessage", SENDING)
        self.assertEqual((429, "7", 7), (status, headers["Retry-After"], json.loads(body)["parameters"]["retry_after"]))

    def test_migration_names_the_new_chat(self):
        self.telegram.fault("migrated", to=-1001, count=1)
        _, _, body = self.client.raw("sendMessage", SENDING)
        self.assertEqual(-1001, json.loads(body)["parameters"]["migrate_to_chat_id"])

    def test_gateways_answer_in_html(self):
        for kind, code in (("bad_gateway", 502), ("gateway_timeout", 504)):
            self.telegram.fault(kind, count=1)
            status, headers, body = self.client.raw("sendMessage", SENDING)
            self.assertEqual((code, "text/html", b"<html>"), (status, headers["Content-Type"], body[:6]))

    def test_a_reset_before_a_byte_is_read(self):
        self.client.http.close()
        fault = self.telegram.fault("reset_on_connect", count=1)
        with self.assertRaises(ConnectionError):
            self.connect().raw("sendMessage", SENDING)
        self.assertEqual((1, 0), (fault.played, self.world.requests["sendMessage"]))

    def test_a_reset_after_the_request_was_read(self):
        self.assertFalse(self.fails("reset", ConnectionError))
        self.assertEqual([], self.world.uncertain)

    def test_a_reset_after_the_message_was_sent(self):
        self.assertTrue(self.fails("reset", ConnectionError, applied=True))
        self.assertEqual(1, len(self.world.uncertain))
        self.assertEqual({(42, None, "x"): 2}, self.world.duplicates())

    def test_no_answer_ever(self):
        self.assertFalse(self.fails("no_answer", TimeoutError))

    def test_no_answer_ever_though_the_message_was_sent(self):
        self.assertTrue(self.fails("no_answer", TimeoutError, applied=True))

    def test_a_poll_whose_answer_is_lost_confirms_nothing(self):
        self.fails("reset", ConnectionError, method="getUpdates", applied=True)
        self.assertEqual(1, sum(self.world.queue.delivered.values()))
        self.assertEqual(1, len(self.client.call("getUpdates", {"offset": 1})))

    def test_a_slow_answer_comes_in_the_end(self):
        self.telegram.fault("slow", seconds=0.02, count=1)
        self.assertIn("message_id", self.call("sendMessage", SENDING))

    def test_half_a_json_text(self):
        self.telegram.fault("truncated_json", count=1)
        with self.assertRaises(ValueError):
            self.call("sendMessage", SENDING)
        self.assertEqual((1, 1), (len(self.world.sent), len(self.world.uncertain)))

    def test_half_a_body(self):
        self.assertTrue(self.fails("broken_off", http.client.IncompleteRead))

    def test_a_body_of_fifty_megabytes(self):
        self.telegram.fault("huge", count=1)
        self.assertEqual(50 << 20, len(self.client.raw("getUpdates")[2]))

    def test_faults_choose_by_method_chat_and_count(self):
        self.customer(user_id=43)
        fault = self.telegram.fault("internal_error", method="sendMessage", chat=43, count=2)
        codes = [self.client.raw(method, {"chat_id": chat, **more})[0]
                 for method, chat, more in (("getChat", 43, {}), ("sendMessage", 42, {"text": "x"}), *[("sendMessage", 43, {"text": "x"})] * 3)]
        self.assertEqual(([200, 200, 500, 500, 200], 2), (codes, fault.played))
        self.telegram.fault("internal_error")
        self.telegram.clear_faults()
        self.assertIn("id", self.call("getMe"))

    def test_the_dice_fall_as_they_are_seeded(self):
        def codes():
            with FakeBotApi(seed=5) as telegram:
                telegram.fault("internal_error", probability=0.3)
                client = Client(telegram.http.port)
                found = [client.raw("getMe")[0] for _ in range(50)]
                client.http.close()
                return found

        first = codes()
        self.assertEqual(first, codes())
        self.assertTrue(5 < first.count(500) < 25)

    def test_an_unknown_fault_is_an_error(self):
        with self.assertRaises(ValueError):
            self.telegram.fault("meteorite")

    def test_down_and_up_again_on_the_same_port(self):
        self.call("getMe")
        self.telegram.go_down()
        with self.assertRaises((ConnectionError, http.client.HTTPException)):
            self.client.raw("getMe")
        with self.assertRaises(ConnectionRefusedError):
            self.connect().raw("getMe")
        self.telegram.come_up()
        self.assertIn("id", self.connect().call("getMe"))

    def test_a_client_that_dies_before_its_answer_leaves_an_uncertain_message(self):
        self.telegram.fault("slow", seconds=10 * PATIENCE, count=1)
        with self.assertRaises(TimeoutError):
            self.client.raw("sendMessage", SENDING, patience=PATIENCE)
        self.client.http.close()
        self.assertEqual(self.world.sent, self.telegram.wait_for(lambda world: world.uncertain, DEADLINE))

    def test_what_a_client_wrote_before_it_died_leaves_an_uncertain_message(self):
        """Read only after its death, as on a busy machine."""
        dead = threading.Event()
        self.telegram.loop.call_soon_threadsafe(dead.wait, DEADLINE)
        self.client.http.request("POST", f"/bot{self.telegram.token}/sendMessage", json.dumps(SENDING), {"Content-Type": "application/json"})
        self.client.http.close()
        dead.set()
        self.assertEqual(self.world.sent, self.telegram.wait_for(lambda world: world.uncertain, DEADLINE))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
