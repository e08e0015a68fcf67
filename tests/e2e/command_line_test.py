#!/usr/bin/env python3
"""The command line: what it prints where, and the exit status. 0 done, 1 the input has errors, 2 wrong usage.

    python3 command_line_test.py path/to/facteur
"""

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unittest

FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
DEADLINE = 60.0


def facteur(*arguments, **environment):
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return subprocess.run([FACTEUR, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE,
                          env={**base, "TERM": "xterm-256color", **environment}, check=False)


def shown_in_a_terminal(*arguments, **environment):
    """What the program writes where its output is a terminal."""
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(FACTEUR, [FACTEUR, *arguments], {**base, "TERM": "xterm-256color", **environment})
    output = b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux's way to say that nobody holds the other side
            break
        if not data:
            break
        output += data
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, output
    return output.decode()


class WrongUsage(unittest.TestCase):
    def test_it_gives_status_2_nothing_on_stdout_and_one_helpful_complaint_on_stderr(self):
        for arguments, hint in {
            ("ask",): "facteur ask",
            ("ask", ""): "facteur ask",
            ("ask", "--json"): "facteur ask",
            ("ask", "--explain"): "facteur ask",
            ("ask", "--jsn", "a"): "--jsn",
            ("ask", "--json", "--jsonl", "a"): "--json",
            ("ask", "--json", "--explain", "a"): "--explain",
            ("ask", "--jsonl", "--explain"): "--explain",
            ("ask", "--jsonl", QUESTION): "--jsonl",
            ("aks", "a"): "aks",
            ("chat", "bonjour"): "bonjour",
            ("check", "nplus.ca"): "nplus.ca",
            ("chat", "check"): "check",
            ("--knowledge",): "--knowledge",
            ("ask", "a", "--knowledge"): "--knowledge",
            ("--nonsense",): "--nonsense",
            ("-x",): "-x",
        }.items():
            with self.subTest(arguments):
                done = facteur(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""), done.stderr)
                self.assertIn(hint, done.stderr.decode())
                self.assertNotIn("terminate", done.stderr.decode())
                self.assertLess(len(done.stderr), 500)


