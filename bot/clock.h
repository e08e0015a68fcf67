// The time as the service sees it: it never jumps, whatever somebody does to the computer's clock. So nothing that
// waits expires at once, and nobody's conversation is a day old of a sudden.
#pragma once

#include <chrono>
#include <functional>

#include "bot/conversation.h"

namespace facteur {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
using Clock = std::function<Moment()>;

inline Time in_seconds(Moment moment) { return std::chrono::floor<std::chrono::seconds>(moment); }

// The computer's clock now, and from there on by the steady one.
inline Clock steady_clock() {
  const auto started = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto began = std::chrono::steady_clock::now();
  return
      [=] { return started + std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began); };
}

}  // namespace facteur
