#include "bot/language.h"

#include <array>
#include <bit>

#include "bot/reading.h"

namespace facteur {
namespace {

constexpr std::size_t most_languages = 32;
constexpr int shared_word = 1;  // a word that other languages have too says little
constexpr int own_word = 4;
constexpr int own_pattern = 3;

}  // namespace

std::optional<LanguageId> language_of(const Reading& reading, const Knowledge& knowledge) {
  std::array<int, most_languages> scores{};
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const KnownWord* known = reading.tokens[token].known;
    if (known == nullptr || known->languages == 0) continue;
    const int worth = std::has_single_bit(known->languages) ? own_word : shared_word;
    for (LanguageId language = 0; language < most_languages; ++language) {
      if (known->is_function_word_of(language)) scores[language] += worth;
    }
  }
  for (const Spot& spot : reading.spots) {
    const KnownWord* word = reading.tokens[spot.begin].known;
    if (spot.end - spot.begin == 1 && word != nullptr && word->languages != 0) continue;  // it has told already
    const PatternInfo& pattern = knowledge.patterns[spot.pattern];
    if (pattern.language) scores[*pattern.language] += own_pattern;
  }
  std::optional<LanguageId> best;
  int best_score = 0;
  for (LanguageId language = 0; language < knowledge.languages.size() && language < most_languages; ++language) {
    if (scores[language] == best_score) best.reset();
    if (scores[language] <= best_score) continue;
    best = language;
    best_score = scores[language];
  }
  return best;
}

}  // namespace facteur
