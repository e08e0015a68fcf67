#include "bot/clause_bounds.h"

#include <algorithm>

namespace facteur {
namespace {

bool begins_a_question(const Spot& spot) {
  return is_cue(spot, Cue::what) || is_cue(spot, Cue::how) || is_cue(spot, Cue::ask) || is_cue(spot, Cue::explain) ||
         is_cue(spot, Cue::compare) || is_cue(spot, Cue::advise) || is_cue(spot, Cue::whether);
}

// Whether a question opens at the token or within two words of it, and not inside a concept's name.
bool opens_a_question(const Reading& reading, std::uint16_t token) {
  const bool inside = std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.meaning.kind == Meaning::Kind::concept_ && spot.begin < token && token < spot.end;
  });
  if (inside) return false;
  return std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.begin >= token && spot.begin <= token + 2 && begins_a_question(spot) &&
           !begins_at(reading.spots, Cue::negation, spot.end);  // "envoie pas"
  });
}

// "The incoming server for nplus and the outgoing port for gabsky", "nplus doesn't send and gabsky doesn't receive":
// what is asked or told of another account begins there.
bool begins_with_another_account(const Reading& reading, const Clause& clause, std::uint16_t token) {
  const DomainMention* before = nullptr;
  const DomainMention* after = nullptr;
  for (const DomainMention& mention : reading.domains) {
    if (mention.begin >= clause.begin && mention.begin < token) before = &mention;
    if (mention.begin > token && after == nullptr) after = &mention;
  }
  if (before == nullptr || after == nullptr || !after->known() || before->candidates == after->candidates) return false;
  const auto any_spot = [&](auto is) { return std::any_of(reading.spots.begin(), reading.spots.end(), is); };
  const bool asks_of_it = any_spot([&](const Spot& spot) {
    return spot.meaning.kind == Meaning::Kind::concept_ && token <= spot.begin && spot.begin < after->begin;
  });
  const bool fails_before = any_spot(
      [&](const Spot& spot) { return tells_trouble(spot) && clause.begin <= spot.begin && spot.end <= token; });
  const bool fails_after = any_spot([&](const Spot& spot) { return tells_trouble(spot) && spot.begin >= after->end; });
  return asks_of_it || (fails_before && fails_after);
}

// "What is STARTTLS and the outgoing port of nplus": a bare concept is explained, what has an article is a value. Both
// are values in "what's the SMTP and the port of nplus".
bool begins_after_explanation(const Reading& reading, const Clause& clause, std::uint16_t token) {
  if (!begins_at(reading.spots, Cue::definite, token + std::size_t{1})) return false;
  const auto ends_at = [&](Cue cue, std::uint16_t place) {
    return std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
      return is_cue(spot, cue) && spot.begin >= clause.begin && spot.end == place;
    });
  };
  const bool explained = std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.meaning.kind == Meaning::Kind::concept_ && spot.end == token && spot.begin > clause.begin &&
           reading.word(spot.begin - std::size_t{1}) != reading.word(token + std::size_t{1}) &&
           (ends_at(Cue::what, spot.begin) || ends_at(Cue::explain, spot.begin));
  });
  return explained && std::any_of(reading.domains.begin(), reading.domains.end(),
                                  [&](const DomainMention& mention) { return mention.begin > token; });
}

// "… on my iPad, and IMAP or POP, while I'm at it?"
bool begins_with_choice(const Reading& reading, std::uint16_t token) {
  const auto concept_at = [&](std::size_t place) {
    return std::find_if(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
      return spot.meaning.kind == Meaning::Kind::concept_ && spot.begin == place;
    });
  };
  const auto first = concept_at(token + std::size_t{1});
  return first != reading.spots.end() && begins_at(reading.spots, Cue::alternative, first->end) &&
         concept_at(first->end + std::size_t{1}) != reading.spots.end();
}

// Whether a new question may begin at the token: with a sentence, or after "et", "and", a comma or a break.
bool may_begin_clause(const Reading& reading, const Clause& clause, std::uint16_t token) {
  const Token& first = reading.tokens[token];
  if (first.sentence != reading.tokens[token - std::size_t{1}].sentence) return true;
  const bool joining = begins_at(reading.spots, Cue::joining, token);
  const bool listed = joining || first.after_comma;
  if (!listed && !first.after_break) return false;
  return opens_a_question(reading, token) || (listed && begins_with_another_account(reading, clause, token)) ||
         (joining && (begins_after_explanation(reading, clause, token) || begins_with_choice(reading, token)));
}

// Whether the tokens name anything that may be asked about.
bool names_something(const Reading& reading, const Clause& clause) {
  const auto inside = [&](const auto& each) { return clause.begin <= each.begin && each.begin < clause.end; };
  return std::any_of(reading.domains.begin(), reading.domains.end(), inside) ||
         std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
           return inside(spot) && (spot.meaning.kind != Meaning::Kind::cue || is_cue(spot, Cue::trouble) ||
                                   is_cue(spot, Cue::cannot) || is_cue(spot, Cue::send) || is_cue(spot, Cue::receive) ||
                                   is_cue(spot, Cue::mail) || is_cue(spot, Cue::server) || is_cue(spot, Cue::human));
         });
}

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading) {
  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  std::vector<Clause> clauses{{0, size}};
  for (std::uint16_t token = 1; token < size; ++token) {
    if (!may_begin_clause(reading, clauses.back(), token)) continue;
    clauses.back().end = token;
    if (clauses.size() > 1 && !names_something(reading, clauses.back())) clauses.pop_back();
    clauses.push_back({token, size});
  }
  if (clauses.size() > 1 && !names_something(reading, clauses.back())) clauses.pop_back();
  clauses.back().end = size;
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) clauses[i].end = clauses[i + 1].begin;
  return clauses;
}

}  // namespace facteur
