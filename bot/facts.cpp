#include "bot/facts.h"

#include <algorithm>

#include "bot/proposal.h"

namespace facteur {
namespace {

bool settings_are_wanted(const Evidence& evidence) {
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
    return is_cue(spot, Cue::settings) && !evidence.follows(Cue::inside, spot, 1);
  });
}

bool are_protocols(std::optional<std::uint16_t> comparison, const Evidence& evidence) {
  if (!comparison) return false;
  const auto& compared = evidence.knowledge().concepts[*comparison].compares;
  return std::all_of(compared.begin(), compared.end(),
                     [&](std::uint16_t index) { return evidence.knowledge().concepts[index].protocol.has_value(); });
}

bool is_trouble(const ProblemFound& problem, const Evidence& evidence) {
  if (problem.strength >= ProblemFound::by_name) return true;
  if (evidence.has(Cue::settings)) return false;
  return problem.strength > 0 && (evidence.has_any(Cue::trouble, Cue::cannot) || !evidence.has(Cue::ask));
}

bool names_host(const Evidence& evidence) {
  const auto& hosts = evidence.reading().hosts;
  return std::any_of(hosts.begin(), hosts.end(), [&](const NamedHost& host) { return evidence.covers(host.token); });
}

template <typename Holds>
bool any_concept(const Evidence& evidence, Holds holds) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                     [&](const Spot& spot) { return holds(evidence.concept_of(spot)); });
}

}  // namespace

Facts::Facts(const Evidence& evidence)
    : protocol(protocol_in(evidence)),
      found_fields(fields_in(evidence, protocol)),
      proposals(proposals_in(evidence, found_fields.fields)),
      comparison(comparison_in(evidence)),
      general_guide(general_guide_in(evidence)),
      problem(problem_in(evidence)),
      domain(evidence.domain() != nullptr),
      host(names_host(evidence)),
      client(!evidence.clients().empty()),
      concepts(!evidence.concepts().empty()),
      asked(evidence.has_any(Cue::ask, Cue::what) || evidence.is_question()),
      wants_settings(settings_are_wanted(evidence)),
      technical(
          any_concept(evidence, [](const Concept& topic) { return topic.protocol || topic.direction || topic.field; })),
      sided(any_concept(evidence, [](const Concept& topic) { return topic.direction.has_value(); })),
      untechnical(any_concept(
          evidence, [](const Concept& topic) { return !topic.protocol && !topic.direction && !topic.field; })),
      telling(any_concept(evidence, [](const Concept& topic) { return topic.telling && !topic.protocol; })),
      compares_protocols(are_protocols(comparison, evidence)),
      only_protocol(protocol && (found_fields.fields.empty() || found_fields.host_is_implied) && !domain &&
                    !evidence.has_any(Cue::account, Cue::server, Cue::settings)),
      chooses_security(evidence.has(Cue::alternative) && !evidence.has(Cue::compare) && (domain || sided) &&
                       asks_for(found_fields.fields, Field::security)),
      states_trouble(is_trouble(problem, evidence)) {}

}  // namespace facteur
