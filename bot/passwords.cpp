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

// Whether it hardly can be anything else: "hunter2026!", but not "office365", "galaxys23" or "juin2026".
bool is_surely_a_password(std::string_view text) {
  constexpr std::string_view marks = "!#$%&*^~";
  constexpr std::ptrdiff_t least_letters = 3;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool marked = text.find_first_of(marks) != std::string_view::npos;
  const bool is_place = text.find_first_of("/:@") != std::string_view::npos;
  return marked && !is_place && std::any_of(text.begin(), text.end(), is_digit) &&
         std::count_if(text.begin(), text.end(), is_letter) >= least_letters && looks_like_a_password(text);
}

// The words between blanks; visit(word) says whether to go on.
template <typename Visit>
void each_word(std::string_view text, Visit visit) {
  constexpr std::string_view blanks = " \n";
  for (std::size_t begin = text.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
    if (!visit(text.substr(begin, end - begin))) return;
    begin = text.find_first_not_of(blanks, end);
  }
}

// "bob@nplus.ca / Hunter2026!", "bob@nplus.ca:Hunter2026!": an address, and what nobody else writes after one.
bool follows_an_address(std::string_view folded) {
  constexpr std::string_view signs = "/,;:|-=>";
  bool after_address = false;
  bool found = false;
  each_word(folded, [&](std::string_view word) {
    const bool is_address = word.starts_with('@');
    const std::size_t rest = std::min(word.find_first_not_of(signs, is_address ? 1 : 0), word.size());
    const std::string_view after = word.substr(rest);
    found = (after_address || (is_address && rest > 1)) && is_surely_a_password(after);
    after_address = is_address || (after_address && after.empty());
    return !found;
  });
  return found;
}

}  // namespace

bool is_a_password_alone(std::string_view folded) {
  constexpr int few_words = 5;
  int words = 0;
  bool found = false;
  each_word(folded, [&](std::string_view word) {
    found = found || is_surely_a_password(word);
    return ++words <= few_words;
  });
  return found && words <= few_words;
}

bool holds_password(std::string_view folded, const Knowledge& knowledge) {
  thread_local std::vector<PatternSet::Hit> hits;
  hits.clear();
  knowledge.secrets.find(folded, hits);
  return follows_an_address(folded) || std::any_of(hits.begin(), hits.end(), [&](const PatternSet::Hit& hit) {
           // The group ends where its pattern says; what is typed without a blank belongs to it.
           const std::size_t end = std::min(folded.find_first_of(" \n", hit.span.begin), folded.size());
           return looks_like_a_password(folded.substr(hit.span.begin, end - hit.span.begin));
         });
}

}  // namespace facteur
