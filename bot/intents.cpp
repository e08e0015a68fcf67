#include "bot/intents.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "bot/facts.h"
#include "bot/parts.h"

// Each intent has its own sum of reasons; the heaviest wins. A reason is worth 1 when it merely fits, 2 when it is
// usual for the intent, 3 and more when it hardly means anything else.

namespace facteur {
namespace {

// One reason for an intent, or with a negative worth against it.
struct Reason {
  bool holds;
  int worth;
};

int sum(std::initializer_list<Reason> reasons) {
  int weight = 0;
  for (const Reason& reason : reasons) weight += reason.holds ? reason.worth : 0;
  return weight;
}

int weigh_settings(const Facts& facts, const Evidence& evidence) {
  constexpr std::size_t few_words = 6;
  constexpr std::size_t few_alone = 2;  // "settings?"
  const bool settings = facts.wants_settings;
  const bool wanted = settings && !evidence.has(Cue::explain);
  const bool explains = evidence.has(Cue::explain);
  const bool what = evidence.has(Cue::what);
  const bool mine = evidence.has(Cue::mine);
  const bool yes_or_no = facts.only_protocol && evidence.has(Cue::whether);
  const bool value = evidence.has_any(Cue::ask, Cue::mine) && !yes_or_no;
  const bool field = !facts.found_fields.fields.empty();
  const bool own_field = field && facts.found_fields.fields.front() != Field::security;
  const bool bare = evidence.words() <= few_words && !explains && !what;
  const bool about_mail = facts.technical || facts.mail || facts.client || evidence.has_any(Cue::server, Cue::account);
  const bool between_protocols = facts.compares_protocols;
  return sum({
      {facts.domain, 2},
      {facts.domain && (facts.technical || settings), 2},
      {facts.domain && facts.asked, 1},
      {wanted, evidence.words() <= few_alone ? 2 : 1},
      {wanted && about_mail, 2},
      {wanted && !about_mail && evidence.near(Cue::mine, Cue::settings, 1), 2},
      {settings && facts.technical && what, 2},
      {field && value, 2},
      {field && !value && what, 1},
      {field && mine, 1},
      {field && (facts.protocol || facts.sided), 1},
      {own_field && facts.protocol && facts.asked && !yes_or_no, 1},
      {facts.chooses_security, 3},
      {own_field && bare, 2},
      {!evidence.reading().domains.empty() && facts.comparison && !between_protocols, 3},
      {explains && !facts.domain, -2},
      {between_protocols && !settings && evidence.has_any(Cue::alternative, Cue::advise, Cue::compare), -4},
      {facts.states_trouble, -3},
      {evidence.has(Cue::trouble) && !facts.asked, -2},
  });
}

// "What is SMTP?": the question is of the protocol itself, not of a server's value.
bool asks_of_a_protocol(const Evidence& evidence) {
  if (evidence.has_any(Cue::server, Cue::settings)) return false;
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& topic) {
    return evidence.concept_of(topic).protocol && evidence.follows(Cue::what, topic);
  });
}

// "What's a security certificate?": the words that ask for a meaning stand just before what is meant.
bool explains_a_concept(const Evidence& evidence) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                     [&](const Spot& topic) { return evidence.follows(Cue::explain, topic); });
}

int weigh_explain(const Facts& facts, const Evidence& evidence) {
  if (!facts.concepts && evidence.comparisons().empty()) return 0;
  constexpr std::size_t few_words = 3;
  const bool explains = evidence.has(Cue::explain);
  const bool of_a_protocol = asks_of_a_protocol(evidence);
  const bool what =
      evidence.has(Cue::what) && !facts.domain && (of_a_protocol || !evidence.near(Cue::what, Cue::mine, 3));
  // "Where is the webmail?": nothing is to be set up, so what it is tells.
  const bool how = facts.telling && evidence.has(Cue::how) && !facts.client && !facts.domain;
  const bool sets_up = evidence.has_any(Cue::set_up, Cue::settings, Cue::trouble, Cue::cannot);
  const bool weighs_up = evidence.has_any(Cue::change, Cue::advise, Cue::compare, Cue::alternative);
  const bool one_value =
      facts.found_fields.fields.size() == 1 && facts.protocol && facts.found_fields.fields.front() != Field::host;
  return sum({
      {true, 1},
      {explains, facts.domain ? 2 : 4},
      {what, 3},
      {how && !sets_up && !explains && !what, 2},
      {facts.only_protocol && evidence.has(Cue::whether) && !sets_up && !weighs_up, 3},
      {what && of_a_protocol, evidence.has(Cue::mine) ? 3 : 1},
      {evidence.words() <= few_words && !facts.domain, 1},
      {explains && !facts.domain && explains_a_concept(evidence), 2},
      {one_value && !explains, -2},
      {explains && facts.comparison && evidence.has(Cue::compare), -4},
  });
}

