#include "bot/sureness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "bot/sureness_weights.h"
#include "bot/words.h"

namespace facteur {
namespace {

// Where the pairs of each sign begin among all of them.
struct Places {
  std::array<std::span<const PairWeight>, sign_count> pairs;

  Places() {
    const std::span<const PairWeight> all = sureness_weights().pairs;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      while (end < all.size() && all[end].one == all[begin].one) ++end;
      pairs[all[begin].one] = all.subspan(begin, end - begin);
    }
  }
};

const Places& places() {
  static const Places places;
  return places;
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
  for (const WordWeights* word : whole.weighed_words()) {
    if (word->sureness != 0) visit(word->sureness, [&] { return quoted(*word); });
  }
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
