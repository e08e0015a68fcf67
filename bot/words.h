// How much each word of a message speaks for its being one of Facteur's questions, and for each intent.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "bot/weights.h"

namespace facteur {

// In hundredths of a natural logarithm of odds.
struct WordWeights {
  std::string_view word;      // folded; @ for any address or domain
  std::int16_t sureness = 0;  // for its being one of Facteur's questions
  IntentWeights intents{};
};

inline constexpr std::size_t most_weighed_words = 4096;

// By the bytes of the words; no more than most_weighed_words.
std::span<const WordWeights> word_weights();

// As it is shown: "port".
std::string quoted(const WordWeights&);

// Null for a word that tells nothing.
const WordWeights* weights_of(std::string_view word);

}  // namespace facteur
