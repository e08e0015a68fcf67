#include "bot/log.h"

#include <fmt/format.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace facteur::log {
namespace {

constexpr std::size_t least_number = 6;       // of a Telegram token, in digits
constexpr std::size_t least_secret = 30;      // … and what follows its colon
constexpr std::size_t least_after_name = 10;  // of a Matrix token, after its prefix
constexpr std::array<std::string_view, 4> prefixes{"syt_", "mat_", "mct_", "mpt_"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_token_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

template <typename Fits>
std::size_t length_of(std::string_view text, Fits fits) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), fits) - text.begin());
}

// How long the token is that the text begins with; 0 where there is none.
std::size_t token_at(std::string_view text) {
  const std::size_t number = length_of(text, is_digit);
  if (number >= least_number && number < text.size() && text[number] == ':') {
    const std::size_t secret = length_of(text.substr(number + 1), is_token_char);
    if (secret >= least_secret) return number + 1 + secret;
  }
  for (const std::string_view prefix : prefixes) {
    if (!text.starts_with(prefix)) continue;
    const std::size_t length = length_of(text, is_token_char);
    if (length >= prefix.size() + least_after_name) return length;
  }
  return 0;
}

// Whether the standard error is the journal's own stream: systemd.exec(5) names its device and inode in
// $JOURNAL_STREAM.
bool to_journal() {
  const char* stream = std::getenv("JOURNAL_STREAM");  // NOLINT(concurrency-mt-unsafe): no thread changes it
  struct stat found {};
  if (stream == nullptr || ::fstat(STDERR_FILENO, &found) != 0) return false;
  return fmt::format("{}:{}", found.st_dev, found.st_ino) == stream;
}

spdlog::level::level_enum spdlogs(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

// sd-daemon(3): the journal takes "<4>" at a line's start for its priority.
std::string_view priority(Level level) {
  constexpr std::array<std::string_view, 4> priorities{"<7>", "<6>", "<4>", "<3>"};
  return priorities.at(static_cast<std::size_t>(level));
}

struct Output {
  std::shared_ptr<spdlog::logger> logger;
  bool journal = false;
};

Output& output() {
  static Output output;
  return output;
}

void write(Level level, std::string_view text) {
  const Output& to = output();
  if (!to.logger || !to.logger->should_log(spdlogs(level))) return;
  std::string line = redacted(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  to.logger->log(spdlogs(level), fmt::format("{}{}", to.journal ? priority(level) : "", line));
}

}  // namespace

std::optional<Level> level_named(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"debug", "info", "warning", "error"};
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Level>(found - names.begin());
}

void start(Level level) {
  Output& to = output();
  to.journal = to_journal();
  // Colours only in a terminal: the sink's own default.
  to.logger = std::make_shared<spdlog::logger>("facteur", std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>());
  to.logger->set_pattern(to.journal ? "%v" : "%Y-%m-%d %H:%M:%S %^%l%$ %v");
  to.logger->flush_on(spdlog::level::debug);
  set_level(level);
}

void set_level(Level level) {
  if (output().logger) output().logger->set_level(spdlogs(level));
}

std::string_view journal_priority(Level level) { return to_journal() ? priority(level) : ""; }

void debug(std::string_view text) { write(Level::debug, text); }
void info(std::string_view text) { write(Level::info, text); }
void warning(std::string_view text) { write(Level::warning, text); }
void error(std::string_view text) { write(Level::error, text); }

std::string redacted(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const bool begins = clean.empty() || !is_token_char(clean.back()) || !is_token_char(text.front());
    const std::size_t length = token_at(text);
    const bool in_path = clean.ends_with("bot");  // https://api.telegram.org/bot123456:ABC…
    if (length > 0 && (begins || in_path)) {
      clean += "***";
      text.remove_prefix(length);
    } else {
      clean += text.front();
      text.remove_prefix(1);
    }
  }
  return clean;
}

}  // namespace facteur::log
