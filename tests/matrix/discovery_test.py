"""Facteur told of a server by its name alone finds the homeserver that the server's /.well-known names, over TLS as on the web; and
where that fails, it says what to do.

https://spec.matrix.org/latest/client-server-api/#well-known-uri
"""

import specification
import synapse

synapse.in_environment()
specification.make_schemas()

import own_network  # noqa: E402

own_network.enter()

import pathlib  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
import unittest  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from fake_homeserver import CUSTOMER, USER, Answer, FakeHomeserver, bent, refused  # noqa: E402
from running import FACTEUR, Service  # noqa: E402

PATIENCE = 30.0  # seconds
SERVER, HOMESERVER = "test", "matrix.test"  # of USER
FILE = "/.well-known/matrix/client"
own_network.resolve(SERVER, HOMESERVER)
FOLDER = tempfile.TemporaryDirectory(prefix="facteur-authority-")
AUTHORITY = own_network.Authority(FOLDER.name)
own_network.trust(AUTHORITY.file)


class Discovery(unittest.TestCase):
    settings = {"user": USER}

    @classmethod
    def setUpClass(cls):
        cls.specification = specification.Specification()

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="facteur-test-")
        self.addCleanup(folder.cleanup)
        self.fake = self.serve(HOMESERVER)
        self.site = self.serve(SERVER, 443)
        self.site.always[FILE] = {"m.homeserver": {"base_url": self.fake.address + "/"}}
        self.service = Service(folder.name, {"matrix.test": {**self.settings, "token_file": "token"}}, {"token": "a-token"}, PATIENCE)
        self.addCleanup(self.service.end_for_good)

    def serve(self, name, port=0, authority=AUTHORITY):
        server = FakeHomeserver(name, port, authority.serves(name))
        self.addCleanup(server.stop)
        return server

    def tearDown(self):
        if self.service.running():
            self.assertEqual(0, self.service.end(), self.service.log())
        self.assertNotIn("a-token", self.service.log())
        for server in (self.fake, self.site):
            self.assertEqual([], server.faults(self.specification))
        for request, _ in self.site.exchanges:  # which isn't the homeserver
            self.assertEqual("", request.token)

    def answers_a_question(self):
        self.service.start()
        self.service.wait_for_log("serving as")
        content = {"msgtype": "m.text", "body": "bot: nplus.ca ?", "m.mentions": {"user_ids": [USER]}}
        self.fake.tell_sync({"type": "m.room.message", "event_id": "$q", "sender": CUSTOMER, "content": content,
                             "origin_server_ts": int(time.time() * 1000)})  # fmt: skip
        self.assertIn("mail.nplus.ca", self.fake.sent.get(timeout=PATIENCE)["body"])

    def is_told(self, *words):
        """Whoever has the configuration checked."""
        command = [FACTEUR, "check", "--config", self.service.config, "--online"]
        checked = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
        self.assertEqual(1, checked.returncode)
        for each in words:
            self.assertIn(each, checked.stdout + checked.stderr)


class ByUser(Discovery):
    def test_the_users_server_names_the_homeserver_which_is_served(self):
        self.answers_a_question()

    def test_the_file_may_lie_elsewhere(self):
        self.fake.always["/elsewhere"] = self.site.always[FILE]
        self.site.tell(FILE, bent(301, b"", {"Location": self.fake.address + "/elsewhere"}))
        self.fake.tell("/elsewhere", Answer(200, self.site.always[FILE]))
        self.answers_a_question()
        self.fake.exchanges = [each for each in self.fake.exchanges if each[0].path != "/elsewhere"]

    def test_a_server_that_is_down_for_a_while_is_asked_again(self):
        self.site.tell(FILE, bent(502, b"<html>"), bent(503, b"<html>"))
        self.answers_a_question()

    def test_fail_prompt_the_file_makes_no_sense(self):
        for answer in (bent(200, b"<html>"), bent(200, b""), bent(200, {}), bent(200, {"m.homeserver": {}}), bent(403, b"")):
            with self.subTest(answer=answer):
                self.site.tell(FILE, answer)
                self.is_told("names no homeserver", "give its address as `homeserver`")

    def test_fail_error_what_the_file_names_is_no_homeserver(self):
        for base in (f"https://{SERVER}", "matrix.test"):
            with self.subTest(base=base):
                self.site.always[FILE] = {"m.homeserver": {"base_url": base}}
                self.site.tell("/versions", bent(404, b"<html>"))
                self.is_told("is no homeserver", "ask the server's administrator")

    def test_ignore_a_server_without_the_file_may_be_the_homeserver_itself(self):
        missing = refused(404, "M_NOT_FOUND")
        self.site.tell(FILE, missing)
        self.site, self.fake = self.fake, self.site
        self.answers_a_question()

    def test_ignore_a_server_without_the_file_that_is_no_homeserver(self):
        self.site.tell(FILE, bent(404, b"<html>"))
        self.site.tell("/versions", bent(404, b"<html>"))
        self.is_told("is no homeserver itself", "give its homeserver's address as `homeserver`")

    def test_a_service_without_a_homeserver_says_so_and_ends(self):
        self.site.tell(FILE, bent(200, b"<html>"))
        self.service.start()
        self.assertEqual(1, self.service.process.wait(PATIENCE), self.service.log())
        self.assertIn("give its address as `homeserver`", self.service.log())


class ByServersName(Discovery):
    settings = {"homeserver": SERVER}

    def test_a_servers_name_and_a_token_are_enough(self):
        self.answers_a_question()


class Untrusted(Discovery):
    def test_a_server_that_nobody_vouches_for_is_not_believed(self):
        with tempfile.TemporaryDirectory(prefix="facteur-authority-") as folder:
            self.site.stop()
            self.site = self.serve(SERVER, 443, own_network.Authority(folder, "Somebody else"))
            self.service.start()
            self.service.wait_for_log("can't be reached")
            self.assertIn("certificate", self.service.log())
            self.assertEqual([], self.site.exchanges)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
