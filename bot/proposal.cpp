#include "bot/proposal.h"

#include <algorithm>
#include <string>

#include "bot/slots.h"

namespace facteur {
namespace {

// A value and where it stands.
struct Named {
  std::uint16_t token = 0;
  Proposal value;  // one member of it
};

// The number that stands right behind a server's name: smtp.nplus.ca:2525.
std::optional<std::string> port_behind(std::uint16_t host, const Evidence& evidence) {
  const std::size_t next = host + std::size_t{1};
  if (next >= evidence.end() || !is_number(evidence.reading().word(next))) return std::nullopt;
  const auto is_known = [&](const Spot& spot) { return spot.begin <= next && next < spot.end; };
  if (std::any_of(evidence.concepts().begin(), evidence.concepts().end(), is_known)) return std::nullopt;
  constexpr std::size_t most_digits = 5;
  std::string digits(evidence.reading().word(next));
  return digits.size() <= most_digits ? std::optional(std::move(digits)) : std::nullopt;
}

void add_hosts(std::vector<Named>& named, const Evidence& evidence) {
  for (const NamedHost& host : evidence.reading().hosts) {
    if (host.token < evidence.begin() || host.token >= evidence.end()) continue;
    named.push_back({host.token, {.host = host.name}});
    if (auto port = port_behind(host.token, evidence))
      named.push_back({static_cast<std::uint16_t>(host.token + 1), {.port = std::move(port)}});
  }
}

void add_ports_and_securities(std::vector<Named>& named, const Evidence& evidence) {
  for (const Spot& spot : evidence.spots()) {
    if (spot.meaning.kind != Meaning::Kind::concept_) continue;
    const Concept& topic = evidence.concept_of(spot);
    const auto last = static_cast<std::uint16_t>(spot.end - 1);
    const std::string word(evidence.reading().word(last));
    const bool again = std::any_of(named.begin(), named.end(), [&](const Named& each) { return each.token == last; });
    if (again) continue;  // "465" of "port 465"
    if (topic.field == Field::port && is_number(word)) named.push_back({last, {.port = word}});
    if (topic.security) named.push_back({last, {.security = topic.security}});
  }
}

bool hold_one_kind(const Proposal& one, const Proposal& other) {
  return (one.host && other.host) || (one.port && other.port) || (one.security && other.security);
}

bool is_part_of(const Proposal& part, const Proposal& whole) {
  const auto within = [](const auto& value, const auto& all) { return !value || value == all; };
  return within(part.host, whole.host) && within(part.port, whole.port) && within(part.security, whole.security);
}

// What was said twice stays once.
void drop_repeated(std::vector<Proposal>& proposals) {
  for (std::size_t i = proposals.size(); i-- > 0;) {
    const bool repeated = std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& other) {
      const bool later = &other > &proposals[i];
      return &other != &proposals[i] && is_part_of(proposals[i], other) && !(later && is_part_of(other, proposals[i]));
    });
    if (repeated) proposals.erase(proposals.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void put_in(Proposal& whole, const Proposal& value) {
  if (value.host) whole.host = value.host;
  if (value.port) whole.port = value.port;
  if (value.security) whole.security = value.security;
}

bool pairs_a_port(const Proposal& proposal) { return proposal.port && (proposal.host || proposal.security); }

bool holds_one(const Proposal& proposal) {
  return (proposal.host ? 1 : 0) + (proposal.port ? 1 : 0) + (proposal.security ? 1 : 0) == 1;
}

// Whether the single value may be what is asked. "SSL" by itself names a value that is looked for as often as one that
// is doubted: it must be asked about.
bool is_doubted(const Proposal& proposal, const Evidence& evidence, const std::vector<Field>& fields) {
  if (proposal.host) return fields.empty() || asks_for(fields, Field::host);
  if (proposal.port) return asks_for(fields, Field::port);
  return asks_for(fields, Field::security) && (evidence.is_question() || evidence.has(Cue::whether));
}

// The side that is named, or that the port is one of.
std::optional<Direction> side_of(const Proposal& proposal, const Evidence& evidence) {
  const bool incoming = names_direction(evidence, Direction::incoming);
  const bool outgoing = names_direction(evidence, Direction::outgoing);
  if (incoming != outgoing) return incoming ? Direction::incoming : Direction::outgoing;
  return proposal.port ? direction_of_port(*proposal.port) : std::nullopt;
}

}  // namespace

std::vector<Proposal> proposals_in(const Evidence& evidence, const std::vector<Field>& fields) {
  if (evidence.has(Cue::alternative) || evidence.reading().holds_password) return {};
  std::vector<Named> named;
  add_hosts(named, evidence);
  add_ports_and_securities(named, evidence);
  std::stable_sort(named.begin(), named.end(), [](const Named& a, const Named& b) { return a.token < b.token; });
  std::vector<Proposal> proposals;
  for (const Named& each : named) {
    if (proposals.empty() || hold_one_kind(proposals.back(), each.value)) proposals.emplace_back();
    put_in(proposals.back(), each.value);
  }
  drop_repeated(proposals);
  const bool asks_which = !evidence.has(Cue::whether) && evidence.has_any(Cue::what, Cue::ask);
  if (asks_which && std::none_of(proposals.begin(), proposals.end(), pairs_a_port)) return {};
  if (proposals.size() == 1 && holds_one(proposals.front()) && !is_doubted(proposals.front(), evidence, fields))
    return {};
  // Two of a kind and nothing else are a choice: "nplus 143 993".
  if (proposals.size() > 1 && std::all_of(proposals.begin(), proposals.end(), holds_one) && !evidence.has(Cue::joining))
    return {};
  for (Proposal& proposal : proposals) proposal.side = side_of(proposal, evidence);
  return proposals;
}

}  // namespace facteur
