#include "knowledge/diagnostics.h"

#include <string>

#include "tests/unit/catch.h"

namespace facteur {

TEST_CASE("a complaint reads as compilers write them: file, line, kind, what was expected") {
  CHECK(to_string({Severity::error, {"providers/nplus.toml", 7}, "port 99300 is not 1 to 65535"}) ==
        "providers/nplus.toml:7: error: port 99300 is not 1 to 65535");
  CHECK(to_string({Severity::warning, {"concepts", 0}, "is empty"}) == "concepts: warning: is empty");
  CHECK(to_string({Severity::notice, {"a.toml", 1}, "soon"}) == "a.toml:1: notice: soon");
}

TEST_CASE("whatever a file holds, a complaint is one line that no terminal obeys") {
  const auto said = [](const std::string& message) { return to_string({Severity::error, {"a.toml", 1}, message}); };
  CHECK(said("a\nb\r\tc") == "a.toml:1: error: a b  c");
  CHECK(said("\x1B[31mred\x07\x7F") == "a.toml:1: error:  [31mred  ");
  CHECK(said("\xC2\x9B"
             "31m") == "a.toml:1: error:   31m");  // CSI as one character
  CHECK(said("é « œ »") == "a.toml:1: error: é « œ »");
  CHECK(said(std::string("a\0b", 3)) == "a.toml:1: error: a b");
  CHECK(to_string({Severity::error, {"a\n.toml", 0}, "x"}) == "a .toml: error: x");
}

TEST_CASE("what a complaint quotes is cut between two characters") {
  CHECK(shown("") == "");
  CHECK(shown("imap") == "imap");
  CHECK(shown(std::string(80, 'a')) == std::string(80, 'a'));
  CHECK(shown(std::string(81, 'a')) == std::string(80, 'a') + "…");
  CHECK(shown(std::string(79, 'a') + "é") == std::string(79, 'a') + "…");
  CHECK(shown(std::string(78, 'a') + "éé") == std::string(78, 'a') + "é…");
  CHECK(shown(std::string(100, '\x80')) == "…");
}

TEST_CASE("complaints are kept in order and counted by kind") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.warning({"a", 1}, "one");
  diagnostics.notice({"b", 2}, "two");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error({"c", 3}, "three");
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::warning) == 1);
  CHECK(diagnostics.count(Severity::notice) == 1);
  CHECK(diagnostics.count(Severity::error) == 1);
  REQUIRE(diagnostics.all().size() == 3);
  CHECK(diagnostics.all()[0] == Diagnostic{Severity::warning, {"a", 1}, "one"});
  CHECK(diagnostics.all()[2] == Diagnostic{Severity::error, {"c", 3}, "three"});
}

TEST_CASE("a million complaints are counted, not kept, and hide none of another kind") {
  Diagnostics diagnostics;
  for (int i = 0; i < 1'000'000; ++i) diagnostics.warning({"a.toml", 1}, "x");
  diagnostics.error({"b.toml", 2}, "y");
  CHECK(diagnostics.count(Severity::warning) == 1'000'000);
  CHECK(diagnostics.has_errors());
  REQUIRE(diagnostics.all().size() == 1002);
  CHECK(diagnostics.all()[1000].message == "and more; those above are the first thousand");
  CHECK(diagnostics.all()[1001].message == "y");
}

}  // namespace facteur
