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

bool has_direction(const Evidence& evidence, Direction direction) {
  const std::vector<Spot> open = open_concepts(evidence);
  return std::any_of(open.begin(), open.end(), [&](const Spot& spot) {
    const Concept& topic = evidence.concept_of(spot);
    return topic.direction == direction && !topic.protocol;
  });
}

// The field of a concept that says so by itself: "port", "username"; a server's kind or a protocol does not.
std::optional<Field> own_field(const Concept& topic) {
  if (topic.direction || topic.protocol) return std::nullopt;
  return topic.field;
}

// "SSL on 587?" asks for the security: a number that is mentioned beside another field is not asked for.
bool only_mentions(const Evidence& evidence, const Spot& spot) {
  return spot.end - spot.begin == 1 && is_number(evidence.reading().word(spot.begin));
}

// The side that a well-known port number belongs to.
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

bool names_server(const Evidence& evidence) { return evidence.has(Cue::server) || evidence.reading().names_server; }

bool others_than(const Evidence& evidence, const Spot& spot) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& each) {
    return each.begin != spot.begin && own_field(evidence.concept_of(each)).has_value();
  });
}

// Whether the token stands after a comma, or is a word such as "et".
bool joins(const Evidence& evidence, std::uint16_t token) {
  if (evidence.reading().tokens[token].after_comma) return true;
  return std::any_of(evidence.spots().begin(), evidence.spots().end(),
                     [&](const Spot& spot) { return is_cue(spot, Cue::joining) && spot.begin == token; });
}

bool joined(const Evidence& evidence, const Spot& first, const Spot& second) {
  const auto& tokens = evidence.reading().tokens;
  if (tokens[first.begin].sentence != tokens[second.begin].sentence) return true;
  for (std::uint16_t token = first.end; token <= second.begin; ++token) {
    if (joins(evidence, token)) return true;
  }
  return false;
}

bool starts_with_field(const Evidence& evidence, std::uint16_t token) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    return spot.begin == token && own_field(evidence.concept_of(spot)).has_value();
  });
}

// Whether a word that asks stands before the find, with at most an article between.
bool is_asked_for(const Evidence& evidence, const Spot& spot) {
  return evidence.follows(Cue::ask, spot, 1) || evidence.follows(Cue::what, spot, 1) ||
         evidence.follows(Cue::account, spot, 1);
}

// Whether the protocol's server is one thing of a list: "what's the smtp, port and encryption", "smtp + port", but not
// "the imap port and security".
bool lists_protocol(const Evidence& evidence, const Spot& field) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    if (!evidence.concept_of(spot).protocol || spot.end > field.begin || !joined(evidence, spot, field)) return false;
    const bool names_field = starts_with_field(evidence, spot.end) && !joins(evidence, spot.end);
    const bool side_by_side = spot.end + 1 >= field.begin && !only_mentions(evidence, field) &&
                              !evidence.follows(Cue::toward, spot) && !evidence.follows(Cue::inside, spot) &&
                              !evidence.follows(Cue::inside, field);
    return !names_field && (side_by_side || is_asked_for(evidence, spot));
  });
}

// "The port of the server": the field just before is what is asked of it.
bool belongs_to_field(const Evidence& evidence, const Spot& server) {
  constexpr int reach = 3;
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    const auto field = own_field(evidence.concept_of(spot));
    return field && *field != Field::host && spot.end <= server.begin && spot.end + reach >= server.begin &&
           !joined(evidence, spot, server);
  });
}

// The whole name of a server, "the outgoing mail server", of which the find is a word.
const Spot& name_of_server(const Evidence& evidence, const Spot& server) {
  const auto& concepts = evidence.concepts();
  const auto name = std::find_if(concepts.begin(), concepts.end(), [&](const Spot& spot) {
    return spot.begin <= server.begin && server.end <= spot.end;
  });
  return name == concepts.end() ? server : *name;
}

// Whether the server and another field are both asked: "quel serveur et quel port", "server, port".
bool server_beside(const Evidence& evidence, const Spot& field) {
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
    return is_cue(spot, Cue::server) && spot.begin < field.begin && joined(evidence, spot, field) &&
           !belongs_to_field(evidence, name_of_server(evidence, spot));
  });
}

// Whether the settings as a whole are asked for, or only named before the server is: "it can't find the settings by
// itself. What are the incoming and outgoing servers?"
bool asks_whole(const Evidence& evidence) {
  const auto& tokens = evidence.reading().tokens;
  const auto stands_in = [&](std::uint16_t sentence, auto... cues) {
    return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
      return tokens[spot.begin].sentence == sentence && (is_cue(spot, cues) || ...);
    });
  };
  if (!evidence.has(Cue::settings)) return false;
  return std::none_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
    const std::uint16_t sentence = tokens[spot.begin].sentence;
    return is_cue(spot, Cue::server) && stands_in(sentence, Cue::what, Cue::ask) && !stands_in(sentence, Cue::settings);
  });
}

