// Where one question of a message ends and the next begins.
#pragma once

#include <cstdint>
#include <vector>

#include "bot/reading.h"

namespace facteur {

struct Clause {
  std::uint16_t begin = 0;  // the tokens, the end exclusive
  std::uint16_t end = 0;
};

// One after the other, from the first token to the last. A clause that names nothing is part of the one before it:
// "STARTTLS, what is that?"
std::vector<Clause> clauses_of(const Reading&);

}  // namespace facteur
