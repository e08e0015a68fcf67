// How much each sign and pair of signs of a message speaks for its being one of Facteur's questions. What its words say
// stands in words.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "bot/signs.h"

namespace facteur {

using SignWeight = std::int16_t;

struct PairWeight {  // of two signs that a message shows both
  std::uint16_t one = 0;
  std::uint16_t other = 0;
  std::int16_t weight = 0;
};

// In hundredths of a natural logarithm of odds.
struct SurenessWeights {
  std::span<const SignWeight, sign_count> signs;  // by their numbers
  std::span<const PairWeight> pairs;
  int at_first = 0;  // before anything is seen
  int likely = 0;    // the least sum of a message that is likely one of Facteur's questions
  int sure = 0;      // … and of one that surely is
};

const SurenessWeights& sureness_weights();

}  // namespace facteur
