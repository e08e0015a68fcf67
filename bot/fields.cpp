#include "bot/fields.h"

#include <algorithm>

#include "bot/slots.h"

namespace facteur {
namespace {

// The field of a concept that says so by itself: "port", "username"; a server's kind or a protocol does not.
std::optional<Field> own_field(const Concept& topic) {
  if (topic.direction || topic.protocol) return std::nullopt;
  return topic.field;
}

// "SSL on 587?" asks for the security: a number that is mentioned beside another field is not asked for.
bool only_mentions(const Evidence& evidence, const Spot& spot) {
  return spot.end - spot.begin == 1 && is_number(evidence.reading().word(spot.begin));
}

bool names_server(const Evidence& evidence) {
  const auto& hosts = evidence.reading().hosts;
  return evidence.has(Cue::server) ||
         std::any_of(hosts.begin(), hosts.end(), [](const NamedHost& host) { return !host.guessed; });
}

bool others_than(const Evidence& evidence, const Spot& spot) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& each) {
    return each.begin != spot.begin && own_field(evidence.concept_of(each)).has_value();
  });
}

// Whether the token stands after a comma, or is a word such as "et".
bool joins(const Evidence& evidence, std::uint16_t token) {
  return evidence.reading().tokens[token].after_comma || begins_at(evidence.spots(), Cue::joining, token);
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

// "smtp + port", "imap et port": nothing but a word or a sign that adds stands between the two.
bool are_added(const Evidence& evidence, const Spot& first, const Spot& second) {
  if (second.begin > first.end + 1 || evidence.follows(Cue::inside, second)) return false;
  const Reading& reading = evidence.reading();
  const std::uint32_t end = reading.tokens[first.end - std::size_t{1}].span.end;
  const auto between = std::string_view(reading.folded).substr(end, reading.tokens[second.begin].span.begin - end);
  if (between.find_first_of("+&") != std::string_view::npos) return true;
  return second.begin == first.end + 1 && begins_at(evidence.spots(), Cue::joining, first.end);
}

// Whether the protocol's server is one thing of a list: "what's the smtp, port and encryption", "smtp + port", but not
// "the imap port and security".
bool lists_protocol(const Evidence& evidence, const Spot& field) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    if (!evidence.concept_of(spot).protocol || spot.end > field.begin || !joined(evidence, spot, field)) return false;
    const bool names_field = starts_with_field(evidence, spot.end) && !joins(evidence, spot.end);
    const bool led_to = evidence.follows(Cue::toward, spot) || evidence.follows(Cue::inside, spot);
    const bool added = !led_to && are_added(evidence, spot, field) && !only_mentions(evidence, field);
    return !names_field && (added || is_asked_for(evidence, spot));
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

bool names_side(const Concept& topic) { return topic.direction && !topic.protocol; }

// "The incoming, the outgoing and the ports": a side that is one thing of a list stands for its server. Not so in "the
// incoming and outgoing ports", "for sending, the port".
bool side_beside(const Evidence& evidence, const Spot& field) {
  const auto& concepts = evidence.concepts();
  // The field just behind it belongs to it, but for "incoming host/port".
  const auto leads_to = [&](const Spot& side, std::uint16_t place) {
    const bool is_whole_name = side.end - side.begin > 1;
    return !(is_whole_name && joins(evidence, place));
  };
  const auto describes = [&](const Spot& spot) {
    return names_side(evidence.concept_of(spot)) && spot.end == field.begin && leads_to(spot, field.begin);
  };
  if (std::any_of(concepts.begin(), concepts.end(), describes)) return false;
  const auto& tokens = evidence.reading().tokens;
  return std::any_of(concepts.begin(), concepts.end(), [&](const Spot& spot) {
    const bool led_to = evidence.follows(Cue::toward, spot, 1) ||
                        std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& word) {
                          return is_cue(word, Cue::toward) && word.begin == spot.begin && word.end < spot.end;
                        });
    const bool describes_field = starts_with_field(evidence, spot.end) && leads_to(spot, spot.end);
    return names_side(evidence.concept_of(spot)) && !led_to && spot.begin < field.begin &&
           joined(evidence, spot, field) && !describes_field &&
           tokens[spot.begin].sentence == tokens[field.begin].sentence;
  });
}

// Whether the server and another field are both asked: "quel serveur et quel port", "server, port".
bool server_beside(const Evidence& evidence, const Spot& field) {
  if (side_beside(evidence, field)) return true;
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
    if (spot.end == security.begin) return !joined(evidence, spot, security);
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
  const bool sides = names_direction(evidence, Direction::incoming) || names_direction(evidence, Direction::outgoing);
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

}  // namespace facteur
