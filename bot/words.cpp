#include "bot/words.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

std::size_t first_byte(std::string_view word) { return static_cast<unsigned char>(word.front()); }

// Where the words of each first byte stand among all of them.
struct Places {
  std::array<std::span<const WordWeights>, 256> of;

  Places() {
    const std::span<const WordWeights> words = word_weights();
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
      const std::size_t byte = first_byte(words[begin].word);
      while (end < words.size() && first_byte(words[end].word) == byte) ++end;
      of[byte] = words.subspan(begin, end - begin);
    }
  }
};

}  // namespace

std::string quoted(const WordWeights& word) { return '"' + std::string(word.word) + '"'; }

const WordWeights* weights_of(std::string_view word) {
  static const Places places;
  const std::span<const WordWeights> words = places.of[first_byte(word)];
  const auto found = std::lower_bound(words.begin(), words.end(), word,
                                      [](const WordWeights& one, std::string_view other) { return one.word < other; });
  return found != words.end() && found->word == word ? &*found : nullptr;
}

}  // namespace facteur
