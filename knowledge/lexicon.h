// Which single words Facteur knows, what each means, and which one a misspelt word most likely was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "knowledge/bit_filter.h"

namespace facteur {

using LanguageId = std::uint8_t;  // the place in Knowledge::languages
inline constexpr std::size_t language_limit = 32;

// A table by folded words, looked up without making a string. Its entries stay where they are, and only grow in number.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using WordTable = std::pmr::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

// Whether a near miss of a word may stand for it.
enum class Spelling : std::uint8_t { exact, tolerant };

// A word that is spelt right.
struct KnownWord {
  std::vector<std::uint32_t> patterns;  // the patterns that the word is by itself
  std::uint32_t languages = 0;          // bit n: it is a function word of language n, and so tells it
  std::uint32_t number = 0;             // its own among words and stems
  bool is_function_word_of(LanguageId language) const { return (languages >> language & 1U) != 0; }
};

// A beginning of words, whatever letters follow.
struct Stem {
  std::vector<std::uint32_t> patterns;  // the patterns that such a word is by itself
  std::uint32_t number = 0;             // its own among words and stems
  std::uint32_t length = 0;
};
inline constexpr std::size_t shortest_stem = 2;

class Lexicon {
 public:
  // A folded word that is a whole pattern by itself.
  void add(std::string_view word, std::uint32_t pattern, Spelling spelling);
  // A folded word of which the beginning is a whole pattern by itself. REQUIRES: stem.size() >= shortest_stem.
  void add_stem(std::string_view stem, std::uint32_t pattern) { stem_entry(stem).patterns.push_back(pattern); }
  // A word that is spelt right, though it means nothing here.
  void add_known(std::string_view word) { entry(word); }
  void add_function_word(std::string_view word, LanguageId language);
  // The number of a word that is spelt right; it is known from now on.
  std::uint32_t number_of(std::string_view word) { return entry(word).second.number; }
  std::uint32_t number_of_stem(std::string_view stem) { return stem_entry(stem).number; }

  // The word, or null where it isn't known.
  const KnownWord* find(std::string_view word) const;
  bool knows(std::string_view word) const { return find(word) != nullptr; }

  // The longest stem that the word begins with, or null. The next longest is that of the word's first length - 1 bytes.
  const Stem* longest_stem(std::string_view word) const;

  // The tolerant words one slip away from `word`, all that are equally near. REQUIRES: !knows(word).
  std::vector<std::string_view> nearest(std::string_view word) const;

 private:
  std::pair<const std::string, KnownWord>& entry(std::string_view word);
  Stem& stem_entry(std::string_view stem);

  std::unique_ptr<std::pmr::memory_resource> memory_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::uint32_t last_number_ = 0;
  WordTable<KnownWord> words_{memory_.get()};
  WordTable<std::vector<std::string_view>> shortened_{
      memory_.get()};  // a tolerant word less any one letter, or whole → the words it may have been, in words_
  BitFilter shortened_filter_{std::size_t{1} << 18};
  WordTable<Stem> stems_{memory_.get()};
  BitFilter stem_filter_{std::size_t{1} << 14};
};

}  // namespace facteur
