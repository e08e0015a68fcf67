#include "knowledge/plain_pattern.h"

#include <algorithm>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using Forms = std::vector<std::string>;

// The forms of a pattern of one word; nothing where the pattern isn't plain, or has phrases.
std::optional<Forms> word_forms(std::string_view pattern) {
  PhraseTree tree;
  Lexicon lexicon;
  const auto ends = plain_phrases(pattern, tree, lexicon);
  if (!ends) return std::nullopt;
  Forms forms;
  for (const PhraseEnd& end : *ends) {
    if (end.before != PhraseTree::root) return std::nullopt;
    forms.push_back(end.word);
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

// The pattern's phrases, and a way to try them.
struct Phrases {
  explicit Phrases(std::string_view pattern) {
    const auto ends = plain_phrases(pattern, tree, lexicon);
    plain = ends.has_value();
    if (!ends) return;
    for (const PhraseEnd& end : *ends) tree.end(tree.grow(end.before, lexicon.number_of(end.word)), 7);
  }
  bool hold(const Forms& words) const {
    PhraseTree::Node node = PhraseTree::root;
    for (const std::string& word : words) {
      const KnownWord* known = lexicon.find(word);
      node = known == nullptr ? PhraseTree::root : tree.next(node, known->number);
      if (node == PhraseTree::root) return false;
    }
    bool ends = false;
    tree.each_pattern(node, [&](std::uint32_t pattern) { ends = pattern == 7; });
    return ends;
  }
  PhraseTree tree;
  Lexicon lexicon;
  bool plain = false;
};

TEST_CASE("a pattern of one word is the forms that it stands for") {
  CHECK(word_forms("port") == Forms{"port"});
  CHECK(word_forms("ports?") == Forms{"port", "ports"});
  CHECK(word_forms("bounc(?:e|es|ed)") == Forms{"bounce", "bounced", "bounces"});
  CHECK(word_forms("(?:re)?install(?:e|er)") == Forms{"installe", "installer", "reinstalle", "reinstaller"});
  CHECK(word_forms("guide[rz]?") == Forms{"guide", "guider", "guidez"});
  CHECK(word_forms("a|b|a") == Forms{"a", "b"});
  CHECK(word_forms("(?:a(?:b|c)?|d)e") == Forms{"abe", "ace", "ae", "de"});
}

TEST_CASE("a pattern of several words is the phrases that it stands for") {
  const Phrases phrases("(?:serveurs?|serv) (?:d |de (?:la )?)?(?:sortie|envoi)s?");
  REQUIRE(phrases.plain);
  CHECK(phrases.hold({"serveur", "sortie"}));
  CHECK(phrases.hold({"serv", "d", "envois"}));
  CHECK(phrases.hold({"serveurs", "de", "la", "sortie"}));
  CHECK_FALSE(phrases.hold({"serveurs", "la", "sortie"}));
  CHECK_FALSE(phrases.hold({"serveurs", "de", "la"}));
  CHECK_FALSE(phrases.hold({"sortie"}));
}

TEST_CASE("what may be written together or apart is a word and a phrase") {
  const Phrases phrases("n ?arrive pas");
  REQUIRE(phrases.plain);
  CHECK(phrases.hold({"n", "arrive", "pas"}));
  CHECK(phrases.hold({"narrive", "pas"}));
  CHECK_FALSE(phrases.hold({"arrive", "pas"}));
  CHECK(Phrases("e ?mail").hold({"email"}));
  CHECK(Phrases("e ?mail").hold({"e", "mail"}));
}

TEST_CASE("a form with two spaces together, or one at its beginning, is no phrase of folded text") {
  const Phrases phrases("a (?: b)?c");
  REQUIRE(phrases.plain);
  CHECK(phrases.hold({"a", "c"}));
  CHECK_FALSE(phrases.hold({"a", "bc"}));
  CHECK_FALSE(Phrases(" ").plain);
}

TEST_CASE("a pattern that is more than words is not plain") {
  const std::string letters = "(?:a|b|c|d|e)";
  for (const std::string& pattern :
       Forms{"",      "a\\w*",  "a+", "a*",  "[ab",  "[a-c]", "[^a]", "[]",        "a.",
             "(a|b)", "(?:a",   "a)", "a??", "a{2}", "é",     "A",    "(?:)",      "a?",
             "|a",    "(?i:a)", "^a", "a$",  "a ",   "port#", "a, b", "a (?:b )?", letters + letters + letters}) {
    CAPTURE(pattern);
    CHECK_FALSE(Phrases(pattern).plain);
  }
}

TEST_CASE("a pattern of too many phrases is left to the regular expressions") {
  const std::string letters = "(?:a|b|c|d|e) ";
  CHECK(Phrases(letters + letters + "z").plain);
  CHECK_FALSE(
      Phrases("(?:" + std::string(1100, 'a') + "|b)" + letters + letters + letters + letters + letters + "z").plain);
}

}  // namespace
}  // namespace facteur
