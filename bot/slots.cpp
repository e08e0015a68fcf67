#include "bot/slots.h"

#include <algorithm>

namespace facteur {
namespace {

// Whether the words just before say that its value is there already: "I have the incoming one, what's the outgoing?"
bool is_owned(const Evidence& evidence, const Spot& spot) {
  constexpr int reach = 2;
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& before) {
    return is_cue(before, Cue::owned) && before.end <= spot.begin && before.end + reach >= spot.begin;
  });
}

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

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
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

bool names_server(const Evidence& evidence) { return evidence.has(Cue::server); }

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
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& before) {
    const bool asks = is_cue(before, Cue::ask) || is_cue(before, Cue::what) || is_cue(before, Cue::account);
    return asks && before.end <= spot.begin && before.end + 1 >= spot.begin;
  });
}

// Whether the protocol's server is one thing of a list: "what's the smtp, port and encryption", but not "the imap port
// and security".
bool lists_protocol(const Evidence& evidence, const Spot& field) {
  return std::any_of(evidence.concepts().begin(), evidence.concepts().end(), [&](const Spot& spot) {
    if (!evidence.concept_of(spot).protocol || spot.end > field.begin || !joined(evidence, spot, field)) return false;
    const bool names_field = starts_with_field(evidence, spot.end) && !joins(evidence, spot.end);
    return !names_field && is_asked_for(evidence, spot);
  });
}

// Whether the server and another field are both asked: "quel serveur et quel port", "server, port".
bool server_beside(const Evidence& evidence, const Spot& field) {
  return std::any_of(evidence.spots().begin(), evidence.spots().end(), [&](const Spot& spot) {
    return is_cue(spot, Cue::server) && spot.begin < field.begin && joined(evidence, spot, field);
  });
}

}  // namespace

