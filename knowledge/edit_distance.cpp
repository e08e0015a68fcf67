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

  // Only cells within `limit` of the diagonal can count; around them stands what is too far.
  std::array<Row, 3> rows{};
  for (std::size_t j = 0; j <= std::min(other.size(), too_far); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    const Row& before_last = rows[(i + 1) % 3];
    const Row& last = rows[(i + 2) % 3];
    Row& row = rows[i % 3];
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t end = std::min(other.size(), i + limit);
    row[first - 1] = static_cast<std::uint8_t>(first == 1 ? std::min(i, too_far) : too_far);
    std::size_t best = row[first - 1];
    for (std::size_t j = first; j <= end; ++j) {
      const std::size_t substitution = last[j - 1] + (one[i - 1] == other[j - 1] ? 0U : 1U);
      std::size_t cost = std::min({substitution, last[j] + std::size_t{1}, row[j - 1] + std::size_t{1}, too_far});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) cost = std::min(cost, before_last[j - 2] + std::size_t{1});
      row[j] = static_cast<std::uint8_t>(cost);
      best = std::min(best, cost);
    }
    if (best > limit) return too_far;
    if (end < other.size()) row[end + 1] = static_cast<std::uint8_t>(too_far);
  }
  return std::min<std::size_t>(rows[one.size() % 3][other.size()], too_far);
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
