// Phrases, as a tree of the words that follow one another: looked up a word at a time, whatever their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "knowledge/bit_filter.h"

namespace facteur {

class PhraseTree {
 public:
  using Node = std::uint32_t;  // the words that led here
  using Word = std::uint32_t;  // as the lexicon numbers them
  static constexpr Node root = 0;

  // The node that the word leads to, made where there is none.
  Node grow(Node, Word);
  // The phrase that leads to the node is one of the pattern's. REQUIRES: node != root.
  void end(Node, std::uint32_t pattern);

  // The node that the word leads to, or the root where no phrase goes on with it.
  Node next(Node, Word) const;
  // The patterns that the phrase up to here stands for.
  const std::vector<std::uint32_t>& patterns(Node node) const { return patterns_[node]; }

 private:
  static std::uint64_t key(Node node, Word word) { return std::uint64_t{node} << 32U | word; }
  struct Spread {
    std::size_t operator()(std::uint64_t key) const {
      key *= 0x9E3779B97F4A7C15U;  // Fibonacci hashing: the multiplier is 2^64 over the golden ratio
      return key ^ key >> 32U;
    }
  };

  std::unordered_map<std::uint64_t, Node, Spread> steps_;
  BitFilter filter_{std::size_t{1} << 18};
  std::vector<std::vector<std::uint32_t>> patterns_{1};
};

}  // namespace facteur
