// A token bucket: keeps what is sent within what a platform takes.
#pragma once

#include "bot/clock.h"
#include "connectors/connector.h"

namespace facteur {

class Bucket {
 public:
  Bucket(Budget budget, Moment now) : budget_(budget), tokens_(budget.burst), filled_(now) {}

  // When the next one may go: now, or later.
  Moment ready_at(Moment now) const;
  // One goes. REQUIRES: ready_at(now) <= now.
  void take(Moment now);
  bool full(Moment now) const { return tokens_at(now) >= budget_.burst; }

 private:
  double tokens_at(Moment now) const;

  Budget budget_;
  double tokens_;
  Moment filled_;
};

}  // namespace facteur
