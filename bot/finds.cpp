#include "bot/finds.h"

#include <algorithm>

namespace facteur {
namespace {

std::uint16_t token_at(const std::vector<Token>& tokens, std::uint32_t offset) {
  const auto after =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.end <= offset; });
  return static_cast<std::uint16_t>(after - tokens.begin());
}

void find_expressions(Reading& reading, const Knowledge& knowledge) {
  thread_local std::vector<PatternSet::Hit> hits;
  hits.clear();
  knowledge.expressions.find(reading.folded, hits);
  for (const PatternSet::Hit& hit : hits) {
    const std::uint32_t pattern = knowledge.expression_patterns[hit.pattern];
    const std::uint16_t begin = token_at(reading.tokens, hit.span.begin);
    auto end = token_at(reading.tokens, hit.span.end);
    if (end < reading.tokens.size() && reading.tokens[end].span.begin < hit.span.end) ++end;
    if (begin < end) reading.spots.push_back({knowledge.patterns[pattern].meaning, pattern, begin, end});
  }
}

// Of one pattern's words and phrases, finds that begin at one word give way to the longest, and none begins inside
// another.
void add_find(Reading& reading, const Knowledge& knowledge, std::uint32_t pattern, std::size_t begin, std::size_t end) {
  const Spot found{knowledge.patterns[pattern].meaning, pattern, static_cast<std::uint16_t>(begin),
                   static_cast<std::uint16_t>(end)};
  const auto earlier = std::find_if(reading.spots.rbegin(), reading.spots.rend(),
                                    [&](const Spot& spot) { return spot.pattern == pattern; });
  if (earlier == reading.spots.rend() || earlier->end <= found.begin)
    reading.spots.push_back(found);
  else if (earlier->begin == found.begin)
    earlier->end = std::max(earlier->end, found.end);
}

enum class Gap : std::uint8_t { none, space, sign };

// What stands between the word and the next one: a space, or a slash ("SSL / TLS") or a dot ("s.v.p."), and nothing
// else.
Gap gap_after(const Reading& reading, std::size_t token) {
  if (token + 1 == reading.tokens.size()) return Gap::none;
  const std::uint32_t end = reading.tokens[token].span.end;
  const std::string_view between =
      std::string_view(reading.folded).substr(end, reading.tokens[token + 1].span.begin - end);
  if (between == " ") return Gap::space;
  return between == "/" || between == "." || between == " / " ? Gap::sign : Gap::none;
}

// Calls visit with each stem that the token's word begins with, the longest first.
template <typename Visit>
void each_stem(const Reading& reading, std::size_t token, const Knowledge& knowledge, Visit visit) {
  const Stem* stem = reading.tokens[token].stem;
  while (stem != nullptr) {
    visit(*stem);
    stem = knowledge.lexicon.longest_stem(reading.word(token).substr(0, stem->length - 1));
  }
}

// Follows the phrases that go on with the token's word, from the node that the words since `first` led to. Beyond a
// sign a phrase goes on with words of its own only: "incoming/outgoing server" is no incoming one.
void follow_phrases(Reading& reading, const Knowledge& knowledge, std::size_t first, std::size_t token,
                    PhraseTree::Node from, Gap before) {
  const auto take = [&](PhraseTree::Word word) {
    const PhraseTree::Node node = knowledge.phrases.next(from, word);
    if (node == PhraseTree::root) return;
    knowledge.phrases.each_pattern(
        node, [&](std::uint32_t pattern) { add_find(reading, knowledge, pattern, first, token + 1); });
    if (!knowledge.phrases.goes_on(node)) return;
    if (const Gap after = gap_after(reading, token); after != Gap::none)
      follow_phrases(reading, knowledge, first, token + 1, node, after);
  };
  knowledge.phrases.each_meeting(
      from, [&](PhraseTree::Node met) { follow_phrases(reading, knowledge, first, token, met, before); });
  if (const KnownWord* known = reading.tokens[token].known; known != nullptr) take(known->number);
  each_stem(reading, token, knowledge, [&](const Stem& stem) { take(stem.number); });
  const std::string_view word = reading.word(token);
  if (word.front() == '@' || before == Gap::sign) return;  // a domain is no word
  take(PhraseTree::any_word);
  if (is_number(word)) take(PhraseTree::any_number);
}

void find_word(Reading& reading, const Knowledge& knowledge, std::size_t token) {
  const auto add = [&](std::uint32_t pattern) { add_find(reading, knowledge, pattern, token, token + 1); };
  if (const KnownWord* known = reading.tokens[token].known; known != nullptr)
    std::for_each(known->patterns.begin(), known->patterns.end(), add);
  each_stem(reading, token, knowledge,
            [&](const Stem& stem) { std::for_each(stem.patterns.begin(), stem.patterns.end(), add); });
}

}  // namespace

void know_word(Reading& reading, std::size_t token, const Knowledge& knowledge) {
  const std::string_view word = reading.word(token);
  reading.tokens[token].known = knowledge.lexicon.find(word);
  reading.tokens[token].stem = knowledge.lexicon.longest_stem(word);
}

void find_all(Reading& reading, const Knowledge& knowledge) {
  reading.spots.clear();
  reading.spots.reserve(2 * reading.tokens.size());
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    find_word(reading, knowledge, token);
    follow_phrases(reading, knowledge, token, token, PhraseTree::root, Gap::space);
  }
  find_expressions(reading, knowledge);
}

}  // namespace facteur
