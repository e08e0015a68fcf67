#include "bot/problems.h"

#include <algorithm>

namespace facteur {
namespace {

// How strongly a problem is told, and within how many words its cues stand.
struct Told {
  int strength = 0;
  int span = 0;
};

// Whether one of our domains, or a word for mail or a server, stands in the find or at most a word away.
bool is_near_mail(const Spot& spot, const Evidence& evidence) {
  constexpr int most_between = 1;
  const auto near = [&](std::uint16_t begin, std::uint16_t end) {
    return begin <= spot.end + most_between && spot.begin <= end + most_between;
  };
  const auto& domains = evidence.reading().domains;
  return std::any_of(domains.begin(), domains.end(),
                     [&](const DomainMention& mention) {
                       return !mention.candidates.empty() && near(mention.begin, mention.end);
                     }) ||
         std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& word) {
           return (is_cue(word, Cue::mail) || is_cue(word, Cue::server)) && near(word.begin, word.end);
         });
}

bool is_digits(const Reading& reading, std::size_t token) {
  return token < reading.tokens.size() && is_number(reading.word(token));
}

// "iOS 5.1.1": a program's version.
bool is_version(const Spot& spot, const Evidence& evidence) {
  return std::any_of(evidence.clients().begin(), evidence.clients().end(),
                     [&](const Spot& client) { return client.end == spot.begin; });
}

// "450-555-1234", "550 $": a number by itself names a problem only where something fails.
bool is_any_number(const Spot& spot, const Evidence& evidence) {
  const Reading& reading = evidence.reading();
  for (std::size_t token = spot.begin; token < spot.end; ++token) {
    if (!is_digits(reading, token)) return false;
  }
  if (spot.end - spot.begin > 1) return is_version(spot, evidence);
  constexpr std::size_t digits_of_a_telephone = 3;
  if (is_digits(reading, spot.end) && reading.word(spot.end).size() >= digits_of_a_telephone) return true;
  constexpr std::size_t few_words = 4;
  const auto elsewhere = [&](const Spot& other) { return other.end <= spot.begin || other.begin >= spot.end; };
  return evidence.words() > few_words && !evidence.has_any(Cue::trouble, Cue::cannot, Cue::negation, Cue::send) &&
         std::none_of(evidence.problems().begin(), evidence.problems().end(), elsewhere);
}

bool names(const Spot& spot, std::size_t problem, const Evidence& evidence) {
  return spot.meaning.index == problem && !is_any_number(spot, evidence) &&
         !(evidence.knowledge().problems[problem].near_mail && !is_near_mail(spot, evidence));
}

int strength_of_name(std::size_t problem, const Evidence& evidence) {
  int strength = 0;
  for (const Spot& spot : evidence.problems()) {
    if (names(spot, problem, evidence))
      strength = std::max(strength, ProblemFound::by_name + (spot.end - spot.begin > 1 ? 1 : 0));
  }
  constexpr int outweighing = 2;
  if (strength > 0 && evidence.knowledge().problems[problem].outweighs_settings) strength += outweighing;
  return strength;
}

Told told_by_cues(const Problem& problem, const Evidence& evidence) {
  constexpr int each_of_several = 3;
  Told best;
  if (!evidence.may_meet(problem)) return best;
  for (const When& when : problem.when) {
    const auto span = evidence.together(when);
    const std::size_t size = when.meanings.size();
    const int worth = size == 2 ? ProblemFound::by_two_cues : each_of_several * static_cast<int>(size);
    if (!span || worth < best.strength || (worth == best.strength && *span >= best.span)) continue;
    best = {worth, *span};
  }
  return best;
}

Told told(std::size_t problem, const Evidence& evidence) {
  const int name = strength_of_name(problem, evidence);
  const Told cues = told_by_cues(evidence.knowledge().problems[problem], evidence);
  const bool twice = name > 0 && cues.strength > 0;
  return {std::max(name, cues.strength) + (twice ? 1 : 0), cues.span};
}

}  // namespace

ProblemFound problem_in(const Evidence& evidence) {
  ProblemFound found;
  int nearest = 0;
  const bool asked = evidence.is_question() || evidence.has_any(Cue::how, Cue::whether);
  const bool of_program = !evidence.clients().empty() || evidence.has(Cue::device);
  for (std::size_t index = 0; index < evidence.knowledge().problems.size(); ++index) {
    const Problem& problem = evidence.knowledge().problems[index];
    if ((asked && problem.told_only) || (of_program && problem.of_no_program)) continue;
    const auto [strength, span] = told(index, evidence);
    const bool closer = strength == found.strength && span < nearest;  // "can't send, receiving is fine"
    if (strength == 0 || (strength <= found.strength && !closer)) continue;
    found = {static_cast<std::uint16_t>(index), strength};
    nearest = span;
  }
  return found;
}

}  // namespace facteur