int weigh_comparison(const Facts& facts, const Evidence& evidence) {
  const bool choosing = evidence.has_any(Cue::compare, Cue::advise);
  const bool alternative = evidence.has(Cue::alternative);
  const bool protocols = facts.compares_protocols;
  const bool of_an_account = facts.domain || (!choosing && !evidence.reading().domains.empty());
  return sum({
      {choosing, 5},
      {!choosing && alternative, 4},
      {!choosing && !alternative && !evidence.comparisons().empty(), 2},
      {protocols && evidence.near(Cue::alternative, Cue::alternative, 0), 1},
      {!protocols && of_an_account, -3},
      {facts.chooses_security && !of_an_account, -3},
      {evidence.has(Cue::settings) && !choosing && !alternative, -2},
      {protocols && !facts.domain && !facts.problem.problem && (facts.asked || evidence.has(Cue::explain)), 3},
      {protocols && (choosing || alternative) && !evidence.has(Cue::settings), 3},
      {evidence.has(Cue::both), 1},
  });
}

int weigh_compare(const Facts& facts, const Evidence& evidence) {
  if (facts.comparison) return weigh_comparison(facts, evidence);
  const bool compare = evidence.has(Cue::compare);
  const bool incoming_protocol = facts.protocol && facts.protocol != Protocol::smtp;
  if (incoming_protocol && (compare || evidence.has(Cue::advise)))
    return evidence.has(Cue::change) ? 6 : compare ? 4 : 2;
  if (!facts.concepts || !compare || facts.domain) return 0;
  return evidence.concepts().size() > 1 ? 6 : 3;
}

int weigh_guide(const Facts& facts, const Evidence& evidence) {
  const bool how = evidence.has(Cue::how);
  if (facts.general_guide) return how ? 8 : 6;
  const bool target = facts.client || evidence.has(Cue::device);
  const bool object = facts.mail || evidence.has(Cue::account) || facts.domain || (how && facts.protocol);
  // "hi, email on samsung?"
  constexpr std::size_t few_words = 6;
  const bool bare = evidence.words() <= few_words && facts.client && !facts.technical && !evidence.has(Cue::settings) &&
                    !evidence.has_any(Cue::trouble, Cue::cannot, Cue::negation, Cue::elsewhere, Cue::programming);
  const int set_up = sum({
      {evidence.has(Cue::set_up) && (target || object), 3},
      {evidence.has(Cue::put) && object && target, 3},
  });
  return set_up + sum({
                      {how && set_up > 0, 2},
                      {how && set_up == 0 && facts.client, 3},
                      {how && set_up == 0 && !facts.client && evidence.has(Cue::change) && facts.mail, 3},
                      {set_up == 0 && !how && target && object && bare, 3},
                      {facts.client && (set_up > 0 || how), 1},
                      {!facts.found_fields.fields.empty() && facts.asked && !how, -3},
                      {evidence.has(Cue::settings) && !evidence.has_any(Cue::how, Cue::put), -1},
                  });
}

int weigh_troubleshoot(const Facts& facts, const Evidence& evidence) {
  constexpr int named = 6;
  constexpr std::size_t few_words = 4;
  const bool trouble = evidence.has(Cue::trouble);
  const bool cannot = evidence.has(Cue::cannot);
  const bool unnamed = facts.problem.strength < named;
  const bool alone = evidence.words() <= few_words;  // "ça marche pas"
  const bool about_mail = facts.mail || facts.client || facts.technical || facts.domain ||
                          evidence.has_any(Cue::account, Cue::connect, Cue::send, Cue::receive, Cue::message);
  return sum({
      {facts.problem.strength > 0, facts.problem.strength + 1},
      {trouble || cannot, about_mail ? 3 : 1},
      {(trouble || cannot) && !about_mail && alone, 1},
      {trouble && cannot, 1},
      {cannot && evidence.has(Cue::set_up) && unnamed, -2},
      {evidence.has(Cue::explain) && facts.concepts && unnamed, -2},
      {!facts.found_fields.fields.empty() && evidence.has(Cue::ask) && unnamed && !cannot, -1},
  });
}

bool says_nothing_else(const Evidence& thanks) {
  return thanks.only_states() && thanks.domain() == nullptr && !thanks.has_any(Cue::trouble, Cue::cannot);
}

int weigh_talk(const Evidence& evidence, Intent intent) {
  const bool short_message = evidence.words() <= 16;
  switch (intent) {
    case Intent::human:
      return evidence.has(Cue::human) ? 7 : 0;
    case Intent::help:
      return evidence.has(Cue::help) && short_message && !evidence.has(Cue::thanks) ? 3 : 0;
    case Intent::thanks:
      return !evidence.has(Cue::thanks) ? 0 : says_nothing_else(evidence) ? 4 : 2;
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
  if (facts.comparison && part.intent == Intent::compare)
    add_once(part.concepts, evidence.knowledge().concepts[*facts.comparison].compares);
  if (facts.comparison && part.intent != Intent::explain) part.concepts.push_back(*facts.comparison);
  part.protocol = facts.protocol;
  // Kept for every intent: a follow-up may turn out to be about settings.
  part.fields = facts.found_fields.fields;
  part.host_is_implied = facts.found_fields.host_is_implied;
  part.direction = direction_in(evidence, facts.found_fields.fields, facts.protocol);
  if (part.intent == Intent::guide) part.guide = facts.general_guide;
  if (part.intent == Intent::troubleshoot) {
    part.problem = facts.problem.problem;
    if (!part.direction) part.direction = side_that_fails(evidence);
  }
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