std::optional<Protocol> protocol_in(const Evidence& evidence) {
  std::optional<Protocol> found;
  for (const Spot& spot : open_concepts(evidence)) {
    const Concept& topic = evidence.concept_of(spot);
    if (!topic.protocol) continue;
    if (found && *found != *topic.protocol) return std::nullopt;
    found = topic.protocol;
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
  const bool whole = evidence.has(Cue::settings);
  const bool named = std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                                 [&](const Spot& spot) { return own_field(evidence.concept_of(spot)) == Field::host; });
  const bool sides = has_direction(evidence, Direction::incoming) || has_direction(evidence, Direction::outgoing);
  const bool asked = evidence.has_any(Cue::what, Cue::ask, Cue::mine) || evidence.is_question();
  const bool server = names_server(evidence) || sides ||
                      (protocol && !others && (asked || (protocol == Protocol::smtp && evidence.domain() != nullptr)));
  if (named || beside || (server && !others && !whole)) add(Field::host);
  for (const Spot& spot : evidence.concepts()) {
    const auto field = own_field(evidence.concept_of(spot));
    if (field && !(only_mentions(evidence, spot) && evidence.concepts().size() > 1 && others_than(evidence, spot)))
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
  if (!fields.empty() && protocol) return direction_of(*protocol);
  const bool of_an_account = evidence.comparisons().empty() || evidence.domain() != nullptr;
  if (const auto by_port = direction_of_ports(evidence); by_port && !fields.empty() && of_an_account) return by_port;
  constexpr std::size_t few_words = 5;  // "et pour l'envoi ?"
  if ((!fields.empty() || evidence.words() <= few_words) && sends != receives)
    return sends ? Direction::outgoing : Direction::incoming;
  return std::nullopt;
}

std::vector<std::uint16_t> concepts_in(const Evidence& evidence) {
  std::vector<std::uint16_t> concepts;
  for (const Spot& spot : evidence.concepts()) concepts.push_back(spot.meaning.index);
  return concepts;
}

std::optional<std::uint16_t> client_in(const Evidence& evidence) {
  // A program says more than the machine it runs on: "Outlook on my iPhone" is Outlook. Files are in order of their
  // names, so the more telling one is marked by the file itself.
  const Spot* best = nullptr;
  const auto rank = [&](const Spot& spot) {
    return 2 * evidence.knowledge().guides[spot.meaning.index].rank + (evidence.follows(Cue::inside, spot) ? 1 : 0);
  };
  for (const Spot& spot : evidence.clients()) {
    if (best == nullptr || rank(spot) > rank(*best)) best = &spot;
  }
  if (best == nullptr) return std::nullopt;
  return best->meaning.index;
}

namespace {

// How strongly a problem is told, and within how many words its cues stand.
struct Told {
  int strength = 0;
  int span = 0;
};

int strength_of_name(std::size_t problem, const Evidence& evidence) {
  constexpr int own_name = 6;
  int strength = 0;
  for (const Spot& spot : evidence.problems()) {
    if (spot.meaning.index == problem) strength = std::max(strength, own_name + (spot.end - spot.begin > 1 ? 1 : 0));
  }
  return strength;
}

Told told_by_cues(const Problem& problem, const Evidence& evidence) {
  constexpr int two_cues = 4;
  constexpr int each_of_several = 3;
  Told best;
  for (const auto& when : problem.when) {
    const auto span = evidence.together(when);
    const int worth = when.size() == 2 ? two_cues : each_of_several * static_cast<int>(when.size());
    if (!span || worth < best.strength || (worth == best.strength && *span >= best.span)) continue;
    best = {worth, *span};
  }
  return best;
}

Told told(std::size_t problem, const Evidence& evidence) {
  const int name = strength_of_name(problem, evidence);
  const Told cues = told_by_cues(evidence.knowledge().problems[problem], evidence);
  const bool twice = name > 0 && cues.strength > 0;
  return {std::max(name, cues.strength) + (twice ? 1 : 0), cues.span};
}

}  // namespace

ProblemFound problem_in(const Evidence& evidence) {
  ProblemFound found;
  int nearest = 0;
  for (std::size_t index = 0; index < evidence.knowledge().problems.size(); ++index) {
    const auto [strength, span] = told(index, evidence);
    const bool closer = strength == found.strength && span < nearest;  // "can't send, receiving is fine"
    if (strength == 0 || (strength <= found.strength && !closer)) continue;
    found = {static_cast<std::uint16_t>(index), strength};
    nearest = span;
  }
  return found;
}

std::optional<std::uint16_t> general_guide_in(const Evidence& evidence) {
  const auto& guides = evidence.knowledge().guides;
  for (const Spot& spot : evidence.spots()) {
    if (spot.meaning.kind == Meaning::Kind::guide && guides[spot.meaning.index].client.empty())
      return spot.meaning.index;
  }
  for (std::size_t index = 0; index < guides.size(); ++index) {
    for (const auto& when : guides[index].when) {
      if (evidence.together(when)) return static_cast<std::uint16_t>(index);
    }
  }
  return std::nullopt;
}

namespace {

// How many different numbers are named of a concept whose values are numbers: 465 and 587 are two ports.
std::size_t numbers_of(std::uint16_t index, const Evidence& evidence) {
  std::vector<std::string_view> numbers;
  for (const Spot& spot : evidence.spots()) {
    if (spot.meaning != Meaning{Meaning::Kind::concept_, index}) continue;
    const std::string_view word = evidence.reading().word(spot.end - std::size_t{1});
    if (is_number(word) && std::find(numbers.begin(), numbers.end(), word) == numbers.end()) numbers.push_back(word);
  }
  return numbers.size();
}

}  // namespace

std::optional<std::uint16_t> comparison_in(const Evidence& evidence) {
  if (!evidence.comparisons().empty()) return evidence.comparisons().front().meaning.index;
  const auto& concepts = evidence.knowledge().concepts;
  const auto mentioned = [&](std::uint16_t index) {
    return std::any_of(evidence.concepts().begin(), evidence.concepts().end(),
                       [&](const Spot& spot) { return spot.meaning.index == index; });
  };
  for (std::size_t index = 0; index < concepts.size(); ++index) {
    const auto& compared = concepts[index].compares;
    if (compared.size() > 1 && std::all_of(compared.begin(), compared.end(), mentioned))
      return static_cast<std::uint16_t>(index);
    // "Is 465 still recommended?" weighs it against the other ones.
    const std::size_t enough = evidence.domain() == nullptr && evidence.has(Cue::advise) ? 1 : 2;
    if (compared.size() == 1 && numbers_of(compared.front(), evidence) >= enough)
      return static_cast<std::uint16_t>(index);
  }
  return std::nullopt;
}

}  // namespace facteur
