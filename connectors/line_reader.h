// Where the terminal's lines come from: somebody who types and edits them, or a pipe.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace facteur {

// What is longer is cut, between two characters, and the rest of the line dropped.
inline constexpr std::size_t max_line_bytes = std::size_t{64} * 1024;

class LineReader {
 public:
  LineReader() = default;
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  virtual ~LineReader() = default;

  // Waits for the next line and returns it without its line end; nullopt at the end of the input.
  virtual std::optional<std::string> next() = 0;
};

// Lines of `input`, which must outlive the reader; the last one need not end in a newline.
std::unique_ptr<LineReader> piped_lines(std::istream& input);

struct LineEditing {
  std::string prompt;                                // UTF-8; no escape sequences
  std::function<void()> on_empty_interrupt = [] {};  // Ctrl-C met an empty line: time to tell how to leave
};

// Lines typed at the process's terminal (stdin and stdout), with the keys of Emacs, UTF-8 whatever the locale, and a
// history that lasts as long as the reader. Ctrl-C drops the line; Ctrl-D in an empty one is the end. One at a time.
std::unique_ptr<LineReader> edited_lines(LineEditing editing);

}  // namespace facteur
