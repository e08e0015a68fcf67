#include "bot/language.h"

#include <algorithm>
#include <array>
#include <bit>

#include "bot/reading.h"

namespace facteur {
namespace {

constexpr std::size_t most_languages = 32;
constexpr int shared_word = 1;  // a word that other languages have too says little
constexpr int own_word = 4;
constexpr int own_pattern = 3;

// Whether the word is part of a domain's name: "ordi amicus" is in no language.
bool is_name(const Reading& reading, std::size_t token) {
  return std::any_of(reading.domains.begin(), reading.domains.end(),
                     [&](const DomainMention& mention) { return mention.begin <= token && token < mention.end; });
}

// Whether patterns of several languages are that word: "config".
bool is_shared(const KnownWord* word, const Knowledge& knowledge) {
  if (word == nullptr) return false;
  std::optional<LanguageId> first;
  for (const std::uint32_t pattern : word->patterns) {
    const auto language = knowledge.patterns[pattern].language;
    if (language && first && *first != *language) return true;
    if (language) first = language;
  }
  return false;
}

// What stands between quotation marks: a screen's words.
std::vector<Span> quotations(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{{{"\"", "\""}, {"«", "»"}, {"“", "”"}}};
  std::vector<Span> found;
  for (const auto& [opening, closing] : marks) {
    for (std::size_t begin = text.find(opening); begin != std::string_view::npos;) {
      const std::size_t end = text.find(closing, begin + opening.size());
      if (end == std::string_view::npos) break;
      found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = text.find(opening, end + closing.size());
    }
  }
  return found;
}

using Scores = std::array<int, most_languages>;

// Of the words that stand in none of these.
void score_words(const Reading& reading, const std::vector<Span>& quoted, Scores& scores) {
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const KnownWord* known = reading.tokens[token].known;
    if (known == nullptr || known->languages == 0 || is_name(reading, token)) continue;
    const std::uint32_t place = reading.tokens[token].span.begin;
    const auto holds = [&](const Span& span) { return span.begin < place && place < span.end; };
    if (std::any_of(quoted.begin(), quoted.end(), holds)) continue;
    const int worth = std::has_single_bit(known->languages) ? own_word : shared_word;
    for (std::uint32_t left = known->languages; left != 0; left &= left - 1) {
      scores[static_cast<std::size_t>(std::countr_zero(left))] += worth;
    }
  }
}

// Whether the find is one word that tells nothing more: it has told already, or several languages have it, or it is a
// code, "0x800ccc0e", and in no language.
bool has_no_say(const Spot& spot, const Reading& reading, const Knowledge& knowledge) {
  if (spot.end - spot.begin > 1) return false;
  if (is_digit(reading.word(spot.begin).front())) return true;
  const KnownWord* word = reading.tokens[spot.begin].known;
  return (word != nullptr && word->languages != 0) || is_shared(word, knowledge);
}

void score_patterns(const Reading& reading, const Knowledge& knowledge, Scores& scores) {
  for (const Spot& spot : reading.spots) {
    const auto language = knowledge.patterns[spot.pattern].language;
    if (!language || has_no_say(spot, reading, knowledge) || is_name(reading, spot.begin)) continue;
    scores[*language] += own_pattern;
  }
}

// The one of the highest score, if only one has it.
std::optional<LanguageId> best_of(const Scores& scores, const Knowledge& knowledge) {
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

}  // namespace

std::optional<LanguageId> language_of(const Reading& reading, const Knowledge& knowledge) {
  const std::vector<Span> quoted = quotations(reading.folded);
  if (!quoted.empty()) {
    Scores of_the_asker{};
    score_words(reading, quoted, of_the_asker);
    if (const auto told = best_of(of_the_asker, knowledge)) return told;
  }
  Scores scores{};
  score_words(reading, {}, scores);
  score_patterns(reading, knowledge, scores);
  return best_of(scores, knowledge);
}

}  // namespace facteur
