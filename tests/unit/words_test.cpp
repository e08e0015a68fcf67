#include "bot/words.h"

#include <algorithm>

#include "bot/evidence.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

TEST_CASE("the weighed words are sorted, and found by their bytes") {
  const std::span<const WordWeights> words = word_weights();
  const auto before = [](const WordWeights& one, const WordWeights& other) { return one.word < other.word; };
  CHECK(std::is_sorted(words.begin(), words.end(), before));
  CHECK(words.size() > 300);
  for (const WordWeights& word : words) CHECK(weights_of(word.word) == &word);
  CHECK(weights_of("qwzx") == nullptr);
  CHECK(weights_of("\xFF") == nullptr);
}

TEST_CASE("a word is weighed once, and only where it stands") {
  const Reading reading = read("imap, imap et imap: merci", test::base_knowledge());
  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  const Evidence whole(reading, test::base_knowledge(), 0, size);
  const WordWeights* const imap = weights_of("imap");
  REQUIRE(imap != nullptr);
  CHECK(std::count(whole.weighed_words().begin(), whole.weighed_words().end(), imap) == 1);
  const Evidence last(reading, test::base_knowledge(), static_cast<std::uint16_t>(size - 1), size);
  CHECK(std::count(last.weighed_words().begin(), last.weighed_words().end(), imap) == 0);
}

}  // namespace
}  // namespace facteur
