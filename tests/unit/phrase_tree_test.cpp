#include "knowledge/phrase_tree.h"

#include <vector>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

std::vector<std::uint32_t> patterns_at(const PhraseTree& tree, PhraseTree::Node node) {
  std::vector<std::uint32_t> patterns;
  tree.each_pattern(node, [&](std::uint32_t pattern) { patterns.push_back(pattern); });
  return patterns;
}

TEST_CASE("the words that were grown are found again, and no others") {
  PhraseTree tree;
  std::vector<PhraseTree::Node> leaves;
  for (PhraseTree::Word first = 1; first <= 40; ++first) {
    for (PhraseTree::Word second = 100; second >= 60; second -= 2) {
      const PhraseTree::Node leaf = tree.grow(tree.grow(PhraseTree::root, 7 * first), second);
      tree.end(leaf, 1000 * first + second);
      leaves.push_back(leaf);
    }
  }
  CHECK(tree.grow(tree.grow(PhraseTree::root, 7), 100) == leaves.front());  // the same phrase is the same node
  tree.freeze();
  std::size_t found = 0;
  for (PhraseTree::Word first = 0; first <= 300; ++first) {
    const PhraseTree::Node node = tree.next(PhraseTree::root, first);
    CHECK((node != PhraseTree::root) == (first > 0 && first <= 280 && first % 7 == 0));
    if (node == PhraseTree::root) continue;
    for (PhraseTree::Word second = 0; second <= 120; ++second) {
      const PhraseTree::Node leaf = tree.next(node, second);
      if (leaf == PhraseTree::root) continue;
      ++found;
      CHECK(patterns_at(tree, leaf) == std::vector<std::uint32_t>{1000 * (first / 7) + second});
      CHECK(!tree.goes_on(leaf));
    }
  }
  CHECK(found == leaves.size());
}

TEST_CASE("a step that any word takes is one of its own") {
  PhraseTree tree;
  const PhraseTree::Node after = tree.grow(PhraseTree::root, 5);
  const PhraseTree::Node any = tree.grow(after, PhraseTree::any_word);
  const PhraseTree::Node number = tree.grow(after, PhraseTree::any_number);
  const PhraseTree::Node first = tree.grow(PhraseTree::root, PhraseTree::any_word);
  tree.freeze();
  CHECK(tree.next(after, PhraseTree::any_word) == any);
  CHECK(tree.next(after, PhraseTree::any_number) == number);
  CHECK(tree.next(after, 5) == PhraseTree::root);
  CHECK(tree.next(PhraseTree::root, PhraseTree::any_word) == first);
  CHECK(tree.next(PhraseTree::root, PhraseTree::any_number) == PhraseTree::root);
  CHECK(tree.goes_on(after));
}

TEST_CASE("what goes on where phrases meet goes on from each of them") {
  PhraseTree tree;
  const PhraseTree::Node one = tree.grow(PhraseTree::root, 5);
  const PhraseTree::Node other = tree.grow(PhraseTree::root, 6);
  const PhraseTree::Node apart = tree.grow(PhraseTree::root, 7);
  const PhraseTree::Node met = tree.meet({one, other});
  const PhraseTree::Node after = tree.grow(met, 8);
  tree.end(after, 3);
  tree.freeze();
  const auto meetings = [&](PhraseTree::Node node) {
    std::vector<PhraseTree::Node> nodes;
    tree.each_meeting(node, [&](PhraseTree::Node each) { nodes.push_back(each); });
    return nodes;
  };
  CHECK(meetings(one) == std::vector{met});
  CHECK(meetings(other) == std::vector{met});
  CHECK(meetings(apart).empty());
  CHECK(meetings(PhraseTree::root).empty());
  CHECK(tree.goes_on(one));
  CHECK(!tree.goes_on(apart));
  CHECK(tree.next(one, 8) == PhraseTree::root);
  CHECK(tree.next(met, 8) == after);
  CHECK(tree.next(PhraseTree::root, 6) == other);
}

TEST_CASE("a tree that nothing was grown in leads nowhere") {
  PhraseTree tree;
  CHECK(tree.next(PhraseTree::root, 1) == PhraseTree::root);
  tree.freeze();
  CHECK(tree.next(PhraseTree::root, 1) == PhraseTree::root);
  CHECK(!tree.goes_on(PhraseTree::root));
}

}  // namespace
}  // namespace facteur
