#include "knowledge/lexicon.h"

#include <algorithm>

#include "knowledge/edit_distance.h"

namespace facteur {
namespace {

constexpr std::size_t longest_corrected = 24;

// Calls visit with the word and with every form of it that lacks one letter.
template <typename Visit>
void each_shortened(std::string_view word, Visit visit) {
  visit(word);
  std::string shorter(word.substr(1));
  for (std::size_t left_out = 0; left_out < word.size(); ++left_out) {
    visit(std::string_view(shorter));
    if (left_out < shorter.size()) shorter[left_out] = word[left_out];
  }
}

// FNV-1a, a letter at a time: short words, no call.
constexpr std::uint64_t spread_of_none = 0xCBF29CE484222325U;
std::uint64_t spread_on(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U; }
std::uint64_t spread(std::string_view word) {
  std::uint64_t hash = spread_of_none;
  for (const char c : word) hash = spread_on(hash, c);
  return hash;
}

// How unlike two words one slip apart are: a slip at the first letter is rarer than any other, a swap the commonest.
constexpr int most_unlike = 2;
int unlikeness(std::string_view word, std::string_view candidate) {
  if (word.front() != candidate.front()) return most_unlike;
  return word.size() == candidate.size() ? 0 : 1;
}

}  // namespace

void Lexicon::add(std::string_view word, std::uint32_t pattern, Spelling spelling) {
  auto& known = entry(word);
  known.second.patterns.push_back(pattern);
  if (spelling == Spelling::exact || word.size() < 4 || word.size() > longest_corrected) return;
  each_shortened(word, [&](std::string_view form) {
    shortened_filter_.add(spread(form));
    auto& sources = shortened_[std::string(form)];
    if (std::find(sources.begin(), sources.end(), word) == sources.end()) sources.emplace_back(known.first);
  });
}

std::pair<const std::string, KnownWord>& Lexicon::entry(std::string_view word) {
  if (const auto found = words_.find(word); found != words_.end()) return *found;
  auto& fresh = *words_.try_emplace(std::string(word)).first;
  fresh.second.number = ++last_number_;
  return fresh;
}

Stem& Lexicon::stem_entry(std::string_view stem) {
  const auto [entry, fresh] = stems_.try_emplace(std::string(stem));
  if (fresh) {
    entry->second.number = ++last_number_;
    entry->second.length = static_cast<std::uint32_t>(stem.size());
    stem_filter_.add(spread(stem));
  }
  return entry->second;
}

void Lexicon::add_function_word(std::string_view word, LanguageId language) {
  entry(word).second.languages |= std::uint32_t{1} << language;
}

const KnownWord* Lexicon::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

const Stem* Lexicon::longest_stem(std::string_view word) const {
  const Stem* longest = nullptr;
  std::uint64_t hash = spread_of_none;
  for (std::size_t length = 1; length <= word.size(); ++length) {
    hash = spread_on(hash, word[length - 1]);
    if (length < shortest_stem || !stem_filter_.may_hold(hash)) continue;
    if (const auto found = stems_.find(word.substr(0, length)); found != stems_.end()) longest = &found->second;
  }
  return longest;
}

std::vector<std::string_view> Lexicon::nearest(std::string_view word) const {
  if (word.size() < 3 || word.size() > longest_corrected) return {};
  std::vector<std::string_view> nearest;
  int least_unlikeness = most_unlike;
  each_shortened(word, [&](std::string_view form) {
    if (!shortened_filter_.may_hold(spread(form))) return;
    const auto found = shortened_.find(form);
    if (found == shortened_.end()) return;
    for (const std::string_view candidate : found->second) {
      const bool seen = std::find(nearest.begin(), nearest.end(), candidate) != nearest.end();
      if (seen || edit_distance(word, candidate, 1) > 1) continue;
      // A short word is too easily another one: its first letter must be right.
      if (candidate.size() <= 5 && word.front() != candidate.front()) continue;
      const int unlike = unlikeness(word, candidate);
      if (unlike > least_unlikeness) continue;
      if (unlike < least_unlikeness) nearest.clear();
      least_unlikeness = unlike;
      nearest.emplace_back(candidate);
    }
  });
  return nearest;
}

}  // namespace facteur
