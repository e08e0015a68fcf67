#include "bot/assistant.h"

#include <chrono>
#include <string>
#include <vector>

#include "bot/outcome_json.h"
#include "connectors/clean_text.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Addressed;
using facteur::Conversation;
using facteur::Message;
using facteur::Outcome;
using facteur::Phrase;
using facteur::Place;
using facteur::Time;
using facteur::test::base_knowledge;
using namespace std::chrono_literals;

namespace {

constexpr Time noon{std::chrono::seconds{1'800'000'000}};

const std::vector<std::string> messages_of_all_kinds{
    "",
    " ",
    "?",
    "bonjour",
    "merci!",
    "c'est quoi le serveur entrant pour marie@nplus.ca ?",
    "whats the smtp port for quebec internet",
    "et pour POP ?",
    "imap ou pop",
    "comment configurer outlook",
    "je reçois mes courriels mais je ne peux pas en envoyer",
    "settings for jean@example.org",
    "réglages de henrietmoi.com",
    "my password is hunter2xyz!",
    "the weather is nice today",
    "aide",
    "parler à un agent",
    "\xff\xfe\xc3",
    std::string("\0imap\0", 6),
    "**imap** <b>nplus.ca</b> `port`",
};

bool same(const Conversation& one, const Conversation& other) {
  return one.last == other.last && one.language == other.language && one.domain == other.domain &&
         one.protocol == other.protocol && one.client == other.client && one.parts == other.parts &&
         one.domain_was_asked_for == other.domain_was_asked_for;
}

Outcome said(const std::string& text, Place place, Addressed addressed = Addressed::no,
             const Conversation& before = {}) {
  return respond({text, place, addressed}, before, noon, base_knowledge());
}

}  // namespace

TEST_CASE("the same message in the same conversation at the same time gets the same answer") {
  const Conversation before = said("c'est quoi le port IMAP de nplus.ca ?", Place::direct).conversation;
  for (const std::string& text : messages_of_all_kinds) {
    CAPTURE(text);
    for (const Conversation& conversation : {Conversation{}, before}) {
      const Message message{text, Place::direct, Addressed::no};
      const Outcome one = respond(message, conversation, noon, base_knowledge());
      for (const std::string& between : messages_of_all_kinds) said(between, Place::group);
      const Outcome other = respond(message, conversation, noon, base_knowledge());
      CHECK(one.reply == other.reply);
      CHECK(same(one.conversation, other.conversation));
      CHECK(to_json(one, base_knowledge()) == to_json(other, base_knowledge()));
    }
  }
}

TEST_CASE("the time matters only for what is remembered") {
  for (const std::string& text : messages_of_all_kinds) {
    CAPTURE(text);
    const Outcome early = respond({text}, {}, Time{}, base_knowledge());
    const Outcome late = respond({text}, {}, noon + 100'000h, base_knowledge());
    CHECK(early.reply == late.reply);
  }
}

TEST_CASE("in a direct chat every message gets an answer of some words") {
  for (const std::string& text : messages_of_all_kinds) {
    CAPTURE(text);
    const Outcome outcome = said(text, Place::direct);
    REQUIRE(outcome.reply);
    CHECK_FALSE(outcome.reply->text.empty());
    CHECK(facteur::clean_text(outcome.reply->text) == outcome.reply->text);
  }
}

TEST_CASE("what isn't understood in a direct chat gets what Facteur can do, and how to reach a person") {
  const auto& phrases = base_knowledge().languages[facteur::test::language("fr")].phrases;
  const Outcome outcome = said("le chien du voisin jappe toute la nuit", Place::direct);
  REQUIRE(outcome.reply);
  CHECK(phrases[static_cast<std::size_t>(Phrase::not_understood)].find(outcome.reply->text) != std::string::npos);
}

TEST_CASE("what isn't understood after steps were told gets how to reach a person") {
  const auto& phrases = base_knowledge().languages[facteur::test::language("fr")].phrases;
  const Outcome first = said("avertissement de certificat dans Thunderbird", Place::direct);
  const Outcome then = respond({.text = "c'est dangereux ?"}, first.conversation, noon, base_knowledge());
  REQUIRE(then.reply);
  CHECK(then.reply->text == phrases[static_cast<std::size_t>(Phrase::no_more_to_say)] + "\n\n" +
                                phrases[static_cast<std::size_t>(Phrase::human)]);
}

TEST_CASE("of the domains that were listed, one may be chosen by its number or by how it begins") {
  const Outcome first = said("quels sont mes réglages ?", Place::direct);
  const auto then = [&](const std::string& text) {
    const Outcome outcome = respond({.text = text}, first.conversation, noon, base_knowledge());
    return outcome.question.domain ? outcome.question.domain->domain : std::string();
  };
  CHECK(then("henri") == "henrietmoi.ca");
  CHECK(then("pour gabs") == "gabskycom.com");
  CHECK(then("1") == base_knowledge().domains.name(0));
  CHECK(then("5") == base_knowledge().domains.name(4));
  CHECK(then("6").empty());
  CHECK(then("0").empty());
  CHECK(then("je ne sais pas pour henri").empty());
  CHECK(then("pour mon ordi").empty());
  CHECK(then("les 2").empty());
  CHECK(then("ça fait 3 jours").empty());
  CHECK_FALSE(said("henri", Place::direct).question.domain);
}

TEST_CASE("in a group, who addresses Facteur gets the answer of a direct chat") {
  for (const std::string& text : messages_of_all_kinds) {
    CAPTURE(text);
    CHECK(said(text, Place::group, Addressed::yes).reply == said(text, Place::direct).reply);
  }
}

TEST_CASE("in a group, a question that is surely Facteur's is answered as in a direct chat") {
  for (const std::string text : {
           "c'est quoi le serveur entrant pour marie@nplus.ca ?",
           "what is the IMAP port for quebecinternet.net?",
           "quelle est la différence entre IMAP et POP ?",
           "how do I set up my henrietmoi.ca email in Outlook?",
           "je reçois mes courriels mais je ne peux pas en envoyer",
       }) {
    CAPTURE(text);
    const Outcome outcome = said(text, Place::group);
    REQUIRE(outcome.reply);
    CHECK(outcome.reply == said(text, Place::direct).reply);
  }
}

TEST_CASE("in a group, nobody else is answered, and nothing is remembered of what was said") {
  const Conversation before = said("c'est quoi le port IMAP de nplus.ca ?", Place::direct).conversation;
  for (const std::string text : {
           "",
           "bonjour tout le monde",
           "hello everyone",
           "merci beaucoup!",
           "thanks, see you tomorrow",
           "quelqu'un peut m'aider ?",
           "help",
           "je veux parler à un humain",
           "le port de Montréal est fermé demain",
           "la musique pop des années 80",
           "I have a positive outlook on life",
           "j'ai reçu ton courriel, merci",
           "Henri et moi on arrive vers midi",
           "on se voit sur la plage à 16.30",
           "did you see the game last night? lol",
           "\xff\xfe",
       }) {
    CAPTURE(text);
    for (const Conversation& conversation : {Conversation{}, before}) {
      const Outcome outcome = said(text, Place::group, Addressed::no, conversation);
      CHECK_FALSE(outcome.reply);
      CHECK(same(outcome.conversation, conversation));
    }
  }
}

TEST_CASE("in a group, a password is warned of, whoever it was meant for") {
  CHECK(said("mon mot de passe est Soleil2024!", Place::group).reply);
}

TEST_CASE("an answer names no server but those of the domain that it is for") {
  for (const std::string domain : {"nplus.ca", "henrietmoi.ca", "gabskycom.com"}) {
    const auto& knowledge = base_knowledge();
    const auto& provider = knowledge.provider_of(*knowledge.domains.exact(domain));
    const Outcome outcome = said("réglages pour marie@" + domain, Place::direct);
    REQUIRE(outcome.reply);
    for (const std::string& host : knowledge.hosts) {
      CAPTURE(domain, host);
      const bool own = host == provider.imap->incoming->host || host == provider.imap->outgoing->host;
      CHECK((outcome.reply->text.find("`" + host + "`") != std::string::npos) == own);
    }
  }
}

TEST_CASE("a domain that isn't ours gets no server at all") {
  for (const std::string text : {"réglages pour jean@example.org", "IMAP port for videotron.ca?",
                                 "comment mettre jean@gmail.com dans Outlook ?"}) {
    const Outcome outcome = said(text, Place::direct);
    REQUIRE(outcome.reply);
    for (const std::string& host : base_knowledge().hosts) {
      CAPTURE(text, host);
      CHECK(outcome.reply->text.find(host) == std::string::npos);
    }
  }
}

TEST_CASE("a very long message is answered by what its beginning asks") {
  const std::string question = "c'est quoi le port IMAP pour marie@nplus.ca ?";
  const Outcome outcome = said(question + std::string(1'000'000, ' ') + "x", Place::direct);
  CHECK(outcome.reply == said(question, Place::direct).reply);
  for (const std::string& filler : {std::string(1'000'000, 'a'), std::string(1'000'000, '.'),
                                    std::string(1'000'000, '\n'), std::string(1'000'000, '\xff')}) {
    CHECK(said(filler, Place::direct).reply);
  }
}
