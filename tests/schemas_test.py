#!/usr/bin/env python3
"""The JSON Schemas beside the knowledge's files, which editors complete from, say what the loader says: no more and no less.

    python3 schemas_test.py path/to/facteur

tests/fixtures/knowledge is a whole small base in which every key of every kind of file stands once at least.
"""

import copy
import glob
import json
import os
import re
import shutil
import sys
import tempfile
import tomllib
import unittest

import jsonschema

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "e2e"))
from facteur_runs import BASE, SOURCES, Checked, main, read, write  # noqa: E402

FIXTURE = os.path.join(SOURCES, "tests", "fixtures", "knowledge")
SCHEMAS = {
    "addresses.toml": "addresses.schema.json",
    "providers/pigeon-post.toml": "providers/provider.schema.json",
    "concepts/pigeon.toml": "concepts/concept.schema.json",
    "guides/dovecote.toml": "guides/guide.schema.json",
    "problems/lost-pigeon.toml": "problems/problem.schema.json",
    "languages/en.toml": "languages/language.schema.json",
}  # the fixture's file with every key of its kind, and the schema
UNKNOWN = "zzzzzzzzzzzzzzzz"  # like no key that is known
REMOVED = object()


def schema_of(file):
    with open(os.path.join(BASE, SCHEMAS[file]), encoding="utf-8") as text:
        return json.load(text)


def parsed(path):
    return tomllib.loads(read(path))


def resolved(schema, root):
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].removeprefix("#/definitions/")]
    return schema


def is_map(schema):
    return "properties" in schema or "additionalProperties" in schema


def parts(schema, value, root, path=()):
    """Each value within this one, itself included, with its schema and the keys that lead to it; of an array, its first item."""
    schema = resolved(schema, root)
    yield path, schema, value
    if isinstance(value, dict):
        for key, inner in value.items():
            inner_schema = schema.get("properties", {}).get(key)
            for pattern, each in schema.get("patternProperties", {}).items():
                inner_schema = inner_schema or (each if re.search(pattern, key) else None)
            yield from parts(inner_schema or schema["additionalProperties"], inner, root, (*path, key))
    elif isinstance(value, list) and "items" in schema and value:
        yield from parts(schema["items"], value[0], root, (*path, 0))


def maps_in(schema, root, seen):
    """Every schema for a table, wherever it stands."""
    schema = resolved(schema, root)
    if id(schema) in seen:
        return
    seen.add(id(schema))
    if is_map(schema):
        yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("patternProperties", {}).values(), *schema.get("anyOf", [])]
    inner += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    for each in inner:
        yield from maps_in(each, root, seen)


def changed(document, path, value):
    """The document with another value at the end of the path, or without it."""
    document = copy.deepcopy(document)
    place = document
    for key in path[:-1]:
        place = place[key]
    if value is REMOVED:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return document


