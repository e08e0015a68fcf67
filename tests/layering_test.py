"""The house's arrows, read from the #include lines: bot -> knowledge, bot -> connectors, and no other.

`python3 tests/layering_test.py` checks this checkout, and first itself, on small made-up houses that break one rule each.
"""

import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUFFIXES = {".h", ".cpp"}

# A room, and the rooms whose headers it may include. What isn't named here (tests, say) is open to none of them.
ROOMS = {"knowledge": {"knowledge"}, "connectors": {"connectors"}, "bot": {"bot", "knowledge", "connectors"}}

# How an #include of a library begins, and its name.
LIBRARIES = {
    "re2/": "re2",
    "toml++/": "toml++",
    "md4c": "md4c",
    "utf8proc": "utf8proc",
    "histedit": "libedit",
    "editline/": "libedit",
    "nlohmann/": "nlohmann_json",
    "fmt/": "fmt",
    "spdlog/": "spdlog",
    "CLI/": "CLI11",
    "curl/": "curl",
    "SQLiteCpp/": "sqlite",
    "sqlite3": "sqlite",
    "catch2/": "catch2",
    "benchmark/": "benchmark",
}
IN_ONE_SOURCE_FILE = {"re2", "md4c", "libedit", "curl", "sqlite"}  # the seam to replace them at
NOWHERE = re.compile(r"(?!)")
ONLY_IN = {
    "toml++": re.compile(r"knowledge/|bot/config"),
    "utf8proc": re.compile(r"knowledge/|connectors/"),
    "catch2": NOWHERE,
    "benchmark": NOWHERE,
}
OPEN_HEADERS = {"nlohmann/json_fwd.hpp"}  # may be seen through a header of ours

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)


def library_of(include):
    return next((name for start, name in LIBRARIES.items() if include.startswith(start)), None)


class House:
    """Every source of the rooms, with what it includes: `ours` as paths from the root, `theirs` as written."""

    def __init__(self, root):
        self.root = root
        self.ours = {}
        self.theirs = {}
        for room in ROOMS:
            for file in sorted((root / room).rglob("*")):
                if file.suffix in SUFFIXES:
                    self.read(file)

    def read(self, file):
        name = file.relative_to(self.root).as_posix()
        self.ours[name], self.theirs[name] = [], []
        for quoted, angled in INCLUDE.findall(file.read_text(encoding="utf-8")):
            ours = self.resolve(file, quoted or angled)
            if ours:
                self.ours[name].append(ours)
            else:
                self.theirs[name].append(quoted or angled)

    def resolve(self, file, include):
        """As the compiler: beside the file, then from the root."""
        for folder in (file.parent, self.root):
            path = (folder / include).resolve()
            if path.is_file() and path.is_relative_to(self.root):
                return path.relative_to(self.root).as_posix()
        return None


def wrong_arrows(house):
    for file, includes in house.ours.items():
        room = file.split("/")[0]
        for include in includes:
            if include.split("/")[0] not in ROOMS[room]:
                yield f"{file}: {room} must not know {include}"


def scattered_libraries(house):
    for library in sorted(IN_ONE_SOURCE_FILE):
        users = [file for file, includes in house.theirs.items() if library in map(library_of, includes)]
        if len(users) > 1:
            yield f"{library} belongs in one source file, and is in {', '.join(users)}"
    for file, includes in house.theirs.items():
        for include in includes:
            allowed = ONLY_IN.get(library_of(include))
            if allowed and not allowed.match(file):
                yield f"{file}: {include} is out of place here"


# Loading libcurl and calling it are two files, which share a header.
CALLS_CURL = {"connectors/curl_library.h", "connectors/http.cpp"}

# The loaders share what they read TOML with, and so does the configuration; nobody else may include either header.
LOADERS = {
    "bot/configuration.cpp",
    "knowledge/toml_file.h",
    "knowledge/loading.h",
    "knowledge/load.cpp",
    "knowledge/loading.cpp",
    "knowledge/load_language.cpp",
    "knowledge/load_providers.cpp",
    "knowledge/load_topics.cpp",
    "knowledge/read_toml.cpp",
    "knowledge/toml_file.cpp",
    "bot/configuration_keys.h",
    "bot/configuration_matrix.h",
    "bot/configuration_keys.cpp",
    "bot/configuration_matrix.cpp",
}


def leaking_headers(house):
    for header, includes in house.theirs.items():
        if not header.endswith(".h"):
            continue
        own_source = header[: -len(".h")] + ".cpp"
        readers = [file for file, ours in house.ours.items() if header in ours and file != own_source]
        for include in includes:
            if any({header, *readers} <= circle for circle in (LOADERS, CALLS_CURL)):
                continue
            if readers and library_of(include) and include not in OPEN_HEADERS:
                yield f"{header}: shows {include} to {', '.join(readers)}"


def cycles(house):
    done, path = set(), []

    def walk(file):
        if file in path:
            yield "a circle of includes: " + " -> ".join([*path[path.index(file) :], file])
        if file in path or file in done:
            return
        path.append(file)
        for include in house.ours.get(file, []):
            yield from walk(include)
        path.pop()
        done.add(file)

    for file in house.ours:
        yield from walk(file)


