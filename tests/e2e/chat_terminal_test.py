#!/usr/bin/env python3
"""Talks to the chat as a person does: in a real pseudo-terminal, then through a pipe.

    python3 chat_terminal_test.py path/to/facteur [argument...]

Nothing here sleeps: each step waits, up to a deadline, for what it must see.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import unittest

COMMAND = sys.argv[1:]
QUESTION = "c'est quoi le serveur entrant pour marie@nplus.ca ?"
HOST = "mail.nplus.ca"
DEADLINE = 20.0  # seconds for one step; a step takes milliseconds unless something is wrong

BOLD = "\x1b[1m"
UP = "\x1b[A"
CONTROL_C, CONTROL_D, ENTER, BACKSPACE = "\x03", "\x04", "\r", "\x7f"
ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")


def words_of(output):
    return ESCAPE_SEQUENCE.sub("", output).replace("\r", "")


def environment(**changes):
    base = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "LC_ALL", "LC_CTYPE")}
    base.update({"TERM": "xterm-256color", "LANG": "C.UTF-8"})
    base.update(changes)
    return base


class Chat:
    """The program in a pseudo-terminal, at its first prompt; `output` is all that it has shown so far."""

    def __init__(self, columns=80, **changes):
        self.output = ""
        self.seen = 0
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(COMMAND[0], COMMAND, environment(**changes))
        self.resize(columns)
        self.prompt = self.learn_prompt()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def modes(self):
        return termios.tcgetattr(self.terminal)[3]

    def resize(self, columns):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def learn_prompt(self):
        """The prompt is what stands before the first typed characters, once the program edits lines itself."""
        deadline = time.monotonic() + DEADLINE
        while self.modes() & termios.ICANON:
            self.read(deadline, patience=0.01)
        self.type("zqzq")
        shown = self.wait_for("zqzq")
        self.type(CONTROL_C)
        prompt = words_of(shown).split("\n")[-1].removesuffix("zqzq")
        self.wait_for("\n" + prompt)
        return prompt

    def read(self, deadline, patience=None):
        """Takes what was shown; False once the program has closed the terminal."""
        left = max(0.0, deadline - time.monotonic())
        ready, _, _ = select.select([self.terminal], [], [], left if patience is None else min(patience, left))
        if not ready:
            if patience is not None and left > 0:
                return True
            raise AssertionError(f"nothing came for {DEADLINE} s after: {self.output[-2000:]!r}")
        try:
            data = os.read(self.terminal, 65536)
        except OSError:  # Linux's way to say that nobody holds the other side
            data = b""
        self.output += self.decoder.decode(data)
        return bool(data)

    def wait_for(self, text, of=lambda output: output):
        """Waits until `text` was shown since the last wait, and returns all that was shown since."""
        deadline = time.monotonic() + DEADLINE
        while text not in of(self.output[self.seen:]):
            if not self.read(deadline):
                raise AssertionError(f"it ended before it showed {text!r}: {self.output[-2000:]!r}")
        shown = self.output[self.seen:]
        self.seen = len(self.output)
        return shown

    def ask(self, keys):
        """Types a line and returns what is shown until the next prompt."""
        self.type(keys + ENTER)
        return self.wait_for("\n" + self.prompt)

    def end(self):
        """Types Ctrl-D; returns the exit status."""
        self.type(CONTROL_D)
        deadline = time.monotonic() + DEADLINE
        while self.read(deadline):
            pass
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)


def ask_through_pipe(text, **changes):
    data = text if isinstance(text, bytes) else text.encode()
    return subprocess.run(COMMAND, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=environment(**changes), timeout=DEADLINE, check=False)


class InATerminal(unittest.TestCase):
    def test_a_question_is_answered_in_bold_and_recalled_by_arrow_up_and_control_d_ends_the_chat(self):
        with Chat() as chat:
            answer = chat.ask(QUESTION)
            self.assertIn(BOLD, answer)
            self.assertIn(HOST, answer)
            chat.type(UP)
            chat.wait_for(QUESTION, of=words_of)
            self.assertIn(HOST, chat.ask(""))
            self.assertEqual(chat.end(), 0)

    def test_help_is_shown(self):
        with Chat() as chat:
            shown = words_of(chat.ask("/help")).removeprefix("/help").removesuffix(chat.prompt)
            self.assertGreater(len(shown.strip()), 10)
            self.assertEqual(chat.end(), 0)

    def test_control_c_drops_the_line_and_not_the_chat(self):
        with Chat() as chat:
            chat.type("/nonsense" + CONTROL_C)
            self.assertEqual(words_of(chat.wait_for("\n" + chat.prompt)), "/nonsense\n" + chat.prompt)
            for _ in range(3):
                chat.type(CONTROL_C)
                chat.wait_for("\n" + chat.prompt)
            self.assertIn(HOST, chat.ask(QUESTION))
            self.assertEqual(chat.end(), 0)

    def test_backspace_takes_a_whole_character_whatever_the_locale_says(self):
        for lang in ("C.UTF-8", "C"):
            with self.subTest(LANG=lang), Chat(LANG=lang) as chat:
                chat.ask("\u00e9t\u00e9\u20ac" + BACKSPACE * 4 + QUESTION)
                chat.type(UP)
                self.assertEqual(words_of(chat.wait_for(QUESTION, of=words_of)).strip(), QUESTION)
                self.assertIn(HOST, chat.ask(""))
                self.assertEqual(chat.end(), 0)

    def test_no_color_and_a_dumb_terminal_get_no_colours(self):
        for changes in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            with self.subTest(**changes), Chat(**changes) as chat:
                self.assertIn(HOST, chat.ask(QUESTION))
                self.assertEqual(chat.end(), 0)
                self.assertIsNone(re.search(r"\x1b\[[1-9][0-9;]*m", chat.output))

    def test_an_empty_no_color_is_as_if_it_were_unset(self):
        with Chat(NO_COLOR="") as chat:
            self.assertIn(BOLD, chat.ask(QUESTION))

    def test_replies_fit_the_window_even_after_it_changed(self):
        with Chat(columns=100) as chat:
            for columns in (100, 50, 30):
                chat.resize(columns)
                shown = words_of(chat.ask("/help")).split("\n")
                shown += words_of(chat.ask("nplus.ca imap")).split("\n")
                for line in shown:
                    long_words = [word for word in line.split() if len(word) > 20]  # addresses are not cut
                    self.assertTrue(len(line) <= columns or long_words, line)

    def test_the_terminal_is_left_as_it_was_found(self):
        with Chat() as chat:
            chat.ask(QUESTION)
            self.assertEqual(chat.end(), 0)
            wanted = termios.ICANON | termios.ECHO | termios.ISIG
            self.assertEqual(chat.modes() & wanted, wanted)


class ThroughAPipe(unittest.TestCase):
    def test_the_answer_is_plain_text(self):
        done = ask_through_pipe(QUESTION + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(HOST, done.stdout.decode())
        self.assertNotIn(b"\x1b", done.stdout + done.stderr)

    def test_a_question_without_a_newline_at_its_end_is_answered(self):
        self.assertIn(HOST, ask_through_pipe(QUESTION).stdout.decode())

    def test_lines_that_end_as_on_windows_are_answered(self):
        self.assertIn(HOST, ask_through_pipe(QUESTION + "\r\n").stdout.decode())

    def test_no_question_is_no_error(self):
        for nothing in ("", "\n", "  \n\n"):
            with self.subTest(input=nothing):
                self.assertEqual(ask_through_pipe(nothing).returncode, 0)

    def test_hostile_bytes_never_come_back(self):
        for name, line in {
            "an escape sequence": "\x1b]0;owned\x07\x1b[2J",
            "the same in a question": f"\x1b[31m{QUESTION}\x1b[0m",
            "eight-bit controls": "\u009b31m\u0090",
            "not UTF-8": b"\xff\xfe\xc3",
            "a NUL": "\x00",
        }.items():
            with self.subTest(name):
                data = (line if isinstance(line, bytes) else line.encode()) + b"\n" + QUESTION.encode() + b"\n"
                done = ask_through_pipe(data)
                self.assertEqual(done.returncode, 0, done.stderr)
                shown = done.stdout.decode()  # raises unless it is UTF-8
                self.assertIn(HOST, shown)
                self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown))

    @unittest.skipUnless(os.path.exists("/dev/full"), "this system has no full device")
    def test_answers_that_cannot_be_written_are_no_success(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(COMMAND, input=QUESTION.encode(), stdout=full, stderr=subprocess.PIPE,
                                  env=environment(), timeout=DEADLINE, check=False)
        self.assertNotEqual(done.returncode, 0)

    def test_a_line_without_end_does_not_stop_the_next_one(self):
        done = ask_through_pipe("a" * 1_000_000 + "\n" + QUESTION + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(HOST, done.stdout.decode())


if __name__ == "__main__":
    if not COMMAND:
        sys.exit(__doc__)
    COMMAND[0] = os.path.abspath(COMMAND[0])
    unittest.main(argv=sys.argv[:1], verbosity=2)
