// Phrases, as a tree of the words that follow one another: looked up a word at a time, whatever their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <unordered_map>
#include <vector>

#include "knowledge/bit_filter.h"

namespace facteur {

class PhraseTree {
 public:
  using Node = std::uint32_t;  // the words that led here
  using Word = std::uint32_t;  // as the lexicon numbers words and stems
  static constexpr Node root = 0;
  static constexpr Word any_word = UINT32_MAX;  // a step that each word takes, and one for each number
  static constexpr Word any_number = UINT32_MAX - 1;

  // The node that the word leads to, made where there is none.
  Node grow(Node, Word);
  // The phrase that leads to the node is one of the pattern's. REQUIRES: node != root.
  void end(Node, std::uint32_t pattern);

  // The node that the word leads to, or the root where no phrase goes on with it.
  Node next(Node, Word) const;
  // Calls visit with each pattern that the phrase up to here stands for.
  template <typename Visit>
  void each_pattern(Node node, Visit visit) const {
    for (std::uint32_t end = last_ends_[node]; end != no_end; end = ends_[end].earlier) visit(ends_[end].pattern);
  }

 private:
  static std::uint64_t key(Node node, Word word) { return std::uint64_t{node} << 32U | word; }
  struct Spread {
    std::size_t operator()(std::uint64_t key) const {
      key *= 0x9E3779B97F4A7C15U;  // Fibonacci hashing: the multiplier is 2^64 over the golden ratio
      return key ^ key >> 32U;
    }
  };

  // Most nodes end no phrase, and hardly any ends several: the ends of a node are a chain.
  struct End {
    std::uint32_t pattern;
    std::uint32_t earlier;
  };
  static constexpr std::uint32_t no_end = UINT32_MAX;

  std::unique_ptr<std::pmr::memory_resource> memory_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::pmr::unordered_map<std::uint64_t, Node, Spread> steps_{std::size_t{1} << 15, memory_.get()};
  BitFilter filter_{std::size_t{1} << 18};
  std::vector<std::uint32_t> last_ends_{no_end};  // by node
  std::vector<End> ends_;
};

}  // namespace facteur
