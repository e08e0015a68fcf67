#include "knowledge/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace facteur {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::notice: return "notice";
  }
  return {};
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const FileLine& where = diagnostic.where;
  const std::string line = where.line == 0 ? "" : fmt::format(":{}", where.line);
  return fmt::format("{}{}: {}: {}", where.file, line, name_of(diagnostic.severity), diagnostic.message);
}

void Diagnostics::error(FileLine where, std::string message) {
  all_.push_back({Severity::error, std::move(where), std::move(message)});
}

void Diagnostics::warning(FileLine where, std::string message) {
  all_.push_back({Severity::warning, std::move(where), std::move(message)});
}

void Diagnostics::notice(FileLine where, std::string message) {
  all_.push_back({Severity::notice, std::move(where), std::move(message)});
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.severity == severity;
  }));
}

}  // namespace facteur