def findings(root):
    house = House(pathlib.Path(root).resolve())
    return [finding for rule in (wrong_arrows, scattered_libraries, leaking_headers, cycles) for finding in rule(house)]


class ThisHouse(unittest.TestCase):
    def test_keeps_its_rules(self):
        self.assertEqual([], findings(ROOT))

    def test_was_read(self):
        rooms = {file.split("/")[0] for file in House(ROOT).ours}
        self.assertEqual(set(ROOMS), rooms)


class MadeUpHouses(unittest.TestCase):
    def check(self, files, *expected):
        """The house of these files breaks exactly these rules."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            self.assertEqual(list(expected), findings(folder))

    def test_a_good_one_passes(self):
        self.check({
            "knowledge/facts.h": "#pragma once\n#include <string>\n#include <nlohmann/json_fwd.hpp>\n",
            "knowledge/facts.cpp": '#include "knowledge/facts.h"\n#include <toml++/toml.h>\n#include <re2/set.h>\n',
            "connectors/message.h": "#pragma once\n",
            "connectors/terminal.cpp": '#include "message.h"\n#include <md4c.h>\n#include <utf8proc.h>\n',
            "bot/config.cpp": "#include <toml++/toml.h>\n",
            "bot/assistant.cpp": '#include "connectors/message.h"\n#include "knowledge/facts.h"\n#include <fmt/core.h>\n',
            "tests/unit/facts_test.cpp": '#include "bot/none.h"\n#include <re2/re2.h>\n',
        })

    def test_knowledge_must_not_know_the_bot(self):
        self.check(
            {"knowledge/a.cpp": '#include "bot/b.h"\n', "bot/b.h": ""}, "knowledge/a.cpp: knowledge must not know bot/b.h"
        )

    def test_connectors_must_not_know_the_bot_by_a_relative_path_either(self):
        self.check(
            {"connectors/a.h": '#  include "../bot/b.h" // here\n', "bot/b.h": ""},
            "connectors/a.h: connectors must not know bot/b.h",
        )

    def test_knowledge_and_connectors_must_not_know_each_other(self):
        self.check(
            {
                "knowledge/a.h": "#include <connectors/b.h>\n",
                "connectors/b.h": "",
                "connectors/c.cpp": '#include "knowledge/d.h"\n',
                "knowledge/d.h": "",
            },
            "knowledge/a.h: knowledge must not know connectors/b.h",
            "connectors/c.cpp: connectors must not know knowledge/d.h",
        )

    def test_the_program_must_not_know_its_tests(self):
        self.check(
            {"bot/a.cpp": '#include "tests/unit/b.h"\n', "tests/unit/b.h": ""}, "bot/a.cpp: bot must not know tests/unit/b.h"
        )

    def test_a_library_with_one_seam_must_not_get_a_second(self):
        self.check(
            {"knowledge/a.cpp": "#include <re2/re2.h>\n#include <re2/set.h>\n", "bot/b.cpp": "#include <re2/re2.h>\n"},
            "re2 belongs in one source file, and is in knowledge/a.cpp, bot/b.cpp",
        )
        self.check(
            {"connectors/a.cpp": "#include <histedit.h>\n", "connectors/b.cpp": "#include <editline/readline.h>\n"},
            "libedit belongs in one source file, and is in connectors/a.cpp, connectors/b.cpp",
        )

    def test_a_library_stays_in_its_rooms(self):
        self.check({"connectors/a.cpp": "#include <toml++/toml.h>\n"}, "connectors/a.cpp: toml++/toml.h is out of place here")
        self.check({"bot/a.cpp": "#include <toml++/toml.h>\n"}, "bot/a.cpp: toml++/toml.h is out of place here")
        self.check({"bot/a.cpp": "#include <utf8proc.h>\n"}, "bot/a.cpp: utf8proc.h is out of place here")
        self.check({"bot/a.cpp": "#include <catch2/catch.hpp>\n"}, "bot/a.cpp: catch2/catch.hpp is out of place here")

    def test_a_header_that_others_include_must_not_show_a_library(self):
        self.check(
            {
                "bot/a.h": "#include <nlohmann/json.hpp>\n",
                "bot/a.cpp": '#include "bot/a.h"\n',
                "bot/b.cpp": '#include "bot/a.h"\n',
            },
            "bot/a.h: shows nlohmann/json.hpp to bot/b.cpp",
        )
        self.check({"bot/a.h": "#include <nlohmann/json.hpp>\n", "bot/a.cpp": '#include "bot/a.h"\n'})
        shown = {"connectors/curl_library.h": "#include <curl/curl.h>\n"}
        self.check({**shown, "connectors/http.cpp": '#include "curl_library.h"\n'})
        self.check(
            {**shown, "connectors/http.cpp": '#include "curl_library.h"\n', "connectors/b.cpp": '#include "curl_library.h"\n'},
            "connectors/curl_library.h: shows curl/curl.h to connectors/b.cpp, connectors/http.cpp",
        )

    def test_headers_must_not_include_in_a_circle(self):
        self.check(
            {"bot/a.h": '#include "b.h"\n', "bot/b.h": '#include "bot/c.h"\n', "bot/c.h": '#include "bot/a.h"\n'},
            "a circle of includes: bot/a.h -> bot/b.h -> bot/c.h -> bot/a.h",
        )


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
