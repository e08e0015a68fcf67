#include "bot/named_domains.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

constexpr std::size_t longest_name_in_words = 3;  // "henri et moi"
constexpr std::size_t shortest_misspelt = 6;
constexpr std::size_t shortest_strange_word = 4;
constexpr std::size_t longest_by_chance = 10;  // letters that ordinary words may share with a name by chance

// Whether the words just before lead to a name: "chez", "for".
bool led_to(const Reading& reading, std::size_t token, const Knowledge& knowledge) {
  if (token == 0) return false;
  const KnownWord* before = reading.tokens[token - 1].known;
  if (before == nullptr) return false;
  for (const std::uint32_t pattern : before->patterns) {
    if (is_cue(knowledge.patterns[pattern].meaning, Cue::toward)) return true;
  }
  return false;
}

// "gabsky com", "nplus point ca": where the ending that stands at the token ends, or the token itself.
std::size_t after_ending(const Reading& reading, std::size_t token, const Knowledge& knowledge) {
  constexpr std::size_t longest_word_for_a_dot = 5;
  const auto is_ending = [&](std::size_t each) {
    return each < reading.tokens.size() &&
           std::binary_search(knowledge.domain_endings.begin(), knowledge.domain_endings.end(), reading.word(each));
  };
  if (is_ending(token)) return token + 1;
  return is_ending(token + 1) && reading.word(token).size() <= longest_word_for_a_dot ? token + 2 : token;
}

// "nplusca": the domain that the word is, with its dot left out.
std::optional<DomainIndex::Id> domain_without_dot(const Reading& reading, std::size_t token, Slips slips,
                                                  const Knowledge& knowledge) {
  const std::string_view word = reading.word(token);
  if (slips == Slips::some || reading.tokens[token].known != nullptr) return std::nullopt;
  constexpr std::size_t shortest_name = 4;
  constexpr std::size_t longest_ending = 4;
  for (std::size_t ending = 2; ending <= longest_ending && word.size() >= shortest_name + ending; ++ending) {
    const std::string_view last = word.substr(word.size() - ending);
    if (!std::binary_search(knowledge.domain_endings.begin(), knowledge.domain_endings.end(), last)) continue;
    const std::string dotted = std::string(word.substr(0, word.size() - ending)) + "." + std::string(last);
    if (const auto id = knowledge.domains.exact(dotted)) return id;
  }
  return std::nullopt;
}

// Whether ordinary words may be a name where they stand: led to, or several at either end of a sentence ("smtp host n
// plus").
bool stands_as_a_name(const Reading& reading, std::size_t first, std::size_t count, const Knowledge& knowledge) {
  if (led_to(reading, first, knowledge)) return true;
  const std::size_t next = first + count;
  const bool ends = next == reading.tokens.size() || reading.tokens[next].sentence != reading.tokens[first].sentence;
  if (count == 1 || ends) return count > 1;
  if (after_ending(reading, next, knowledge) > next) return true;
  const bool begins = first == 0 || reading.tokens[first - 1].sentence != reading.tokens[first].sentence;
  const KnownWord* after = reading.tokens[next].known;
  return begins && (after == nullptr || after->languages == 0);  // "n plus config", but not "n plus un"
}

bool begins_like_a_name(const Reading& reading, std::size_t first, std::size_t count, const Knowledge& knowledge) {
  std::array<char, DomainIndex::name_beginning> beginning{};
  std::size_t length = 0;
  for (std::size_t token = first; token < first + count && length < beginning.size(); ++token) {
    for (const char c : reading.word(token)) {
      if (length < beginning.size()) beginning[length++] = c;
    }
  }
  return length == beginning.size() && knowledge.domains.may_begin({beginning.data(), length});
}

// Rules out, without making a string, most words that are no name: it begins like one of ours, or, misspelt, is or
// holds a word that isn't known. A name in several words has its slip further on.
bool may_be_a_name(const Reading& reading, std::size_t first, std::size_t count, Slips slips,
                   const Knowledge& knowledge) {
  if (slips == Slips::none) return begins_like_a_name(reading, first, count, knowledge);
  const std::uint32_t bytes = reading.tokens[first + count - 1].span.end - reading.tokens[first].span.begin;
  if (bytes < shortest_misspelt) return false;
  bool strange = false;
  for (std::size_t token = first; token < first + count; ++token) {
    strange =
        strange || (reading.tokens[token].known == nullptr && reading.word(token).size() >= shortest_strange_word);
  }
  return strange && (count == 1 || begins_like_a_name(reading, first, count, knowledge));
}

