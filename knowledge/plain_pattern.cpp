#include "knowledge/plain_pattern.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "knowledge/fold.h"

namespace facteur {
namespace {

using Ends = std::vector<PhraseEnd>;
using Kind = WordForm::Kind;

void sort_once(std::vector<PhraseTree::Node>& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

void sort_once(Ends& ends) {
  const auto parts = [](const PhraseEnd& end) { return std::tie(end.word, *end.before); };
  std::sort(ends.begin(), ends.end(), [&](const auto& one, const auto& other) { return parts(one) < parts(other); });
  const auto same = [&](const auto& one, const auto& other) { return parts(one) == parts(other); };
  ends.erase(std::unique(ends.begin(), ends.end(), same), ends.end());
}

void join(Ends& all, Ends&& more) {
  if (all.empty())
    all = std::move(more);
  else
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool is_empty(const WordForm& word) { return word.kind == Kind::whole && word.letters.empty(); }

std::size_t forms_of(const Ends& ends) {
  return std::accumulate(ends.begin(), ends.end(), std::size_t{0},
                         [](std::size_t sum, const PhraseEnd& end) { return sum + end.before->size(); });
}

struct Times {
  int least = 1;
  int most = 1;
};

// Reads the pattern from the left, and gives up at whatever isn't plain. Each piece leads from all the ends that what
// stands before it may have to those that it may have itself, so that forms which begin alike are followed once.
class PhraseReader {
 public:
  PhraseReader(std::string_view pattern, PhraseTree& tree, Lexicon& lexicon)
      : rest_(pattern), tree_(&tree), lexicon_(&lexicon) {}

  std::optional<Ends> read() {
    static const auto nothing_before = std::make_shared<const std::vector<PhraseTree::Node>>(1, PhraseTree::root);
    auto ends = alternatives({{nothing_before, {}}});
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
      join(all, std::move(*ends));
    } while (take("|"));
    if (forms_of(all) > most_phrase_forms) return std::nullopt;
    return met(std::move(all));
  }

  std::optional<Ends> sequence(Ends ends) {
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      if (is_letter_or_digit(rest_.front()) && !may_be_repeated()) {
        if (!follow_by(rest_.front(), ends)) return std::nullopt;
        rest_.remove_prefix(1);
        continue;
      }
      auto next = repeated_piece(ends);
      if (!next || forms_of(*next) > most_phrase_forms) return std::nullopt;
      ends = std::move(*next);
    }
    return ends;
  }

  // Whether what comes after the next character says how often it stands there.
  bool may_be_repeated() const { return rest_.size() > 1 && (rest_[1] == '?' || rest_[1] == '{'); }

  std::optional<Ends> repeated_piece(const Ends& from) {
    const std::string_view before = rest_;
    auto ends = piece(from);
    if (!ends) return std::nullopt;
    const auto times = repetition();
    if (!times) return std::nullopt;
    const std::string_view after = rest_;
    Ends all = times->least == 0 ? from : Ends{};
    for (int time = 1; time < times->most; ++time) {
      rest_ = before;
      auto again = piece(*ends);
      if (!again || forms_of(*again) > most_phrase_forms) return std::nullopt;
      if (time >= times->least) join(all, std::move(*ends));
      ends = std::move(again);
    }
    join(all, std::move(*ends));
    rest_ = after;
    return met(std::move(all));
  }

  // How often the piece just read may stand there: ? or {0,3}; nothing where the pattern says it in another way.
  std::optional<Times> repetition() {
    if (take("?")) return Times{0, 1};
    if (!take("{")) return Times{};
    if (rest_.size() < 4 || !is_digit(rest_[0]) || rest_[1] != ',' || !is_digit(rest_[2]) || rest_[3] != '}')
      return std::nullopt;
    const Times times{rest_[0] - '0', rest_[2] - '0'};
    rest_.remove_prefix(4);
    if (times.most < times.least || times.most == 0) return std::nullopt;
    return times;
  }

  // A character, a class of letters, a group, or what stands for any letters.
  std::optional<Ends> piece(const Ends& from) {
    if (take("(?:")) {
      auto ends = alternatives(from);
      if (!take(")")) return std::nullopt;
      return ends;
    }
    if (take("[")) return one_of(from);
    if (take(" ")) return next_word(from);
    if (take("@")) return domain(from);
    if (take("\\w*")) return begun(from);
    if (take("\\w+")) return any(Kind::any_word, from);
    if (take("\\d+")) return any(Kind::any_number, from);
    if (!is_letter_or_digit(rest_.front())) return std::nullopt;
    Ends ends = from;
    if (!follow_by(rest_.front(), ends)) return std::nullopt;
    rest_.remove_prefix(1);
    return ends;
  }

  // The rest of a class of single letters or digits: [rz].
  std::optional<Ends> one_of(const Ends& from) {
    Ends ends;
    while (!rest_.empty() && is_letter_or_digit(rest_.front())) {
      Ends next = from;
      if (!follow_by(rest_.front(), next)) return std::nullopt;
      join(ends, std::move(next));
      rest_.remove_prefix(1);
    }
    if (ends.empty() || !take("]")) return std::nullopt;
    return ends;
  }

  static bool follow_by(char c, Ends& ends) {
    for (PhraseEnd& end : ends) {
      if (end.word.kind != Kind::whole) return false;
      end.word.letters += c;
    }
    return true;
  }

  static std::optional<Ends> begun(Ends ends) {
    for (PhraseEnd& end : ends) {
      if (end.word.kind != Kind::whole || end.word.letters.size() < shortest_stem) return std::nullopt;
      end.word.kind = Kind::stem;
    }
    return ends;
  }

  static std::optional<Ends> any(Kind kind, Ends ends) {
    for (PhraseEnd& end : ends) {
      if (!is_empty(end.word)) return std::nullopt;
      end.word.kind = kind;
    }
    return ends;
  }

  // A word of its own, as reading puts it in a domain's place.
  static std::optional<Ends> domain(Ends ends) {
    for (PhraseEnd& end : ends) {
      if (!is_empty(end.word)) return std::nullopt;
      end.word.letters = "@";
    }
    return ends;
  }

  // The words so far are in the tree from here on. Folded text has no two spaces together, and begins with none.
  Ends next_word(const Ends& from) {
    std::vector<PhraseTree::Node> before;
    for (const PhraseEnd& each : from) {
      if (is_empty(each.word)) continue;
      const PhraseTree::Word word = number_of(each.word, *lexicon_);
      for (const PhraseTree::Node node : *each.before) before.push_back(tree_->grow(node, word));
    }
    return {{met(std::move(before)), {}}};
  }

  // Where many phrases go on with the same words, they meet: the tree would hold these words once for each of them.
  std::shared_ptr<const std::vector<PhraseTree::Node>> met(std::vector<PhraseTree::Node> nodes) {
    constexpr std::size_t few = 8;
    sort_once(nodes);
    const bool begins = !nodes.empty() && nodes.front() == PhraseTree::root;
    if (nodes.size() > few) {
      if (begins) nodes.erase(nodes.begin());
      nodes = {tree_->meet(nodes)};
      if (begins) nodes.insert(nodes.begin(), PhraseTree::root);
    }
    return std::make_shared<const std::vector<PhraseTree::Node>>(std::move(nodes));
  }

  // The ends between two words are one.
  Ends met(Ends ends) {
    const auto between =
        std::stable_partition(ends.begin(), ends.end(), [](const PhraseEnd& end) { return !is_empty(end.word); });
    if (ends.end() - between < 2) return ends;
    std::vector<PhraseTree::Node> before;
    for (auto end = between; end != ends.end(); ++end)
      before.insert(before.end(), end->before->begin(), end->before->end());
    ends.erase(between, ends.end());
    ends.push_back({met(std::move(before)), {}});
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
    return is_letter_or_digit(c) || std::string_view(" ?:|()[]{},*+\\@").find(c) != std::string_view::npos;
  });
}

bool may_be_one_word(const PhraseEnd& end) {
  return std::find(end.before->begin(), end.before->end(), PhraseTree::root) != end.before->end();
}

// Whether the end makes a phrase that says nothing: no word at all, or any one.
bool says_nothing(const PhraseEnd& end) {
  const bool any = end.word.kind == Kind::any_word || end.word.kind == Kind::any_number;
  return is_empty(end.word) || (any && may_be_one_word(end));
}

}  // namespace

PhraseTree::Word number_of(const WordForm& word, Lexicon& lexicon) {
  switch (word.kind) {
    case Kind::whole:
      return lexicon.number_of(word.letters);
    case Kind::stem:
      return lexicon.number_of_stem(word.letters);
    case Kind::any_word:
      return PhraseTree::any_word;
    case Kind::any_number:
      break;
  }
  return PhraseTree::any_number;
}

std::optional<std::vector<PhraseEnd>> plain_phrases(std::string_view pattern, PhraseTree& tree, Lexicon& lexicon) {
  if (!looks_plain(pattern)) return std::nullopt;
  auto ends = PhraseReader(pattern, tree, lexicon).read();
  if (!ends || ends->empty() || std::any_of(ends->begin(), ends->end(), says_nothing)) return std::nullopt;
  const auto words = std::count_if(ends->begin(), ends->end(), may_be_one_word);
  if (static_cast<std::size_t>(words) > most_word_forms) return std::nullopt;
  return ends;
}

}  // namespace facteur
