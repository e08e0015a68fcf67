#include "knowledge/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/catch.h"

using facteur::Lexicon;
using facteur::Spelling;

namespace {

Lexicon tolerant(const std::vector<std::string_view>& words) {
  Lexicon lexicon;
  std::uint32_t number = 0;
  for (const std::string_view word : words) lexicon.add(word, number++, Spelling::tolerant);
  return lexicon;
}

std::string corrected(const Lexicon& lexicon, std::string_view word) {
  std::string words;
  for (const std::string_view each : lexicon.nearest(word)) words += (words.empty() ? "" : ", ") + std::string(each);
  return words.empty() ? "(none)" : words;
}

using Patterns = std::vector<std::uint32_t>;

Patterns patterns(const Lexicon& lexicon, std::string_view word) {
  const facteur::KnownWord* found = lexicon.find(word);
  return found == nullptr ? Patterns{} : found->patterns;
}

}  // namespace

TEST_CASE("a word gives the patterns it was added for, in their order") {
  Lexicon lexicon;
  lexicon.add("port", 3, Spelling::exact);
  lexicon.add("port", 1, Spelling::tolerant);
  lexicon.add("imap", 2, Spelling::tolerant);
  CHECK(patterns(lexicon, "port") == Patterns{3, 1});
  CHECK(patterns(lexicon, "imap") == Patterns{2});
  CHECK(patterns(lexicon, "imapp").empty());
  CHECK(patterns(lexicon, "").empty());
}

TEST_CASE("a known word means nothing, but is no mistake") {
  Lexicon lexicon;
  lexicon.add("port", 0, Spelling::exact);
  lexicon.add_known("porte");
  lexicon.add_known("port");
  CHECK(lexicon.knows("porte"));
  CHECK(patterns(lexicon, "porte").empty());
  CHECK(patterns(lexicon, "port") == Patterns{0});
  CHECK_FALSE(lexicon.knows("portes"));
}

TEST_CASE("a function word tells its languages, and is no mistake") {
  Lexicon lexicon;
  lexicon.add_function_word("on", 0);
  lexicon.add_function_word("on", 31);
  lexicon.add_function_word("le", 1);
  lexicon.add("on", 5, Spelling::exact);
  REQUIRE(lexicon.find("on") != nullptr);
  CHECK(lexicon.find("on")->is_function_word_of(0));
  CHECK(lexicon.find("on")->is_function_word_of(31));
  CHECK_FALSE(lexicon.find("on")->is_function_word_of(1));
  CHECK(patterns(lexicon, "on") == Patterns{5});
  CHECK(patterns(lexicon, "le").empty());
  CHECK(lexicon.find("la") == nullptr);
}

TEST_CASE("every single slip in a keyword is put right") {
  const Lexicon lexicon = tolerant({"thunderbird", "outlook"});
  for (const std::string_view keyword : {"thunderbird", "outlook"}) {
    for (std::size_t at = 0; at < keyword.size(); ++at) {
      std::string word(keyword);
      word.erase(at, 1);
      CHECK(corrected(lexicon, word) == keyword);
      word = keyword;
      word.insert(at, 1, 'z');
      CHECK(corrected(lexicon, word) == keyword);
      word = keyword;
      word[at] = 'z';
      CHECK(corrected(lexicon, word) == keyword);
      word = keyword;
      if (at > 0) std::swap(word[at], word[at - 1]);
      if (word != keyword) CHECK(corrected(lexicon, word) == keyword);
    }
  }
}

TEST_CASE("two slips are too many") {
  const Lexicon lexicon = tolerant({"thunderbird", "outlook"});
  for (const std::string_view word :
       {"thundrbrid", "thnderbrd", "tundebird", "otlok", "outloookk", "uotlokk", "look", "out"}) {
    CAPTURE(word);
    CHECK(corrected(lexicon, word) == "(none)");
  }
}