// One of our domains called by the words from `first` on, or nothing. Ordinary words are a name only where one is led
// to.
std::optional<DomainMention> domain_in_words(const Reading& reading, std::size_t first, std::size_t count, Slips slips,
                                             const Knowledge& knowledge) {
  std::string joined;
  std::string written;
  bool all_ordinary = true;
  for (std::size_t token = first; token < first + count; ++token) {
    const std::string_view word = reading.word(token);
    if (word == "@") return std::nullopt;
    joined += word;
    written += written.empty() ? "" : " ";
    written += word;
    all_ordinary = all_ordinary && reading.tokens[token].known != nullptr;
  }
  if (joined.size() < 4 || joined.size() > 63) return std::nullopt;
  // Several ordinary words that make a long name one after the other do so on purpose: "quebec internet".
  const bool long_name = count > 1 && joined.size() > longest_by_chance;
  if (all_ordinary && (slips == Slips::some || !(long_name || stands_as_a_name(reading, first, count, knowledge))))
    return std::nullopt;
  if (slips == Slips::none && !knowledge.domains.any_named(joined)) return std::nullopt;
  if (slips == Slips::some && joined.size() < shortest_misspelt) return std::nullopt;
  const auto ids = domains_called(joined, slips, knowledge);
  if (ids.empty()) return std::nullopt;
  if (slips == Slips::some && !knowledge.lexicon.nearest(joined).empty()) return std::nullopt;  // a keyword is likelier
  DomainMention mention{written,
                        std::string(knowledge.domains.name(ids.front())),
                        ids,
                        slips == Slips::none,
                        static_cast<std::uint16_t>(first),
                        static_cast<std::uint16_t>(first + count)};
  return mention;
}

}  // namespace

void take_words_before(const Reading& reading, DomainMention& mention, const Knowledge& knowledge) {
  std::string joined = mention.written;
  std::string written = mention.written;
  std::size_t first = mention.begin;
  for (std::size_t words = 1; words < longest_name_in_words && first > 0; ++words) {
    const Token& after = reading.tokens[first--];
    if (after.after_comma || after.after_break || after.sentence != reading.tokens[first].sentence) return;
    joined.insert(0, reading.word(first));
    written.insert(0, std::string(reading.word(first)) + " ");
    const auto id = knowledge.domains.exact(joined);
    if (!id) continue;
    mention = {written, joined, {*id}, true, static_cast<std::uint16_t>(first), mention.end};
    return;
  }
}

namespace {

std::optional<DomainMention> mention_at(const Reading& reading, std::size_t first, Slips slips,
                                        const Knowledge& knowledge) {
  const auto place = static_cast<std::uint16_t>(first);
  if (const auto id = domain_without_dot(reading, first, slips, knowledge)) {
    const std::string word(reading.word(first));
    const std::string domain(knowledge.domains.name(*id));
    return DomainMention{word, domain, {*id}, true, place, static_cast<std::uint16_t>(place + 1)};
  }
  const std::size_t most = std::min(longest_name_in_words, reading.tokens.size() - first);
  // However many words follow, it is the first one that a name begins with.
  if (slips == Slips::none && reading.word(first).size() >= DomainIndex::name_beginning &&
      !begins_like_a_name(reading, first, 1, knowledge))
    return std::nullopt;
  for (std::size_t count = most; count > 0; --count) {
    if (!may_be_a_name(reading, first, count, slips, knowledge)) continue;
    auto mention = domain_in_words(reading, first, count, slips, knowledge);
    if (!mention) continue;
    mention->end = static_cast<std::uint16_t>(after_ending(reading, mention->end, knowledge));
    return mention;
  }
  return std::nullopt;
}

// "Settings for yahoo": another provider's name is a domain that isn't ours.
void find_other_provider(Reading& reading, const Knowledge& knowledge) {
  const auto& others = knowledge.other_providers;
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const std::string_view word = reading.word(token);
    if (std::find(others.begin(), others.end(), word) == others.end()) continue;
    const std::string name(word);
    const auto place = static_cast<std::uint16_t>(token);
    reading.domains.push_back({name, name, {}, false, place, static_cast<std::uint16_t>(place + 1)});
    return;
  }
}

}  // namespace

void find_named_domains(Reading& reading, const Knowledge& knowledge) {
  for (const Slips slips : {Slips::none, Slips::some}) {
    const bool found = std::any_of(reading.domains.begin(), reading.domains.end(),
                                   [](const auto& each) { return !each.candidates.empty(); });
    if (found && slips == Slips::some) break;
    for (std::size_t first = 0; first < reading.tokens.size(); ++first) {
      auto mention = mention_at(reading, first, slips, knowledge);
      if (!mention) continue;
      first = mention->end - std::size_t{1};
      reading.domains.push_back(std::move(*mention));
    }
  }
  if (reading.domains.empty()) find_other_provider(reading, knowledge);
  std::stable_sort(reading.domains.begin(), reading.domains.end(),
                   [](const auto& one, const auto& other) { return one.begin < other.begin; });
}

}  // namespace facteur
