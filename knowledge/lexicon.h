// Which single words Facteur knows, what each means, and which one a misspelt word most likely was.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace facteur {

// A table by folded words, looked up without making a string.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using WordTable = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

// Whether a near miss of a word may stand for it.
enum class Spelling { exact, tolerant };

class Lexicon {
 public:
  using Pattern = std::uint32_t;  // the number of the pattern that the word is

  // A folded word that is a whole pattern by itself.
  void add(std::string_view word, Pattern pattern, Spelling spelling);
  // A word that is spelt right, though it means nothing here.
  void add_known(std::string_view word);

  // The patterns that the word is, none if it isn't one.
  std::span<const Pattern> patterns(std::string_view word) const;
  bool knows(std::string_view word) const;

  // The tolerant word one slip away from `word`, or nothing where there is none or several equally near.
  // REQUIRES: !knows(word).
  std::optional<std::string_view> correction(std::string_view word) const;

 private:
  WordTable<std::vector<Pattern>> words_;
  WordTable<std::vector<std::string>> shortened_;  // a tolerant word less any one letter, or whole → the words it may have been
};

}  // namespace facteur
