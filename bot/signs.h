// What a message shows of its intent, as signs that are there or not: the cues that it holds, and what follows from
// them.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

#include "bot/evidence.h"
#include "bot/facts.h"

namespace facteur {

// The cues come first, by their own numbers; then the signs of the table in signs.cpp.
inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::count_);
inline constexpr std::size_t sign_count = cue_count + 46;
using Signs = std::bitset<sign_count>;

// A cue's name, or the sign's. REQUIRES: number < sign_count.
std::string_view name_of_sign(std::size_t number);

Signs signs_of(const Facts&, const Evidence&);

}  // namespace facteur
