#include "bot/handling.h"

#include "bot/answer.h"
#include "bot/menu.h"
#include "bot/stored_conversation.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using namespace facteur;
using facteur::test::base_knowledge;
using facteur::test::language;

namespace {

const Time now{std::chrono::hours{500'000}};

Event said(std::string text, Place place = Place::direct, Addressed addressed = Addressed::no) {
  return {.id = "1", .chat = "c", .sender = "s", .message = {std::move(text), place, addressed}};
}

Handled handled(const Event& event, Groups groups = Groups::sure, const Conversation& before = {}) {
  return handle(event, before, now, groups, base_knowledge());
}

std::string text_of(const Handled& handled) { return handled.answer.reply ? handled.answer.reply->text : ""; }

Reply phrase(Phrase phrase, std::string_view id) { return say(phrase, language(id), base_knowledge()); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a question is answered, remembered and counted") {
  const Handled result = handled(said("serveur entrant pour marie@nplus.ca ?"));
  CHECK(has(text_of(result), "mail.nplus.ca"));
  CHECK(result.conversation);
  CHECK(result.count == Count{"fr", "settings", "answered"});
  CHECK(handled(said("blurf fnord")).count->outcome == "not understood");
  CHECK(handled(said("imap settings for a@strange-domain.com")).count->outcome == "unknown domain");
}

TEST_CASE("in a group it speaks as the configuration says") {
  const Event sure = said("quel est le serveur entrant IMAP pour marie@nplus.ca ?", Place::group);
  const Event addressed = said("quel est le serveur entrant IMAP pour marie@nplus.ca ?", Place::group, Addressed::yes);
  CHECK(handled(sure, Groups::sure).answer.reply);
  CHECK(handled(addressed, Groups::sure).answer.reply);
  CHECK_FALSE(handled(sure, Groups::addressed).answer.reply);
  CHECK(handled(addressed, Groups::addressed).answer.reply);
  CHECK_FALSE(handled(sure, Groups::never).answer.reply);
  CHECK_FALSE(handled(addressed, Groups::never).answer.reply);
  const Handled silent = handled(said("on mange où à midi ?", Place::group));
  CHECK_FALSE(says_something(silent.answer));
  CHECK_FALSE(silent.conversation);
  CHECK_FALSE(silent.count);
}

TEST_CASE("what a group said long ago is let be, and what a customer said alone is answered") {
  Event event = said("quel est le serveur entrant IMAP pour marie@nplus.ca ?", Place::group, Addressed::yes);
  event.said = now - std::chrono::minutes{5};
  CHECK(handled(event).answer.reply);
  event.said = now - std::chrono::minutes{6};
  CHECK_FALSE(handled(event).answer.reply);
  event.said = now + std::chrono::hours{24};  // a clock that jumped
  CHECK(handled(event).answer.reply);
  event.message.place = Place::direct;
  event.said = now - std::chrono::hours{23};
  CHECK(handled(event).answer.reply);
}

TEST_CASE("commands stand for questions, with what follows them") {
  CHECK(has(text_of(handled(said("/settings nplus.ca"))), "mail.nplus.ca"));
  CHECK(has(text_of(handled(said("/reglages@facteur_bot marie@nplus.ca"))), "mail.nplus.ca"));
  CHECK(has(text_of(handled(said("/réglages nplus"))), "mail.nplus.ca"));
  CHECK(handled(said("/outlook")).count->intent == "guide");
  CHECK(handled(said("/human")).answer.reply == phrase(Phrase::human, "en"));
  CHECK(handled(said("/humain")).answer.reply == phrase(Phrase::human, "fr"));
}

TEST_CASE("every command of every menu does what it is there for") {
  for (const auto& [id, commands] : menu_of(base_knowledge())) {
    CHECK(commands.size() >= 10);
    for (const MenuCommand& command : commands) {
      CAPTURE(id, command.name);
      Event event = said("/" + command.name);
      event.language = id;
      const Handled result = handled(event);
      REQUIRE(result.answer.reply);
      CHECK(result.count->outcome == "answered");
      CHECK(result.count->language == id);
      CHECK(result.count->intent != "none");
    }
  }
}

TEST_CASE("the platform's word for the sender's language counts where the message doesn't tell") {
  Event event = said("blurf ?");
  event.language = "en-CA";
  CHECK(handled(event).answer.reply == phrase(Phrase::not_understood, "en"));
  event.language = "fr";
  CHECK(handled(event).answer.reply == phrase(Phrase::not_understood, "fr"));
  event.language = "tlh";
  CHECK(handled(event).answer.reply == phrase(Phrase::not_understood, "fr"));
}

TEST_CASE("to forget forgets, and says so") {
  const Handled result = handled(said("/forget"));
  CHECK(result.forget_sender);
  CHECK(result.answer.reply == phrase(Phrase::forgotten, "en"));
  CHECK_FALSE(result.conversation);
}

TEST_CASE("in a group, other bots' commands are theirs") {
  CHECK_FALSE(says_something(handled(said("/weather", Place::group, Addressed::yes)).answer));
  CHECK_FALSE(says_something(handled(said("/help", Place::group)).answer));
  CHECK(says_something(handled(said("/help", Place::group, Addressed::yes)).answer));
}

TEST_CASE("an agent has a customer's message answered; nobody else can") {
  Event event = said("/answer", Place::group, Addressed::yes);
  event.answered = Message{"et le port sortant chez nplus ?", Place::group, Addressed::no};
  CHECK_FALSE(says_something(handled(event).answer));
  event.from_agent = true;
  const Handled result = handled(event);
  CHECK(result.answer.to_answered);
  CHECK(has(text_of(result), "465"));
  CHECK_FALSE(result.conversation);
  event.answered.reset();
  CHECK_FALSE(says_something(handled(event).answer));
}

TEST_CASE("a message that holds a password is to be taken away") {
  const Handled result = handled(said("mon mot de passe est Xk29!fjw pour marie@nplus.ca"));
  CHECK(result.answer.erase_question);
  CHECK_FALSE(has(text_of(result), "Xk29"));
}

TEST_CASE("a search offers the settings card and what explains the words") {
  Event event = said("nplus imap");
  event.kind = EventKind::search;
  event.language = "en";
  const auto found = handled(event).answer.suggestions;
  REQUIRE(found.size() >= 2);
  CHECK(found[0].title == "nplus.ca, with IMAP");
  CHECK(has(found[0].description, "mail.nplus.ca:993"));
  CHECK(has(found[0].reply.text, "mail.nplus.ca"));
  CHECK_FALSE(has(found[0].title + found[1].description, "*"));
  event.message.text = "blurf";
  CHECK(handled(event).answer.suggestions.empty());
  event.message.text = "";
  CHECK(handled(event).answer.suggestions.empty());
}

TEST_CASE("a conversation survives being stored, and holds nothing that somebody typed") {
  const auto& knowledge = base_knowledge();
  Conversation conversation =
      *handled(said("quel port IMAP pour marie.tremblay@henrietmoi.com dans Outlook ?")).conversation;
  const std::string stored = to_stored(conversation, knowledge);
  CHECK_FALSE(has(stored, "tremblay"));
  CHECK_FALSE(has(stored, "henrietmoi.com"));
  const Conversation back = from_stored(stored, knowledge);
  CHECK(back.last == conversation.last);
  CHECK(back.language == conversation.language);
  CHECK(back.protocol == conversation.protocol);
  CHECK(back.client == conversation.client);
  CHECK(back.parts == conversation.parts);
  CHECK(back.domain->candidates == conversation.domain->candidates);
  CHECK(to_stored(back, knowledge) == stored);
  const auto once_more = [&](const Conversation& before) {
    return respond({"et pour POP ?"}, before, now, knowledge).reply->text;
  };
  CHECK(once_more(back) == once_more(conversation));
}

TEST_CASE("a value that waits for its domain survives being stored") {
  const Conversation conversation = *handled(said("is it 587?")).conversation;
  REQUIRE(conversation.parts.size() == 1);
  REQUIRE(conversation.parts.front().proposals.size() == 1);
  CHECK(from_stored(to_stored(conversation, base_knowledge()), base_knowledge()).parts == conversation.parts);
}

TEST_CASE("the accounts named in one message survive being stored") {
  const auto& knowledge = base_knowledge();
  const Conversation conversation = *handled(said("réglages de nplus.ca et de gabskycom.com")).conversation;
  REQUIRE(conversation.accounts.size() == 2);
  const Conversation back = from_stored(to_stored(conversation, knowledge), knowledge);
  CHECK(back.accounts == conversation.accounts);
  CHECK(respond({"le port sortant de la deuxième ?"}, back, now, knowledge).question.domain->domain == "gabskycom.com");
}

TEST_CASE("whatever text is stored, reading it is safe") {
  for (const std::string text :
       {"", "{", "[]", "null", "{\"last\":\"x\"}", "{\"parts\":[3]}", "{\"domain\":[\"gone.example\"]}", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(from_stored(text, base_knowledge()).domain);
  }
}
