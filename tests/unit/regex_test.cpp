#include "knowledge/regex.h"

#include <algorithm>
#include <optional>
#include <random>
#include <regex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using Places = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;  // pattern, begin, end

PatternSet set_of(const std::vector<std::string>& patterns) {
  PatternSet set;
  for (const std::string& pattern : patterns) REQUIRE(set.add(pattern) == std::nullopt);
  set.compile();
  return set;
}

Places places(const PatternSet& set, std::string_view text) {
  std::vector<PatternSet::Hit> hits;
  set.find(text, hits);
  Places found;
  for (const auto& hit : hits) found.emplace_back(hit.pattern, hit.span.begin, hit.span.end);
  std::sort(found.begin(), found.end());
  return found;
}

// The same by the standard library's regular expressions, pattern by pattern.
Places naive_places(const std::vector<std::string>& patterns, const std::string& text) {
  Places found;
  for (std::uint32_t number = 0; number < patterns.size(); ++number) {
    const std::regex regex("\\b(?:" + patterns[number] + ")\\b");
    for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
      const std::size_t group = match->size() > 1 && (*match)[1].matched ? 1 : 0;
      const auto begin = static_cast<std::uint32_t>(match->position(group));
      found.emplace_back(number, begin, begin + static_cast<std::uint32_t>(match->length(group)));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string refusal(std::string_view pattern) { return PatternSet().add(pattern).value_or("(none)"); }

}  // namespace

TEST_CASE("a pattern is found as whole words, wherever it stands") {
  const PatternSet set = set_of({"imap", "mot de passe", "ports?"});
  CHECK(set.size() == 3);
  CHECK(places(set, "imap") == Places{{0, 0, 4}});
  CHECK(places(set, "imap imap") == Places{{0, 0, 4}, {0, 5, 9}});
  CHECK(places(set, "imaps limap").empty());
  CHECK(places(set, "un mot de passe,imap et des ports") == Places{{0, 16, 20}, {1, 3, 15}, {2, 28, 33}});
  CHECK(places(set, "").empty());
  CHECK(places(set, "mot de\npasse").empty());
}

TEST_CASE("where a pattern has a group, its place is the group's") {
  const PatternSet set = set_of({"code (\\S{5,64})", "(?:ab)+"});
  CHECK(places(set, "mon code secret1 code abc") == Places{{0, 9, 16}});
  CHECK(places(set, "abab") == Places{{1, 0, 4}});
}

TEST_CASE("a group before the rest of its pattern doesn't hold up the search") {
  const PatternSet set = set_of({"(a) b", "(a)?b"});
  CHECK(places(set, "a b a b") == Places{{0, 0, 1}, {0, 4, 5}, {1, 2, 3}, {1, 6, 7}});
}

TEST_CASE("the places are those of a naive search") {
  const std::vector<std::string> patterns{"a",       "ab",      "a b",       "a ?b",        "ab?",      "(?:a|b) c",
                                          "a|ab",    "ab|a",    "a+",        "a c?",        "b\\w*",    "a (?:b )?c",
                                          "(a) b",   "a (b|c)", "c(?: a)?",  "a\\w",        "(?:a )+b", "[ab] c",
                                          "b c|c b", "a b c",   "(?:a|a b)", "(?:a b|a) c", "\\w+ c",   "c{2,3}"};
  const PatternSet set = set_of(patterns);
  std::mt19937 random(20260105);
  std::size_t right = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = "abc  \n."[random() % 7];
    CAPTURE(text);
    if (places(set, text) != naive_places(patterns, text)) FAIL("differs from the naive search");
    ++right;
  }
  CHECK(right == 4000);
}

TEST_CASE("the patterns that occur are told without their places, in what was used before") {
  const PatternSet set = set_of({"imap", "pop", "i\\w+"});
  std::vector<int> found{7, 7, 7};
  set.matching("imap ou imap", found);
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<int>{0, 2});
  set.matching("rien", found);
  CHECK(found.empty());
}

TEST_CASE("hits are appended") {
  const PatternSet set = set_of({"imap"});
  std::vector<PatternSet::Hit> hits(1);
  set.find("imap", hits);
  CHECK(hits.size() == 2);
}

