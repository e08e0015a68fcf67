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

// How unlike two words one slip apart are: a slip at the first letter is rarer than any other, a swap the commonest.
int unlikeness(std::string_view word, std::string_view candidate) {
  if (word.front() != candidate.front()) return 2;
  return word.size() == candidate.size() ? 0 : 1;
}

}  // namespace

void Lexicon::add(std::string_view word, Pattern pattern, Spelling spelling) {
  words_[std::string(word)].push_back(pattern);
  if (spelling == Spelling::exact || word.size() < 4 || word.size() > longest_corrected) return;
  each_shortened(word, [&](std::string_view form) {
    auto& sources = shortened_[std::string(form)];
    if (std::find(sources.begin(), sources.end(), word) == sources.end()) sources.emplace_back(word);
  });
}

void Lexicon::add_known(std::string_view word) { words_.try_emplace(std::string(word)); }

std::span<const Lexicon::Pattern> Lexicon::patterns(std::string_view word) const {
  const auto found = words_.find(word);
  if (found == words_.end()) return {};
  return found->second;
}

bool Lexicon::knows(std::string_view word) const { return words_.find(word) != words_.end(); }

std::optional<std::string_view> Lexicon::correction(std::string_view word) const {
  if (word.size() < 3 || word.size() > longest_corrected) return std::nullopt;
  std::optional<std::string_view> best;
  int best_unlikeness = 3;
  bool several = false;
  each_shortened(word, [&](std::string_view form) {
    const auto found = shortened_.find(form);
    if (found == shortened_.end()) return;
    for (const std::string& candidate : found->second) {
      if (best == candidate || edit_distance(word, candidate, 1) > 1) continue;
      // A short word is too easily another one: its first letter must be right.
      if (candidate.size() <= 5 && word.front() != candidate.front()) continue;
      const int unlike = unlikeness(word, candidate);
      several = unlike == best_unlikeness;
      if (unlike > best_unlikeness || several) continue;
      best = candidate;
      best_unlikeness = unlike;
    }
  });
  if (several) return std::nullopt;
  return best;
}

}  // namespace facteur
