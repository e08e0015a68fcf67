// The knowledge that everybody answers with, swapped for a newer one while they work.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "knowledge/knowledge.h"

namespace facteur {

class CurrentKnowledge {
 public:
  explicit CurrentKnowledge(std::shared_ptr<const Knowledge> first) : current_(std::move(first)) {}
  std::shared_ptr<const Knowledge> get() const {
    const std::scoped_lock guard(mutex_);
    return current_;
  }
  void set(std::shared_ptr<const Knowledge> next) {
    const std::scoped_lock guard(mutex_);
    current_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Knowledge> current_;
};

}  // namespace facteur
