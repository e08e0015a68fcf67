// Reading and parsing a TOML file, whatever lies under its name and whatever its bytes are.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "knowledge/toml_file.h"

namespace facteur {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_dots = 8;  // in one key

// The file's bytes, or nothing after a complaint.
std::optional<std::string> read_bounded(const fs::path& path, const TomlSource& source, Diagnostics& diagnostics) {
  const FileLine where{source.shown, 0};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) {
    diagnostics.error(where, fmt::format("cannot be read: {}; expected a readable TOML file", error.message()));
    return std::nullopt;
  }
  if (!fs::is_regular_file(status)) {
    diagnostics.error(where, "is not a regular file; expected a TOML file");
    return std::nullopt;
  }
  const auto size = fs::file_size(path, error);
  if (!error && size > source.largest) {
    diagnostics.error(where, fmt::format("has {} bytes; expected at most {}", size, source.largest));
    return std::nullopt;
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    const std::string reason = errno == 0 ? "it ends early" : std::generic_category().message(errno);
    diagnostics.error(where, fmt::format("cannot be read: {}; expected a file that this user may read", reason));
    return std::nullopt;
  }
  return bytes;
}

// Steps over the string that begins at `at`, counting its lines; a string that doesn't end takes the rest of its line,
// or of the file.
std::size_t after_string(std::string_view toml, std::size_t at, std::uint32_t& line) {
  const char quote = toml[at];
  const std::string_view three = quote == '"' ? R"(""")" : "'''";
  const bool several_lines = toml.substr(at, 3) == three;
  at += several_lines ? 3 : 1;
  for (; at < toml.size(); ++at) {
    if (toml[at] == '\\' && quote == '"' && at + 1 < toml.size())
      ++at;
    else if (several_lines && toml.substr(at, 3) == three) {
      at += 3;
      // TOML 1.0: up to two quotes may stand just before the closing three.
      for (int more = 0; more < 2 && at < toml.size() && toml[at] == quote; ++more) ++at;
      return at;
    } else if (!several_lines && (toml[at] == quote || toml[at] == '\n')) {
      return toml[at] == quote ? at + 1 : at;
    }
    if (toml[at] == '\n') ++line;
  }
  return at;
}

// The line of a key such as a.a.a.a… of more parts than any of ours. toml++ 3.3 sets no limit to them, and takes down
// its tables by recursion: a hundred thousand parts would overflow the stack.
std::optional<std::uint32_t> line_of_deep_key(std::string_view toml) {
  std::uint32_t line = 1;
  std::size_t dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = after_string(toml, at, line);
      continue;
    }
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (c == '.' && ++dots > most_dots) return line;
    if (c == '\n') ++line;
    if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos) dots = 0;
    ++at;
  }
  return std::nullopt;
}

// What was expected, for the mistakes that toml++ names without saying so.
struct Hint {
  std::string_view said;
  std::string_view expected;
};
constexpr std::string_view a_value = "text in quotes, a number, true, false, [ … ] or { … }";
constexpr std::array<Hint, 7> hints{
    {{"invalid utf-8", "UTF-8 text"},
     {"unescaped control characters", "the closing quote on the same line, or ''' around several lines"},
     {"unknown escape sequence", "a pattern in single quotes, which take a backslash as it is"},
     {"could not determine value type", a_value},
     {"end-of-file", "an end to what was opened: a quote, three quotes, ] or }"},
     {"cannot redefine", "each key and each table once"},
     {"nested", "at most a few brackets within each other"}}};

// A word that begins as one of TOML's own does, such as tls or imap, is told to be that one misspelt.
bool is_about_a_bare_word(std::string_view said) {
  constexpr std::array<std::string_view, 4> words{"expected 'true'", "expected 'false'", "expected 'inf'",
                                                  "expected 'nan'"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return said.find(word) != std::string_view::npos; });
}

std::string complaint(std::string_view said) {
  if (is_about_a_bare_word(said)) return fmt::format("not TOML: a word without quotes; expected {}", a_value);
  if (said.find("expected") != std::string_view::npos && said.find("unexpected") == std::string_view::npos) {
    return fmt::format("not TOML: {}", said);
  }
  const auto* hint = std::find_if(hints.begin(), hints.end(),
                                  [&](const Hint& each) { return said.find(each.said) != std::string_view::npos; });
  return fmt::format("not TOML: {}; expected {}", said,
                     hint == hints.end() ? "TOML 1.0 (https://toml.io)" : hint->expected);
}

}  // namespace

std::optional<toml::table> read_toml(const fs::path& path, const TomlSource& source, Diagnostics& diagnostics) {
  const auto bytes = read_bounded(path, source, diagnostics);
  if (!bytes) return std::nullopt;
  if (const auto nul = bytes->find('\0'); nul != std::string::npos) {
    const auto line = 1 + std::count(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    diagnostics.error({source.shown, static_cast<std::uint32_t>(line)}, "not TOML: a NUL byte; expected UTF-8 text");
    return std::nullopt;
  }
  if (const auto line = line_of_deep_key(*bytes)) {
    diagnostics.error({source.shown, *line},
                      fmt::format("a key has more than {} dots; expected a few parts", most_dots));
    return std::nullopt;
  }
  try {
    return toml::parse(*bytes);
  } catch (const toml::parse_error& error) {
    diagnostics.error({source.shown, error.source().begin.line}, complaint(error.description()));
    return std::nullopt;
  }
}

}  // namespace facteur
