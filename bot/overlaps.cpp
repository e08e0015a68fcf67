#include "bot/overlaps.h"

#include <algorithm>
#include <array>
#include <utility>

namespace facteur {
namespace {

bool inside(const Spot& inner, const Spot& outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool is_other_subject(const Spot& spot) { return is_cue(spot, Cue::elsewhere) || is_cue(spot, Cue::programming); }

// A word that the message's language uses for its grammar is no word of another language: "on", "plus".
bool is_foreign(const Spot& spot, const Reading& reading, const Knowledge& knowledge) {
  const auto language = knowledge.patterns[spot.pattern].language;
  if (spot.meaning.kind != Meaning::Kind::cue || !reading.language || !language || *language == *reading.language)
    return false;
  if (spot.end - spot.begin > 1) return false;
  const KnownWord* known = reading.tokens[spot.begin].known;
  return known != nullptr && known->is_function_word_of(*reading.language);
}

// A word of a name that is written apart is that name's alone: "n plus", "quebec internet".
bool is_part_of_name(const Spot& spot, const Reading& reading) {
  return std::any_of(reading.domains.begin(), reading.domains.end(), [&](const DomainMention& mention) {
    return mention.end - mention.begin > 1 && mention.begin <= spot.begin && spot.end <= mention.end;
  });
}

// A longer find of the first cue says more than one of the second that it holds.
constexpr std::array<std::pair<Cue, Cue>, 7> more_telling{{
    {Cue::cannot, Cue::receive},  // "je n'arrive pas à envoyer": nothing is said of what arrives
    {Cue::follow, Cue::explain},  // "non, en POP je veux dire": no meaning is asked for
    {Cue::ask, Cue::trouble},     // "je ne sais pas quel port": nothing fails
    {Cue::ask, Cue::negation},
    {Cue::ask, Cue::human},     // "rappelez-moi le port": nobody is to call
    {Cue::how, Cue::negation},  // "pas à pas"
    {Cue::how, Cue::cannot},
}};

bool says_more(const Spot& longer, const Spot& inner) {
  return std::any_of(more_telling.begin(), more_telling.end(),
                     [&](const auto& cues) { return is_cue(longer, cues.first) && is_cue(inner, cues.second); });
}

// Whether the outer find makes the inner one void: a decoy does, and so does a longer find of the same kind.
bool voids(const Spot& outer, const Spot& inner, const Knowledge& knowledge) {
  if (!inside(inner, outer)) return false;
  if (is_cue(outer, Cue::decoy))
    return !is_cue(inner, Cue::decoy) && !is_cue(inner, Cue::thanks) && !is_other_subject(inner);
  const bool longer = outer.end - outer.begin > inner.end - inner.begin;
  // "I don't get what…" is about understanding, "mail delivery failed" about mail.
  if (is_cue(outer, Cue::explain) && longer)
    return inner.meaning.kind == Meaning::Kind::problem || is_cue(inner, Cue::trouble);
  if (longer && says_more(outer, inner)) return true;
  // "Lire mes courriels sans rien installer" is webmail: nothing fails there, and nothing is set up.
  const bool of_a_concept = outer.meaning.kind == Meaning::Kind::concept_ && longer;
  if (of_a_concept && (is_cue(inner, Cue::connect) || is_cue(inner, Cue::negation) || is_cue(inner, Cue::set_up)))
    return true;
  // "If I delete it on my phone, is it deleted on the computer": nothing was lost.
  constexpr int a_sentence = 4;
  const bool only_for_whens =
      inner.meaning.kind == Meaning::Kind::cue && inner.meaning.index >= static_cast<std::uint16_t>(Cue::count_);
  if (of_a_concept && outer.end - outer.begin >= a_sentence && only_for_whens) return true;
  if (is_other_subject(inner)) return longer && outer.meaning.kind != Meaning::Kind::cue;
  if (outer.meaning.kind != inner.meaning.kind || outer.meaning == inner.meaning) return false;
  if (outer.meaning.kind == Meaning::Kind::cue || outer.end - outer.begin == inner.end - inner.begin) return false;
  const bool comparison =
      outer.meaning.kind == Meaning::Kind::concept_ && !knowledge.concepts[outer.meaning.index].compares.empty();
  // "serveur sortant SMTP" is about SMTP too.
  const bool protocol =
      inner.meaning.kind == Meaning::Kind::concept_ && knowledge.concepts[inner.meaning.index].protocol.has_value();
  return !comparison && !protocol && outer.meaning.kind != Meaning::Kind::problem;
}

// Whether two finds say the same of the same words: a pattern may stand in several files.
bool same(const Spot& a, const Spot& b) { return a.begin == b.begin && a.end == b.end && a.meaning == b.meaning; }

}  // namespace

void drop_void_spots(Reading& reading, const Knowledge& knowledge) {
  std::vector<Spot>& spots = reading.spots;
  std::erase_if(
      spots, [&](const Spot& spot) { return is_foreign(spot, reading, knowledge) || is_part_of_name(spot, reading); });
  std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.begin < b.begin; });
  // Only a find of several words, or a decoy, can make another one void, and only one that hasn't ended yet.
  std::vector<Spot> outers;
  auto next = spots.begin();
  std::vector<Spot> kept;
  kept.reserve(spots.size());
  for (const Spot& inner : spots) {
    std::erase_if(outers, [&](const Spot& outer) { return outer.end <= inner.begin; });
    for (; next != spots.end() && next->begin <= inner.begin; ++next) {
      if (next->end - next->begin > 1 || is_cue(*next, Cue::decoy)) outers.push_back(*next);
    }
    const auto is_void = [&](const Spot& outer) {
      return !(outer.pattern == inner.pattern && same(outer, inner)) && voids(outer, inner, knowledge);
    };
    if (std::any_of(outers.begin(), outers.end(), is_void)) continue;
    const auto is_same = [&](const Spot& other) { return same(other, inner); };
    const auto near_end = kept.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(kept.size(), 8));
    if (std::none_of(near_end, kept.end(), is_same)) kept.push_back(inner);
  }
  spots = std::move(kept);
}

}  // namespace facteur
