#include "bot/slots.h"

#include <algorithm>

namespace facteur {
namespace {

// Whether the words just before say that its value is there already: "I have the incoming one, what's the outgoing?"
bool is_owned(const Evidence& evidence, const Spot& spot) { return evidence.follows(Cue::owned, spot, 2); }

// The concepts that may be asked for: all of them where each one's value is there already.
std::vector<Spot> open_concepts(const Evidence& evidence) {
  std::vector<Spot> open = evidence.concepts();
  if (!evidence.has(Cue::owned)) return open;
  std::erase_if(open, [&](const Spot& spot) { return is_owned(evidence, spot); });
  return open.empty() ? evidence.concepts() : open;
}

// The side that every well-known port number in it belongs to.
std::optional<Direction> direction_of_ports(const Evidence& evidence) {
  std::optional<Direction> found;
  for (std::uint16_t token = evidence.begin(); token < evidence.end(); ++token) {
    const auto side = direction_of_port(evidence.reading().word(token));
    if (found && side && *found != *side) return std::nullopt;
    if (side) found = side;
  }
  return found;
}

}  // namespace

std::optional<Direction> direction_of_port(std::string_view word) {
  if (!is_number(word)) return std::nullopt;
  for (const Protocol protocol : {Protocol::imap, Protocol::pop, Protocol::smtp}) {
    for (const Security security : {Security::tls, Security::starttls}) {
      const auto port = usual_port(protocol, security);
      if (port && word == std::to_string(*port)) return direction_of(protocol);
    }
  }
  return std::nullopt;
}

namespace {

// The protocols named, less those that are denied.
std::vector<Spot> protocols_in(const Evidence& evidence) {
  std::vector<Spot> protocols = open_concepts(evidence);
  std::erase_if(protocols, [&](const Spot& spot) { return !evidence.concept_of(spot).protocol; });
  // "I'm IMAP, not POP."
  const auto denied = [&](const Spot& spot) { return evidence.denies(spot); };
  if (!std::all_of(protocols.begin(), protocols.end(), denied)) std::erase_if(protocols, denied);
  return protocols;
}

// The one that all of these are of.
std::optional<Protocol> only_one(const std::vector<Spot>& protocols, const Evidence& evidence) {
  const auto of = [&](const Spot& spot) { return evidence.concept_of(spot).protocol; };
  if (protocols.empty()) return std::nullopt;
  const auto first = of(protocols.front());
  const bool same =
      std::all_of(protocols.begin(), protocols.end(), [&](const Spot& spot) { return of(spot) == first; });
  return same ? first : std::nullopt;
}

}  // namespace

std::optional<Protocol> protocol_in(const Evidence& evidence) { return only_one(protocols_in(evidence), evidence); }

std::optional<Protocol> protocol_of_account(const Evidence& evidence) {
  std::vector<Spot> protocols = protocols_in(evidence);
  if (const auto found = only_one(protocols, evidence)) return found;
  std::erase_if(protocols, [&](const Spot& spot) { return evidence.concept_of(spot).protocol == Protocol::smtp; });
  return only_one(protocols, evidence);
}

bool is_of_a_server(const Spot& protocol, const Evidence& evidence) {
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
    const bool port = spot.meaning.kind == Meaning::Kind::concept_ && evidence.concept_of(spot).field == Field::port &&
                      !is_number(evidence.reading().word(spot.begin));
    return (port || is_cue(spot, Cue::server)) && (spot.begin == protocol.end || spot.end == protocol.begin);
  });
}

bool names_direction(const Evidence& evidence, Direction direction) {
  const std::vector<Spot> open = open_concepts(evidence);
  return std::any_of(open.begin(), open.end(), [&](const Spot& spot) {
    const Concept& topic = evidence.concept_of(spot);
    return topic.direction == direction && !topic.protocol;
  });
}

std::optional<Direction> direction_in(const Evidence& evidence, const std::vector<Field>& fields,
                                      std::optional<Protocol> protocol) {
  const bool incoming = names_direction(evidence, Direction::incoming);
  const bool outgoing = names_direction(evidence, Direction::outgoing);
  if (incoming != outgoing) return incoming ? Direction::incoming : Direction::outgoing;
  if (incoming) return std::nullopt;
  const bool sends = evidence.has(Cue::send);
  const bool receives = evidence.has(Cue::receive);
  const auto by_port = direction_of_ports(evidence);
  const auto of_a_server = [&](Protocol named) {
    return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
      return evidence.concept_of(spot).protocol == named && is_of_a_server(spot, evidence);
    });
  };
  if (!protocol && !fields.empty() && of_a_server(Protocol::smtp) && protocol_of_account(evidence))
    return Direction::outgoing;  // "the SMTP port, I'm on POP"
  // "465 for POP": of the account's other side.
  const bool sends_by_port = protocol && by_port == Direction::outgoing && !of_a_server(*protocol);
  if (protocol && !sends_by_port && (!fields.empty() || protocol == Protocol::smtp)) return direction_of(*protocol);
  const bool of_an_account = evidence.comparisons().empty() || evidence.domain() != nullptr;
  if (by_port && !fields.empty() && of_an_account) return by_port;
  constexpr std::size_t few_words = 5;  // "et pour l'envoi ?"
  if ((!fields.empty() || evidence.words() <= few_words) && sends != receives)
    return sends ? Direction::outgoing : Direction::incoming;
  return std::nullopt;
}

std::optional<Direction> side_that_fails(const Evidence& evidence) {
  if (evidence.has(Cue::send) == evidence.has(Cue::receive)) return std::nullopt;
  return evidence.has(Cue::send) ? Direction::outgoing : Direction::incoming;
}

std::vector<std::uint16_t> concepts_in(const Evidence& evidence) {
  std::vector<std::uint16_t> concepts;
  for (const Spot& spot : evidence.concepts()) concepts.push_back(spot.meaning.index);
  return concepts;
}

}  // namespace facteur