TEST_CASE("a word that must be exact, or is too short or too long, corrects nothing") {
  Lexicon lexicon;
  lexicon.add("serveur", 0, Spelling::exact);
  lexicon.add("pop", 1, Spelling::tolerant);
  const std::string longest(24, 'a');
  lexicon.add(longest, 2, Spelling::tolerant);
  lexicon.add(longest + "a", 3, Spelling::tolerant);
  CHECK(corrected(lexicon, "serveru") == "(none)");
  CHECK(corrected(lexicon, "popp") == "(none)");
  CHECK(corrected(lexicon, "pp") == "(none)");
  CHECK(corrected(lexicon, "p") == "(none)");
  CHECK(corrected(lexicon, "") == "(none)");
  CHECK(corrected(lexicon, std::string(23, 'a')) == longest);
  CHECK(corrected(lexicon, std::string(26, 'a')) == "(none)");
  CHECK(corrected(lexicon, std::string(10'000, 'a')) == "(none)");
}

TEST_CASE("a short keyword must begin right, a longer one need not") {
  const Lexicon lexicon = tolerant({"imap", "outlook"});
  CHECK(corrected(lexicon, "map") == "(none)");
  CHECK(corrected(lexicon, "mimap") == "(none)");
  CHECK(corrected(lexicon, "imp") == "imap");
  CHECK(corrected(lexicon, "imapp") == "imap");
  CHECK(corrected(lexicon, "utlook") == "outlook");
}

TEST_CASE("of several equally near, all are told; a likelier slip wins") {
  SECTION("another letter at the same place: either could be meant") {
    CHECK(corrected(tolerant({"recevoir", "decevoir"}), "xecevoir") == "recevoir, decevoir");
    CHECK(corrected(tolerant({"envoyer", "envoyez"}), "envoyex") == "envoyer, envoyez");
  }
  SECTION("as long as what was typed is likelier than shorter or longer") {
    CHECK(corrected(tolerant({"certificat", "certificats"}), "certificatz") == "certificats");
  }
  SECTION("the right first letter is likelier than a wrong one") {
    CHECK(corrected(tolerant({"nervice", "services"}), "service") == "services");
  }
  SECTION("in whatever order they were added") {
    // Two are one letter off, the third has one more: the two are equally near.
    std::vector<std::string_view> words{"parameter", "paramezer", "paramexter"};
    std::sort(words.begin(), words.end());
    do {
      CAPTURE(words);
      const std::string nearest = corrected(tolerant(words), "paramexer");
      CHECK((nearest == "parameter, paramezer" || nearest == "paramezer, parameter"));
    } while (std::next_permutation(words.begin(), words.end()));
  }
}

TEST_CASE("the same word of several patterns is one correction") {
  Lexicon lexicon;
  lexicon.add("outlook", 0, Spelling::tolerant);
  lexicon.add("outlook", 1, Spelling::tolerant);
  CHECK(corrected(lexicon, "outlok") == "outlook");
}

TEST_CASE("a word has its longest beginning first, and the shorter ones in turn") {
  Lexicon lexicon;
  lexicon.add_stem("auth", 1);
  lexicon.add_stem("authentifi", 2);
  lexicon.add_stem("auth", 3);
  const facteur::Stem* longest = lexicon.longest_stem("authentification");
  REQUIRE(longest != nullptr);
  CHECK(longest->patterns == Patterns{2});
  CHECK(longest->length == 10);
  const facteur::Stem* next = lexicon.longest_stem(std::string_view("authentification").substr(0, longest->length - 1));
  REQUIRE(next != nullptr);
  CHECK(next->patterns == Patterns{1, 3});
  CHECK(lexicon.longest_stem("auth") == next);
  CHECK(lexicon.longest_stem("aut") == nullptr);
  CHECK(lexicon.longest_stem("") == nullptr);
  CHECK(next->number != longest->number);
  CHECK_FALSE(lexicon.knows("auth"));
}
