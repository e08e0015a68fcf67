// What is wrong with a file, where, and what was expected: the form of every complaint about knowledge and configuration.
#pragma once

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

// "providers/nplus.toml:7: error: port 99300 is not 1 to 65535"
std::string to_string(const Diagnostic&);

// Collects them, in the order found.
class Diagnostics {
 public:
  void error(FileLine where, std::string message);
  void warning(FileLine where, std::string message);
  void notice(FileLine where, std::string message);

  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t count(Severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace facteur
