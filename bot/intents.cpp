#include "bot/intents.h"

#include <algorithm>
#include <cmath>

#include "bot/facts.h"
#include "bot/parts.h"
#include "bot/slots.h"
#include "bot/words.h"

namespace facteur {
namespace {

bool names_mail(const Evidence& evidence) {
  return evidence.has_any(Cue::mail, Cue::account, Cue::server, Cue::settings, Cue::message);
}

// Whether a value may be asked for: not by "my password is …" alone.
bool asks_value(const Facts& facts, const Evidence& evidence) {
  if (facts.domain) return true;
  if (evidence.only_states() && evidence.reading().holds_password) return false;
  return facts.technical || facts.client || names_mail(evidence) || (facts.concepts && !evidence.only_states());
}

// Whether a meaning may be asked for: not by a statement, but for "imap".
bool asks_meaning(const Evidence& evidence) {
  constexpr std::size_t few_words = 3;
  return !evidence.only_states() || evidence.has(Cue::whether) || evidence.words() <= few_words;
}

// Whether the sides of a comparison may be weighed up: "POP, not IMAP" says which one it is.
bool weighs_up(const Facts& facts, const Evidence& evidence) {
  if (evidence.has_any(Cue::compare, Cue::advise, Cue::alternative) || !evidence.comparisons().empty()) return true;
  return !evidence.only_states() && !facts.general_guide;  // "from POP to IMAP" has a guide of its own
}

// "993 without SSL?", "is nplus down?": whatever is named beside it.
bool is_outweighed(const Facts& facts, const Evidence& evidence) {
  return facts.problem.strength >= ProblemFound::by_name && !evidence.has(Cue::alternative) &&
         evidence.knowledge().problems[*facts.problem.problem].outweighs_settings;
}

// "Google is ending POP in Gmail, what do I do" is about a trouble: all tells of it, and nothing of a set-up.
bool sets_something_up(const Facts& facts, const Evidence& evidence) {
  if (facts.problem.strength > ProblemFound::certain && !evidence.has(Cue::set_up)) return false;
  const bool object = facts.domain || facts.concepts || facts.client || names_mail(evidence);
  const bool deed = evidence.has_any(Cue::set_up, Cue::how, Cue::put, Cue::change, Cue::device);
  return facts.general_guide || (object && (deed || facts.client));
}

// Whether the message holds what the intent is about, however likely its signs make it: a comparison needs sides.
bool is_possible(Intent intent, const Facts& facts, const Evidence& evidence) {
  const bool concepts = facts.concepts || !evidence.comparisons().empty();
  switch (intent) {
    case Intent::settings:
      return asks_value(facts, evidence) && !is_outweighed(facts, evidence);
    case Intent::explain:
      return concepts && asks_meaning(evidence);
    case Intent::compare:
      return concepts && weighs_up(facts, evidence);
    case Intent::guide:
      return sets_something_up(facts, evidence) && !is_outweighed(facts, evidence);
    case Intent::troubleshoot:
      return facts.problem.problem || evidence.has_any(Cue::trouble, Cue::cannot) ||
             (evidence.has(Cue::negation) &&
              (facts.client || names_mail(evidence) || evidence.has_any(Cue::send, Cue::receive, Cue::connect)));
    case Intent::greet:
      return evidence.has(Cue::greet);
    case Intent::thanks:
      return evidence.has(Cue::thanks);
    case Intent::help:
      return evidence.has(Cue::help);
    case Intent::human:
      return evidence.has(Cue::human);
    case Intent::none:
      break;
  }
  return false;
}

void fill_part(Part& part, const Facts& facts, const Evidence& evidence) {
  part.concepts = concepts_in(evidence);
  if (facts.comparison && part.intent == Intent::compare)
    add_once(part.concepts, evidence.knowledge().concepts[*facts.comparison].compares);
  if (facts.comparison && part.intent != Intent::explain) part.concepts.push_back(*facts.comparison);
  part.protocol = protocol_of_account(evidence);
  // Kept for every intent: a follow-up may turn out to be about settings.
  part.fields = facts.found_fields.fields;
  part.host_is_implied = facts.found_fields.host_is_implied;
  part.direction = direction_in(evidence, facts.found_fields.fields, facts.protocol);
  part.proposals = facts.proposals;
  if (part.intent == Intent::guide) part.guide = facts.general_guide;
  if (part.intent == Intent::troubleshoot) {
    part.problem = facts.problem.problem;
    if (!part.direction) part.direction = side_that_fails(evidence);
  }
}

// How likely an intent must be to be taken for the one that is meant; more where nothing asks, but for "imap".
int enough(const Evidence& evidence) {
  constexpr std::size_t few_words = 2;
  constexpr int of_a_question = 30;
  constexpr int of_a_statement = 45;
  return evidence.only_states() && evidence.words() > few_words ? of_a_statement : of_a_question;
}

}  // namespace

Likelihoods likelihoods(const Signs& signs, const Facts& facts, const Evidence& evidence) {
  const SignWeights& weights = sign_weights();
  std::array<int, intent_count> sums{};
  std::copy(weights.back().begin(), weights.back().end(), sums.begin());
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    if (!signs.test(sign)) continue;
    for (std::size_t intent = 0; intent < intent_count; ++intent) sums[intent] += weights[sign][intent];
  }
  for (const WordWeights* word : evidence.weighed_words()) {
    for (std::size_t intent = 0; intent < intent_count; ++intent) sums[intent] += word->intents[intent];
  }
  // Softmax over those that are possible; the greatest sum is taken off, so that no power overflows.
  const int greatest = *std::max_element(sums.begin(), sums.end());
  std::array<float, intent_count> powers{};
  float all = 0;
  for (std::size_t intent = 0; intent < intent_count; ++intent) {
    if (!is_possible(static_cast<Intent>(intent), facts, evidence)) continue;
    powers[intent] = std::exp(static_cast<float>(sums[intent] - greatest) / 100);
    all += powers[intent];
  }
  Likelihoods percent{};
  for (std::size_t intent = 0; intent < intent_count && all > 0; ++intent)
    percent[intent] = static_cast<int>(std::lround(100 * powers[intent] / all));
  return percent;
}

Weighed weigh(const Evidence& evidence) {
  const Facts facts(evidence);
  Weighed weighed;
  weighed.signs = signs_of(facts, evidence);
  weighed.percent = likelihoods(weighed.signs, facts, evidence);
  const auto* const likeliest = std::max_element(weighed.percent.begin(), weighed.percent.end());
  weighed.likelihood = *likeliest;
  if (*likeliest >= enough(evidence))
    weighed.part.intent = static_cast<Intent>(likeliest - weighed.percent.begin());
  else if (facts.domain || facts.host)  // an account that is named and nothing else is named for its settings
    weighed.part.intent = Intent::settings;
  fill_part(weighed.part, facts, evidence);
  return weighed;
}

}  // namespace facteur
