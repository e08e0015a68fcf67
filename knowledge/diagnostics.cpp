#include "knowledge/diagnostics.h"

#include <fmt/format.h>

namespace facteur {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::notice:
      return "notice";
  }
  return {};
}

constexpr std::size_t most_kept = 1000;
constexpr std::size_t longest_quote = 80;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// What would move a terminal's cursor, colour it or break the line becomes a space: ASCII's controls and, in UTF-8,
// C1's.
std::string in_one_line(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && is_continuation(text[i + 1]) &&
                    static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) text[i + 1] = ' ';
    if (c1 || byte < 0x20 || byte == 0x7F) text[i] = ' ';
  }
  return text;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const FileLine& where = diagnostic.where;
  const std::string line = where.line == 0 ? "" : fmt::format(":{}", where.line);
  return in_one_line(fmt::format("{}{}: {}: {}", where.file, line, name_of(diagnostic.severity), diagnostic.message));
}

std::string shown(std::string_view text) {
  if (text.size() <= longest_quote) return std::string(text);
  std::size_t end = longest_quote;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::size_t before = counts_[static_cast<std::size_t>(diagnostic.severity)]++;
  if (before > most_kept) return;
  if (before == most_kept) diagnostic.message = "and more; those above are the first thousand";
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(FileLine where, std::string message) {
  add({Severity::error, std::move(where), std::move(message)});
}

void Diagnostics::warning(FileLine where, std::string message) {
  add({Severity::warning, std::move(where), std::move(message)});
}

void Diagnostics::notice(FileLine where, std::string message) {
  add({Severity::notice, std::move(where), std::move(message)});
}

std::size_t Diagnostics::count(Severity severity) const { return counts_[static_cast<std::size_t>(severity)]; }

}  // namespace facteur
