#include "bot/understand.h"

#include <algorithm>

#include "bot/evidence.h"
#include "bot/intents.h"
#include "bot/parts.h"
#include "bot/slots.h"
#include "bot/sureness.h"

namespace facteur {
namespace {

struct Clause {
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

bool begins_a_question(const Spot& spot) {
  return is_cue(spot, Cue::what) || is_cue(spot, Cue::how) || is_cue(spot, Cue::ask) || is_cue(spot, Cue::explain) ||
         is_cue(spot, Cue::compare) || is_cue(spot, Cue::advise);
}

// Whether a new question may begin at the token: after "et", "and" or a comma, with a question's opening within two
// words.
bool may_begin_clause(const Reading& reading, std::uint16_t token) {
  if (reading.tokens[token].sentence != reading.tokens[token - std::size_t{1}].sentence) return true;
  const bool joined = reading.tokens[token].after_comma || reading.tokens[token].after_break ||
                      std::any_of(reading.spots.begin(), reading.spots.end(),
                                  [&](const Spot& spot) { return is_cue(spot, Cue::joining) && spot.begin == token; });
  if (!joined) return false;
  const bool inside = std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.meaning.kind == Meaning::Kind::concept_ && spot.begin < token && token < spot.end;
  });
  if (inside) return false;
  return std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.begin >= token && spot.begin <= token + 2 && begins_a_question(spot);
  });
}

std::vector<Clause> clauses_of(const Reading& reading) {
  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  std::vector<Clause> clauses{{0, size}};
  for (std::uint16_t token = 1; token < size; ++token) {
    if (!may_begin_clause(reading, token)) continue;
    clauses.back().end = token;
    clauses.push_back({token, size});
  }
  return clauses;
}

bool is_talk(Intent intent) {
  return intent == Intent::greet || intent == Intent::thanks || intent == Intent::help || intent == Intent::none;
}

// A statement of settings beside a trouble isn't a question about them, nor is a mere "I am with …", or "I read it on
// my phone".
bool asks(const Weighed& weighed, const Evidence& clause) {
  if (weighed.part.intent == Intent::guide)
    return clause.has_any(Cue::how, Cue::ask, Cue::set_up) || clause.is_question();
  if (weighed.part.intent != Intent::settings) return true;
  const bool mere_domain =
      clause.concepts().empty() && !clause.has_any(Cue::settings, Cue::server, Cue::what, Cue::ask);
  if (mere_domain) return false;
  if (clause.has_any(Cue::ask, Cue::what, Cue::settings)) return true;
  if (weighed.part.host_is_implied && !clause.is_question()) return false;
  constexpr std::size_t few_words = 7;  // "username pour quebecinternet.net ?"
  return clause.words() <= few_words && !clause.has_any(Cue::trouble, Cue::cannot);
}

// The questions of the clauses that are complete by themselves.
std::vector<Part> parts_of_clauses(const std::vector<Clause>& clauses, const Reading& reading,
                                   const Knowledge& knowledge) {
  std::vector<Part> parts;
  for (const Clause& clause : clauses) {
    const Evidence evidence(reading, knowledge, clause.begin, clause.end);
    const Weighed weighed = weigh(evidence);
    if (weighed.weight < weight_of_a_question || is_talk(weighed.part.intent) || !asks(weighed, evidence)) continue;
    const auto same =
        std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.intent == weighed.part.intent; });
    if (same != parts.end()) {
      merge(*same, weighed.part);
      continue;
    }
    const bool after_explaining =
        !parts.empty() && parts.back().intent == Intent::explain && weighed.part.intent == Intent::settings;
    parts.push_back(after_explaining ? settings_of_explained(parts.back(), weighed.part, knowledge) : weighed.part);
  }
  return parts;
}

// A message leans on what came before when it says so ("et pour", "what about") or is too short to stand by itself.
Leaning leaning_of(const Evidence& whole, bool says_so) {
  constexpr std::size_t few_words = 4;
  constexpr std::size_t some_words = 9;
  if (says_so || whole.words() <= few_words) return Leaning::strong;
  return whole.words() <= some_words ? Leaning::weak : Leaning::none;
}

}  // namespace

Question understand(const Reading& reading, const Knowledge& knowledge) {
  Question question;
  question.language_is_told = reading.language.has_value();
  question.language = reading.language.value_or(knowledge.default_language());
  question.holds_password = reading.holds_password;

  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  const Evidence whole(reading, knowledge, 0, size);
  if (whole.domain() != nullptr) question.domain = *whole.domain();
  question.client = client_in(whole);
  Weighed weighed = weigh(whole);
  const std::vector<Clause> clauses = clauses_of(reading);
  std::vector<Part> parts;
  if (clauses.size() > 1) parts = parts_of_clauses(clauses, reading, knowledge);
  // Beside a question of what something is, the rest of the message only leads to it.
  const bool lone_explanation = parts.size() == 1 && !question.domain &&
                                (parts.front().intent == Intent::explain || parts.front().intent == Intent::compare);
  if (parts.size() > 1 || lone_explanation) {
    question.parts = std::move(parts);
  } else if (weighed.part.intent != Intent::none) {
    question.parts.push_back(std::move(weighed.part));
  } else {
    question.bare = std::move(weighed.part);
  }
  question.names_setting = !whole.concepts().empty();
  question.asks_whole = whole.has(Cue::settings);
  question.asks_meaning = whole.has(Cue::explain);
  question.compares = whole.has(Cue::compare);
  question.asks_what = whole.has(Cue::what);
  question.says_to_follow = std::any_of(whole.spots().begin(), whole.spots().end(),
                                        [](const Spot& spot) { return is_cue(spot, Cue::follow) && spot.begin <= 2; });
  question.leaning = leaning_of(whole, question.says_to_follow);
  question.sureness = sureness_of(whole, question);
  return question;
}

}  // namespace facteur