TEST_CASE("a set without patterns finds nothing, compiled or not") {
  PatternSet set;
  CHECK(places(set, "imap").empty());
  set.compile();
  CHECK(places(set, "imap").empty());
  CHECK(set.size() == 0);
}

TEST_CASE("a bad pattern is refused in RE2's words about that pattern, and the set goes on without it") {
  CHECK(refusal("(imap") == "missing ): (imap");
  CHECK(refusal("imap)") == "unexpected ): imap)");
  CHECK(refusal("imap)|(?:pop") == "unexpected ): imap)|(?:pop");  // would fit the brackets put around it
  CHECK(refusal("[imap") == "missing ]: [imap");
  CHECK(refusal("*") == "no argument for repetition operator: *");
  CHECK(refusal("a**") == "bad repetition operator: **");
  CHECK(refusal("(?=a)") == "invalid perl operator: (?=");
  CHECK(refusal("a{1001}") == "invalid repetition size: {1001}");
  CHECK(refusal("\\") == "trailing \\");
  CHECK(refusal("\xFF") == "invalid UTF-8");
  CHECK(refusal("(?:\\pL{50}){20}") == "pattern too large - compile failed");
  PatternSet set;
  CHECK(set.add("imap") == std::nullopt);
  CHECK(set.add("(") != std::nullopt);
  CHECK(set.add("pop") == std::nullopt);
  set.compile();
  CHECK(set.size() == 2);
  CHECK(places(set, "imap ( pop") == Places{{0, 0, 4}, {1, 7, 10}});
}

TEST_CASE("brackets that are text, or stand in a class, are no mistake") {
  for (const char* pattern : {"a\\)", "[)]", "[(] a", "\\(a", "(a)(b)"}) {
    CAPTURE(pattern);
    CHECK(refusal(pattern) == "(none)");
  }
}

TEST_CASE("patterns too large together are refused when they are compiled") {
  PatternSet set;
  for (int i = 0; i < 400; ++i) REQUIRE(set.add("a" + std::to_string(i) + " \\pL{20}") == std::nullopt);
  CHECK_THROWS_AS(set.compile(), std::runtime_error);
}

TEST_CASE("a pattern that matches any words is told from one that wants its own") {
  for (const char* pattern : {"", "a*", "\\w+", ".", ".*", "\\S+", "(?:imap)?", "[a-z0-9]+", "\\b"}) {
    CAPTURE(pattern);
    CHECK(matches_everything(pattern));
  }
  for (const char* pattern : {"imap", "\\d+", "[a-z]", "i\\w+", "(?:un|le) port", "\\w+ port", "z", "("}) {
    CAPTURE(pattern);
    CHECK_FALSE(matches_everything(pattern));
  }
}

TEST_CASE("one regex finds its first match from a place on") {
  const Regex regex("b(\\d)?");
  CHECK(regex.find("ab b2", 0) == Span{1, 2});
  CHECK(regex.find("ab b2", 2) == Span{4, 5});
  CHECK(regex.find("ab b2", 5) == std::nullopt);
  CHECK(regex.find("ab", 99) == std::nullopt);
  CHECK(regex.find("", 0) == std::nullopt);
  CHECK(Regex("").find("", 0) == Span{0, 0});
  CHECK(Regex("^a").find("ba", 1) == std::nullopt);  // the text begins where it does, not where the search does
  CHECK_THROWS_AS(Regex("("), std::invalid_argument);
}

TEST_CASE("invalid UTF-8 and NUL are searched like anything else") {
  const PatternSet set = set_of({"imap"});
  CHECK(places(set, std::string_view("\xFF imap\0imap", 11)) == Places{{0, 2, 6}, {0, 7, 11}});
}

TEST_CASE("several threads may search at once") {
  const PatternSet set = set_of({"imap", "pop\\d?", "mot de passe"});
  const std::string text = "imap ou pop3, mot de passe imap";
  const Places expected = places(set, text);
  const PatternSet shared = set_of({"imap", "pop\\d?", "mot de passe"});
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) count += places(shared, text) == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}

}  // namespace facteur