def toml(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def document_text(document):
    return "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in document.items())


class Schemas(unittest.TestCase):
    def test_each_is_a_schema_whose_every_key_is_explained(self):
        for file in SCHEMAS:
            schema = schema_of(file)
            jsonschema.Draft7Validator.check_schema(schema)
            self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
            for table in maps_in(schema, schema, set()):
                self.assertTrue(table.get("title") and table.get("description"), table)
                for key, inner in table.get("properties", {}).items():
                    inner = resolved(inner, schema)
                    self.assertTrue(inner.get("title") and inner.get("description"), f"{file}: {key}")

    def test_no_schema_is_left_over(self):
        found = {os.path.relpath(path, BASE) for path in glob.glob(os.path.join(BASE, "**", "*.json"), recursive=True)}
        self.assertEqual(found, set(SCHEMAS.values()))

    def test_every_file_names_its_schema_and_keeps_to_it(self):
        fixtures = os.path.dirname(FIXTURE)
        files = [(base, path) for base in (BASE, FIXTURE) for path in glob.glob(os.path.join(base, "**", "*.toml"), recursive=True)]
        files += [(fixtures, path) for path in glob.glob(os.path.join(fixtures, "languages", "*.toml"))]
        self.assertGreater(len(files), 50)
        for base, path in files:
            with self.subTest(os.path.relpath(path, SOURCES)):
                first = read(path).splitlines()[0]
                self.assertTrue(first.startswith("#:schema ./") or first.startswith("#:schema ../"), first)
                named = os.path.normpath(os.path.join(os.path.dirname(path), first.removeprefix("#:schema ")))
                folder = os.path.relpath(os.path.dirname(path), base)
                expected = [schema for file, schema in SCHEMAS.items() if os.path.dirname(file) == ("" if folder == "." else folder)]
                self.assertEqual([os.path.relpath(named, BASE)], expected)
                with open(named, encoding="utf-8") as text:
                    errors = list(jsonschema.Draft7Validator(json.load(text)).iter_errors(parsed(path)))
                self.assertEqual([f"{list(error.absolute_path)}: {error.message[:200]}" for error in errors], [])


class TheFixture(unittest.TestCase):
    def test_it_loads_without_a_complaint(self):
        checked = Checked(FIXTURE)
        self.assertEqual((checked.status, [line for line in checked.lines if line["severity"] != "notice"]), (0, []), checked.text)

    def test_it_has_every_key_of_every_schema(self):
        for file in SCHEMAS:
            schema, used = schema_of(file), {}
            for _, part, value in parts(schema, parsed(os.path.join(FIXTURE, file)), schema):
                if is_map(part):
                    used.setdefault(id(part), set()).update(value)
            for table in maps_in(schema, schema, set()):
                self.assertEqual(set(table.get("properties", ())) - used.get(id(table), set()), set(), f"{file}: [{table['title']}]")


class TheLoader(unittest.TestCase):
    """What the loader takes, the schema takes, and the other way round."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.knowledge = os.path.join(folder.name, "base")
        shutil.copytree(FIXTURE, self.knowledge)

    def check(self, file, document):
        """What is said of the fixture with this document in the file's place."""
        path = os.path.join(self.knowledge, file)
        write(path, document_text(document))
        checked = Checked(self.knowledge)
        shutil.copy(os.path.join(FIXTURE, file), path)
        self.assertIn(checked.status, (0, 1))
        return checked

    def errors(self, file, document):
        return [line["message"] for line in self.check(file, document).lines if line["severity"] == "error" and line["file"] == file]

    def assert_refused_by_both(self, file, document, schema):
        self.assertFalse(jsonschema.Draft7Validator(schema).is_valid(document), "the schema takes it")
        self.assertTrue(self.errors(file, document), "the loader takes it")

    def test_a_fixture_that_is_written_anew_says_the_same(self):
        for file in SCHEMAS:
            with self.subTest(file):
                self.assertEqual(self.errors(file, parsed(os.path.join(FIXTURE, file))), [])

    def test_both_know_the_same_keys(self):
        for file in SCHEMAS:
            schema, document = schema_of(file), parsed(os.path.join(FIXTURE, file))
            for path, part, value in parts(schema, document, schema):
                if part.get("additionalProperties") is not False:
                    continue
                with self.subTest(f"{file}: {path}"):
                    unknown = changed(document, (*path, UNKNOWN), 1)
                    self.assert_refused_by_both(file, unknown, schema)
                    (said,) = [message for message in self.errors(file, unknown) if f"unknown key `{UNKNOWN}`" in message]
                    listed = set(said.split("expected one of ", 1)[1].split(", "))
                    languages = {"en"} if "patternProperties" in part else set()
                    self.assertEqual(listed, set(part["properties"]) | languages)

    def test_both_take_each_value_that_may_be_chosen_and_no_other(self):
        for file in SCHEMAS:
            schema, document = schema_of(file), parsed(os.path.join(FIXTURE, file))
            for path, part, _ in parts(schema, document, schema):
                for value in [*part.get("enum", ()), *(part[key] for key in ("minimum", "maximum") if key in part)]:
                    with self.subTest(f"{file}: {path} = {value}"):
                        self.assertEqual(self.errors(file, changed(document, path, value)), [])
                if "enum" in part:
                    with self.subTest(f"{file}: {path}"):
                        self.assert_refused_by_both(file, changed(document, path, UNKNOWN), schema)

    def test_both_require_the_same(self):
        for file in SCHEMAS:
            schema, document = schema_of(file), parsed(os.path.join(FIXTURE, file))
            for path, part, value in parts(schema, document, schema):
                if not is_map(part):
                    continue
                for key in value:
                    with self.subTest(f"{file}: {path} without {key}"):
                        without = changed(document, (*path, key), REMOVED)
                        valid = jsonschema.Draft7Validator(schema).is_valid(without)
                        self.assertEqual(valid, key not in part.get("required", ()))
                        said = [message for message in self.errors(file, without) if re.search(r" has no |there is no ", message)]
                        # Its words and the text of a notice may stand in any language, which a schema can't require.
                        if "patternProperties" not in part or key != "en":
                            self.assertEqual(not said, valid, said)

    def test_both_refuse_what_has_the_wrong_type_or_is_empty_or_out_of_range(self):
        for file in SCHEMAS:
            schema, document = schema_of(file), parsed(os.path.join(FIXTURE, file))
            for path, part, value in parts(schema, document, schema):
                if not path:
                    continue
                wrong = [5] if not isinstance(value, int) or isinstance(value, bool) else ["5", 5.5]
                if part.get("pattern") or part.get("minLength"):
                    wrong.append("")
                wrong += [part[key] + step for key, step in (("minimum", -1), ("maximum", 1)) if key in part]
                for each in wrong:
                    with self.subTest(f"{file}: {path} = {each!r}"):
                        self.assert_refused_by_both(file, changed(document, path, each), schema)

    def test_both_refuse_and_take_these(self):
        provider, concept, language = "providers/pigeon-post.toml", "concepts/pigeon.toml", "languages/en.toml"
        host, domain, url, date = ("imap", "incoming", "host"), ("domains", 0), ("en", "links", 0, "url"), ("notice", 0, "date")
        refused = [(provider, host, value) for value in ("Imap.a.example", "https://a.example", "a.example:993", "192.0.2.1", "imap", "a..example",
                                                         "-a.example", "a-.example", "a" * 64 + ".example", "a b.example", "a.example.")]
        refused += [(provider, domain, value) for value in ("@a.example", "A.example", "é.example", "example", "a_b.example")]
        refused += [(provider, ("domains",), []), (provider, ("source",), []), (provider, ("source",), ""), (concept, ("when",), [["bird"]])]
        refused += [(provider, date, value) for value in ("2027-13-01", "2027-00-01", "2027-01-32", "27-01-01", "2027-1-1", "January")]
        refused += [(concept, url, value) for value in ("http://a.example", "https://", "https:///a", "https://a b", "https://a/é", "https://a/(b)",
                                                        "https://a/<b>", "https://a/\"", "javascript:a", "a.example", "https://a\\b")]
        refused += [(concept, ("patterns",), [""]), (concept, ("patterns",), ["a" * 1001]), (concept, ("keywords",), [""])]
        refused += [(language, ("help_commands",), [value]) for value in ("/help", "", "a b")] + [(language, ("name",), " ")]
        refused += [("addresses.toml", ("host_prefixes",), [value]) for value in ("", "Imap", "imap.", "a b", "-a", "a" * 64)]
        taken = [(provider, host, value) for value in ("a.example", "1.a1-b.example", "xn--e1afmkfd.example", "a.b.c.d.example")]
        taken += [(provider, ("domains",), "a.example"), (provider, ("source",), "a page"), (provider, date, "2028-02-29")]
        taken += [(provider, ("imap", "incoming", "port"), value) for value in (1, 65535)]
        taken += [(concept, url, value) for value in ("https://a.example", "https://a.example/%C3%A9?b=c&d#e", "https://a.example:8443/[a]")]
        taken += [(concept, ("patterns",), "one"), (concept, ("patterns",), ["a" * 1000]), (concept, ("when",), [])]
        taken += [(language, ("help_commands",), "aide"), ("addresses.toml", ("host_prefixes",), [])]
        for file, path, value in refused:
            with self.subTest(f"{file}: {path} = {value!r}"):
                self.assert_refused_by_both(file, changed(parsed(os.path.join(FIXTURE, file)), path, value), schema_of(file))
        for file, path, value in taken:
            with self.subTest(f"{file}: {path} = {value!r}"):
                document = changed(parsed(os.path.join(FIXTURE, file)), path, value)
                jsonschema.Draft7Validator(schema_of(file)).validate(document)
                self.assertEqual(self.errors(file, document), [])

    def test_both_want_imap_or_pop(self):
        file = "providers/pigeon-post.toml"
        document = parsed(os.path.join(FIXTURE, file))
        del document["imap"], document["pop"]
        self.assert_refused_by_both(file, document, schema_of(file))


if __name__ == "__main__":
    main(__doc__)
