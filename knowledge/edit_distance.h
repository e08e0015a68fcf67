// How many slips of a finger lie between two words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace facteur {

// The number of single-byte insertions, deletions, substitutions and swaps of neighbours that turn one word into the
// other (optimal string alignment), or `limit + 1` when it is more than `limit`. Words over 64 bytes count as too far.
std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit);

// The nearest of `known` to `word` within two slips (one for short words), or an empty string: what an error about an
// unknown name may suggest.
std::string nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace facteur
