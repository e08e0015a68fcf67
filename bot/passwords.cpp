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

// Whether it hardly can be anything else: "hunter2026!", but not "iphone14" or "0x800ccc0e".
bool is_surely_a_password(std::string_view text, const Knowledge& knowledge) {
  constexpr std::ptrdiff_t least_letters = 4;
  constexpr std::ptrdiff_t least_digits = 2;
  if (!looks_like_a_password(text) || text.starts_with("0x")) return false;
  if (text.find_first_of("./:@") != std::string_view::npos) return false;  // a place or a version
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::count_if(text.begin(), text.end(), is_letter) < least_letters) return false;
  if (std::count_if(text.begin(), text.end(), is_digit) < least_digits) return false;
  const auto rest = std::find_if_not(text.begin(), text.end(), is_letter);
  const KnownWord* known = knowledge.lexicon.find(text.substr(0, static_cast<std::size_t>(rest - text.begin())));
  return known == nullptr || known->patterns.empty();
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

// "bob@nplus.ca / Hunter2026!": an address, and what nobody else writes after one.
bool follows_an_address(std::string_view folded, const Knowledge& knowledge) {
  bool after_address = false;
  bool found = false;
  each_word(folded, [&](std::string_view word) {
    found = after_address && is_surely_a_password(word, knowledge);
    const bool is_sign = word.find_first_not_of("/,;:|-") == std::string_view::npos;
    after_address = word.starts_with('@') || (after_address && is_sign);
    return !found;
  });
  return found;
}

}  // namespace

bool is_a_password_alone(std::string_view folded, const Knowledge& knowledge) {
  constexpr int few_words = 3;
  int words = 0;
  bool found = false;
  each_word(folded, [&](std::string_view word) {
    found = found || is_surely_a_password(word, knowledge);
    return ++words <= few_words;
  });
  return found && words <= few_words;
}

bool holds_password(std::string_view folded, const Knowledge& knowledge) {
  thread_local std::vector<PatternSet::Hit> hits;
  hits.clear();
  knowledge.secrets.find(folded, hits);
  return follows_an_address(folded, knowledge) ||
         std::any_of(hits.begin(), hits.end(), [&](const PatternSet::Hit& hit) {
           // The group ends where its pattern says; what is typed without a blank belongs to it.
           const std::size_t end = std::min(folded.find_first_of(" \n", hit.span.begin), folded.size());
           return looks_like_a_password(folded.substr(hit.span.begin, end - hit.span.begin));
         });
}

}  // namespace facteur
