// systemd's protocol (sd_notify(3)), and the signals that a service lives with.
#pragma once

#include <chrono>
#include <optional>

namespace facteur {

enum class Signal { none, reload, end };

// Says nothing where systemd doesn't listen.
class Supervisor {
 public:
  // From here on SIGTERM, SIGINT and SIGHUP wait for next_signal().
  // REQUIRES: no other thread has been started yet.
  Supervisor();
  ~Supervisor();
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  // Waits at most so long; less when it is woken.
  Signal next_signal(std::chrono::milliseconds) const;
  // Ends a wait, or the next one where none is under way. From any thread.
  void wake() const;

  void ready() const;
  void reloading() const;
  void stopping() const;
  void alive() const;  // feeds the watchdog
  // How often alive() is expected; nothing without a watchdog.
  std::optional<std::chrono::milliseconds> watchdog() const { return watchdog_; }

 private:
  int signals_;
  int wakes_;
  std::optional<std::chrono::milliseconds> watchdog_;
};

}  // namespace facteur
