#include "bot/talk.h"

#include <algorithm>
#include <optional>

namespace facteur {
namespace {

// Whether the cue stands anywhere but in what acknowledges: "never mind" denies nothing.
bool says_beside(Cue cue, const Evidence& whole) {
  const auto& spots = whole.spots();
  return std::any_of(spots.begin(), spots.end(), [&](const Spot& spot) {
    return is_cue(spot, cue) && std::none_of(spots.begin(), spots.end(), [&](const Spot& other) {
             return is_cue(other, Cue::acknowledge) && other.begin <= spot.begin && spot.end <= other.end;
           });
  });
}

// "Ok", "c'est fait", "bye": that takes note of an answer, and asks for nothing.
bool only_acknowledges(const Question& question, const Evidence& whole) {
  constexpr std::size_t few_words = 4;
  return question.parts.empty() && !question.domain && !question.client && whole.has(Cue::acknowledge) &&
         whole.words() <= few_words && whole.concepts().empty() && !whole.is_question() &&
         !whole.has_any(Cue::what, Cue::ask, Cue::how, Cue::follow, Cue::human, Cue::help) &&
         !says_beside(Cue::negation, whole);
}

// The language that is asked for: "English please"; none where several are.
std::optional<LanguageId> language_asked_for(const Evidence& whole) {
  constexpr std::size_t most_beside = 2;  // "can we speak French", but not "c'est écrit en anglais"
  std::optional<LanguageId> asked;
  for (const Spot& spot : whole.spots()) {
    const auto covered = static_cast<std::size_t>(spot.end - spot.begin);
    if (!is_cue(spot, Cue::in_language) || whole.words() > covered + most_beside) continue;
    const auto language = whole.knowledge().patterns[spot.pattern].language;
    if (asked && language != asked) return std::nullopt;
    asked = language;
  }
  return asked;
}

// Beside a question of ours, what is said of a language is rather a program's.
void turn_to_language(Question& question, const Evidence& whole) {
  const auto language = language_asked_for(whole);
  const bool of_program = question.client || whole.has(Cue::device);  // "my phone is in English"
  if (!language || of_program || !(question.parts.empty() || is_talk(question.intent()))) return;
  question.language = *language;
  question.language_is_told = true;
  if (!question.parts.empty()) return;
  question.asks_for_language = true;
  question.parts = {Part{.intent = Intent::greet}};
}

}  // namespace

void hear_talk(Question& question, const Evidence& whole) {
  if (question.is_of_another_subject) return;
  turn_to_language(question, whole);
  if (only_acknowledges(question, whole)) question.parts = {Part{.intent = Intent::thanks}};
}

}  // namespace facteur
