#!/usr/bin/env python3
"""Feeds `facteur ask --jsonl` what programs send when all goes well, and everything else that may arrive.

    python3 ask_jsonl_test.py path/to/facteur

FACTEUR_MILLION=1 sends a million lines instead of 100,000 (10,000 where the program was built with sanitizers).
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

FACTEUR = sys.argv[1] if len(sys.argv) > 1 else ""
DEADLINE = 60.0  # seconds; everything here but the many lines takes far less
KEYS = ["language", "intent", "intents", "domain", "protocol", "direction", "field", "fields", "concepts", "client", "problem",
        "replied", "reply", "links"]
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
LONGEST_LINE = 1 << 20


def environment():
    # A sanitizer holds on to freed memory, which is no measure of what the program keeps; without one this means nothing.
    return {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1:" + os.environ.get("ASAN_OPTIONS", "")}


def run(data):
    """The finished process that was given these bytes."""
    return subprocess.run([FACTEUR, "ask", "--jsonl"], input=data, capture_output=True, env=environment(), timeout=DEADLINE, check=False)


def answers(*lines, end=b"\n"):
    """The answers to the lines: each a str, bytes, or an object to send as JSON."""
    data = b"".join(as_bytes(line) + end for line in lines)
    done = run(data)
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert done.stderr == b"", done.stderr
    assert done.stdout.endswith(b"\n") or not lines
    return [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]


def as_bytes(line):
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line)).encode()


def question(text=QUESTION, **more):
    return {"text": text, **more}


def is_sanitized():
    with open(FACTEUR, "rb") as program:
        return b"__asan_init" in program.read()


class AnObjectALine(unittest.TestCase):
    def test_an_answer_has_every_key_of_the_design_in_order(self):
        (answer,) = answers(question())
        self.assertEqual(list(answer), KEYS)
        self.assertEqual(answer["intent"], "settings")
        self.assertEqual(answer["domain"], "nplus.ca")
        self.assertEqual(answer["direction"], "incoming")
        self.assertEqual(answer["field"], "host")
        self.assertIs(answer["replied"], True)
        self.assertIn(HOST, answer["reply"])

    def test_lines_without_a_chat_know_nothing_of_each_other(self):
        _, alone = answers(question(), question("et le port ?"))
        self.assertIsNone(alone["domain"])

    def test_lines_with_the_same_chat_share_a_conversation_and_others_do_not(self):
        _, other, after = answers(question(chat="a"), question("et le port ?", chat="b"), question("et le port ?", chat="a"))
        self.assertIsNone(other["domain"])
        self.assertEqual((after["domain"], after["field"], after["direction"]), ("nplus.ca", "port", "incoming"))

    def test_a_chat_may_be_a_number(self):
        for chat in (7, -1, 0, 2**53, -2**63, 2**64 - 1):
            with self.subTest(chat):
                _, after = answers(question(chat=chat), question("et le port ?", chat=chat))
                self.assertEqual(after["domain"], "nplus.ca")

    def test_a_chat_may_be_any_string(self):
        for chat in (" ", "é", "\x00", "\n", "!r:example.org", "x" * 1000):
            with self.subTest(chat):
                _, after = answers(question(chat=chat), question("et le port ?", chat=chat))
                self.assertEqual(after["domain"], "nplus.ca")

    def test_in_a_group_only_what_is_surely_meant_is_answered(self):
        surely, unsure, addressed, direct = answers(question(group=True), question("bonjour", group=True),
                                                    question("bonjour", group=True, addressed=True), question("bonjour", group=False))
        self.assertIs(surely["replied"], True)
        self.assertIs(unsure["replied"], False)
        self.assertIsNone(unsure["reply"])
        self.assertEqual(unsure["links"], [])
        self.assertIs(addressed["replied"], True)
        self.assertIs(direct["replied"], True)

    def test_null_is_as_if_it_were_absent_and_unknown_keys_are_passed_over(self):
        plain, null, more = answers(question(), question(chat=None, group=None, addressed=None), question(more={"a": [1]}, Text=3))
        self.assertEqual(plain, null)
        self.assertEqual(plain, more)

    def test_line_ends_of_windows_spaces_and_a_missing_last_newline_change_nothing(self):
        (plain,) = answers(question())
        self.assertEqual(answers(question(), question(), end=b"\r\n"), [plain, plain])
        self.assertEqual(answers(b" \t" + as_bytes(question()) + b" \t"), [plain])
        done = run(as_bytes(question()))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(json.loads(done.stdout), plain)
        self.assertTrue(done.stdout.endswith(b"\n"))

    def test_no_input_gives_no_output(self):
        done = run(b"")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))


BROKEN = {
    "an empty line": b"",
    "blanks": b" \t ",
    "a carriage return": b"\r",
    "words": b"bonjour",
    "half an object": b'{"text": "a"',
    "half a string": b'{"text": "a',
    "two objects": b'{"text": "a"}{"text": "b"}',
    "a comma too many": b'{"text": "a",}',
    "single quotes": b"{'text': 'a'}",
    "a comment": b'{"text": "a"} // b',
    "NaN": b'{"text": "a", "chat": NaN}',
    "a string": b'"text"',
    "a number": b"12",
    "a number too great": b'{"text": "a", "chat": 1e999}',
    "null": b"null",
    "true": b"true",
    "an array": b'[{"text": "a"}]',
    "an empty object": b"{}",
    "no text": b'{"chat": "a"}',
    "a text that is null": b'{"text": null}',
    "a text that is a number": b'{"text": 5}',
    "a text that is a list": b'{"text": ["a"]}',
    "a text that is an object": b'{"text": {}}',
    "a chat that is a fraction": b'{"text": "a", "chat": 1.5}',
    "a chat that is true": b'{"text": "a", "chat": true}',
    "a chat that is a list": b'{"text": "a", "chat": []}',
    "a chat that is too long": b'{"text": "a", "chat": "' + b"x" * 5000 + b'"}',
    "a group that is text": b'{"text": "a", "group": "yes"}',
    "a group that is a number": b'{"text": "a", "group": 1}',
    "addressed as text": b'{"text": "a", "addressed": "true"}',
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "half a character": b'{"text": "\xc3"}',
    "an overlong character": b'{"text": "\xc0\xaf"}',
    "a surrogate in UTF-8": b'{"text": "\xed\xa0\x80"}',
    "a NUL": b"\x00",
    "a NUL in the text": b'{"text": "a\x00b"}',
    "a NUL behind": b'{"text": "a"}\x00',
    "a control character in the text": b'{"text": "a\x01b"}',
    "a lone high surrogate": b'{"text": "\\ud800"}',
    "a lone low surrogate": b'{"text": "\\udc00 a"}',
    "surrogates the wrong way round": b'{"text": "\\udc00\\ud800"}',
    "an unknown escape": b'{"text": "\\x41"}',
    "arrays, deep": b"[" * 100_000,
    "arrays, deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "objects, deep": b'{"a":' * 100_000,
    "deep beside a text": b'{"text": "a", "b": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "UTF-16": '{"text": "a"}'.encode("utf-16"),
    "random bytes": bytes((i * 7919 + 13) % 256 for i in range(5000)).replace(b"\n", b""),
    "a line that is too long": b'{"text": "' + b"a" * LONGEST_LINE + b'"}',
    "10 MB": b'{"text": "' + b"a" * 10_000_000 + b'"}',
    "10 MB of nothing": b"\x00" * 10_000_000,
}


class WhatIsNoQuestion(unittest.TestCase):
    def test_each_gives_an_error_in_its_place_that_says_what_was_expected_and_the_run_goes_on(self):
        for name, line in BROKEN.items():
            with self.subTest(name):
                before, error, after = answers(question(), line, question())
                self.assertEqual(list(error), ["error"])
                self.assertIn("expected", error["error"])
                self.assertLess(len(error["error"]), 300)
                self.assertIn(HOST, before["reply"])
                self.assertEqual(before, after)

    def test_all_at_once_keep_their_order(self):
        lines = list(BROKEN.values())
        got = answers(*[each for line in lines for each in (line, question())])
        self.assertEqual(len(got), 2 * len(lines))
        self.assertTrue(all(list(error) == ["error"] for error in got[0::2]))
        self.assertTrue(all(HOST in answer["reply"] for answer in got[1::2]))

    def test_one_that_ends_the_input_without_a_newline_is_answered(self):
        for name, line in BROKEN.items():
            if not line:
                continue
            with self.subTest(name):
                done = run(as_bytes(question()) + b"\n" + line)
                self.assertEqual(done.returncode, 0)
                self.assertEqual([list(json.loads(each))[0] for each in done.stdout.splitlines()], ["language", "error"])

    def test_an_error_leaves_the_conversation_alone(self):
        _, error, after = answers(question(chat="a"), {"text": 5, "chat": "a"}, question("et le port ?", chat="a"))
        self.assertIn("error", error)
        self.assertEqual(after["domain"], "nplus.ca")

    def test_the_longest_line_that_is_read_is_answered(self):
        line = as_bytes(question())
        longest = line + b" " * (LONGEST_LINE - len(line))
        answer, error = answers(longest, longest + b" ")
        self.assertIn(HOST, answer["reply"])
        self.assertIn("error", error)


class WhatIsOddButAQuestion(unittest.TestCase):
    def test_any_text_is_answered_and_no_control_character_comes_back(self):
        for text in ("", " ", "\x00", "a\x00b", "\x1b[31m", "\u202eabc", "\ud83d\ude00", "é" * 1000, "a" * 500_000, "@" * 100_000,
                     "." * 100_000, "nplus.ca " * 50_000, "\n" * 100_000, "𝕚𝕞𝕒𝕡", "\ufeff", "\uffff"):
            with self.subTest(text[:10]):
                (answer,) = answers(question(text))
                self.assertEqual(list(answer), KEYS)
                self.assertIs(answer["replied"], True)
                self.assertFalse(any(ord(c) < 32 and c != "\n" or 0x7F <= ord(c) < 0xA0 for c in answer["reply"]))
                self.assertLess(len(answer["reply"]), 20_000)

    def test_escaped_letters_are_those_letters(self):
        plain, escaped = answers(question(), '{"\\u0074ext": "c\\u0027est quoi le serveur entrant pour marie@nplus.ca \\u003f"}')
        self.assertEqual(plain, escaped)

    def test_of_a_key_given_twice_one_counts(self):
        (answer,) = answers('{"text": "bonjour", "text": "merci"}')
        self.assertIn(answer["intent"], ("greet", "thanks"))


class LineByLine(unittest.TestCase):
    """As a program talks to it that waits for each answer before it says more."""

    def setUp(self):
        self.process = subprocess.Popen([FACTEUR, "ask", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment())

    def tearDown(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def read_line(self):
        line, deadline = b"", time.monotonic() + DEADLINE
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            self.assertTrue(ready, f"no answer came for {DEADLINE} s; so far: {line!r}")
            line += self.process.stdout.read(65536)
        return json.loads(line)

    def test_each_answer_comes_before_the_next_line_is_sent(self):
        for number in range(20):
            self.process.stdin.write(as_bytes(question(chat=number % 3)) + b"\n")
            self.assertIn(HOST, self.read_line()["reply"])

    def test_an_answer_comes_though_the_next_line_has_begun(self):
        self.process.stdin.write(as_bytes(question()) + b'\n{"text": "bon')
        self.assertIn(HOST, self.read_line()["reply"])
        self.process.stdin.write(b'jour"}\n')
        self.assertEqual(self.read_line()["intent"], "greet")

    def test_the_end_of_the_input_ends_the_program(self):
        self.process.stdin.write(as_bytes(question()) + b"\n")
        self.read_line()
        self.process.stdin.close()
        self.assertEqual(self.process.wait(DEADLINE), 0)


class WhereTheAnswersGo(unittest.TestCase):
    MANY = (as_bytes(question()) + b"\n") * 2000  # more than any pipe or buffer holds

    @unittest.skipUnless(os.path.exists("/dev/full"), "this system has no full device")
    def test_an_output_that_cannot_be_written_is_an_error_that_says_so(self):
        for data in (as_bytes(question()) + b"\n", self.MANY):
            with self.subTest(bytes=len(data)), open("/dev/full", "wb") as full:
                done = subprocess.run([FACTEUR, "ask", "--jsonl"], input=data, stdout=full, stderr=subprocess.PIPE, timeout=DEADLINE, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertIn("could not be written", done.stderr.decode())

    def test_a_closed_output_is_an_error_that_says_so(self):
        done = subprocess.run(["sh", "-c", '"$0" ask --jsonl >&-', FACTEUR], input=self.MANY, stderr=subprocess.PIPE, timeout=DEADLINE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not be written", done.stderr.decode())

    def test_a_reader_that_goes_away_ends_the_program_at_once(self):
        """As `facteur ask --jsonl | head -1` does: by the signal for it, or with an error."""
        with subprocess.Popen([FACTEUR, "ask", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            feeder = threading.Thread(target=self.feed, args=(process.stdin,))
            feeder.start()
            self.assertIn(HOST, process.stdout.readline().decode())
            process.stdout.close()
            self.assertIn(process.wait(DEADLINE), (1, -signal.SIGPIPE))
            feeder.join()
            self.assertNotIn(b"Sanitizer", process.stderr.read())

    def feed(self, stream):
        try:
            stream.write(self.MANY * 10)
            stream.close()
        except BrokenPipeError:
            try:
                stream.close()
            except BrokenPipeError:
                pass


class ManyLines(unittest.TestCase):
    def measure(self, write_lines, limit=DEADLINE * 10):
        """The number of answers and of errors among them, and the most memory the program had, in KB."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken:
            write_lines(given)
            given.seek(0)
            process = subprocess.Popen([FACTEUR, "ask", "--jsonl"], stdin=given, stdout=taken, env=environment())
            watch = threading.Timer(limit, process.kill)
            watch.start()
            _, status, usage = os.wait4(process.pid, 0)
            watch.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            taken.seek(0)
            total = errors = 0
            for line in taken:
                total += 1
                errors += line.startswith(b'{"error"')
            return total, errors, usage.ru_maxrss

    @staticmethod
    def mixed(count):
        """Lines of every kind: alone, in few chats, each in a chat of its own, broken."""
        texts = [QUESTION, "et pour POP ?", "merci", "imap or pop?", "mon mot de passe est Soleil2024!", "réglages pour x@example.org",
                 "il fait beau", "how do I set up Outlook", "henrietmoi.com", "je reçois mais je ne peux pas envoyer"]

        def write(file):
            for i in range(count):
                if i % 50 == 0:
                    file.write(b"\xff broken\n")
                    continue
                line = question(texts[i % len(texts)] + f" {i}")
                if i % 3:
                    line["chat"] = i if i % 3 == 1 else f"chat {i % 7}"
                file.write(as_bytes(line) + b"\n")
        return write

    def test_memory_stays_where_it_is_however_many_lines_come(self):
        many = 1_000_000 if os.environ.get("FACTEUR_MILLION") == "1" else 10_000 if is_sanitized() else 100_000
        _, _, few_took = self.measure(self.mixed(2_000))
        total, errors, took = self.measure(self.mixed(many), limit=3600)
        self.assertEqual((total, errors), (many, many // 50))
        # What may grow: the patterns' automaton to its bound (24 MB), and 10,000 conversations of some hundred bytes.
        self.assertLess(took, few_took + 40_000)
        if not is_sanitized():
            self.assertLess(took, 80_000)

    def test_long_names_of_chats_do_not_fill_the_memory(self):
        def write(file):
            for i in range(3_000):
                file.write(as_bytes(question("bonjour", chat=f"{i}" + "x" * 100_000)) + b"\n")
        total, errors, took = self.measure(write)
        self.assertEqual((total, errors), (3_000, 3_000))
        self.assertLess(took, 400_000 if is_sanitized() else 80_000)

    def test_long_lines_do_not_fill_the_memory(self):
        def write(file):
            for _ in range(10):
                file.write(b'{"text": "' + b"a" * 10_000_000 + b'"}\n')
        total, errors, took = self.measure(write)
        self.assertEqual((total, errors), (10, 10))
        self.assertLess(took, 400_000 if is_sanitized() else 80_000)


if __name__ == "__main__":
    if not FACTEUR:
        sys.exit(__doc__)
    FACTEUR = os.path.abspath(FACTEUR)
    unittest.main(argv=sys.argv[:1], verbosity=2)
