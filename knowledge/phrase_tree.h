// Phrases, as a tree of the words that follow one another: looked up a word at a time, whatever their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <unordered_map>
#include <utility>
#include <vector>

namespace facteur {

class PhraseTree {
 public:
  using Node = std::uint32_t;  // the words that led here
  using Word = std::uint32_t;  // as the lexicon numbers words and stems
  static constexpr Node root = 0;
  static constexpr Word any_word = UINT32_MAX;  // a step that each word takes, and one for each number
  static constexpr Word any_number = UINT32_MAX - 1;

  // The node that the word leads to, made where there is none. REQUIRES: not frozen.
  Node grow(Node, Word);
  // A node where phrases meet: what goes on from it goes on from each of these. REQUIRES: no root among them, not
  // frozen.
  Node meet(const std::vector<Node>&);
  // The phrase that leads to the node is one of the pattern's. REQUIRES: node != root, not frozen.
  void end(Node, std::uint32_t pattern);
  // Nothing grows from now on: the steps are laid out so that those from one node lie together. REQUIRES: not frozen.
  void freeze();

  // The node that the word leads to, or the root where no phrase goes on with it. REQUIRES: frozen.
  Node next(Node node, Word word) const {
    if (node == root && word < from_root_.size()) return from_root_[word];
    const Step* step = steps_.data() + first_step_[node];
    const Step* const last = steps_.data() + first_step_[node + std::size_t{1}];
    return step == last ? root : find(step, last, word);
  }
  // Whether any phrase goes on after the node. REQUIRES: frozen.
  bool goes_on(Node node) const {
    return first_step_[node] != first_step_[node + std::size_t{1}] ||
           first_meeting_[node] != first_meeting_[node + std::size_t{1}];
  }
  // Calls visit with each node where the phrase up to here meets others. REQUIRES: frozen.
  template <typename Visit>
  void each_meeting(Node node, Visit visit) const {
    for (std::uint32_t i = first_meeting_[node]; i < first_meeting_[node + std::size_t{1}]; ++i) visit(meetings_[i]);
  }
  // Calls visit with each pattern that the phrase up to here stands for.
  template <typename Visit>
  void each_pattern(Node node, Visit visit) const {
    for (std::uint32_t end = last_ends_[node]; end != no_end; end = ends_[end].earlier) visit(ends_[end].pattern);
  }

 private:
  struct Step {
    Word word;
    Node node;
  };
  void lay_out(const std::vector<std::pair<Node, Node>>& meetings);
  static Node find(const Step* first, const Step* last, Word);

  static constexpr std::uint64_t no_key = UINT64_MAX;  // of the root, and where phrases meet
  static std::uint64_t key(Node node, Word word) { return std::uint64_t{node} << 32U | word; }
  struct Spread {
    std::size_t operator()(std::uint64_t key) const {
      key *= 0x9E3779B97F4A7C15U;  // Fibonacci hashing: the multiplier is 2^64 over the golden ratio
      return key ^ key >> 32U;
    }
  };

  // Most nodes end no phrase, and hardly any ends several: the ends of a node are a chain.
  struct End {
    std::uint32_t pattern;
    std::uint32_t earlier;
  };
  static constexpr std::uint32_t no_end = UINT32_MAX;

  // While it grows.
  struct Growing {
    std::pmr::monotonic_buffer_resource memory;
    std::pmr::unordered_map<std::uint64_t, Node, Spread> steps{std::size_t{1} << 16, &memory};
    std::vector<std::uint64_t> keys{no_key};      // by node: the step that leads there, if there is one
    std::vector<std::pair<Node, Node>> meetings;  // from a node to one where it meets others
  };
  std::unique_ptr<Growing> growing_ = std::make_unique<Growing>();
  // Once frozen.
  std::vector<std::uint32_t> first_step_{0, 0};     // by node, and one past the last
  std::vector<Step> steps_;                         // by node, then by word
  std::vector<Node> from_root_;                     // by word, which nearly any is
  std::vector<std::uint32_t> first_meeting_{0, 0};  // by node, and one past the last
  std::vector<Node> meetings_;                      // by node

  std::vector<std::uint32_t> last_ends_{no_end};  // by node
  std::vector<End> ends_;
};

}  // namespace facteur
