#include "bot/proposal.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "bot/slots.h"

namespace facteur {
namespace {

// A value and where it stands.
struct Named {
  std::uint16_t token = 0;
  Proposal value;  // one member of it
};

// The number behind a server's name and a colon or a space: smtp.nplus.ca:2525.
std::optional<std::string> port_behind(std::uint16_t host, const Evidence& evidence) {
  const std::size_t next = host + std::size_t{1};
  if (next >= evidence.end() || !is_number(evidence.reading().word(next))) return std::nullopt;
  const Reading& reading = evidence.reading();
  const std::uint32_t end = reading.tokens[host].span.end;
  const auto between = std::string_view(reading.folded).substr(end, reading.tokens[next].span.begin - end);
  if (between.find_first_not_of(" :@") != std::string_view::npos) return std::nullopt;
  constexpr std::size_t least_digits = 2;  // "imap.ionos.com 2 fois"
  if (between.find(':') == std::string_view::npos && reading.word(next).size() < least_digits) return std::nullopt;
  const auto is_known = [&](const Spot& spot) { return spot.begin <= next && next < spot.end; };
  if (std::any_of(evidence.concepts().begin(), evidence.concepts().end(), is_known)) return std::nullopt;
  constexpr std::size_t most_digits = 5;
  std::string digits(reading.word(next));
  return digits.size() <= most_digits ? std::optional(std::move(digits)) : std::nullopt;
}

void add_hosts(std::vector<Named>& named, const Evidence& evidence) {
  for (const NamedHost& host : evidence.reading().hosts) {
    if (!evidence.covers(host.token)) continue;
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
    const std::string_view word = evidence.reading().word(last);
    const bool again = std::any_of(named.begin(), named.end(), [&](const Named& each) { return each.token == last; });
    if (again) continue;  // "465" of "port 465"
    if (topic.field == Field::port && is_number(word)) named.push_back({last, {.port = std::string(word)}});
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

// The sides that the words name.
struct Sides {
  bool incoming = false;
  bool outgoing = false;

  void add(Direction side) { (side == Direction::incoming ? incoming : outgoing) = true; }
  bool both() const { return incoming && outgoing; }
  std::optional<Direction> only() const {
    if (incoming == outgoing) return std::nullopt;
    return incoming ? Direction::incoming : Direction::outgoing;
  }
};

bool is_of_a_host(const Spot& spot, const Reading& reading) {
  return std::any_of(reading.hosts.begin(), reading.hosts.end(),
                     [&](const NamedHost& host) { return spot.end == host.token; });
}

// Calls visit with each find of a protocol that isn't a word of a server's name.
template <typename Visit>
void each_protocol(const Evidence& evidence, Visit visit) {
  for (const Spot& spot : evidence.concepts()) {
    if (evidence.concept_of(spot).protocol && !is_of_a_host(spot, evidence.reading())) visit(spot);
  }
}

Sides sides_in(const Evidence& evidence) {
  Sides sides;
  for (const Direction side : {Direction::incoming, Direction::outgoing}) {
    if (names_direction(evidence, side)) sides.add(side);
  }
  if (evidence.has(Cue::receive)) sides.add(Direction::incoming);
  if (evidence.has(Cue::send)) sides.add(Direction::outgoing);
  each_protocol(evidence, [&](const Spot& spot) {
    if (is_of_a_server(spot, evidence)) sides.add(direction_of(*evidence.concept_of(spot).protocol));
  });
  return sides;
}

// Of the account's protocols: "465 for POP" may mean the one or the other.
Sides sides_of_protocols(const Evidence& evidence) {
  Sides sides;
  each_protocol(evidence, [&](const Spot& spot) { sides.add(direction_of(*evidence.concept_of(spot).protocol)); });
  return sides;
}

bool pairs_host_and_port(const Proposal& proposal) { return proposal.host && proposal.port; }

// Whether accounts at several of our domains are named, each of which may have values of its own.
bool names_accounts(const Evidence& evidence) {
  const Reading& reading = evidence.reading();
  std::vector<DomainIndex::Id> ours;
  for (const DomainMention& mention : reading.domains) {
    if (mention.known() && !names_host(reading, mention)) ours.push_back(mention.candidates.front());
  }
  return std::adjacent_find(ours.begin(), ours.end(), std::not_equal_to<>()) != ours.end();
}

// The protocol that the name's first label tells: smtp.videotron.ca.
std::optional<Protocol> protocol_of_host(std::string_view host, const Knowledge& knowledge) {
  const KnownWord* label = knowledge.lexicon.find(host.substr(0, host.find('.')));
  if (label == nullptr) return std::nullopt;
  for (const std::uint32_t pattern : label->patterns) {
    const Meaning meaning = knowledge.patterns[pattern].meaning;
    if (meaning.kind != Meaning::Kind::concept_) continue;
    if (const auto& protocol = knowledge.concepts[meaning.index].protocol) return protocol;
  }
  return std::nullopt;
}

std::optional<Direction> side_of_value(const Proposal& proposal, const Knowledge& knowledge) {
  if (proposal.port) return direction_of_port(*proposal.port);
  const auto protocol = proposal.host ? protocol_of_host(*proposal.host, knowledge) : std::nullopt;
  return protocol ? std::optional(direction_of(*protocol)) : std::nullopt;
}

// "pop.nplus.ca for IMAP": whether the account or the server is of that protocol isn't told.
bool is_of_another_protocol(const Proposal& proposal, const Evidence& evidence) {
  const auto own = proposal.host ? protocol_of_host(*proposal.host, evidence.knowledge()) : std::nullopt;
  bool other = false;
  each_protocol(evidence, [&](const Spot& spot) { other = other || evidence.concept_of(spot).protocol != own; });
  return own && other;
}

// Gives each proposal the side that it is judged on. None stays where that isn't plain: a wrong yes is worse than none.
void find_sides(std::vector<Proposal>& proposals, const Evidence& evidence) {
  const Sides sides = sides_in(evidence);
  const auto of_account = sides_of_protocols(evidence).only();
  const bool several = proposals.size() > 1;
  if (several && !std::all_of(proposals.begin(), proposals.end(), pairs_host_and_port)) return proposals.clear();
  if (!several && sides.both()) return proposals.clear();
  for (Proposal& proposal : proposals) {
    const auto of_value = side_of_value(proposal, evidence.knowledge());
    const auto told = several ? std::nullopt : sides.only();
    const bool unclear = proposal.host ? !proposal.port && is_of_another_protocol(proposal, evidence)
                                       : of_value && of_account && of_value != of_account;
    if (!told && unclear) return proposals.clear();
    // "mail.nplus.ca for SMTP": the name tells no side.
    const auto of_named = proposal.host && !of_value && !several ? of_account : of_value;
    proposal.side = told ? told : of_named;
  }
}

// "It's not 993, is it?", but not "993, non ?": a last word that only asks to agree.
bool denies(const Evidence& evidence) {
  return std::any_of(evidence.spots().begin(), evidence.spots().end(),
                     [&](const Spot& spot) { return is_cue(spot, Cue::negation) && spot.end < evidence.end(); });
}

}  // namespace

std::vector<Proposal> proposals_in(const Evidence& evidence, const std::vector<Field>& fields) {
  // Beside "wrong" or "not", a yes would be taken for a no.
  if (evidence.has_any(Cue::alternative, Cue::wrong) || evidence.reading().holds_password || names_accounts(evidence) ||
      denies(evidence))
    return {};
  std::vector<Named> named;
  add_hosts(named, evidence);
  add_ports_and_securities(named, evidence);
  if (named.empty()) return {};
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
  find_sides(proposals, evidence);
  return proposals;
}

}  // namespace facteur
