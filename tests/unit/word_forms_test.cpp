#include "knowledge/word_forms.h"

#include "tests/unit/catch.h"

using facteur::word_forms;
using Forms = std::vector<std::string>;

TEST_CASE("a simple pattern is the words that it stands for") {
  CHECK(word_forms("port") == Forms{"port"});
  CHECK(word_forms("ports?") == Forms{"port", "ports"});
  CHECK(word_forms("bounc(?:e|es|ed)") == Forms{"bounce", "bounced", "bounces"});
  CHECK(word_forms("(?:re)?install(?:e|er)") == Forms{"installe", "installer", "reinstalle", "reinstaller"});
  CHECK(word_forms("guide[rz]?") == Forms{"guide", "guider", "guidez"});
  CHECK(word_forms("a|b|a") == Forms{"a", "b"});
  CHECK(word_forms("(?:a(?:b|c)?|d)e") == Forms{"abe", "ace", "ae", "de"});
}

TEST_CASE("a pattern that is more than words has no forms") {
  for (const std::string pattern :
       {"",       "a b", "a\\w*", "a+",    "a*",   "[ab", "[a-c]",
        "[^a]",   "[]",  "a.",    "(a|b)", "(?:a", "a)",  "a??",
        "a{2}",   "é",   "A",     "(?:)",  "a?",   "|a",  "(?:a|b|c|d|e)(?:a|b|c|d|e)(?:a|b|c|d|e)",
        "(?i:a)", "^a",  "a$"}) {
    CAPTURE(pattern);
    CHECK_FALSE(word_forms(pattern));
  }
}
