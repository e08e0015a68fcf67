// Patterns that are no more than words: "ports?", "serveurs? (?:de )?sortie", "configur\w* (?:\w+ )?imap". Most are,
// and what they stand for is found by comparing words, with no regular expression.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"
#include "knowledge/phrase_tree.h"

namespace facteur {

inline constexpr std::size_t most_word_forms = 128;
inline constexpr std::size_t most_phrase_forms = 1024;

// What a phrase says of one of its words.
struct WordForm {
  enum class Kind : std::uint8_t {
    whole,
    stem,        // `configur\w*`: the word's beginning
    any_word,    // `\w+`
    any_number,  // `\d+`
  };
  Kind kind = Kind::whole;
  std::string letters;  // none of any_word and any_number
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that it compares with for a pointer
  auto operator<=>(const WordForm&) const = default;
};

// A last word, and the words that may stand before it: one and the same place for all ends that stand after them.
struct PhraseEnd {
  std::shared_ptr<const std::vector<PhraseTree::Node>> before;  // the root where the phrase is that one word
  WordForm word;
};

// By what number the tree knows words of that form; the lexicon knows it from now on.
PhraseTree::Word number_of(const WordForm&, Lexicon&);

// What the pattern stands for by RE2's rules: "bounc(?:e|es|ed)" → bounce, bounced, bounces; the words before each end
// are put into the tree and into the lexicon. Nothing where the pattern is more than letters, digits and single spaces,
// groups of alternatives (?:…|…), classes of letters or digits [rz], what may be left out (?) or repeated up to nine
// times ({0,3}), @ in a domain's place, and the word forms above; or stands for too many forms, for an empty one, or
// for no word in particular.
std::optional<std::vector<PhraseEnd>> plain_phrases(std::string_view pattern, PhraseTree&, Lexicon&);

}  // namespace facteur
