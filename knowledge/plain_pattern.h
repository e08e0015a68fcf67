// Patterns that are no more than words: "ports?", "serveurs? (?:de )?sortie". Most are, and what they stand for is
// found by comparing words, with no regular expression.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"
#include "knowledge/phrase_tree.h"

namespace facteur {

inline constexpr std::size_t most_word_forms = 64;
inline constexpr std::size_t most_phrase_forms = 1024;

// A phrase's last word, and the words before it.
struct PhraseEnd {
  PhraseTree::Node before = PhraseTree::root;  // the root where the phrase is that one word
  std::string word;
  bool operator==(const PhraseEnd&) const = default;
};

// What the pattern stands for by RE2's rules: "bounc(?:e|es|ed)" → bounce, bounced, bounces; the words before each end
// are put into the tree and into the lexicon. Nothing where the pattern is more than letters, digits and single spaces,
// groups of alternatives (?:…|…), classes of letters [rz] and the mark of what may be left out (?), or stands for too
// many forms, or for an empty one.
std::optional<std::vector<PhraseEnd>> plain_phrases(std::string_view pattern, PhraseTree&, Lexicon&);

}  // namespace facteur
