#include "bot/subjects.h"

#include <algorithm>

#include "bot/parts.h"
#include "bot/slots.h"

namespace facteur {

std::optional<std::uint16_t> client_in(const Evidence& evidence) {
  // A program says more than the machine it runs on: "Outlook on my iPhone" is Outlook. Files are in order of their
  // names, so the more telling one is marked by the file itself.
  const Spot* best = nullptr;
  const auto rank = [&](const Spot& spot) {
    return 2 * evidence.knowledge().guides[spot.meaning.index].rank + (evidence.follows(Cue::inside, spot) ? 1 : 0);
  };
  const auto& clients = evidence.clients();
  const bool all_denied =
      std::all_of(clients.begin(), clients.end(), [&](const Spot& spot) { return evidence.denies(spot); });
  for (const Spot& spot : clients) {
    if (!all_denied && evidence.denies(spot)) continue;  // "not Outlook, Thunderbird"
    if (best == nullptr || rank(spot) > rank(*best)) best = &spot;
  }
  if (best == nullptr) return std::nullopt;
  return best->meaning.index;
}

std::optional<std::uint16_t> general_guide_in(const Evidence& evidence) {
  const auto& guides = evidence.knowledge().guides;
  for (const Spot& spot : evidence.spots()) {
    if (spot.meaning.kind == Meaning::Kind::guide && guides[spot.meaning.index].client.empty())
      return spot.meaning.index;
  }
  for (std::size_t index = 0; index < guides.size(); ++index) {
    if (!evidence.may_meet(guides[index])) continue;
    for (const When& when : guides[index].when) {
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
  const std::vector<std::uint16_t> mentioned = concepts_in(evidence);
  for (std::size_t index = 0; index < concepts.size(); ++index) {
    const auto& compared = concepts[index].compares;
    if (compares_all(concepts[index], mentioned)) return static_cast<std::uint16_t>(index);
    // "Is 465 still recommended?" weighs it against the other ones.
    const std::size_t enough = evidence.domain() == nullptr && evidence.has(Cue::advise) ? 1 : 2;
    if (compared.size() == 1 && numbers_of(compared.front(), evidence) >= enough)
      return static_cast<std::uint16_t>(index);
  }
  return std::nullopt;
}

}  // namespace facteur
