#!/usr/bin/env python3
"""Measures made-up answers with measure.py: it must praise what is right, and fail on each kind of wrong answer.

    python3 measure_test.py [path/to/facteur]   (the program isn't needed; every test is told it)
"""

import contextlib
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import measure  # noqa: E402

NOTHING = {"language": "fr", "intent": "none", "intents": [], "domain": None, "protocol": None, "direction": None, "field": None,
           "fields": [], "concepts": [], "client": None, "problem": None, "replied": True, "reply": "…", "links": []}
RIGHT = {**NOTHING, "intent": "settings", "intents": ["settings"], "domain": "nplus.ca", "protocol": "imap", "direction": "incoming",
         "field": "port", "fields": ["port"]}
LABELS = {"text": "q", "lang": "fr", "intent": "settings", "domain": "nplus.ca", "protocol": "imap", "direction": "incoming",
          "field": "port", "client": None, "concepts": [], "problem": None, "standalone": True, "set": "written"}
OTHER = {"text": "o", "lang": "fr", "intent": "none", "domain": None, "set": "other"}


class Done:
    """What measure.py did: the exit status and what it printed."""

    def __init__(self, arguments):
        out, err = io.StringIO(), io.StringIO()
        self.returncode = 0
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), unittest.mock.patch("sys.argv", ["measure.py", *arguments]):
                measure.main()
        except SystemExit as end:
            self.returncode = end.code if isinstance(end.code, int) else 1
            err.write(str(end.code))
        self.stdout, self.stderr = out.getvalue(), err.getvalue()


def measured(labelled, direct, group=None, *options):
    """measure.py for these labelled lines, of a program that answers with these tables (text -> answer)."""
    def run(_, input, **__):
        asked = [json.loads(line) for line in input.splitlines()]
        tables = {False: direct, True: group if group is not None else direct}
        answers = [tables[bool(each.get("group"))][each["text"]] for each in asked]
        return unittest.mock.Mock(stdout="".join(json.dumps(each) + "\n" for each in answers), returncode=0)

    with tempfile.TemporaryDirectory() as folder, unittest.mock.patch("subprocess.run", run):
        questions = pathlib.Path(folder, "questions.jsonl")
        questions.write_text("".join(json.dumps(each) + "\n" for each in labelled), encoding="utf-8")
        return Done([*options, str(questions)])


class Questions(unittest.TestCase):
    def held(self, answer, labels=None):
        done = measured([labels or LABELS], {"q": answer}, None, "--floor", "97")
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertEqual(done.returncode == 1, "below the floor" in done.stderr)
        return done.returncode == 0

    def test_a_right_answer_holds_the_floor(self):
        self.assertTrue(self.held(RIGHT))

    def test_every_wrong_field_alone_breaks_it(self):
        for name, wrong in {"intent": "explain", "language": "en", "domain": "gabskycom.com", "protocol": "pop", "direction": "outgoing",
                            "fields": ["host"]}.items():
            with self.subTest(name):
                self.assertFalse(self.held({**RIGHT, name: wrong}))

    def test_a_field_that_is_missing_or_too_many_breaks_it(self):
        self.assertFalse(self.held({**RIGHT, "domain": None}))
        self.assertFalse(self.held({**RIGHT, "fields": []}))
        self.assertFalse(self.held({**RIGHT, "fields": ["port", "host"]}))

    def test_a_label_that_is_null_is_not_judged(self):
        self.assertTrue(self.held({**RIGHT, "client": "outlook", "problem": "bounce"}))
        self.assertTrue(self.held({**RIGHT, "domain": "gabskycom.com"}, {**LABELS, "domain": None}))

    def test_an_accepted_intent_is_right_and_another_is_not(self):
        labels = {**LABELS, "accept_intents": ["guide"]}
        self.assertTrue(self.held({**RIGHT, "intent": "guide"}, labels))
        self.assertFalse(self.held({**RIGHT, "intent": "greet"}, labels))

    def test_several_fields_must_all_be_there_in_any_order(self):
        labels = {**LABELS, "fields": ["port", "security"]}
        self.assertTrue(self.held({**RIGHT, "fields": ["security", "port"]}, labels))
        self.assertFalse(self.held({**RIGHT, "fields": ["port"]}, labels))

    def test_further_questions_in_the_message_must_all_be_understood(self):
        labels = {**LABELS, "also_intents": ["explain"]}
        self.assertTrue(self.held({**RIGHT, "intents": ["settings", "explain"]}, labels))
        self.assertFalse(self.held(RIGHT, labels))

    def test_concepts_are_judged_for_explanations_only(self):
        labels = {**LABELS, "intent": "explain", "concepts": ["imap"]}
        self.assertTrue(self.held({**RIGHT, "intent": "explain", "concepts": ["pop", "imap"]}, labels))
        self.assertFalse(self.held({**RIGHT, "intent": "explain", "concepts": ["pop"]}, labels))
        self.assertTrue(self.held(RIGHT, {**LABELS, "concepts": ["imap"]}))

    def test_the_floor_is_a_share_of_each_field(self):
        lines = [{**LABELS, "text": f"q{number}"} for number in range(100)]
        table = {line["text"]: RIGHT for line in lines}
        for wrong, holds in ((3, True), (4, False)):
            for number in range(wrong):
                table[f"q{number}"] = {**RIGHT, "protocol": "pop"}
            done = measured(lines, table, None, "--floor", "97")
            self.assertEqual(done.returncode == 0, holds, done.stdout)

    def test_every_turn_of_a_conversation_is_judged(self):
        turns = {"lang": "fr", "set": "written", "turns": [LABELS, {**LABELS, "text": "r", "field": "host"}]}
        good = {"q": RIGHT, "r": {**RIGHT, "fields": ["host"]}}
        self.assertEqual(measured([turns], good, None, "--floor", "97").returncode, 0)
        self.assertEqual(measured([turns], {**good, "r": RIGHT}, None, "--floor", "97").returncode, 1)

    def test_failures_are_listed_with_what_was_wanted_and_got(self):
        done = measured([LABELS], {"q": {**RIGHT, "protocol": "pop"}}, None, "--failures")
        self.assertEqual(done.returncode, 0)
        self.assertIn("questions.jsonl:1", done.stdout)
        self.assertIn("protocol: imap / pop", done.stdout)


