#include "bot/evidence.h"

#include <algorithm>
#include <bitset>
#include <cstdlib>

#include "bot/words.h"

namespace facteur {
namespace {

bool overlap(const Spot& a, const Spot& b) { return a.begin < b.end && b.begin < a.end; }

bool is_comparison(const Concept& topic) { return !topic.compares.empty(); }

void add_once(std::vector<Spot>& spots, const Spot& spot) {
  const bool seen =
      std::any_of(spots.begin(), spots.end(), [&](const Spot& each) { return each.meaning == spot.meaning; });
  if (!seen) spots.push_back(spot);
}

}  // namespace

Evidence::Evidence(const Reading& reading, const Knowledge& knowledge, std::uint16_t begin, std::uint16_t end)
    : reading_(&reading), knowledge_(&knowledge), begin_(begin), end_(end) {
  spots_.reserve(reading.spots.size());
  for (const Spot& spot : reading.spots) {
    if (covers(spot.begin)) sort_in(spot);
  }
  int best = -1;
  for (const DomainMention& mention : reading.domains) {
    if (!covers(mention.begin)) continue;
    const int worth = worth_of(mention);
    if (worth <= best) continue;
    domain_ = &mention;
    best = worth;
  }
  find_weighed_words();
}

void Evidence::find_weighed_words() {
  std::bitset<most_weighed_words> seen;
  for (std::size_t token = begin_; token < end_; ++token) {
    const WordWeights* const word = reading_->tokens[token].weights;
    if (word == nullptr) continue;
    const auto number = static_cast<std::size_t>(word - word_weights().data());
    if (seen.test(number)) continue;
    seen.set(number);
    weighed_words_.push_back(word);
  }
}

void Evidence::sort_in(const Spot& spot) {
  spots_.push_back(spot);
  switch (spot.meaning.kind) {
    case Meaning::Kind::cue:
      cues_.set(spot.meaning.index);
      break;
    case Meaning::Kind::concept_:
      add_once(is_comparison(concept_of(spot)) ? comparisons_ : concepts_, spot);
      break;
    case Meaning::Kind::guide:
      if (!knowledge_->guides[spot.meaning.index].client.empty()) add_once(clients_, spot);
      break;
    case Meaning::Kind::problem:
      problems_.push_back(spot);
      break;
  }
}

// Ours before others', what isn't denied ("not gabsky, nplus"), and an account before the server that is to be its
// ("is smtp.nplus.ca right for marie@henrietmoi.ca?").
int Evidence::worth_of(const DomainMention& mention) const {
  if (mention.candidates.empty()) return 0;
  if (is_denied(mention)) return 1;
  return names_host(*reading_, mention) ? 2 : 3;
}

bool Evidence::is_denied(const DomainMention& mention) const { return ends_at(spots_, Cue::negation, mention.begin); }

bool Evidence::is_question() const {
  const std::vector<bool>& asks = reading_->asks;
  for (std::uint16_t token = begin_; token < end_; ++token) {
    const std::size_t sentence = reading_->tokens[token].sentence;
    const std::size_t next = token + std::size_t{1};
    const bool ends = next == reading_->tokens.size() || reading_->tokens[next].sentence != sentence;
    if (ends && sentence < asks.size() && asks[sentence]) return true;
  }
  return false;
}

bool Evidence::only_states() const {
  return !is_question() &&
         !has_any(Cue::what, Cue::ask, Cue::how, Cue::settings, Cue::explain, Cue::compare, Cue::advise);
}

bool Evidence::near(Cue one, Cue other, int reach) const {
  for (const Spot& a : spots_) {
    if (!is_cue(a, one)) continue;
    for (const Spot& b : spots_) {
      if (is_cue(b, other) && !overlap(a, b) &&
          std::abs(static_cast<int>(a.begin) - static_cast<int>(b.begin)) <= reach)
        return true;
    }
  }
  return false;
}

bool Evidence::follows(Cue cue, const Spot& spot, int between) const {
  return std::any_of(spots_.begin(), spots_.end(), [&](const Spot& before) {
    return is_cue(before, cue) && before.end <= spot.begin && before.end + between >= spot.begin;
  });
}

bool Evidence::leads_to_concept(Cue cue, int between) const {
  return std::any_of(concepts_.begin(), concepts_.end(),
                     [&](const Spot& topic) { return follows(cue, topic, between); });
}

bool Evidence::denies(const Spot& denied) const {
  if (follows(Cue::negation, denied)) return true;
  const bool apart = std::any_of(spots_.begin(), spots_.end(), [&](const Spot& spot) {
    return spot.meaning.kind != Meaning::Kind::cue && spot.begin + 1 == denied.begin;  // "not IMAP, POP"
  });
  return !apart && follows(Cue::negation, denied, 1);
}

std::optional<int> Evidence::span_of(const std::vector<Meaning>& meanings) const {
  constexpr int reach_of_two = 10;
  constexpr int reach_of_each_more = 6;
  const int reach = reach_of_two + reach_of_each_more * (static_cast<int>(meanings.size()) - 2);
  std::optional<int> best;
  for (const Spot& first : spots_) {
    if (first.meaning != meanings.front()) continue;
    const auto span = span_from(first, meanings);
    if (span && *span <= reach && (!best || *span < *best)) best = span;
  }
  return best;
}

std::optional<int> Evidence::span_from(const Spot& first, const std::vector<Meaning>& meanings) const {
  std::vector<const Spot*> chosen{&first};
  for (std::size_t i = 1; i < meanings.size(); ++i) {
    const Spot* nearest = nearest_to(first, meanings[i], chosen);
    if (nearest == nullptr) return std::nullopt;
    chosen.push_back(nearest);
  }
  const auto [low, high] = std::minmax_element(chosen.begin(), chosen.end(),
                                               [](const Spot* a, const Spot* b) { return a->begin < b->begin; });
  return static_cast<int>((*high)->end) - static_cast<int>((*low)->begin);
}

const Spot* Evidence::nearest_to(const Spot& first, Meaning meaning, const std::vector<const Spot*>& taken) const {
  const auto distance = [&](const Spot& spot) {
    return std::abs(static_cast<int>(spot.begin) - static_cast<int>(first.begin));
  };
  const Spot* nearest = nullptr;
  for (const Spot& spot : spots_) {
    if (spot.meaning != meaning || (nearest != nullptr && distance(spot) >= distance(*nearest))) continue;
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const Spot* each) { return overlap(*each, spot); });
    if (free) nearest = &spot;
  }
  return nearest;
}

}  // namespace facteur
