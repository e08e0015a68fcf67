#include "knowledge/toml_file.h"

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/catch.h"
#include "tests/unit/temporary_folder.h"

namespace facteur {
namespace {

using test::TemporaryFolder;

std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& each : diagnostics.all()) lines.push_back(to_string(each));
  return lines;
}

std::string complaint_about(std::string_view toml) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const auto table = read_toml(folder.write("a.toml", toml), {"a.toml"}, diagnostics);
  CHECK(table.has_value() == diagnostics.all().empty());
  return diagnostics.all().empty() ? "" : to_string(diagnostics.all().front());
}

// What is complained of when `read` takes its keys out of a table.
template <typename Read>
std::vector<std::string> complaints(std::string_view toml, Read read) {
  const toml::table parsed = toml::parse(toml);
  Diagnostics diagnostics;
  TomlTable table(parsed, "a.toml", diagnostics);
  read(table);
  return lines_of(diagnostics);
}

using Lines = std::vector<std::string>;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("what can't be a TOML file is refused without waiting for it") {
  const TemporaryFolder folder;
  const auto complaint = [&](const char* name) {
    Diagnostics diagnostics;
    CHECK_FALSE(read_toml(folder.path() / name, {name, 100}, diagnostics).has_value());
    return lines_of(diagnostics);
  };
  std::filesystem::create_directory(folder.path() / "folder");
  std::filesystem::create_symlink("nowhere", folder.path() / "dangling");
  std::filesystem::create_symlink("loop", folder.path() / "loop");
  REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  folder.write("large", std::string(101, '\n'));
  CHECK(complaint("missing") ==
        Lines{"missing: error: cannot be read: No such file or directory; expected a readable TOML file"});
  CHECK(complaint("dangling") ==
        Lines{"dangling: error: cannot be read: No such file or directory; expected a readable TOML file"});
  CHECK(complaint("loop") ==
        Lines{"loop: error: cannot be read: Too many levels of symbolic links; expected a readable TOML file"});
  CHECK(complaint("folder") == Lines{"folder: error: is not a regular file; expected a TOML file"});
  CHECK(complaint("pipe") == Lines{"pipe: error: is not a regular file; expected a TOML file"});
  CHECK(complaint("large") == Lines{"large: error: has 101 bytes; expected at most 100"});
}

TEST_CASE("a file as large as it may be is read") {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  CHECK(read_toml(folder.write("a.toml", std::string(100, '\n')), {"a.toml", 100}, diagnostics).has_value());
  CHECK(diagnostics.all().empty());
}

