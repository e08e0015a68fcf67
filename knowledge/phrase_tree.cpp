#include "knowledge/phrase_tree.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

namespace facteur {

PhraseTree::Node PhraseTree::grow(Node node, Word word) {
  const auto [step, fresh] = growing_->steps.try_emplace(key(node, word), static_cast<Node>(last_ends_.size()));
  if (fresh) {
    last_ends_.push_back(no_end);
    growing_->keys.push_back(step->first);
  }
  return step->second;
}

void PhraseTree::end(Node node, std::uint32_t pattern) {
  ends_.push_back({pattern, last_ends_[node]});
  last_ends_[node] = static_cast<std::uint32_t>(ends_.size() - 1);
}

void PhraseTree::freeze() {
  const std::vector<std::uint64_t> keys = std::move(growing_->keys);
  growing_.reset();
  const auto from = [&](Node node) { return static_cast<Node>(keys[node] >> 32U); };
  const auto nodes = static_cast<Node>(keys.size());
  first_step_.assign(nodes + std::size_t{1}, 0);
  for (Node node = 1; node < nodes; ++node) ++first_step_[from(node) + std::size_t{1}];
  std::partial_sum(first_step_.begin(), first_step_.end(), first_step_.begin());
  steps_.resize(keys.size() - 1);
  std::vector<std::uint32_t> free_step(first_step_.begin(), std::prev(first_step_.end()));
  for (Node node = 1; node < nodes; ++node) steps_[free_step[from(node)]++] = {static_cast<Word>(keys[node]), node};
  for (Node node = 0; node < nodes; ++node) {
    std::sort(steps_.begin() + first_step_[node], steps_.begin() + first_step_[node + std::size_t{1}],
              [](const Step& one, const Step& other) { return one.word < other.word; });
  }
  for (const Step& step : std::span(steps_).first(first_step_[1])) {
    if (step.word >= any_number) break;
    from_root_.resize(step.word + std::size_t{1}, root);
    from_root_[step.word] = step.node;
  }
}

PhraseTree::Node PhraseTree::find(const Step* first, const Step* last, Word word) {
  // Those that any word takes are the greatest.
  if (word >= any_number) {
    for (const Step* step = last; step != first && std::prev(step)->word >= word; --step) {
      if (std::prev(step)->word == word) return std::prev(step)->node;
    }
    return root;
  }
  const Step* const step =
      std::lower_bound(first, last, word, [](const Step& each, Word wanted) { return each.word < wanted; });
  return step != last && step->word == word ? step->node : root;
}

}  // namespace facteur
