#include "bot/weights.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "bot/intents.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

// The names that the learned table gives its rows, in order; the last row is of no sign.
std::vector<std::string> names_of_rows() {
  std::ifstream table(FACTEUR_SOURCE_DIR "/bot/weights.cpp");
  std::vector<std::string> names;
  for (std::string line; std::getline(table, line);) {
    const std::size_t name = line.find("}},  // ");
    if (name != std::string::npos) names.push_back(line.substr(name + 8));
  }
  return names;
}

Likelihoods likelihoods_of(std::string_view text) {
  const Reading reading = read(text, test::base_knowledge());
  const Evidence whole(reading, test::base_knowledge(), 0, static_cast<std::uint16_t>(reading.tokens.size()));
  const Facts facts(whole);
  return likelihoods(signs_of(facts, whole), facts, whole);
}

int percent(std::string_view text, Intent intent) { return likelihoods_of(text)[static_cast<std::size_t>(intent)]; }

TEST_CASE("each sign has a name of its own") {
  std::set<std::string_view> names;
  for (std::size_t sign = 0; sign < sign_count; ++sign) names.insert(name_of_sign(sign));
  CHECK(names.size() == sign_count);
  CHECK(!names.contains(""));
}

TEST_CASE("the learned table has a row for each sign, in the order of their numbers") {
  const std::vector<std::string> rows = names_of_rows();
  REQUIRE(rows.size() == sign_count + 1);
  std::vector<std::string> names;
  for (std::size_t sign = 0; sign < sign_count; ++sign) names.emplace_back(name_of_sign(sign));
  CHECK(std::equal(names.begin(), names.end(), rows.begin()));
}

TEST_CASE("what was learned says something of nearly every sign") {
  const SignWeights& weights = sign_weights();
  const auto silent = std::count_if(weights.begin(), weights.end(), [](const IntentWeights& row) {
    return std::all_of(row.begin(), row.end(), [](int weight) { return weight == 0; });
  });
  CHECK(silent <= 6);  // those that learn.py omits, and of the intents before anything is seen
}

TEST_CASE("the likelihoods of a message are percentages of those intents that are possible") {
  for (const std::string_view text :
       {"quel port pour nplus.ca ?", "imap or pop?", "my outlook won't send", "thanks!"}) {
    const Likelihoods percent = likelihoods_of(text);
    const int sum = std::accumulate(percent.begin(), percent.end(), 0);
    CHECK(std::abs(sum - 100) <= static_cast<int>(intent_count) / 2);  // each is rounded
  }
  const Likelihoods nothing = likelihoods_of("qwzx vbnm");
  CHECK(std::all_of(nothing.begin(), nothing.end(), [](int percent) { return percent == 0; }));
}

TEST_CASE("an intent that lacks what it is about is impossible, whatever else speaks for it") {
  CHECK(percent("which one is better?", Intent::compare) == 0);
  CHECK(percent("POP, not IMAP", Intent::compare) == 0);
  CHECK(percent("what is it?", Intent::explain) == 0);
  CHECK(percent("nplus.ca", Intent::troubleshoot) == 0);
  CHECK(percent("quel port pour nplus.ca ?", Intent::thanks) == 0);
}

TEST_CASE("the same words weigh for another intent beside an account") {
  CHECK(percent("what is SMTP?", Intent::explain) > percent("what is SMTP?", Intent::settings));
  CHECK(percent("what is the SMTP server of nplus.ca?", Intent::settings) > 80);
}

}  // namespace
}  // namespace facteur
