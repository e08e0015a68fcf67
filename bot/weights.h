// How much each sign of a message speaks for each intent. What its words say stands in words.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "bot/question.h"
#include "bot/signs.h"

namespace facteur {

inline constexpr std::size_t intent_count = static_cast<std::size_t>(Intent::none);  // those that a message may have

using IntentWeights = std::array<std::int16_t, intent_count>;
using SignWeights = std::array<IntentWeights, sign_count + 1>;

// By the sign's number; the last is what speaks for each intent before anything is seen. In hundredths of a natural
// logarithm of odds: the sums, through softmax, are how likely each intent is.
const SignWeights& sign_weights();

}  // namespace facteur
