#include "bot/language.h"

#include <optional>
#include <string>

#include "bot/reading.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Knowledge;
using facteur::LanguageId;
using facteur::test::base_knowledge;
using facteur::test::language;

namespace {

std::optional<LanguageId> told_by(std::string_view text) { return read(text, base_knowledge()).language; }

// Three languages whose words overlap: "on" is French and English, "server" English and Dutch.
Knowledge three_languages() {
  Knowledge knowledge;
  for (const char* id : {"en", "fr", "nl"}) knowledge.languages.emplace_back().id = id;
  knowledge.languages[1].is_default = true;
  knowledge.lexicon.add_function_word("the", 0);
  knowledge.lexicon.add_function_word("le", 1);
  knowledge.lexicon.add_function_word("de", 1);
  knowledge.lexicon.add_function_word("de", 2);
  knowledge.lexicon.add_function_word("on", 0);
  knowledge.lexicon.add_function_word("on", 1);
  knowledge.lexicon.add_function_word("het", 2);
  return knowledge;
}

}  // namespace

TEST_CASE("French is told by its words, with or without accents, and as people text") {
  for (const std::string text : {
           "c'est quoi le serveur entrant pour marie@nplus.ca ?",
           "C'EST QUOI LE PORT SORTANT",
           "cest koi le port pour nplus svp",
           "jarrive pas a envoyer mes courriels",
           "Bonjour, pourriez-vous m'indiquer les paramètres IMAP ?",
           "quel est le port smtp de henrietmoi.ca",
           "comment on configure outlook",
           "je reçois mes emails mais je peux pas en envoyer avec Outlook",
           "mon iPhone veut pas se connecter",
           "et pour le POP ?",
           "IMAP ou POP, lequel est le mieux ?",
           "merci beaucoup",
           "le mail server de nplus c'est quoi",
       }) {
    CAPTURE(text);
    CHECK(told_by(text) == language("fr"));
  }
}

TEST_CASE("English is told by its words, misspelt ones included") {
  for (const std::string text : {
           "what is the incoming server for marie@nplus.ca?",
           "WHAT IS THE OUTGOING PORT",
           "whats the imap port for nplus pls",
           "i cant send emails",
           "Good morning, could you please tell me the IMAP settings?",
           "how do I set up outlook",
           "and for POP?",
           "IMAP or POP, which one is better?",
           "thank you so much",
           "my mail stopped working on my iPhone",
           "the serveur entrant field, what goes in there?",
       }) {
    CAPTURE(text);
    CHECK(told_by(text) == language("en"));
  }
}

TEST_CASE("the language is the asker's, not that of a screen's words") {
  CHECK(told_by("mon iphone écrit \"Cannot verify server identity\"") == language("fr"));
  CHECK(told_by("ça dit « Cannot get mail, the connection to the server failed »") == language("fr"));
  CHECK(told_by("my outlook says “Impossible de se connecter au serveur”") == language("en"));
  CHECK(told_by("\"Cannot get mail\"") == language("en"));
  CHECK(told_by("il me dit que le serveur \"incoming") == language("fr"));
}

TEST_CASE("words that no language owns tell none") {
  for (const std::string text : {"", "???", "993", "imap nplus.ca", "marie@nplus.ca", "smtp 465", "IMAP", "outlook",
                                 "👍", "\xff\xfe", "日本語", "привет"}) {
    CAPTURE(text);
    CHECK_FALSE(told_by(text));
  }
}

TEST_CASE("a word that one language has weighs more than one that several have") {
  const Knowledge knowledge = three_languages();
  const auto told = [&](std::string_view text) { return read(text, knowledge).language; };
  CHECK(told("the") == LanguageId{0});
  CHECK(told("le") == LanguageId{1});
  CHECK(told("het de") == LanguageId{2});
  CHECK(told("le de de") == LanguageId{1});
  CHECK(told("on le") == LanguageId{1});
  CHECK(told("on the") == LanguageId{0});
}

TEST_CASE("languages that weigh the same tell none") {
  const Knowledge knowledge = three_languages();
  CHECK_FALSE(read("the le", knowledge).language);
  CHECK_FALSE(read("de", knowledge).language);
  CHECK_FALSE(read("on", knowledge).language);
  CHECK_FALSE(read("the le het", knowledge).language);
  CHECK_FALSE(read("", knowledge).language);
}
