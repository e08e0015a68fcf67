// What is wrong with a file, where, and what was expected: the form of every complaint about knowledge and
// configuration.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace facteur {

enum class Severity : std::uint8_t { error, warning, notice };

// A place in a file; line 0 means the file as a whole.
struct FileLine {
  std::string file;  // as the operator knows it: relative to the knowledge folder, or as given
  std::uint32_t line = 0;
  bool operator==(const FileLine&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  FileLine where;
  std::string message;  // English, for an operator or an agent; says what was expected
  bool operator==(const Diagnostic&) const = default;
};

// "providers/nplus.toml:7: error: port 99300 is not 1 to 65535". One line, without control characters, whatever the
// file's bytes are.
std::string to_string(const Diagnostic&);

// The text as a message may quote it: its first 80 bytes or so, whole characters.
std::string shown(std::string_view text);

// Collects them, in the order found. Of each severity it keeps the first thousand, then says once that there are more.
class Diagnostics {
 public:
  void error(FileLine where, std::string message);
  void warning(FileLine where, std::string message);
  void notice(FileLine where, std::string message);

  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t count(Severity) const;  // of those found, kept or not
  bool has_errors() const { return count(Severity::error) > 0; }

 private:
  void add(Diagnostic);

  std::vector<Diagnostic> all_;
  std::array<std::size_t, 3> counts_{};  // by Severity
};

}  // namespace facteur
