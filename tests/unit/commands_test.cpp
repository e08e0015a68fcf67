#include "bot/commands.h"

#include <optional>
#include <string>

#include "bot/answer.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Conversation;
using facteur::LanguageId;
using facteur::Phrase;
using facteur::Reply;
using facteur::test::base_knowledge;
using facteur::test::language;

namespace {

// A conversation about something, in English.
Conversation in_the_midst() {
  Conversation conversation = facteur::test::ask("what is the incoming server for marie@nplus.ca?").conversation;
  REQUIRE(conversation.domain);
  REQUIRE_FALSE(conversation.parts.empty());
  return conversation;
}

std::optional<Reply> obeyed(std::string text, Conversation& conversation, std::string_view spoken = "fr") {
  return obey({std::move(text)}, conversation, language(spoken), base_knowledge());
}

std::optional<Reply> obeyed_afresh(std::string text, std::string_view spoken) {
  Conversation conversation;
  return obeyed(std::move(text), conversation, spoken);
}

Reply said(Phrase phrase, std::string_view id) { return say(phrase, language(id), base_knowledge()); }

bool is_empty(const Conversation& conversation) {
  return conversation.parts.empty() && !conversation.domain && !conversation.client &&
         !conversation.domain_was_asked_for;
}

}  // namespace

TEST_CASE("a message that begins with no slash is no command, and changes nothing") {
  for (const std::string text :
       {"", " ", "help", "aide", "forget", "serveur entrant nplus.ca", "et/ou", "SSL/TLS", "a /help", "\\help"}) {
    CAPTURE(text);
    Conversation conversation = in_the_midst();
    CHECK_FALSE(obeyed(text, conversation));
    CHECK(conversation.domain);
    CHECK_FALSE(conversation.parts.empty());
  }
}

TEST_CASE("help is given in the language of the command's name, or of who spoke") {
  CHECK(obeyed_afresh("/aide", "fr") == said(Phrase::help, "fr"));
  CHECK(obeyed_afresh("/help", "en") == said(Phrase::help, "en"));
  CHECK(obeyed_afresh("/help", "fr") == said(Phrase::help, "fr"));  // "help" is what Telegram offers to everybody
  CHECK(obeyed_afresh("/start", "en") == said(Phrase::help, "en"));
  CHECK(obeyed_afresh("/start", "fr") == said(Phrase::help, "fr"));
}

TEST_CASE("help is given in the language of the conversation, and leaves the conversation alone") {
  Conversation conversation = in_the_midst();
  CHECK(obeyed("/help", conversation) == said(Phrase::help, "en"));
  CHECK(obeyed("/start", conversation) == said(Phrase::help, "en"));
  CHECK(conversation.domain);
  CHECK_FALSE(conversation.parts.empty());
}

TEST_CASE("to forget empties the conversation, and is confirmed in the language of the command") {
  for (const std::string text :
       {"/oublier", "/oublie", "/OUBLIER", "  /oublier  ", "/oublier@facteur_bot", "/oublier tout", "/oublier\n"}) {
    CAPTURE(text);
    Conversation conversation = in_the_midst();
    CHECK(obeyed(text, conversation) == said(Phrase::forgotten, "fr"));
    CHECK(is_empty(conversation));
    CHECK(conversation.language == language("fr"));
  }
  Conversation conversation = in_the_midst();
  CHECK(obeyed("/forget", conversation) == said(Phrase::forgotten, "en"));
  CHECK(is_empty(conversation));
}

TEST_CASE("what was forgotten is not used in the next answer") {
  Conversation conversation = in_the_midst();
  REQUIRE(obeyed("/forget", conversation));
  const auto outcome = respond({"and for POP?"}, conversation, facteur::Time{}, base_knowledge());
  CHECK_FALSE(outcome.question.domain);
  CHECK_FALSE(outcome.question.is_follow_up);
}

TEST_CASE("any other command shows the help, and forgets nothing") {
  for (const std::string text : {"/", "//", "/x", "/setting", "/forgetful", "/oubliertout", "/etc/hosts", "/é", "/\xff",
                                 "/@facteur_bot", "/help/forget"}) {
    CAPTURE(text);
    Conversation conversation = in_the_midst();
    CHECK(obeyed(text, conversation) == said(Phrase::help, "en"));
    CHECK(conversation.domain);
    CHECK(obeyed_afresh(text, "fr") == said(Phrase::help, "fr"));
  }
}
