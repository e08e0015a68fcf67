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

PhraseTree::Node PhraseTree::meet(const std::vector<Node>& nodes) {
  const auto met = static_cast<Node>(last_ends_.size());
  last_ends_.push_back(no_end);
  growing_->keys.push_back(no_key);
  for (const Node node : nodes) growing_->meetings.emplace_back(node, met);
  return met;
}

void PhraseTree::end(Node node, std::uint32_t pattern) {
  ends_.push_back({pattern, last_ends_[node]});
  last_ends_[node] = static_cast<std::uint32_t>(ends_.size() - 1);
}

void PhraseTree::freeze() {
  const std::vector<std::uint64_t> keys = std::move(growing_->keys);
  const std::vector<std::pair<Node, Node>> meetings = std::move(growing_->meetings);
  growing_.reset();
  const auto from = [&](Node node) { return static_cast<Node>(keys[node] >> 32U); };
  const auto nodes = static_cast<Node>(keys.size());
  first_step_.assign(nodes + std::size_t{1}, 0);
  for (Node node = 0; node < nodes; ++node) {
    if (keys[node] != no_key) ++first_step_[from(node) + std::size_t{1}];
  }
  std::partial_sum(first_step_.begin(), first_step_.end(), first_step_.begin());
  steps_.resize(first_step_.back());
  std::vector<std::uint32_t> free_step(first_step_.begin(), std::prev(first_step_.end()));
  for (Node node = 0; node < nodes; ++node) {
    if (keys[node] != no_key) steps_[free_step[from(node)]++] = {static_cast<Word>(keys[node]), node};
  }
  for (Node node = 0; node < nodes; ++node) {
    std::sort(steps_.begin() + first_step_[node], steps_.begin() + first_step_[node + std::size_t{1}],
              [](const Step& one, const Step& other) { return one.word < other.word; });
  }
  lay_out(meetings);
  for (const Step& step : std::span(steps_).first(first_step_[1])) {
    if (step.word >= any_number) break;
    from_root_.resize(step.word + std::size_t{1}, root);
    from_root_[step.word] = step.node;
  }
}

void PhraseTree::lay_out(const std::vector<std::pair<Node, Node>>& meetings) {
  first_meeting_.assign(first_step_.size(), 0);
  for (const auto& [node, met] : meetings) ++first_meeting_[node + std::size_t{1}];
  std::partial_sum(first_meeting_.begin(), first_meeting_.end(), first_meeting_.begin());
  meetings_.resize(meetings.size());
  std::vector<std::uint32_t> free_place(first_meeting_.begin(), std::prev(first_meeting_.end()));
  for (const auto& [node, met] : meetings) meetings_[free_place[node]++] = met;
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