// "The SSL port", "the port with SSL": the security only tells which port is meant.
bool describes_port(const Evidence& evidence, const Spot& security) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    if (own_field(evidence.concept_of(spot)) != Field::port || only_mentions(evidence, spot)) return false;
    if (security.end == spot.begin) return !joined(evidence, security, spot);
    return spot.end < security.begin && evidence.follows(Cue::inside, security) && !evidence.has(Cue::alternative);
  });
}

// Whether the server is asked for beside the other fields: "your mail server and port", but not "which port does your
// mail server use".
bool is_one_of_several(const Evidence& evidence, const Spot& server) {
  bool others = false;
  for (const Spot& spot : evidence.concepts()) {
    const auto field = own_field(evidence.concept_of(spot));
    if (!field || *field == Field::host) continue;
    others = true;
    const bool before = spot.end <= server.begin && joined(evidence, spot, server);
    const bool after = server.end <= spot.begin && joined(evidence, server, spot);
    if (before || after) return true;
  }
  return !others;
}

// Whether the concept's field is asked for, rather than said of another one.
bool is_asked(const Evidence& evidence, const Spot& spot, Field field) {
  if (field == Field::security) return !describes_port(evidence, spot);
  if (field == Field::host) return !belongs_to_field(evidence, spot) && is_one_of_several(evidence, spot);
  return true;
}

}  // namespace

std::optional<Protocol> protocol_in(const Evidence& evidence) {
  std::vector<Spot> protocols = open_concepts(evidence);
  std::erase_if(protocols, [&](const Spot& spot) { return !evidence.concept_of(spot).protocol; });
  // "I'm IMAP, not POP."
  const auto denied = [&](const Spot& spot) { return evidence.denies(spot); };
  if (!std::all_of(protocols.begin(), protocols.end(), denied)) std::erase_if(protocols, denied);
  std::optional<Protocol> found;
  for (const Spot& spot : protocols) {
    const auto protocol = evidence.concept_of(spot).protocol;
    if (found && found != protocol) return std::nullopt;
    found = protocol;
  }
  return found;
}

FieldsFound fields_in(const Evidence& evidence, std::optional<Protocol> protocol) {
  FieldsFound found;
  std::vector<Field>& fields = found.fields;
  const auto add = [&](Field field) {
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
  };
  bool others = false;
  bool beside = false;
  for (const Spot& spot : evidence.concepts()) {
    const auto field = own_field(evidence.concept_of(spot));
    if (!field || *field == Field::host) continue;
    others = true;
    beside = beside || server_beside(evidence, spot) || lists_protocol(evidence, spot);
  }
  const bool whole = asks_whole(evidence);
  const bool named = std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    return own_field(evidence.concept_of(spot)) == Field::host && is_asked(evidence, spot, Field::host);
  });
  const bool sides = has_direction(evidence, Direction::incoming) || has_direction(evidence, Direction::outgoing);
  const bool asked = evidence.has_any(Cue::what, Cue::ask, Cue::mine) || evidence.is_question();
  const bool server = names_server(evidence) || sides ||
                      (protocol && !others && (asked || (protocol == Protocol::smtp && evidence.domain() != nullptr)));
  if (named || beside || (server && !others && !whole)) add(Field::host);
  for (const Spot& spot : evidence.concepts()) {
    const auto field = own_field(evidence.concept_of(spot));
    if (field && is_asked(evidence, spot, *field) &&
        !(only_mentions(evidence, spot) && evidence.concepts().size() > 1 && others_than(evidence, spot)))
      add(*field);
  }
  found.host_is_implied = fields == std::vector{Field::host} && !named && !names_server(evidence);
  return found;
}

std::optional<Direction> direction_in(const Evidence& evidence, const std::vector<Field>& fields,
                                      std::optional<Protocol> protocol) {
  const bool incoming = has_direction(evidence, Direction::incoming);
  const bool outgoing = has_direction(evidence, Direction::outgoing);
  if (incoming != outgoing) return incoming ? Direction::incoming : Direction::outgoing;
  if (incoming) return std::nullopt;
  const bool sends = evidence.has(Cue::send);
  const bool receives = evidence.has(Cue::receive);
  if (protocol && (!fields.empty() || protocol == Protocol::smtp)) return direction_of(*protocol);
  const bool of_an_account = evidence.comparisons().empty() || evidence.domain() != nullptr;
  if (const auto by_port = direction_of_ports(evidence); by_port && !fields.empty() && of_an_account) return by_port;
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