class InAGroup(unittest.TestCase):
    SILENT = {**RIGHT, "replied": False, "reply": None}

    def test_questions_that_are_not_answered_break_the_floor_of_the_group(self):
        for answer, holds in ((RIGHT, True), (self.SILENT, False)):
            done = measured([LABELS], {"q": RIGHT}, {"q": answer}, "--group-floor", "85")
            self.assertEqual(done.returncode == 0, holds, done.stderr)

    def test_questions_that_only_a_direct_chat_can_understand_are_not_counted(self):
        for labels in ({**LABELS, "standalone": False}, {"lang": "fr", "turns": [LABELS]}):
            done = measured([LABELS | {"text": "p"}, labels], {"p": RIGHT, "q": RIGHT}, {"p": RIGHT, "q": self.SILENT}, "--group-floor", "85")
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_other_messages_that_are_answered_break_the_ceiling(self):
        for answer, holds in (({**NOTHING, "replied": False}, True), (NOTHING, False)):
            done = measured([LABELS, OTHER], {"q": RIGHT}, {"q": RIGHT, "o": answer}, "--other-ceiling", "0.5")
            self.assertEqual(done.returncode == 0, holds, done.stderr)

    def test_other_messages_are_no_questions(self):
        done = measured([LABELS, OTHER], {"q": RIGHT}, {"q": RIGHT, "o": {**NOTHING, "replied": False}}, "--floor", "100")
        self.assertEqual(done.returncode, 0, done.stderr)


class BrokenPrograms(unittest.TestCase):
    def of_program(self, script):
        """measure.py for one question, of a real program."""
        with tempfile.TemporaryDirectory() as folder:
            questions, program = pathlib.Path(folder, "questions.jsonl"), pathlib.Path(folder, "program")
            questions.write_text(json.dumps(LABELS) + "\n", encoding="utf-8")
            program.write_text("#!/bin/sh\n" + script, encoding="utf-8")
            program.chmod(0o700)
            command = [sys.executable, str(HERE / "measure.py"), "--facteur", str(program), "--floor", "97", str(questions)]
            return subprocess.run(command, capture_output=True, check=False).returncode

    def test_a_program_that_answers_right_is_a_success(self):
        self.assertEqual(self.of_program(f"cat >/dev/null; echo '{json.dumps(RIGHT)}'"), 0)

    def test_one_that_answers_an_error_nothing_too_much_or_fails_is_none(self):
        self.assertNotEqual(self.of_program("cat >/dev/null; echo '{\"error\": \"…\"}'"), 0)
        self.assertNotEqual(self.of_program("cat >/dev/null"), 0)
        self.assertNotEqual(self.of_program(f"cat >/dev/null; echo '{json.dumps(RIGHT)}'; echo '{json.dumps(RIGHT)}'"), 0)
        self.assertNotEqual(self.of_program(f"cat >/dev/null; echo '{json.dumps(RIGHT)}'; exit 1"), 0)

    def test_without_a_floor_wrong_answers_are_only_counted(self):
        done = measured([LABELS], {"q": NOTHING})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("0.0 %", done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
