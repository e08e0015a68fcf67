#include "bot/signs.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::count_);

constexpr std::array<std::string_view, static_cast<std::size_t>(Sign::count_)> names{"our_domain",
                                                                                     "other_domain",
                                                                                     "program",
                                                                                     "general_guide",
                                                                                     "technical",
                                                                                     "sided",
                                                                                     "telling",
                                                                                     "other_concept",
                                                                                     "protocol",
                                                                                     "only_protocol",
                                                                                     "field",
                                                                                     "fields",
                                                                                     "host",
                                                                                     "implied_host",
                                                                                     "compared",
                                                                                     "compared_protocols",
                                                                                     "compared_numbers",
                                                                                     "chosen_security",
                                                                                     "wanted_settings",
                                                                                     "explained_concept",
                                                                                     "asked_protocol",
                                                                                     "asked_value",
                                                                                     "any_such",
                                                                                     "this_one",
                                                                                     "only_talk",
                                                                                     "meaning_of_concept",
                                                                                     "value_of_account",
                                                                                     "settings_of_both",
                                                                                     "several_compared",
                                                                                     "weighed_up",
                                                                                     "set_up_on",
                                                                                     "how_on",
                                                                                     "where_it_is",
                                                                                     "mail_trouble",
                                                                                     "problem",
                                                                                     "told_problem",
                                                                                     "named_problem",
                                                                                     "certain_problem",
                                                                                     "stated_trouble",
                                                                                     "question_mark",
                                                                                     "no_question",
                                                                                     "few_words",
                                                                                     "some_words",
                                                                                     "many_words",
                                                                                     "very_many_words"};
static_assert(!names.back().empty());

// "What is SMTP?": the question is of the protocol itself, not of a server's value.
bool asks_of_a_protocol(const Evidence& evidence) {
  if (evidence.has_any(Cue::server, Cue::settings)) return false;
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& topic) {
    return evidence.concept_of(topic).protocol && evidence.follows(Cue::what, topic);
  });
}

bool explains_a_concept(const Evidence& evidence) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                     [&](const Spot& topic) { return evidence.follows(Cue::explain, topic); });
}

// Whether the article stands before a concept, with at most one word between: "un serveur POP".
bool stands_before_concept(Cue article, const Evidence& evidence) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                     [&](const Spot& topic) { return evidence.follows(article, topic, 1); });
}

bool names_other_concept(const Evidence& evidence) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    const Concept& topic = evidence.concept_of(spot);
    return !topic.protocol && !topic.direction && !topic.field;
  });
}

bool is_about_mail(const Facts& facts, const Evidence& evidence) {
  return facts.mail || facts.client || facts.technical || facts.domain ||
         evidence.has_any(Cue::account, Cue::connect, Cue::send, Cue::receive, Cue::message);
}

bool names_subject(const Facts& facts, const Evidence& evidence) {
  return facts.domain || facts.concepts || facts.client || facts.comparison || facts.general_guide ||
         facts.problem.problem || evidence.has_any(Cue::settings, Cue::trouble, Cue::cannot);
}

}  // namespace

std::string_view name_of_sign(std::size_t number) {
  return number < cue_count ? to_string(static_cast<Cue>(number)) : names[number - cue_count];
}

Signs signs_of(const Facts& facts, const Evidence& evidence) {
  constexpr int told = 4;
  constexpr int named = 6;
  constexpr std::size_t few = 2;
  constexpr std::size_t some = 4;
  constexpr std::size_t many = 9;
  constexpr std::size_t very_many = 25;
  Signs signs;
  const auto set = [&](Sign sign, bool holds) { signs.set(cue_count + static_cast<std::size_t>(sign), holds); };
  for (std::size_t cue = 0; cue < cue_count; ++cue) signs.set(cue, evidence.has(static_cast<Cue>(cue)));
  const std::vector<Field>& fields = facts.found_fields.fields;
  const bool host = std::find(fields.begin(), fields.end(), Field::host) != fields.end();
  set(Sign::our_domain, facts.domain && !evidence.domain()->candidates.empty());
  set(Sign::other_domain, facts.domain && evidence.domain()->candidates.empty());
  set(Sign::program, facts.client);
  set(Sign::general_guide, facts.general_guide.has_value());
  set(Sign::technical, facts.technical);
  set(Sign::sided, facts.sided);
  set(Sign::telling, facts.telling);
  set(Sign::other_concept, names_other_concept(evidence));
  set(Sign::protocol, facts.protocol.has_value());
  set(Sign::only_protocol, facts.only_protocol);
  set(Sign::field, fields.size() > (host ? 1 : 0));
  set(Sign::fields, fields.size() > 1);
  set(Sign::host, host && !facts.found_fields.host_is_implied);
  set(Sign::implied_host, facts.found_fields.host_is_implied);
  set(Sign::compared, facts.comparison.has_value());
  set(Sign::compared_protocols, facts.compares_protocols);
  set(Sign::compared_numbers,
      facts.comparison && !facts.domain && evidence.knowledge().concepts[*facts.comparison].compares.size() == 1);
  set(Sign::chosen_security, facts.chooses_security);
  set(Sign::wanted_settings, facts.wants_settings);
  set(Sign::explained_concept, explains_a_concept(evidence));
  set(Sign::asked_protocol, !facts.domain && asks_of_a_protocol(evidence));
  set(Sign::asked_value, evidence.near(Cue::what, Cue::mine, 3));
  set(Sign::any_such, stands_before_concept(Cue::indefinite, evidence));
  set(Sign::this_one, stands_before_concept(Cue::definite, evidence));
  set(Sign::only_talk, evidence.only_states() && !names_subject(facts, evidence));
  set(Sign::meaning_of_concept, evidence.has(Cue::explain) && facts.concepts && !facts.domain);
  set(Sign::value_of_account, facts.domain && !fields.empty());
  set(Sign::settings_of_both, facts.compares_protocols && facts.wants_settings);
  set(Sign::several_compared,
      !facts.domain && !facts.comparison && evidence.has(Cue::compare) && evidence.concepts().size() > 1);
  set(Sign::weighed_up, facts.comparison && evidence.has_any(Cue::compare, Cue::advise, Cue::alternative));
  set(Sign::set_up_on, evidence.has(Cue::set_up) && (facts.client || evidence.has(Cue::device)));
  set(Sign::how_on, evidence.has(Cue::how) && facts.client);
  set(Sign::where_it_is, evidence.has(Cue::how) && !facts.client && !facts.domain && !facts.technical && facts.telling);
  set(Sign::mail_trouble, evidence.has_any(Cue::trouble, Cue::cannot) && is_about_mail(facts, evidence));
  set(Sign::problem, facts.problem.strength > 0);
  set(Sign::told_problem, facts.problem.strength > told);
  set(Sign::named_problem, facts.problem.strength >= named);
  set(Sign::certain_problem, facts.problem.strength > named + 1);
  set(Sign::stated_trouble, facts.states_trouble);
  set(Sign::question_mark, evidence.is_question());
  set(Sign::no_question, !facts.asked);
  set(Sign::few_words, evidence.words() <= few);
  set(Sign::some_words, evidence.words() <= some);
  set(Sign::many_words, evidence.words() <= many);
  set(Sign::very_many_words, evidence.words() >= very_many);
  return signs;
}

}  // namespace facteur
