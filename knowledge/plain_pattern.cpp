#include "knowledge/plain_pattern.h"

#include <algorithm>
#include <tuple>

namespace facteur {
namespace {

using Ends = std::vector<PhraseEnd>;

void sort_once(Ends& ends) {
  const auto place = [](const PhraseEnd& end) { return std::tie(end.before, end.word); };
  std::sort(ends.begin(), ends.end(), [&](const PhraseEnd& a, const PhraseEnd& b) { return place(a) < place(b); });
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Reads the pattern from the left, and gives up at whatever isn't plain. Each piece leads from all the ends that what
// stands before it may have to those that it may have itself, so that forms which begin alike are followed once.
class PhraseReader {
 public:
  PhraseReader(std::string_view pattern, PhraseTree& tree, Lexicon& lexicon)
      : rest_(pattern), tree_(&tree), lexicon_(&lexicon) {}

  std::optional<Ends> read() {
    auto ends = alternatives({PhraseEnd{}});
    if (!rest_.empty() || !ends) return std::nullopt;
    sort_once(*ends);
    return ends;
  }

 private:
  std::optional<Ends> alternatives(const Ends& from) {
    Ends all;
    do {
      auto ends = sequence(from);
      if (!ends) return std::nullopt;
      all.insert(all.end(), ends->begin(), ends->end());
    } while (take("|"));
    if (all.size() > most_phrase_forms) return std::nullopt;
    return all;
  }

  std::optional<Ends> sequence(Ends ends) {
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      if (is_letter_or_digit(rest_.front()) && !(rest_.size() > 1 && rest_[1] == '?')) {
        for (PhraseEnd& end : ends) end.word += rest_.front();
        rest_.remove_prefix(1);
        continue;
      }
      auto next = piece(ends);
      if (!next) return std::nullopt;
      if (take("?")) next->insert(next->end(), ends.begin(), ends.end());
      if (next->size() > most_phrase_forms) return std::nullopt;
      ends = std::move(*next);
    }
    return ends;
  }

  // A character, a class of letters or a group.
  std::optional<Ends> piece(const Ends& from) {
    if (take("(?:")) {
      auto ends = alternatives(from);
      if (!take(")")) return std::nullopt;
      return ends;
    }
    if (take("[")) return one_of(from);
    if (take(" ")) return next_word(from);
    if (!is_letter_or_digit(rest_.front())) return std::nullopt;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return followed_by(c, from);
  }

  // The rest of a class of single letters: [rz].
  std::optional<Ends> one_of(const Ends& from) {
    Ends ends;
    while (!rest_.empty() && rest_.front() >= 'a' && rest_.front() <= 'z') {
      const Ends next = followed_by(rest_.front(), from);
      ends.insert(ends.end(), next.begin(), next.end());
      rest_.remove_prefix(1);
    }
    if (ends.empty() || !take("]")) return std::nullopt;
    return ends;
  }

  static Ends followed_by(char c, Ends ends) {
    for (PhraseEnd& end : ends) end.word += c;
    return ends;
  }

  // The words so far are in the tree from here on. Folded text has no two spaces together, and begins with none.
  Ends next_word(const Ends& from) {
    Ends ends;
    for (const PhraseEnd& end : from) {
      if (!end.word.empty()) ends.push_back({tree_->grow(end.before, lexicon_->number_of(end.word)), {}});
    }
    return ends;
  }

  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  std::string_view rest_;
  PhraseTree* tree_;
  Lexicon* lexicon_;
};

// Whether no character of the pattern says more than words; a reader that gave up half-way would have filled the tree
// with what nobody looks for.
bool looks_plain(std::string_view pattern) {
  return std::all_of(pattern.begin(), pattern.end(), [](char c) {
    return is_letter_or_digit(c) || std::string_view(" ?:|()[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<std::vector<PhraseEnd>> plain_phrases(std::string_view pattern, PhraseTree& tree, Lexicon& lexicon) {
  if (!looks_plain(pattern)) return std::nullopt;
  auto ends = PhraseReader(pattern, tree, lexicon).read();
  if (!ends || ends->empty()) return std::nullopt;
  const bool unsound = std::any_of(ends->begin(), ends->end(), [](const PhraseEnd& end) { return end.word.empty(); });
  const auto words =
      std::count_if(ends->begin(), ends->end(), [](const PhraseEnd& end) { return end.before == PhraseTree::root; });
  if (unsound || static_cast<std::size_t>(words) > most_word_forms) return std::nullopt;
  return ends;
}

}  // namespace facteur
