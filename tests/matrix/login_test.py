"""A login by password whose tokens end: renewed by refresh token or by logging in again, on the same device, and nothing is lost."""

import synapse

synapse.in_environment()

import json  # noqa: E402
import time  # noqa: E402

from served import Served, run_tests  # noqa: E402

QUESTION = "réglages de nplus.ca ?"


class ByPassword(Served):
    settings = {"token_file": None, "password_file": "password"}

    def kept(self):
        """The login, as the service keeps it."""
        (file,) = self.service.folder.glob("*.login")
        return json.loads(file.read_text(encoding="utf-8"))

    def devices(self):
        """Of the bot: the one of its registration, and those of its logins."""
        return {each["device_id"] for each in self.server.call("GET", "/v3/devices", self.bot["access_token"])["devices"]}

    def over(self):
        """Whether the homeserver refuses the token that is kept."""
        try:
            self.server.call("GET", "/v3/account/whoami", self.kept()["token"])
        except synapse.Refused as refused:
            return refused.answer.get("soft_logout")
        return False

    def nothing_was_told(self, *logins):
        for login in logins:
            for secret in ("token", "refresh"):
                self.assertNotIn(login[secret] or "swordfish", self.service.log())


class Lasting(ByPassword):
    def test_a_login_is_kept_with_its_device(self):
        room = self.direct_room()
        self.ask(room, "bonjour")
        before = self.kept()
        self.service.end()
        self.start()
        self.ask(room, "bonjour")
        self.assertEqual(before, self.kept())
        self.assertEqual({self.bot["device_id"], before["device"]}, self.devices())

    def test_a_login_that_is_ended_on_the_server_stops_the_account_and_says_what_to_do(self):
        room = self.direct_room()
        before = self.kept()
        self.server.call("POST", "/v3/logout", before["token"], {})
        self.service.wait_for_log("start Facteur again to log in anew")
        self.assertEqual(1, self.service.process.wait(30))
        self.start()
        self.ask(room, QUESTION)
        self.assertNotEqual(before["device"], self.kept()["device"])
        self.nothing_was_told(before, self.kept())


class Refreshed(ByPassword):
    server_settings = {"refreshable_access_token_lifetime": "4s"}

    def test_tokens_end_while_it_serves_and_every_question_is_answered_once(self):
        room = self.direct_room()
        seen, asked, until = [self.kept()], 0, time.monotonic() + 60
        while len({login["refresh"] for login in seen}) < 4 and time.monotonic() < until:
            self.ask(room, QUESTION)
            asked += 1
            seen.append(self.kept())
        self.assertGreaterEqual(len({login["refresh"] for login in seen}), 4)
        self.stays(room, asked)
        self.assertEqual({self.bot["device_id"], seen[0]["device"]}, self.devices())
        self.nothing_was_told(*seen)

    def test_a_token_that_ended_while_it_was_away_is_refreshed(self):
        room = self.direct_room()
        self.service.kill()
        before = self.kept()
        self.wait_for(self.over, "the token's end")
        self.customer.say(room, QUESTION)
        self.start()
        self.answers(room)
        after = self.kept()
        self.assertNotEqual(before["refresh"], after["refresh"])
        self.assertEqual(before["device"], after["device"])

    def test_a_refresh_token_that_is_none_any_more_makes_it_log_in_again_on_its_device(self):
        room = self.direct_room()
        self.service.kill()
        before = self.kept()
        self.server.call("POST", "/v3/refresh", body={"refresh_token": before["refresh"]})
        after = self.server.call("POST", "/v3/refresh", body={"refresh_token": before["refresh"]})
        self.server.call("GET", "/v3/account/whoami", after["access_token"])  # used: what came before is over
        self.customer.say(room, QUESTION)
        self.start()
        self.answers(room)
        self.nothing_was_told(before, self.kept())


class LoggedInAgain(ByPassword):
    server_settings = {"refreshable_access_token_lifetime": "2s", "refresh_token_lifetime": "2s"}

    def test_where_both_tokens_ended_it_logs_in_again_on_its_device(self):
        room = self.direct_room()
        before = self.kept()
        self.wait_for(self.over, "the token's end")
        self.ask(room, QUESTION)
        self.assertEqual(before["device"], self.kept()["device"])
        self.assertEqual({self.bot["device_id"], before["device"]}, self.devices())


if __name__ == "__main__":
    run_tests()
