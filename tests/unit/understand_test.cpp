#include "bot/understand.h"

#include <string>
#include <vector>

#include "bot/reading.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

Question understood(std::string_view text) {
  return understand(read(text, test::base_knowledge()), test::base_knowledge());
}

Part only_part(std::string_view text) {
  const Question question = understood(text);
  REQUIRE(question.parts.size() == 1);
  return question.parts.front();
}

std::vector<Intent> intents(std::string_view text) {
  std::vector<Intent> intents;
  for (const Part& part : understood(text).parts) intents.push_back(part.intent);
  return intents;
}

TEST_CASE("what is there already isn't asked for") {
  CHECK(only_part("I already have the incoming server, I need the outgoing one for nplus.ca").direction ==
        Direction::outgoing);
  CHECK(only_part("j'ai déjà le sortant, quel est le serveur entrant de nplus.ca ?").direction == Direction::incoming);
  CHECK(only_part("j'ai déjà le serveur sortant de nplus.ca").direction == Direction::outgoing);
}

TEST_CASE("port numbers of one side tell the side, of both they don't") {
  CHECK(only_part("nplus.ca 143 or 993").direction == Direction::incoming);
  CHECK(only_part("henrietmoi 465 ou 587 ?").direction == Direction::outgoing);
  CHECK_FALSE(only_part("nplus.ca 465 or 993").direction);
}

TEST_CASE("a protocol in a list of fields stands for its server") {
  using Fields = std::vector<Field>;
  CHECK(only_part("what's the smtp, port and encryption for gabskycom.com").fields ==
        Fields{Field::host, Field::port, Field::security});
  CHECK(only_part("je cherche le SMTP de nplus.ca, son port, et la sécurité").fields ==
        Fields{Field::host, Field::port, Field::security});
  CHECK(only_part("what's the imap port and encryption for nplus.ca").fields == Fields{Field::port, Field::security});
}

TEST_CASE("a clause that names nothing is about what stands before it") {
  CHECK(intents("authentication for smtp, what is that?") == std::vector{Intent::explain});
  CHECK(intents("serveur entrant, c'est quoi ça ?") == std::vector{Intent::explain});
}

TEST_CASE("settings that are only the place where a word stands aren't asked for") {
  CHECK(intents("c'est quoi STARTTLS dans mes réglages ?") == std::vector{Intent::explain});
  CHECK(intents("what is STARTTLS in my settings?") == std::vector{Intent::explain});
}

TEST_CASE("a value asked beside a guide is the named account's") {
  CHECK(intents("Comment ajouter mon adresse nplus.ca sur mon Android et c'est quoi le serveur entrant ?") ==
        std::vector{Intent::guide, Intent::settings});
  CHECK(intents("c'est quoi IMAP et comment je configure nplus.ca dans Outlook ?") ==
        std::vector{Intent::explain, Intent::guide});
}

TEST_CASE("where a question comes from isn't asked") {
  CHECK(intents("I install my mother's mail on her computer, what's the outgoing server for nplus.ca") ==
        std::vector{Intent::settings});
  CHECK(intents("J'installe le courriel de ma fille sur Windows, quel est le serveur entrant de nplus.ca") ==
        std::vector{Intent::settings});
  CHECK(intents("How do I set up nplus.ca on my iPhone, and what's the outgoing server?") ==
        std::vector{Intent::guide, Intent::settings});
}

TEST_CASE("what fails to leave is asked of the outgoing side") {
  const Question question = understood("jpeux pas envoyer ET c'est quoi le bon port pour nplus.ca");
  REQUIRE(question.parts.size() == 2);
  CHECK(question.parts[1].direction == Direction::outgoing);
}

TEST_CASE("signs of any script are no part of a word") {
  CHECK(intents("¿what is IMAP?") == std::vector{Intent::explain});
  CHECK(intents("c'est quoi «IMAP»") == std::vector{Intent::explain});
  CHECK(intents("“which port” for «nplus»…") == std::vector{Intent::settings});
}

TEST_CASE("a problem may name the program that it is about") {
  const Question question = understood("gmail no longer fetches my mail by pop");
  REQUIRE(question.client.has_value());
  CHECK(test::base_knowledge().guides[*question.client].client == "gmail");
}

}  // namespace
}  // namespace facteur
