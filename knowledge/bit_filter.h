// A filter that says "certainly not there" in a step: one bit a hash.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace facteur {

class BitFilter {
 public:
  // At least `bits` bits, rounded up to a power of two.
  explicit BitFilter(std::size_t bits = 64) : bits_(std::bit_ceil(bits)), words_(bits_ / 64 + 1) {}

  void add(std::uint64_t hash) { words_[place(hash) / 64] |= std::uint64_t{1} << (place(hash) % 64); }
  // False: it was never added. True: it may have been.
  bool may_hold(std::uint64_t hash) const { return (words_[place(hash) / 64] >> (place(hash) % 64) & 1U) != 0; }
  // Asks for the memory that may_hold() will read.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&words_[place(hash) / 64]); }

 private:
  std::size_t place(std::uint64_t hash) const { return (hash >> 20) & (bits_ - 1); }

  std::size_t bits_;
  std::vector<std::uint64_t> words_;
};

}  // namespace facteur
