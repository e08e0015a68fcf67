#include "connectors/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "connectors/terminal_renderer.h"

namespace facteur {
namespace {

// Longer lines are hard to read; shorter ones are no longer lines.
constexpr int max_width = 100;
constexpr int min_width = 20;
constexpr int usual_width = 80;

int window_width() {
  winsize window{};
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0;
  return std::clamp(known ? static_cast<int>(window.ws_col) : usual_width, min_width, max_width);
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): Facteur never sets the environment
  return value == nullptr ? std::string_view() : value;
}

// https://no-color.org: set and not empty.
bool wants_escapes() { return environment("NO_COLOR").empty() && environment("TERM") != "dumb"; }

// Asked anew for each reply, as the window may have changed.
TerminalStyle current_style() {
  if (isatty(STDOUT_FILENO) == 0) return plain_style;
  return {wants_escapes() ? Escapes::yes : Escapes::no, window_width()};
}

}  // namespace

std::string rendered_for_stdout(std::string_view markdown) {
  return render_terminal(markdown::parse(markdown), current_style());
}

namespace {

enum class Printed { no, yes };

Printed print(std::string_view markdown) {
  const std::string text = rendered_for_stdout(markdown) + "\n\n";
  bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  return whole ? Printed::yes : Printed::no;
}

std::unique_ptr<LineReader> lines_of_stdin(TerminalWords words) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return piped_lines(std::cin);
  return edited_lines({std::move(words.prompt), [how_to_end = std::move(words.how_to_end)] {
                         if (!how_to_end.empty()) print(how_to_end);
                       }});
}

}  // namespace

Terminal::Terminal(TerminalWords words) : lines_(lines_of_stdin(std::move(words))) {}

std::optional<Message> Terminal::poll() {
  while (!failed_) {
    std::optional<std::string> line = lines_->next();
    if (!line) break;
    if (line->find_first_not_of(" \t") != std::string::npos) return Message{.text = *std::move(line)};
  }
  return std::nullopt;
}

void Terminal::send(const Reply& reply) { show(reply.text); }

void Terminal::show(std::string_view markdown) {
  if (print(markdown) == Printed::no) failed_ = true;
}

}  // namespace facteur
