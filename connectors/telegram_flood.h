// Whether "too many requests" is about a chat or about the whole bot, which Telegram does not say.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace facteur {

// Safe from any thread.
class TelegramFlood {
 public:
  using Clock = std::chrono::steady_clock;

  // A chat was told to wait. True if another one was told so and still waits: then it is about them all.
  bool note(std::string_view chat, Clock::time_point now, std::chrono::milliseconds wait) {
    const std::lock_guard lock(mutex_);
    const bool everywhere = now < until_ && chat != chat_;
    chat_ = chat;
    until_ = now + wait;
    return everywhere;
  }

 private:
  std::mutex mutex_;
  std::string chat_;
  Clock::time_point until_{};
};

}  // namespace facteur
