#include "connectors/line_reader.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

std::vector<std::string> lines_of(const std::string& bytes) {
  std::istringstream input(bytes);
  auto reader = piped_lines(input);
  std::vector<std::string> lines;
  while (auto line = reader->next()) lines.push_back(*std::move(line));
  return lines;
}

using Lines = std::vector<std::string>;

// Each line as its size and its end, so that a failure is short enough to read.
Lines sized(const Lines& lines) {
  Lines all;
  for (const std::string& line : lines) {
    all.push_back(std::to_string(line.size()) + " " + line.substr(line.size() - std::min<std::size_t>(line.size(), 8)));
  }
  return all;
}

}  // namespace

TEST_CASE("a pipe's lines come one by one, whatever ends them") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("a") == Lines{"a"});
  CHECK(lines_of("a\n") == Lines{"a"});
  CHECK(lines_of("a\nb") == Lines{"a", "b"});
  CHECK(lines_of("\n\na\n") == Lines{"", "", "a"});
  CHECK(lines_of("a\r\nb\r\n") == Lines{"a", "b"});
  CHECK(lines_of("a\rb") == Lines{"a\rb"});
  CHECK(lines_of(std::string("a\0b\n", 4)) == Lines{std::string("a\0b", 3)});
  CHECK(lines_of("\xff\n") == Lines{"\xff"});
}

TEST_CASE("a line too long is cut, and the next one is whole") {
  const std::string full(max_line_bytes, 'a');
  CHECK(sized(lines_of(full + "\nb\n")) == sized({full, "b"}));
  CHECK(sized(lines_of(full + "c\nb\n")) == sized({full, "b"}));
  CHECK(sized(lines_of(full + full + full + "\nb\n")) == sized({full, "b"}));
  CHECK(sized(lines_of(full + full)) == sized({full}));
}

TEST_CASE("a line is cut between two characters") {
  for (const std::string character : {"é", "€", "😀"}) {
    for (std::size_t before = 1; before < character.size(); ++before) {
      const std::string start(max_line_bytes - before, 'a');
      CHECK(sized(lines_of(start + character + "b\nc\n")) == sized({start, "c"}));
    }
    const std::string start(max_line_bytes - character.size(), 'a');
    CHECK(sized(lines_of(start + character + "b\nc\n")) == sized({start + character, "c"}));
  }
  CHECK(lines_of(std::string(2 * max_line_bytes, '\x80')).front().size() == max_line_bytes - 3);
}

}  // namespace facteur
