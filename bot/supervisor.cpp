#include "bot/supervisor.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <string>
#include <system_error>

namespace facteur {

Supervisor::Supervisor() : wakes_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  sigset_t ours;
  sigemptyset(&ours);
  for (const int each : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&ours, each);
  ::pthread_sigmask(SIG_BLOCK, &ours, nullptr);
  // A connection that is gone, and a state file that reaches a limit, are errors where they happen.
  for (const int each : {SIGPIPE, SIGXFSZ}) {
    if (std::signal(each, SIG_IGN) == SIG_ERR)
      throw std::system_error(errno, std::generic_category(), "a signal can't be ignored");
  }
  signals_ = ::signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals_ < 0 || wakes_ < 0)
    throw std::system_error(errno, std::generic_category(), "signals can't be waited for");
  std::uint64_t microseconds = 0;
  if (::sd_watchdog_enabled(0, &microseconds) > 0)
    watchdog_ = std::chrono::milliseconds(microseconds / 2 / 1000);  // twice as often as it must be, as systemd advises
}

Supervisor::~Supervisor() {
  ::close(signals_);
  ::close(wakes_);
}

Signal Supervisor::next_signal(std::chrono::milliseconds longest) const {
  std::array<pollfd, 2> waiting{{{signals_, POLLIN, 0}, {wakes_, POLLIN, 0}}};
  if (::poll(waiting.data(), waiting.size(), static_cast<int>(longest.count())) <= 0) return Signal::none;
  eventfd_t wakes = 0;
  ::eventfd_read(wakes_, &wakes);  // whether there was any doesn't matter: whoever waits looks at everything
  signalfd_siginfo signal{};
  if (::read(signals_, &signal, sizeof signal) != sizeof signal) return Signal::none;
  return signal.ssi_signo == SIGHUP ? Signal::reload : Signal::end;
}

void Supervisor::wake() const { ::eventfd_write(wakes_, 1); }

void Supervisor::ready() const { ::sd_notify(0, "READY=1"); }

void Supervisor::reloading() const {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  const auto microseconds = static_cast<std::int64_t>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
  ::sd_notify(0, ("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(microseconds)).c_str());
}

void Supervisor::stopping() const { ::sd_notify(0, "STOPPING=1"); }
void Supervisor::alive() const { ::sd_notify(0, "WATCHDOG=1"); }

}  // namespace facteur
