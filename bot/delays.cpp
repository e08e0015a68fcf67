#include "bot/delays.h"

#include <algorithm>

namespace facteur {

std::chrono::milliseconds growing_delay(int failures, double chance) {
  constexpr int most_doublings = 6;
  constexpr double longest = 60'000;
  const int doublings = std::clamp(failures - 1, 0, most_doublings);
  const double whole = std::min(1000.0 * static_cast<double>(1U << static_cast<unsigned>(doublings)), longest);
  return std::chrono::milliseconds(static_cast<std::int64_t>(whole * (1 - std::clamp(chance, 0.0, 1.0) / 2)));
}

}  // namespace facteur
