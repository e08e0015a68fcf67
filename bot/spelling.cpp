#include "bot/spelling.h"

#include <algorithm>
#include <optional>

#include "bot/finds.h"
#include "knowledge/fold.h"

namespace facteur {
namespace {

// Whether a find has read the word. One that stands for any word in a cue's phrase wasn't: "what does encription do". A
// password is left as it is.
bool covered(const Reading& reading, std::size_t token) {
  const auto holds = [&](const auto& each) { return each.begin <= token && token < each.end; };
  const auto reads = [&](const Spot& spot) {
    const bool phrase = spot.meaning.kind == Meaning::Kind::cue && spot.end - spot.begin > 1;
    return holds(spot) && (!phrase || is_cue(spot, Cue::secret));
  };
  return std::any_of(reading.spots.begin(), reading.spots.end(), reads) ||
         std::any_of(reading.domains.begin(), reading.domains.end(), holds);
}

bool is_spelt_in_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_letter_or_digit) && std::any_of(word.begin(), word.end(), is_letter);
}

// "denvoyer" is "d envoyer" where the apostrophe was left out.
std::optional<std::string> without_elision(std::string_view word, const Knowledge& knowledge) {
  constexpr std::size_t shortest_rest = 4;
  for (const Language& language : knowledge.languages) {
    for (const std::string& elision : language.elisions) {
      if (!word.starts_with(elision) || word.size() < elision.size() + shortest_rest) continue;
      const std::string_view rest = word.substr(elision.size());
      const KnownWord* known = knowledge.lexicon.find(rest);
      if (known != nullptr && !known->patterns.empty()) return elision + " " + std::string(rest);
    }
  }
  return std::nullopt;
}

// Two words in place of one, the second of which keeps what was known of the place.
void split(Reading& reading, std::size_t token, std::uint32_t elided) {
  Token before = reading.tokens[token];
  before.span.end = before.span.begin + elided;
  Token& after = reading.tokens[token];
  after.span.begin = before.span.end + 1;
  after.after_comma = after.after_break = false;
  reading.tokens.insert(reading.tokens.begin() + static_cast<std::ptrdiff_t>(token), before);
  const auto shift = [&](auto& each) {
    if (each.begin <= token) return;
    ++each.begin;
    ++each.end;
  };
  std::for_each(reading.domains.begin(), reading.domains.end(), shift);
  std::for_each(reading.spots.begin(), reading.spots.end(), shift);
}

// Puts the word into the text in the token's place, and moves all that follows.
void replace(Reading& reading, std::size_t token, std::string_view word) {
  const Span was = reading.tokens[token].span;
  reading.folded.replace(was.begin, was.end - was.begin, word);
  const auto grown = static_cast<std::uint32_t>(word.size()) - (was.end - was.begin);  // modulo 2^32 where it shrinks
  reading.tokens[token].span.end += grown;
  for (std::size_t later = token + 1; later < reading.tokens.size(); ++later) {
    reading.tokens[later].span.begin += grown;
    reading.tokens[later].span.end += grown;
  }
}

// Puts a correction into the text. Returns at which token it ends.
std::size_t put_in(Reading& reading, std::size_t token, std::string_view read_as, const Knowledge& knowledge) {
  replace(reading, token, read_as);
  std::size_t last = token;
  if (const std::size_t space = read_as.find(' '); space != std::string_view::npos)
    split(reading, last++, static_cast<std::uint32_t>(space));
  for (std::size_t each = token; each <= last; ++each) know_word(reading, each, knowledge);
  return last;
}

// "plsu" is "plus": the one word that has a meaning or a grammar of which two neighbouring letters were swapped.
std::optional<std::string> unswapped(std::string_view word, const Knowledge& knowledge) {
  constexpr std::size_t shortest = 4;
  std::optional<std::string> found;
  for (std::size_t i = 0; word.size() >= shortest && i + 1 < word.size(); ++i) {
    std::string swapped(word);
    std::swap(swapped[i], swapped[i + 1]);
    const KnownWord* known = knowledge.lexicon.find(swapped);
    if (known == nullptr || (known->patterns.empty() && known->languages == 0) || found == swapped) continue;
    if (found) return std::nullopt;
    found = std::move(swapped);
  }
  return found;
}

// Whether one of the words' meanings is the same: "thunderbird", "thunderbrid". REQUIRES: the lexicon knows both.
bool mean_the_same(std::string_view one, std::string_view other, const Knowledge& knowledge) {
  const auto& ones = knowledge.lexicon.find(one)->patterns;
  const auto& others = knowledge.lexicon.find(other)->patterns;
  return std::find_first_of(ones.begin(), ones.end(), others.begin(), others.end(),
                            [&](std::uint32_t a, std::uint32_t b) {
                              return knowledge.patterns[a].meaning == knowledge.patterns[b].meaning;
                            }) != ones.end();
}

// What the word most likely was, where it is a slip from one of ours.
std::optional<std::string> mended(std::string_view word, const Knowledge& knowledge) {
  if (auto elided = without_elision(word, knowledge)) return elided;
  const std::vector<std::string_view> nearest = knowledge.lexicon.nearest(word);
  if (nearest.empty()) return unswapped(word, knowledge);
  const bool means_one = std::all_of(nearest.begin() + 1, nearest.end(), [&](std::string_view other) {
    return mean_the_same(nearest.front(), other, knowledge);
  });
  return means_one ? std::optional(std::string(nearest.front())) : std::nullopt;
}

}  // namespace

bool mend_spelling(Reading& reading, const Knowledge& knowledge) {
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const std::string_view word = reading.word(token);
    if (word.size() < 3 || reading.tokens[token].known != nullptr || !is_spelt_in_letters(word)) continue;
    if (covered(reading, token)) continue;
    auto read_as = mended(word, knowledge);
    if (!read_as) continue;
    reading.corrections.push_back({std::string(word), *read_as});
    token = put_in(reading, token, *read_as, knowledge);
  }
  return !reading.corrections.empty();
}

}  // namespace facteur
