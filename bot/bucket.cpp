#include "bot/bucket.h"

#include <algorithm>
#include <cmath>

namespace facteur {

double Bucket::tokens_at(Moment now) const {
  const std::chrono::duration<double> passed = now - filled_;
  return std::min(budget_.burst, tokens_ + std::max(0.0, passed.count()) * budget_.per_second);
}

Moment Bucket::ready_at(Moment now) const {
  const double missing = 1 - tokens_at(now);
  if (missing <= 0) return now;
  const double seconds = budget_.per_second > 0 ? missing / budget_.per_second : 1;
  return now + std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000)));
}

void Bucket::take(Moment now) {
  tokens_ = tokens_at(now) - 1;
  filled_ = now;
}

}  // namespace facteur