class Help(unittest.TestCase):
    def test_it_names_every_command_and_goes_to_stdout(self):
        for flag in ("--help", "-h"):
            done = facteur(flag)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            for word in ("chat", "ask", "check", "--knowledge", "--version"):
                self.assertIn(word, done.stdout.decode())

    def test_a_command_s_own_help_names_its_options(self):
        for command, words in {"ask": ("--json", "--jsonl", "--explain"), "chat": ("chat",), "check": ("check",)}.items():
            with self.subTest(command):
                done = facteur(command, "--help")
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                for word in words:
                    self.assertIn(word, done.stdout.decode())

    def test_the_version_is_one_line(self):
        done = facteur("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), r"\Afacteur \d+\.\d+\.\d+\n\Z")


class OneQuestion(unittest.TestCase):
    def test_a_question_needs_no_quotation_marks(self):
        self.assertEqual(facteur("ask", *QUESTION.split(" ")).stdout, facteur("ask", QUESTION).stdout)

    def test_in_a_pipe_the_answer_is_plain_text(self):
        done = facteur("ask", QUESTION)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(HOST, done.stdout.decode())
        self.assertTrue(done.stdout.endswith(b"\n"))
        self.assertNotIn(b"\x1b", done.stdout)
        self.assertNotIn(b"**", done.stdout)

    def test_in_a_terminal_it_is_bold_unless_no_color_says_otherwise(self):
        self.assertIn("\x1b[1m", shown_in_a_terminal("ask", QUESTION))
        self.assertIn("\x1b[1m", shown_in_a_terminal("ask", QUESTION, NO_COLOR=""))
        for plain in (shown_in_a_terminal("ask", QUESTION, NO_COLOR="1"), shown_in_a_terminal("ask", QUESTION, TERM="dumb")):
            self.assertIn(HOST, plain)
            self.assertNotIn("\x1b", plain)

    def test_machine_readable_output_is_never_coloured(self):
        self.assertNotIn("\x1b", shown_in_a_terminal("ask", "--json", QUESTION))
        self.assertNotIn("\x1b", shown_in_a_terminal("ask", "--explain", QUESTION))

    def test_json_is_the_object_that_jsonl_gives(self):
        done = facteur("ask", "--json", QUESTION)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 1)
        lines = subprocess.run([FACTEUR, "ask", "--jsonl"], input=json.dumps({"text": QUESTION}).encode(), capture_output=True, check=True)
        self.assertEqual(done.stdout, lines.stdout)

    def test_explain_tells_the_words_files_and_lines_that_led_to_the_answer(self):
        done = facteur("ask", "--explain", "quel est le port imapp pour marie@henrietmoi.com ?")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        text = done.stdout.decode()
        self.assertRegex(text, r"imapp -> imap")
        self.assertRegex(text, r"henrietmoi\.com -> henrietmoi\.ca")
        self.assertRegex(text, r"concepts/port\.toml:\d+")
        self.assertRegex(text, r"languages/fr\.toml:\d+")
        for word in ("settings", "protocol imap", "field port", "fr"):
            self.assertIn(word, text)

    def test_explain_says_so_when_nothing_was_understood(self):
        done = facteur("ask", "--explain", "zzz qqq")
        self.assertEqual(done.returncode, 0)
        self.assertIn("nothing", done.stdout.decode())

    def test_any_question_in_any_bytes_is_answered(self):
        for text in (b"\xff\xfe", b"\xc3", b"\x1b[31m", b"a" * 100_000, b"--", b"'\"\\$(true)", "日本語 😀".encode()):
            for flags in ((), ("--json",), ("--explain",)):
                with self.subTest(text=text[:10], flags=flags):
                    done = subprocess.run([FACTEUR, "ask", *flags, "--", text], capture_output=True, timeout=DEADLINE, check=False)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    shown = done.stdout.decode()  # raises unless it is UTF-8
                    self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown))

    @unittest.skipUnless(os.path.exists("/dev/full"), "this system has no full device")
    def test_an_answer_that_cannot_be_written_is_an_error_that_says_so(self):
        for arguments in (("ask", QUESTION), ("ask", "--json", QUESTION), ("ask", "--explain", QUESTION), ("check",)):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                done = subprocess.run([FACTEUR, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=DEADLINE, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertIn("facteur: ", done.stderr.decode())


class Knowledge(unittest.TestCase):
    def test_a_folder_without_knowledge_is_an_error_that_names_it(self):
        with tempfile.TemporaryDirectory() as empty:
            for folder in (empty, os.path.join(empty, "missing"), "/dev/null"):
                for arguments in (("ask", "imap"), ("ask", "--jsonl"), ("chat",), ("check",)):
                    with self.subTest(folder=folder, arguments=arguments):
                        done = facteur(*arguments, "--knowledge", folder)
                        self.assertEqual(done.returncode, 1, done.stderr)
                        self.assertIn(folder, (done.stderr + done.stdout).decode())

    def test_the_option_may_stand_before_or_after_the_command(self):
        base = os.path.join(os.getcwd(), "knowledge", "base")
        if not os.path.isdir(base):
            self.skipTest("not run from the sources")
        for arguments in (("--knowledge", base, "ask", "--json", QUESTION), ("ask", "--json", QUESTION, "--knowledge", base),
                          ("ask", "--json", f"--knowledge={base}", QUESTION)):
            with self.subTest(arguments):
                self.assertIn(HOST, json.loads(facteur(*arguments).stdout)["reply"])

    def test_the_knowledge_it_comes_with_has_no_errors(self):
        done = facteur("check")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn(" 0 errors", done.stdout.decode())


if __name__ == "__main__":
    if not FACTEUR:
        sys.exit(__doc__)
    FACTEUR = os.path.abspath(FACTEUR)
    unittest.main(argv=sys.argv[:1], verbosity=2)
