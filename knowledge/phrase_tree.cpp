#include "knowledge/phrase_tree.h"

namespace facteur {

PhraseTree::Node PhraseTree::grow(Node node, Word word) {
  const auto [step, fresh] = steps_.try_emplace(key(node, word), static_cast<Node>(last_ends_.size()));
  if (fresh) {
    last_ends_.push_back(no_end);
    filter_.add(Spread{}(step->first));
  }
  return step->second;
}

void PhraseTree::end(Node node, std::uint32_t pattern) {
  ends_.push_back({pattern, last_ends_[node]});
  last_ends_[node] = static_cast<std::uint32_t>(ends_.size() - 1);
}

PhraseTree::Node PhraseTree::next(Node node, Word word) const {
  if (!filter_.may_hold(Spread{}(key(node, word)))) return root;
  const auto step = steps_.find(key(node, word));
  return step == steps_.end() ? root : step->second;
}

}  // namespace facteur
