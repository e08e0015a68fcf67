#include "bot/words.h"

#include <algorithm>

namespace facteur {

std::string quoted(const WordWeights& word) { return '"' + std::string(word.word) + '"'; }

const WordWeights* weights_of(std::string_view word) {
  const std::span<const WordWeights> words = word_weights();
  const auto found = std::lower_bound(words.begin(), words.end(), word,
                                      [](const WordWeights& one, std::string_view other) { return one.word < other; });
  return found != words.end() && found->word == word ? &*found : nullptr;
}

}  // namespace facteur
