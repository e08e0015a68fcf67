#include "knowledge/plain_pattern.h"

#include <algorithm>

#include "knowledge/fold.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

using Forms = std::vector<std::string>;

// The pattern's words and phrases, and a way to try them.
struct Phrases {
  explicit Phrases(std::string_view pattern) : ends(plain_phrases(pattern, tree, lexicon)) {
    if (ends) end_all();
    tree.freeze();
  }
  void end_all() {
    for (const PhraseEnd& end : *ends) {
      for (const PhraseTree::Node before : *end.before) tree.end(tree.grow(before, number_of(end.word, lexicon)), 7);
    }
  }
  bool plain() const { return ends.has_value(); }
  bool hold(const Forms& words) const { return leads_on(PhraseTree::root, words.begin(), words.end()); }
  // The forms, where all are single words; each stem with an asterisk.
  Forms words() const {
    Forms forms;
    for (const PhraseEnd& end : ends.value_or(std::vector<PhraseEnd>{})) {
      CHECK(*end.before == std::vector{PhraseTree::root});
      forms.push_back(end.word.letters + (end.word.kind == WordForm::Kind::stem ? "*" : ""));
    }
    std::sort(forms.begin(), forms.end());
    return forms;
  }

  PhraseTree tree;
  Lexicon lexicon;
  std::optional<std::vector<PhraseEnd>> ends;

 private:
  bool leads_on(PhraseTree::Node node, Forms::const_iterator word, Forms::const_iterator last) const {
    if (word == last) {
      bool ends_here = false;
      tree.each_pattern(node, [&](std::uint32_t pattern) { ends_here = pattern == 7; });
      return ends_here;
    }
    std::vector<PhraseTree::Word> steps{PhraseTree::any_word};
    if (const KnownWord* known = lexicon.find(*word); known != nullptr) steps.push_back(known->number);
    if (const Stem* stem = lexicon.longest_stem(*word); stem != nullptr) steps.push_back(stem->number);
    if (std::all_of(word->begin(), word->end(), is_digit)) steps.push_back(PhraseTree::any_number);
    bool leads = std::any_of(steps.begin(), steps.end(), [&](PhraseTree::Word step) {
      const PhraseTree::Node next = tree.next(node, step);
      return next != PhraseTree::root && leads_on(next, word + 1, last);
    });
    tree.each_meeting(node, [&](PhraseTree::Node met) { leads = leads || leads_on(met, word, last); });
    return leads;
  }
};

Forms word_forms(std::string_view pattern) { return Phrases(pattern).words(); }

TEST_CASE("a pattern of one word is the forms that it stands for") {
  CHECK(word_forms("port") == Forms{"port"});
  CHECK(word_forms("ports?") == Forms{"port", "ports"});
  CHECK(word_forms("bounc(?:e|es|ed)") == Forms{"bounce", "bounced", "bounces"});
  CHECK(word_forms("(?:re)?install(?:e|er)") == Forms{"installe", "installer", "reinstalle", "reinstaller"});
  CHECK(word_forms("guide[rz]?") == Forms{"guide", "guider", "guidez"});
  CHECK(word_forms("a|b|a") == Forms{"a", "b"});
  CHECK(word_forms("(?:a(?:b|c)?|d)e") == Forms{"abe", "ace", "ae", "de"});
  CHECK(word_forms("err55[03]") == Forms{"err550", "err553"});
  CHECK(word_forms("(?:ab|c){1,2}") == Forms{"ab", "abab", "abc", "c", "cab", "cc"});
}

TEST_CASE("a word may be known by its beginning") {
  CHECK(word_forms("configur\\w*") == Forms{"configur*"});
  CHECK(word_forms("(?:re)?install\\w*|mis") == Forms{"install*", "mis", "reinstall*"});
  CHECK(Phrases("prefer\\w* imap").hold({"prefere", "imap"}));
  CHECK(Phrases("prefer\\w* imap").hold({"prefer", "imap"}));
  CHECK_FALSE(Phrases("prefer\\w* imap").hold({"pref", "imap"}));
  CHECK(Phrases("mot (?:perdu|oubli\\w*)").hold({"mot", "oubliee"}));
}

TEST_CASE("a phrase may leave a word or a number open") {
  const Phrases open("mon (?:\\w+ )?mot de passe");
  CHECK(open.hold({"mon", "mot", "de", "passe"}));
  CHECK(open.hold({"mon", "vieux", "mot", "de", "passe"}));
  CHECK_FALSE(open.hold({"mon", "tres", "vieux", "mot", "de", "passe"}));
  const Phrases several("connexion (?:\\w+ ){0,3}perdue");
  CHECK(several.hold({"connexion", "perdue"}));
  CHECK(several.hold({"connexion", "a", "b", "c", "perdue"}));
  CHECK_FALSE(several.hold({"connexion", "a", "b", "c", "d", "perdue"}));
  const Phrases number("(?:\\d+|deux) fois");
  CHECK(number.hold({"12", "fois"}));
  CHECK(number.hold({"deux", "fois"}));
  CHECK_FALSE(number.hold({"douze", "fois"}));
  CHECK(Phrases("windows \\w+").hold({"windows", "11"}));
}

