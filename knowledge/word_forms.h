// The words that a simple pattern stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facteur {

inline constexpr std::size_t most_word_forms = 64;

// "bounc(?:e|es|ed)" → bounce, bounces, bounced; "ports?" → port, ports. Nothing where the pattern is more than letters
// and digits, groups of alternatives (?:…|…), classes of letters [rz] and the mark of what may be left out (?), or
// stands for too many words or for an empty one. What it stands for by RE2's rules, word by word, is exactly the
// result.
std::optional<std::vector<std::string>> word_forms(std::string_view pattern);

}  // namespace facteur
