#include "bot/sureness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "bot/sureness_weights.h"

namespace facteur {
namespace {

std::size_t first_byte(std::string_view word) { return static_cast<unsigned char>(word.front()); }

// Where the pairs of each sign and the words of each first byte begin among all of them.
struct Places {
  std::array<std::span<const PairWeight>, sign_count> pairs;
  std::array<std::span<const WordWeight>, 256> words;

  Places() {
    const SurenessWeights& weights = sureness_weights();
    each_group(weights.pairs, pairs, [](const PairWeight& pair) { return std::size_t{pair.one}; });
    each_group(weights.words, words, [](const WordWeight& word) { return first_byte(word.word); });
  }

 private:
  template <typename Weights, typename Groups, typename Key>
  static void each_group(const Weights& weights, Groups& groups, Key key) {
    for (std::size_t begin = 0, end = 0; begin < weights.size(); begin = end) {
      while (end < weights.size() && key(weights[end]) == key(weights[begin])) ++end;
      groups[key(weights[begin])] = weights.subspan(begin, end - begin);
    }
  }
};

const Places& places() {
  static const Places places;
  return places;
}

const WordWeight* weight_of(std::string_view word) {
  const std::span<const WordWeight> words = places().words[first_byte(word)];
  const auto found = std::lower_bound(words.begin(), words.end(), word,
                                      [](const WordWeight& one, std::string_view other) { return one.word < other; });
  return found != words.end() && found->word == word ? &*found : nullptr;
}

// Each word once, however often it is said: visit(word's weight).
template <typename Visit>
void each_word(const Evidence& whole, Visit visit) {
  std::vector<const WordWeight*> seen;
  for (std::uint16_t token = whole.begin(); token < whole.end(); ++token) {
    const WordWeight* const word = weight_of(whole.reading().word(token));
    if (word == nullptr || std::find(seen.begin(), seen.end(), word) != seen.end()) continue;
    seen.push_back(word);
    visit(*word);
  }
}

// visit(weight, name): the name is a call away.
template <typename Visit>
void each_reason(const Signs& signs, const Evidence& whole, Visit visit) {
  const SurenessWeights& weights = sureness_weights();
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    if (!signs[sign]) continue;
    visit(weights.signs[sign], [&] { return std::string(name_of_sign(sign)); });
    for (const PairWeight& pair : places().pairs[sign]) {
      if (!signs[pair.other]) continue;
      visit(pair.weight,
            [&] { return std::string(name_of_sign(pair.one)) + "&" + std::string(name_of_sign(pair.other)); });
    }
  }
  each_word(whole,
            [&](const WordWeight& word) { visit(word.weight, [&] { return '"' + std::string(word.word) + '"'; }); });
}

// Talk may be meant for anybody.
bool asks_something(const Question& question) {
  return std::any_of(question.parts.begin(), question.parts.end(),
                     [](const Part& part) { return part.intent != Intent::none && !is_talk(part.intent); });
}

}  // namespace

Sureness sureness_of(const Question& question, const Signs& signs, const Evidence& whole) {
  const SurenessWeights& weights = sureness_weights();
  int sum = weights.at_first;
  each_reason(signs, whole, [&](int weight, const auto&) { sum += weight; });
  if (sum < weights.likely) return Sureness::doubtful;
  return sum >= weights.sure && asks_something(question) ? Sureness::sure : Sureness::likely;
}

Surety explained_sureness(const Signs& signs, const Evidence& whole) {
  int sum = sureness_weights().at_first;
  Surety surety;
  each_reason(signs, whole, [&](int weight, const auto& name) {
    sum += weight;
    surety.reasons.push_back({name(), weight});
  });
  std::stable_sort(surety.reasons.begin(), surety.reasons.end(), [](const Reason& one, const Reason& other) {
    return std::abs(one.weight) > std::abs(other.weight);
  });
  surety.percent = static_cast<int>(std::lround(100 / (1 + std::exp(-sum / 100.0))));
  return surety;
}

}  // namespace facteur