TEST_CASE("a pattern of several words is the phrases that it stands for") {
  const Phrases phrases("(?:serveurs?|serv) (?:d |de (?:la )?)?(?:sortie|envoi)s?");
  REQUIRE(phrases.plain());
  CHECK(phrases.hold({"serveur", "sortie"}));
  CHECK(phrases.hold({"serv", "d", "envois"}));
  CHECK(phrases.hold({"serveurs", "de", "la", "sortie"}));
  CHECK_FALSE(phrases.hold({"serveurs", "la", "sortie"}));
  CHECK_FALSE(phrases.hold({"serveurs", "de", "la"}));
  CHECK_FALSE(phrases.hold({"sortie"}));
}

TEST_CASE("what may be written together or apart is a word and a phrase") {
  const Phrases phrases("n ?arrive pas");
  REQUIRE(phrases.plain());
  CHECK(phrases.hold({"n", "arrive", "pas"}));
  CHECK(phrases.hold({"narrive", "pas"}));
  CHECK_FALSE(phrases.hold({"arrive", "pas"}));
  CHECK(Phrases("e ?mail").hold({"email"}));
  CHECK(Phrases("e ?mail").hold({"e", "mail"}));
}

TEST_CASE("a form with two spaces together, or one at its beginning, is no phrase of folded text") {
  const Phrases phrases("a (?: b)?c");
  REQUIRE(phrases.plain());
  CHECK(phrases.hold({"a", "c"}));
  CHECK_FALSE(phrases.hold({"a", "bc"}));
  CHECK_FALSE(Phrases(" ").plain());
}

TEST_CASE("a pattern that is more than words is not plain") {
  const std::string letters = "(?:a|b|c|d|e)";
  for (const std::string& pattern :
       Forms{"",       "a\\w*",  "a+",     "a*",      "[ab",       "[a-c]",
             "[^a]",   "[]",     "a.",     "\\w+",    "\\d+",      "\\w*",
             "ab\\w+", "ab\\d+", "\\w+a",  "ab\\w*s", "ab\\d",     "\\d",
             "ab\\S*", "a{2,}",  "a{0,0}", "a{3,2}",  "ab\\b",     "(?:\\w+ )?\\w+",
             "(a|b)",  "(?:a",   "a)",     "a??",     "a{2}",      "é",
             "A",      "(?:)",   "a?",     "|a",      "(?i:a)",    "^a",
             "a$",     "a ",     "port#",  "a, b",    "a (?:b )?", letters + letters + letters + letters}) {
    CAPTURE(pattern);
    CHECK_FALSE(Phrases(pattern).plain());
  }
}

TEST_CASE("where many phrases go on alike they meet, and none is lost or added") {
  const std::string words = "(?:a|b|c|d|e|f|g|h|i|j)";
  const Phrases phrases(words + " (?:very |so )?" + words + " " + words + " (?:y|z)");
  REQUIRE(phrases.plain());
  for (const char first : std::string("aj")) {
    for (const char second : std::string("bi")) {
      const Forms two{std::string(1, first), std::string(1, second)};
      CHECK(phrases.hold({two[0], two[1], "c", "z"}));
      CHECK(phrases.hold({two[0], "so", two[1], "c", "y"}));
      CHECK_FALSE(phrases.hold({two[0], two[1], "z"}));
      CHECK_FALSE(phrases.hold({two[0], "so", "very", two[1], "c", "z"}));
      CHECK_FALSE(phrases.hold({"k", two[1], "c", "z"}));
      CHECK_FALSE(phrases.hold({two[0], two[1], "c", "k"}));
    }
  }
  CHECK(Phrases("(?:" + words + " ){0,3}z").hold({"z"}));
  CHECK(Phrases("(?:" + words + " ){0,3}z").hold({"a", "b", "j", "z"}));
  CHECK_FALSE(Phrases("(?:" + words + " ){0,3}z").hold({"a", "b", "j", "a", "z"}));
}

TEST_CASE("a pattern of too many phrases is left to the regular expressions") {
  const std::string letters = "(?:a|b|c|d|e)";
  CHECK(Phrases("z " + letters + letters + letters + letters).plain());
  CHECK_FALSE(Phrases("z " + letters + letters + letters + letters + letters).plain());
}

TEST_CASE("an @ is a word, which reading puts in a domain's place") {
  CHECK(Phrases("server @ is down").hold({"server", "@", "is", "down"}));
  CHECK_FALSE(Phrases("info@").plain());
}

}  // namespace
}  // namespace facteur