TEST_CASE("what isn't TOML is refused at its line, with what was expected") {
  struct Row {
    std::string toml;
    std::string begin;
    std::string end;
  };
  // The words between are toml++'s, which differ between its versions.
  for (const Row& row : std::vector<Row>{
           {"a =\n", "a.toml:1: error: not TOML: ", "expected value, saw '\\n'"},
           {"a = 1\nb", "a.toml:2: error: not TOML: ", ""},
           {"[a\n", "a.toml:1: error: not TOML: ", "expected ']', saw '\\n'"},
           {"a = 1\na = 2\n", "a.toml:2: error: not TOML: ", "; expected each key and each table once"},
           {"\n\na = \"x\n", "a.toml:3: error: not TOML: ",
            "; expected the closing quote on the same line, or ''' around several lines"},
           {"a = '''x\n\n",
            "a.toml:2: error: not TOML: ", "; expected an end to what was opened: a quote, three quotes, ] or }"},
           {"a = [1,\n2",
            "a.toml:2: error: not TOML: ", "; expected an end to what was opened: a quote, three quotes, ] or }"},
           {"p = \"\\d\"\n",
            "a.toml:1: error: not TOML: ", "; expected a pattern in single quotes, which take a backslash as it is"},
           {"a = oui\n",
            "a.toml:1: error: not TOML: ", "; expected text in quotes, a number, true, false, [ … ] or { … }"},
           {"a = 1\n# caf\xE9\n", "a.toml:2: error: not TOML: ", "; expected UTF-8 text"},
           {"\xFF\xFE"
            "a",
            "a.toml:1: error: not TOML: ", "; expected UTF-8 text"},
           {"security = tls\n", "a.toml:1: error: not TOML: a word without quotes; ",
            "expected text in quotes, a number, true, false, [ … ] or { … }"},
           {"a = faux\n", "a.toml:1: error: not TOML: a word without quotes; ", "or { … }"},
           {"a = imap\n", "a.toml:1: error: not TOML: a word without quotes; ", "or { … }"},
           {"a = nplus\n", "a.toml:1: error: not TOML: a word without quotes; ", "or { … }"},
           {std::string("\na = \"\0\"", 8), "a.toml:2: error: not TOML: ", "a NUL byte; expected UTF-8 text"},
           {"a = " + repeated("[", 100'000),
            "a.toml:1: error: not TOML: ", "; expected at most a few brackets within each other"},
           {"a = " + repeated("{b=", 100'000),
            "a.toml:1: error: not TOML: ", "; expected at most a few brackets within each other"}}) {
    const std::string said = complaint_about(row.toml);
    CAPTURE(said, row.begin, row.end);
    CHECK(said.starts_with(row.begin));
    CHECK(said.ends_with(row.end));
  }
}

TEST_CASE("a key of very many parts is refused before it becomes as many tables within each other") {
  const std::string said = "error: a key has more than 8 dots; expected a few parts";
  CHECK(complaint_about("a" + repeated(".a", 1'000'000) + " = 1") == "a.toml:1: " + said);
  CHECK(complaint_about("\n[a" + repeated(" . 'a'", 9) + "]") == "a.toml:2: " + said);
  CHECK(complaint_about("b = '''\n\n'''\nc = {a" + repeated(".\"a\"", 9) + " = 1}") == "a.toml:4: " + said);
  CHECK(complaint_about("a = 1 # ......... '''\nb" + repeated(".a", 9) + " = 1") == "a.toml:2: " + said);
  CHECK(complaint_about("a = \"\\\"\" \nb" + repeated(".a", 9) + " = 1") == "a.toml:2: " + said);
  CHECK(complaint_about("a = '''it''s'''''\nb" + repeated(".a", 9) + " = 1") == "a.toml:2: " + said);
}

TEST_CASE("dots elsewhere are no parts of a key") {
  const std::string dots(1000, '.');
  for (const std::string& toml :
       {"[a" + repeated(".a", 8) + "]", "a = \"" + dots + "\"", "a = '" + dots + "'", "a = '''\n" + dots + "\n'''",
        "a = \"\"\"" + dots + "\"\"\"", "# " + dots, "a = [" + repeated("1.5, ", 1000) + "]",
        "a = \"\\\"" + dots + "\"", "a = \"\"\"\\\"\"\"" + dots + "\"\"\"", "\"" + dots + "\" = 1",
        "a = \"\"\"x\\\n" + dots + "\"\"\""}) {
    CAPTURE(toml);
    CHECK(complaint_about(toml).empty());
  }
}

TEST_CASE("as deep as TOML may be, it is read and let go") {
  const std::string key = "a" + repeated(".a", 8);
  CHECK(complaint_about("[" + key + "]\n" + key + " = " + repeated("{" + key + "=", 250) + "1" + repeated("}", 250))
            .empty());
}

TEST_CASE("a byte order mark and line ends of other systems do no harm") {
  CHECK(complaint_about("\xEF\xBB\xBFname = 'x'\r\nb = 1\r\n").empty());
  CHECK(complaint_about("").empty());
}

TEST_CASE("a value of the wrong type is complained of, and taken as missing") {
  const std::string toml = "s = 'x'\ni = 1\nf = 1.5\nb = true\na = [1]\nt = {}\nd = 2027-01-01\n";
  const auto said = complaints(toml, [](TomlTable& table) {
    CHECK_FALSE(table.text("i").has_value());
    CHECK_FALSE(table.integer("f").has_value());
    CHECK_FALSE(table.boolean("s").has_value());
    CHECK_FALSE(table.table("b").has_value());
    CHECK(table.texts("a").empty());
    CHECK(table.texts("i").empty());
    CHECK(table.tables("t").empty());
    CHECK(table.tables("a").empty());
    CHECK(table.text_lists("a").empty());
    CHECK(table.text_lists("t").empty());
    CHECK_FALSE(table.text("d").has_value());
    table.finish();
  });
  CHECK(said == Lines{"a.toml:2: error: `i` is an integer; expected a string",
                      "a.toml:3: error: `f` is a number with a point; expected an integer",
                      "a.toml:1: error: `s` is a string; expected true or false",
                      "a.toml:4: error: `b` is true or false; expected a table",
                      "a.toml:5: error: `a` is an integer; expected a string in this array",
                      "a.toml:2: error: `i` is an integer; expected a string or an array of strings",
                      "a.toml:6: error: `t` is a table; expected an array of tables",
                      "a.toml:5: error: `a` is an integer; expected a table in this array",
                      "a.toml:5: error: `a` is an integer; expected an array of strings in this array",
                      "a.toml:6: error: `t` is a table; expected an array of arrays of strings",
                      "a.toml:7: error: `d` is a date or time; expected a string"});
}

TEST_CASE("values come with their lines") {
  const std::string toml = "one = 'x'\nmany = [\n  'a',\n\n  'b']\nlists = [['c'],\n['d', 'e']]\n";
  const auto said = complaints(toml, [](TomlTable& table) {
    const auto one = table.texts("one");
    REQUIRE(one.size() == 1);
    CHECK(one[0].text == "x");
    const auto many = table.texts("many");
    REQUIRE(many.size() == 2);
    CHECK(std::pair(many[0].text, many[0].line) == std::pair<std::string, std::uint32_t>("a", 3));
    CHECK(std::pair(many[1].text, many[1].line) == std::pair<std::string, std::uint32_t>("b", 5));
    const auto lists = table.text_lists("lists");
    REQUIRE(lists.size() == 2);
    REQUIRE(lists[1].size() == 2);
    CHECK(lists[1][1].text == "e");
    CHECK(lists[1][1].line == 7);
    CHECK(table.texts("none").empty());
    CHECK(table.where("many") == FileLine{"a.toml", 2});
    CHECK(table.where("none") == FileLine{"a.toml", 1});
    table.finish();
  });
  CHECK(said.empty());
}

TEST_CASE("a required text is neither missing nor blank") {
  const auto said = complaints("a = ''\nb = \" \\n\\t\"\n[t]\nc = 1\n", [](TomlTable& table) {
    CHECK_FALSE(table.required_text("a").has_value());
    CHECK_FALSE(table.required_text("b").has_value());
    CHECK_FALSE(table.required_text("x").has_value());
    auto inner = table.table("t");
    REQUIRE(inner.has_value());
    CHECK_FALSE(inner->required_text("c").has_value());
    CHECK_FALSE(inner->required_text("x").has_value());
  });
  CHECK(said == Lines{"a.toml:1: error: `a` is empty; expected some text",
                      "a.toml:2: error: `b` is empty; expected some text",
                      "a.toml:1: error: the file has no `x`; expected a string",
                      "a.toml:4: error: `c` is an integer; expected a string",
                      "a.toml:3: error: [t] has no `x`; expected a string"});
}

TEST_CASE("a key that nobody asked for is named, with the one it must have been") {
  const auto said = complaints("name = 'x'\n[t.u]\ndomians = []\nwhatever = 1\n", [](TomlTable& table) {
    table.text("name");
    auto t = table.table("t");
    auto u = t->table("u");
    u->texts("domains");
    u->texts("name");
    u->finish();
    t->finish();
    table.finish();
  });
  CHECK(said == Lines{"a.toml:3: error: unknown key `domians` in [t.u]; did you mean `domains`?",
                      "a.toml:4: error: unknown key `whatever` in [t.u]; expected one of domains, name"});
}

TEST_CASE("of a table that nobody asked for, it may be said what it needs") {
  const auto said = complaints("name = 'x'\n[en]\na = 1\n", [](TomlTable& table) {
    table.text("name");
    table.finish("a language needs its file");
  });
  CHECK(said == Lines{"a.toml:2: error: unknown key `en`; expected one of name; a language needs its file"});
}

TEST_CASE("of very many unknown keys ten are named, the rest are counted") {
  std::string toml;
  for (int i = 0; i < 1000; ++i) toml += "k" + std::to_string(i) + " = 1\n";
  const auto said = complaints(toml, [](TomlTable& table) {
    table.text("name");
    table.finish();
  });
  REQUIRE(said.size() == 11);
  CHECK(said.back() == "a.toml:1: error: 990 more unknown keys; expected none");
}

}  // namespace facteur
