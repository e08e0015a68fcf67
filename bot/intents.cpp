#include "bot/intents.h"

#include <algorithm>
#include <array>

#include "bot/slots.h"

// Each intent has its own sum of reasons; the heaviest wins. A reason is worth 1 when it merely fits, 2 when it is
// usual for the intent, 3 and more when it hardly means anything else.

namespace facteur {
namespace {

// What several intents ask of the evidence, found once.
struct Facts {
  explicit Facts(const Evidence& evidence)
      : protocol(protocol_in(evidence)),
        found_fields(fields_in(evidence, protocol)),
        fields(found_fields.fields),
        comparison(comparison_in(evidence)),
        general_guide(general_guide_in(evidence)),
        problem(problem_in(evidence)),
        domain(evidence.domain() != nullptr),
        client(!evidence.clients().empty()),
        concepts(!evidence.concepts().empty()),
        mail(evidence.has_any(Cue::mail)),
        asked(evidence.has_any(Cue::ask, Cue::what) || evidence.is_question()) {
    for (const Spot& spot : evidence.concepts()) {
      const Concept& topic = evidence.concept_of(spot);
      technical = technical || topic.protocol || topic.direction || topic.field;
      sided = sided || topic.direction;
    }
  }

  std::optional<Protocol> protocol;
  FieldsFound found_fields;
  const std::vector<Field>& fields;
  std::optional<std::uint16_t> comparison;
  std::optional<std::uint16_t> general_guide;
  ProblemFound problem;
  bool domain;
  bool client;
  bool concepts;
  bool mail;
  bool asked;
  bool technical = false;  // a concept that a setting has: protocol, direction, field
  bool sided = false;
};

bool compares_protocols(const Facts& facts, const Evidence& evidence) {
  if (!facts.comparison) return false;
  const auto& compared = evidence.knowledge().concepts[*facts.comparison].compares;
  return std::all_of(compared.begin(), compared.end(),
                     [&](std::uint16_t index) { return evidence.knowledge().concepts[index].protocol.has_value(); });
}

// Whether the message reports that something fails, rather than asking what to fill in.
bool states_trouble(const Facts& facts, const Evidence& evidence) {
  constexpr int named = 6;
  if (facts.problem.strength >= named) return true;
  if (evidence.has(Cue::settings)) return false;
  return facts.problem.strength > 0 && (evidence.has_any(Cue::trouble, Cue::cannot) || !evidence.has(Cue::ask));
}

int weigh_settings(const Facts& facts, const Evidence& evidence) {
  int weight = 0;
  const bool settings = evidence.has(Cue::settings);
  const bool value = evidence.has_any(Cue::ask, Cue::mine);
  const bool explains = evidence.has(Cue::explain);
  if (facts.domain) weight += 2;
  if (facts.domain && (facts.technical || settings)) weight += 2;
  if (facts.domain && facts.asked) weight += 1;
  if (settings) weight += explains ? 0 : 1;
  if (settings && !explains &&
      (facts.technical || facts.mail || facts.client || evidence.has_any(Cue::server, Cue::account)))
    weight += 2;
  if (settings && facts.technical && evidence.has(Cue::what)) weight += 2;
  if (!facts.fields.empty()) weight += value ? 2 : evidence.has(Cue::what) ? 1 : 0;
  if (!facts.fields.empty() && evidence.has(Cue::mine)) weight += 1;
  if (!facts.fields.empty() && (facts.protocol || facts.sided)) weight += 1;
  if (!facts.fields.empty() && facts.fields.front() != Field::security && facts.protocol && facts.asked) weight += 1;
  if (!evidence.reading().domains.empty() && facts.comparison && !compares_protocols(facts, evidence)) weight += 3;
  constexpr std::size_t few_words = 6;
  const bool bare = evidence.words() <= few_words && !explains && !evidence.has(Cue::what);
  if (bare && !facts.fields.empty() && facts.fields.front() != Field::security) weight += 2;
  if (explains && !facts.domain) weight -= 2;
  if (compares_protocols(facts, evidence) && !settings && evidence.has_any(Cue::alternative, Cue::advise, Cue::compare))
    weight -= 4;
  if (states_trouble(facts, evidence)) weight -= 3;
  return weight;
}

int weigh_explain(const Facts& facts, const Evidence& evidence) {
  if (!facts.concepts && evidence.comparisons().empty()) return 0;
  int weight = 1;
  if (evidence.has(Cue::explain)) weight += facts.domain ? 2 : 4;
  if (evidence.has(Cue::what)) weight += facts.domain || evidence.near(Cue::what, Cue::mine, 3) ? 0 : 3;
  constexpr std::size_t few_words = 3;
  if (evidence.words() <= few_words && !facts.domain) weight += 1;
  if (facts.fields.size() == 1 && facts.protocol && facts.fields.front() != Field::host && !evidence.has(Cue::explain))
    weight -= 2;
  return weight;
}

int weigh_compare(const Facts& facts, const Evidence& evidence) {
  int weight = 0;
  const bool choosing = evidence.has_any(Cue::compare, Cue::advise);
  const bool protocols = compares_protocols(facts, evidence);
  if (facts.comparison) {
    if (choosing)
      weight += 5;
    else if (evidence.has_any(Cue::alternative))
      weight += 4;
    else if (!evidence.comparisons().empty())
      weight += 2;
    if (protocols && evidence.near(Cue::alternative, Cue::alternative, 0)) weight += 1;
    if (!protocols && (facts.domain || (!choosing && !evidence.reading().domains.empty()))) weight -= 3;
    if (evidence.has(Cue::settings) && !choosing && !evidence.has(Cue::alternative)) weight -= 2;
    if (evidence.has(Cue::both)) weight += 1;
  } else if (facts.protocol && facts.protocol != Protocol::smtp && evidence.has_any(Cue::advise, Cue::compare)) {
    weight += evidence.has(Cue::change) ? 6 : evidence.has(Cue::compare) ? 4 : 2;
  } else if (facts.concepts && evidence.has(Cue::compare) && !facts.domain) {
    weight += 3;
  }
  return weight;
}

int weigh_guide(const Facts& facts, const Evidence& evidence) {
  if (facts.general_guide) return evidence.has(Cue::how) ? 8 : 6;
  int weight = 0;
  const bool target = facts.client || evidence.has(Cue::device);
  const bool object = facts.mail || evidence.has(Cue::account) || facts.domain;
  if (evidence.has(Cue::set_up) && (target || object)) weight += 3;
  if (evidence.has(Cue::put) && object && target) weight += 3;
  if (evidence.has(Cue::how) && (target || object) && weight > 0) weight += 2;
  if (evidence.has(Cue::how) && weight == 0 && facts.client) weight += 3;
  if (facts.client && weight > 0) weight += 1;
  if (!facts.fields.empty() && facts.asked && !evidence.has(Cue::how)) weight -= 2;
  if (evidence.has(Cue::settings) && !evidence.has_any(Cue::how, Cue::put)) weight -= 1;
  return weight;
}

int weigh_troubleshoot(const Facts& facts, const Evidence& evidence) {
  int weight = facts.problem.strength > 0 ? facts.problem.strength + 1 : 0;
  const bool about_mail = facts.mail || facts.client || facts.technical || facts.domain ||
                          evidence.has_any(Cue::account, Cue::connect, Cue::send, Cue::receive, Cue::message);
  if (evidence.has_any(Cue::trouble, Cue::cannot)) weight += about_mail ? 3 : 1;
  if (evidence.has(Cue::trouble) && evidence.has(Cue::cannot)) weight += 1;
  if (evidence.has(Cue::cannot) && evidence.has(Cue::set_up) && facts.problem.strength < 6) weight -= 2;
  if (evidence.has(Cue::explain) && facts.concepts && facts.problem.strength < 6) weight -= 2;
  if (!facts.fields.empty() && evidence.has(Cue::ask) && facts.problem.strength < 6 && !evidence.has(Cue::cannot))
    weight -= 1;
  return weight;
}

int weigh_talk(const Evidence& evidence, Intent intent) {
  const bool short_message = evidence.words() <= 16;
  switch (intent) {
    case Intent::human:
      return evidence.has(Cue::human) ? 7 : 0;
    case Intent::help:
      return evidence.has(Cue::help) && short_message && !evidence.has(Cue::thanks) ? 3 : 0;
    case Intent::thanks:
      return evidence.has(Cue::thanks) ? 2 : 0;
    case Intent::greet:
      return evidence.has(Cue::greet) && short_message ? 2 : 0;
    default:
      return 0;
  }
}

// In the order in which a tie is decided.
constexpr std::array<Intent, 9> by_precedence{Intent::human,        Intent::compare, Intent::settings,
                                              Intent::troubleshoot, Intent::guide,   Intent::explain,
                                              Intent::help,         Intent::thanks,  Intent::greet};

int weight_of(Intent intent, const Facts& facts, const Evidence& evidence) {
  switch (intent) {
    case Intent::settings:
      return weigh_settings(facts, evidence);
    case Intent::explain:
      return weigh_explain(facts, evidence);
    case Intent::compare:
      return weigh_compare(facts, evidence);
    case Intent::guide:
      return weigh_guide(facts, evidence);
    case Intent::troubleshoot:
      return weigh_troubleshoot(facts, evidence);
    case Intent::human:
    case Intent::help:
    case Intent::thanks:
    case Intent::greet:
      return weigh_talk(evidence, intent);
    case Intent::none:
      return 0;
  }
  return 0;
}

void fill_part(Part& part, const Facts& facts, const Evidence& evidence) {
  part.concepts = concepts_in(evidence);
  if (facts.comparison && part.intent != Intent::explain) part.concepts.push_back(*facts.comparison);
  part.protocol = facts.protocol;
  // Kept for every intent: a follow-up may turn out to be about settings.
  part.fields = facts.fields;
  part.host_is_implied = facts.found_fields.host_is_implied;
  part.direction = direction_in(evidence, facts.fields, facts.protocol);
  if (part.intent == Intent::guide) part.guide = facts.general_guide;
  if (part.intent == Intent::troubleshoot) part.problem = facts.problem.problem;
}

}  // namespace

std::vector<std::pair<Intent, int>> weights_of(const Evidence& evidence) {
  const Facts facts(evidence);
  std::vector<std::pair<Intent, int>> weights;
  for (const Intent intent : by_precedence) weights.emplace_back(intent, weight_of(intent, facts, evidence));
  return weights;
}

Weighed weigh(const Evidence& evidence) {
  const Facts facts(evidence);
  Weighed heaviest;
  for (const Intent intent : by_precedence) {
    const int weight = weight_of(intent, facts, evidence);
    if (weight > heaviest.weight)
      heaviest = {
          {.intent = intent, .protocol = {}, .direction = {}, .fields = {}, .concepts = {}, .guide = {}, .problem = {}},
          weight};
  }
  if (heaviest.weight < least_weight) heaviest.part.intent = Intent::none;
  fill_part(heaviest.part, facts, evidence);
  return heaviest;
}

}  // namespace facteur
