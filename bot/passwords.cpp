#include "bot/passwords.h"

#include <algorithm>
#include <vector>

#include "knowledge/fold.h"

namespace facteur {
namespace {

// Whether it mixes kinds of characters as passwords do, rather than being a word, a number or a domain.
bool looks_like_a_password(std::string_view text) {
  while (!text.empty() && std::string_view(".,;:!?)\"").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  constexpr std::string_view marks = "!#$%&*+=?^_@~";
  constexpr std::string_view separators = ".,;:/()";
  std::size_t letters = 0;  // what is neither a digit nor a sign counts as one
  std::size_t digits = 0;
  std::size_t others = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++digits;
    else if (marks.find(c) != std::string_view::npos)
      ++others;
    else if (separators.find(c) == std::string_view::npos)
      ++letters;
  }
  const std::size_t at = text.find('@');
  const bool address = at != std::string_view::npos && text.find('.', at) != std::string_view::npos && digits == 0;
  if (address) return false;
  return letters > 0 && (digits > 0 || others > 0) && letters + digits + others >= 6;
}

}  // namespace

bool holds_password(std::string_view folded, const Knowledge& knowledge) {
  thread_local std::vector<PatternSet::Hit> hits;
  hits.clear();
  knowledge.secrets.find(folded, hits);
  return std::any_of(hits.begin(), hits.end(), [&](const PatternSet::Hit& hit) {
    // The group ends where its pattern says; what is typed without a blank belongs to it.
    const std::size_t end = std::min(folded.find_first_of(" \n", hit.span.begin), folded.size());
    return looks_like_a_password(folded.substr(hit.span.begin, end - hit.span.begin));
  });
}

}  // namespace facteur
