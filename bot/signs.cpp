#include "bot/signs.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

// "What is SMTP?": the question is of the protocol itself, not of a server's value.
bool asks_of_a_protocol(const Evidence& evidence) {
  if (evidence.has_any(Cue::server, Cue::settings)) return false;
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& topic) {
    return evidence.concept_of(topic).protocol && evidence.follows(Cue::what, topic);
  });
}

bool is_about_mail(const Facts& facts, const Evidence& evidence) {
  return facts.client || facts.technical || facts.domain ||
         evidence.has_any(Cue::mail, Cue::account, Cue::connect, Cue::send, Cue::receive, Cue::message);
}

bool names_subject(const Facts& facts, const Evidence& evidence) {
  return facts.domain || facts.concepts || facts.client || facts.comparison || facts.general_guide ||
         facts.problem.problem || evidence.has_any(Cue::settings, Cue::trouble, Cue::cannot);
}

// "465 or 587": the numbers of one concept.
bool compares_numbers(const Facts& facts, const Evidence& evidence) {
  return facts.comparison && evidence.knowledge().concepts[*facts.comparison].compares.size() == 1;
}

bool other_field(const Facts& facts) {
  const std::vector<Field>& fields = facts.found_fields.fields;
  return std::any_of(fields.begin(), fields.end(), [](Field field) { return field != Field::host; });
}

struct Sign {
  std::string_view name;
  bool (*holds)(const Facts&, const Evidence&);
};
using F = const Facts&;
using E = const Evidence&;

constexpr std::array<Sign, sign_count - cue_count> signs_beside_cues{{
    // What is named.
    {"our_domain", [](F facts, E in) { return facts.domain && !in.domain()->candidates.empty(); }},
    {"other_domain", [](F facts, E in) { return facts.domain && in.domain()->candidates.empty(); }},
    {"program", [](F facts, E) { return facts.client; }},  // or what mail is read on
    {"general_guide", [](F facts, E) { return facts.general_guide.has_value(); }},
    {"technical", [](F facts, E) { return facts.technical; }},
    {"sided", [](F facts, E) { return facts.sided; }},
    {"telling", [](F facts, E) { return facts.telling; }},
    {"other_concept", [](F facts, E) { return facts.untechnical; }},
    {"protocol", [](F facts, E) { return facts.protocol.has_value(); }},
    {"only_protocol", [](F facts, E) { return facts.only_protocol; }},
    // Which values.
    {"field", [](F facts, E) { return other_field(facts); }},
    {"fields", [](F facts, E) { return facts.found_fields.fields.size() > 1; }},
    {"host", [](F facts,
                E) { return asks_for(facts.found_fields.fields, Field::host) && !facts.found_fields.host_is_implied; }},
    {"implied_host", [](F facts, E) { return facts.found_fields.host_is_implied; }},
    {"value_of_account", [](F facts, E) { return facts.domain && !facts.found_fields.fields.empty(); }},
    {"asked_value", [](F, E in) { return in.near(Cue::what, Cue::mine, 3); }},  // "what is my port"
    {"proposed_value", [](F facts, E) { return !facts.proposals.empty(); }},    // "is it 587?"
    {"wanted_settings", [](F facts, E) { return facts.wants_settings; }},
    {"settings_of_both", [](F facts, E) { return facts.compares_protocols && facts.wants_settings; }},
    // What is set against what.
    {"compared", [](F facts, E) { return facts.comparison.has_value(); }},
    {"compared_protocols", [](F facts, E) { return facts.compares_protocols; }},
    {"compared_numbers", [](F facts, E in) { return compares_numbers(facts, in) && !facts.domain; }},
    {"chosen_security", [](F facts, E) { return facts.chooses_security; }},
    {"weighed_up",
     [](F facts, E in) { return facts.comparison && in.has_any(Cue::compare, Cue::advise, Cue::alternative); }},
    {"several_compared",  // no comparison is known of them
     [](F facts, E in) {
       return !facts.domain && !facts.comparison && in.has(Cue::compare) && in.concepts().size() > 1;
     }},
    // What a meaning is asked of.
    {"explained_concept", [](F, E in) { return in.leads_to_concept(Cue::explain, 0); }},
    {"meaning_of_concept", [](F facts, E in) { return in.has(Cue::explain) && facts.concepts && !facts.domain; }},
    {"asked_protocol", [](F facts, E in) { return !facts.domain && asks_of_a_protocol(in); }},
    {"any_such", [](F, E in) { return in.leads_to_concept(Cue::indefinite, 1); }},  // "un serveur POP"
    {"this_one", [](F, E in) { return in.leads_to_concept(Cue::definite, 1); }},
    // What is to be done, and where.
    {"set_up_on", [](F facts, E in) { return in.has(Cue::set_up) && (facts.client || in.has(Cue::device)); }},
    {"how_on", [](F facts, E in) { return in.has(Cue::how) && facts.client; }},
    {"where_it_is",  // "where is the webmail"
     [](F facts, E in) {
       return in.has(Cue::how) && facts.telling && !facts.client && !facts.domain && !facts.technical;
     }},
    // What fails.
    {"mail_trouble", [](F facts, E in) { return in.has_any(Cue::trouble, Cue::cannot) && is_about_mail(facts, in); }},
    {"problem", [](F facts, E) { return facts.problem.strength > 0; }},
    {"told_problem", [](F facts, E) { return facts.problem.strength > ProblemFound::by_two_cues; }},
    {"named_problem", [](F facts, E) { return facts.problem.strength >= ProblemFound::by_name; }},
    {"certain_problem", [](F facts, E) { return facts.problem.strength >= ProblemFound::certain; }},
    {"stated_trouble", [](F facts, E) { return facts.states_trouble; }},
    // How it is said.
    {"only_talk", [](F facts, E in) { return in.only_states() && !names_subject(facts, in); }},  // "merci"
    {"question_mark", [](F, E in) { return in.is_question(); }},
    {"no_question", [](F facts, E) { return !facts.asked; }},
    {"few_words", [](F, E in) { return in.words() <= 2; }},
    {"some_words", [](F, E in) { return in.words() <= 4; }},
    {"many_words", [](F, E in) { return in.words() <= 9; }},
    {"very_many_words", [](F, E in) { return in.words() >= 25; }},
}};

}  // namespace

std::string_view name_of_sign(std::size_t number) {
  return number < cue_count ? to_string(static_cast<Cue>(number)) : signs_beside_cues[number - cue_count].name;
}

Signs signs_of(const Facts& facts, const Evidence& evidence) {
  Signs signs;
  for (std::size_t cue = 0; cue < cue_count; ++cue) signs.set(cue, evidence.has(static_cast<Cue>(cue)));
  for (std::size_t sign = cue_count; sign < sign_count; ++sign)
    signs.set(sign, signs_beside_cues[sign - cue_count].holds(facts, evidence));
  return signs;
}

}  // namespace facteur
