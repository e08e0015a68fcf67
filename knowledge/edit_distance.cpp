#include "knowledge/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace facteur {
namespace {

constexpr std::size_t longest = 64;
using Row = std::array<std::uint8_t, longest + 1>;

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  const std::size_t too_far = limit + 1;
  if (one.size() > longest || other.size() > longest) return too_far;
  if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) > limit) return too_far;

  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    std::size_t best = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t substitution = last[j - 1] + (one[i - 1] == other[j - 1] ? 0U : 1U);
      std::size_t cost = std::min({substitution, last[j] + std::size_t{1}, row[j - 1] + std::size_t{1}});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) cost = std::min(cost, before_last[j - 2] + std::size_t{1});
      row[j] = static_cast<std::uint8_t>(cost);
      best = std::min(best, cost);
    }
    if (best > limit) return too_far;
    before_last = last;
    last = row;
  }
  return std::min<std::size_t>(last[other.size()], too_far);
}

std::string nearest(std::string_view word, std::span<const std::string_view> known) {
  std::size_t best = word.size() > 4 ? 2 : 1;
  std::string found;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate, best);
    if (distance > best || (distance == best && !found.empty())) continue;
    best = distance;
    found = candidate;
  }
  return found;
}

}  // namespace facteur
