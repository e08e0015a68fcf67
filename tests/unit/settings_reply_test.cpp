// What a settings answer holds for platforms that show more than text.
#include "bot/assistant.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

using Texts = std::vector<std::string>;

Reply reply_to(std::string text, const Conversation& before = {}, const Knowledge& knowledge = test::base_knowledge()) {
  auto outcome = respond({.text = std::move(text)}, before, Time{}, knowledge);
  REQUIRE(outcome.reply);
  return *outcome.reply;
}

// Of pigeonpost.example, whose servers ask for different authentication.
std::string pigeon_post(const std::string& question) {
  static const Loaded loaded = load_knowledge(FACTEUR_SOURCE_DIR "/tests/fixtures/knowledge");
  REQUIRE(loaded.knowledge);
  return reply_to(question, {}, *loaded.knowledge).text;
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("settings come with a table that says what the lines say, and with what is worth copying") {
  const Reply reply = reply_to("réglages pour marie@nplus.ca");
  REQUIRE(reply.table);
  CHECK(reply.table->heads == Texts{"IMAP", "Serveur", "Port", "Chiffrement"});
  CHECK(reply.table->rows == std::vector<Texts>{{"Serveur entrant (IMAP)", "mail.nplus.ca", "993", "SSL/TLS"},
                                                {"Serveur sortant (SMTP)", "smtp.nplus.ca", "465", "SSL/TLS"}});
  CHECK(reply.text.substr(reply.table->begin, reply.table->end - reply.table->begin) ==
        "\n- Serveur entrant (IMAP) : `mail.nplus.ca`, port 993, SSL/TLS"
        "\n- Serveur sortant (SMTP) : `smtp.nplus.ca`, port 465, SSL/TLS");
  CHECK(reply.copies == Texts{"mail.nplus.ca", "smtp.nplus.ca"});
}

TEST_CASE("the other protocol is a tap away, where the domain has it and nobody named one") {
  Outcome first = respond({.text = "settings for robert@gabskycom.com"}, {}, Time{}, test::base_knowledge());
  REQUIRE(first.reply);
  CHECK(first.reply->choices == Texts{"POP"});
  CHECK(first.reply->text.find("POP") != std::string::npos);
  const Reply tapped = reply_to("POP", first.conversation);
  REQUIRE(tapped.table);
  CHECK(tapped.table->heads.front() == "POP");
  CHECK(reply_to("IMAP settings for robert@gabskycom.com").choices.empty());
}

TEST_CASE("a missing domain is a tap away") {
  const Reply reply = reply_to("what are the IMAP settings?");
  CHECK(reply.choices.size() == 5);
  CHECK_FALSE(reply.table);
  CHECK(reply.copies.empty());
}

TEST_CASE("servers that differ in authentication each have a line of their own") {
  const std::string imap = pigeon_post("pigeonpost.example imap");
  CHECK(says(imap,
             "- Incoming authentication (IMAP): normal password\n"
             "- Outgoing authentication (SMTP): encrypted password"));
  const std::string same = reply_to("authentication for outgoing nplus.ca").text;
  CHECK(says(same, "Authentication for nplus.ca: "));
  CHECK(says(same, "\n- Authentication: "));
  CHECK_FALSE(says(same, "Outgoing authentication"));
}

}  // namespace facteur
