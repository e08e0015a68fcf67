// Two instances on one state file would answer everything twice.
#pragma once

#include <filesystem>

namespace facteur {

// Holds PATH.lock as long as it lives. The kernel lets go of it when the process ends, however it ends.
class InstanceLock {
 public:
  // Throws std::runtime_error that says who holds it, or why it can't be had.
  explicit InstanceLock(const std::filesystem::path& state);
  ~InstanceLock();
  InstanceLock(const InstanceLock&) = delete;
  InstanceLock& operator=(const InstanceLock&) = delete;

 private:
  int file_;
};

}  // namespace facteur
