#include "knowledge/edit_distance.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/catch.h"

using facteur::edit_distance;
using facteur::nearest;

namespace {

// Optimal string alignment by its definition, without bounds.
std::size_t by_definition(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string random_word(std::mt19937& random, std::size_t longest, char last_letter) {
  std::string word(random() % (longest + 1), 'a');
  for (char& c : word) c = static_cast<char>('a' + random() % static_cast<unsigned>(last_letter - 'a' + 1));
  return word;
}

}  // namespace

TEST_CASE("each slip of a finger counts one: a letter too many, too few, another, or two in the wrong order") {
  struct Row {
    std::string_view one;
    std::string_view other;
    std::size_t slips;
  };
  for (const auto& [one, other, slips] :
       std::vector<Row>{{"", "", 0},
                        {"imap", "imap", 0},
                        {"imap", "map", 1},
                        {"imap", "imapp", 1},
                        {"imap", "inap", 1},
                        {"imap", "iamp", 1},
                        {"outlook", "otlok", 2},
                        {"thunderbird", "thunderbrid", 1},
                        {"ab", "ba", 1},
                        {"ca", "abc", 3},  // not 2: a swapped pair isn't touched again
                        {"", "abc", 3},
                        {"henrietmoi", "henriettoi", 1}}) {
    CAPTURE(one, other);
    CHECK(edit_distance(one, other, 5) == slips);
    CHECK(edit_distance(other, one, 5) == slips);
  }
}

TEST_CASE("beyond the limit only that is told") {
  CHECK(edit_distance("imap", "outlook", 2) == 3);
  CHECK(edit_distance("imap", "iamp", 0) == 1);
  CHECK(edit_distance("imap", "imap", 0) == 0);
  CHECK(edit_distance("", "abcdef", 1) == 2);
}

TEST_CASE("words over 64 bytes are too far from anything") {
  const std::string longest(64, 'a');
  const std::string too_long(65, 'a');
  CHECK(edit_distance(longest, longest, 2) == 0);
  CHECK(edit_distance(longest, std::string(63, 'a'), 2) == 1);
  CHECK(edit_distance(longest, std::string(64, 'b'), 64) == 64);
  CHECK(edit_distance(too_long, too_long, 2) == 3);
  CHECK(edit_distance(longest, too_long, 2) == 3);
}

TEST_CASE("the distance is the definition's, for many words and every limit") {
  std::mt19937 random(20260102);
  std::size_t right = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string one = random_word(random, 9, round % 2 == 0 ? 'b' : 'e');
    const std::string other = random_word(random, 9, round % 2 == 0 ? 'b' : 'e');
    const std::size_t expected = by_definition(one, other);
    for (std::size_t limit = 0; limit < 5; ++limit) {
      CAPTURE(one, other, limit);
      if (edit_distance(one, other, limit) != std::min(expected, limit + 1)) FAIL("expected " << expected);
      ++right;
    }
  }
  CHECK(right == 100'000);
}

TEST_CASE("what an unknown name must have meant is suggested, if it lies near enough") {
  constexpr std::array<std::string_view, 6> known{"host", "port", "ports", "security", "authentication", "en"};
  CHECK(nearest("hosts", known) == "host");
  CHECK(nearest("prot", known) == "port");
  CHECK(nearest("port", known) == "port");
  CHECK(nearest("secruitys", known) == "security");
  CHECK(nearest("autentification", known).empty());
  CHECK(nearest("hst", known) == "host");
  CHECK(nearest("hx", known).empty());
  CHECK(nearest("es", known) == "en");
  CHECK(nearest("username", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest("port", {}).empty());
}

TEST_CASE("of several equally near, the first is suggested") {
  constexpr std::array<std::string_view, 3> known{"abcd", "abce", "abcf"};
  CHECK(nearest("abcx", known) == "abcd");
  CHECK(nearest("abcf", known) == "abcf");
}
