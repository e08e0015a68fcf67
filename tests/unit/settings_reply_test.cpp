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
  REQUIRE(reply.tables.size() == 1);
  CHECK(reply.tables.front().heads == Texts{"IMAP", "Serveur", "Port", "Chiffrement"});
  CHECK(reply.tables.front().rows == std::vector<Texts>{{"Serveur entrant (IMAP)", "mail.nplus.ca", "993", "SSL/TLS"},
                                                        {"Serveur sortant (SMTP)", "smtp.nplus.ca", "465", "SSL/TLS"}});
  CHECK(reply.text.substr(reply.tables.front().begin, reply.tables.front().end - reply.tables.front().begin) ==
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
  REQUIRE(tapped.tables.size() == 1);
  CHECK(tapped.tables.front().heads.front() == "POP");
  CHECK(reply_to("IMAP settings for robert@gabskycom.com").choices.empty());
}

TEST_CASE("a missing domain is a tap away") {
  const Reply reply = reply_to("what are the IMAP settings?");
  CHECK(reply.choices.size() == 5);
  CHECK(reply.tables.empty());
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

TEST_CASE("a value that is proposed is confirmed or denied") {
  struct Case {
    const char* text;
    const char* verdict;
  };
  for (const auto& [text, verdict] : {
           Case{"mail.nplus.ca for smtp nplus ok?", "No, not mail.nplus.ca."},
           Case{"is smtp.nplus.ca my imap server?", "No, not smtp.nplus.ca."},
           Case{"is port 25 ok for nplus?", "No, not 25."},
           Case{"can i use port 465 for sending with ordiamicus?", "What is given for ordiamicus.com isn't 465."},
           Case{"est-ce que le port 993 est bon pour nplus ?",
                "Oui, en IMAP. Port entrant (IMAP) pour nplus.ca : **993**"},
           Case{"j'ai mis 995 pour nplus, c'est bon?", "Oui, en POP. Port entrant (POP) pour nplus.ca : **995**"},
           Case{"for gabskycom.com is it map.secureserver.net?", "No, not map.secureserver.net."},
           Case{"imap.nplus.ca c'est bon?", "Non, pas imap.nplus.ca."},
           Case{"est-ce que smtp.nplus.ca est le bon serveur",
                "Oui, en IMAP. Serveur sortant (SMTP) pour nplus.ca : **`smtp.nplus.ca`**"},
           Case{"nplus en starttls ?", "Non, pas STARTTLS."},
           Case{"Is smtp.nplus.ca right for marie@henrietmoi.ca?", "No, not smtp.nplus.ca."},
           Case{"Is 465 the IMAP port for nplus.ca?", "No, not 465."},
           Case{"Can I send on port 993 with nplus.ca?", "No, not 993."},
           Case{"server smtpout.secureserver.net port 465 for gabskycom pop correct?",
                "What is given for gabskycom.com isn't 465."},
           Case{"Is it smtp.ionos.com with SSL for henrietmoi.ca?", "What is given for henrietmoi.ca isn't SSL/TLS."},
           Case{"smtp.nplus.ca:2525 ok for nplus?", "No, not 2525."},
           Case{"is sending over STARTTLS for henrietmoi.ca?",
                "Yes, with IMAP. Outgoing encryption (SMTP) for henrietmoi.ca: **STARTTLS**"},
       }) {
    CAPTURE(text);
    CHECK(reply_to(text).text.substr(0, std::string_view(verdict).size()) == verdict);
  }
}

TEST_CASE("servers that are listed with their ports are judged one by one") {
  const std::string text = reply_to("imap.ionos.com 993 ssl, smtp.ionos.com 465 ssl, henrietmoi. right?").text;
  CHECK(says(text, "Yes, with IMAP. Incoming server (IMAP) for henrietmoi.ca: **`imap.ionos.com`**"));
  CHECK(says(text, "What is given for henrietmoi.ca isn't 465, SSL/TLS."));
  const std::string right =
      reply_to("serveur entrant mail.nplus.ca 993 et smtp.nplus.ca 465 pour nplus.ca, c'est bon ?").text;
  CHECK(says(right, "Oui, en IMAP. Serveur entrant (IMAP) pour nplus.ca"));
  CHECK(says(right, "Oui, en IMAP. Serveur sortant (SMTP) pour nplus.ca"));
  CHECK_FALSE(says(right, "Non"));
}

TEST_CASE("what a denied value should be follows") {
  const std::string text = reply_to("is it map.secureserver.net for gabskycom.com?").text;
  CHECK(says(text, "Incoming server (IMAP) for gabskycom.com: **`imap.secureserver.net`**"));
  CHECK(says(reply_to("le port 25 est-il bon pour envoyer avec nplus ?").text,
             "Port sortant (SMTP) pour nplus.ca : **465**"));
}

TEST_CASE("a value that is right for one protocol only is confirmed for that one") {
  const std::string text = reply_to("is 587 the outgoing port for gabsky?").text;
  CHECK(says(text, "Yes, with POP. Outgoing port (SMTP) for gabskycom.com: **587**"));
  CHECK(says(text, "Outgoing port (SMTP), if the account is IMAP: **465**"));
  CHECK(says(text, "**gabskycom.com, with POP**"));
}

TEST_CASE("where it isn't plain what is proposed of which server, none is judged") {
  for (const char* text : {"Is it SSL for both incoming and outgoing at henrietmoi.ca?", "Is henrietmoi.ca on SSL?",
                           "is 993 for sending and 465 for receiving right at nplus.ca?",
                           "Is it 993 for IMAP and 465 for POP at nplus.ca?", "is 465 SSL ok for gabskycom POP?",
                           "Are mail.nplus.ca and smtp.nplus.ca right with 993 and 465?",
                           "nplus.ca uses port 465 and henrietmoi.ca uses port 587, right?",
                           "what is port 993 for nplus?", "nplus: port 465 ou 587 ?", "ssl or starttls for nplus?",
                           "réglages pour nplus.ca", "serveur pour bob@imap.nplus.ca"}) {
    CAPTURE(text);
    const std::string reply = reply_to(text).text;
    CHECK_FALSE(says(reply, "Yes,"));
    CHECK_FALSE(says(reply, "No,"));
    CHECK_FALSE(says(reply, "Oui,"));
    CHECK_FALSE(says(reply, "Non,"));
  }
}

TEST_CASE("a server that is named wrongly and without an account is asked of an account") {
  Outcome first = respond({.text = "is it map.secureserver.net?"}, {}, Time{}, test::base_knowledge());
  REQUIRE(first.reply);
  CHECK(first.reply->choices.size() == 5);
  // What was typed isn't kept, so it isn't judged any more.
  const Reply told = reply_to("gabskycom.com", first.conversation);
  CHECK(says(told.text, "Incoming server (IMAP) for gabskycom.com: **`imap.secureserver.net`**"));
}

TEST_CASE("several accounts are answered one after the other, each with its table") {
  const Reply reply = reply_to("serveur entrant pour nplus et gabsky");
  CHECK(says(reply.text, "Serveur entrant (IMAP) pour nplus.ca : **`mail.nplus.ca`**"));
  CHECK(says(reply.text, "Serveur entrant (IMAP) pour gabskycom.com : **`imap.secureserver.net`**"));
  REQUIRE(reply.tables.size() == 2);
  CHECK(reply.tables[0].end < reply.tables[1].begin);
  CHECK(reply.tables[1].rows[0][1] == "imap.secureserver.net");
  CHECK(reply_to("imap settings for nplus.ca, ordiamicus.com and quebecinternet.net").tables.size() == 3);
}

TEST_CASE("each account is asked for what stands beside it") {
  const std::string text = reply_to("incoming server for nplus, outgoing port for henrietmoi").text;
  CHECK(says(text, "Incoming server (IMAP) for nplus.ca"));
  CHECK_FALSE(says(text, "Outgoing port (SMTP) for nplus.ca"));
  CHECK(says(text, "Outgoing port (SMTP) for henrietmoi.ca: **587**"));
  CHECK_FALSE(says(text, "Incoming server (IMAP) for henrietmoi.ca"));
  CHECK_FALSE(says(reply_to("I have nplus and it works. what's the incoming server for gabsky?").text, "nplus"));
}

TEST_CASE("an address that the mail goes to isn't an account that is asked for") {
  CHECK_FALSE(says(reply_to("bob@nplus.ca cannot send to marie@gabskycom.com").text, "secureserver"));
}

TEST_CASE("what goes on is about the first of several accounts") {
  Outcome first = respond({.text = "settings for nplus and gabsky"}, {}, Time{}, test::base_knowledge());
  const std::string text = reply_to("and for POP?", first.conversation).text;
  CHECK(says(text, "pop.nplus.ca"));
}

TEST_CASE("an account's settings stand once in a reply") {
  const std::string text = reply_to("comment configurer nplus dans outlook et c'est quoi le port sortant?").text;
  CHECK(says(text, "Port sortant (SMTP) pour nplus.ca : **465**"));
  const std::string line = "Serveur entrant (IMAP)";
  CHECK(text.find(line) == text.rfind(line));
}

TEST_CASE("several programs get a guide each, and a program on a machine gets one") {
  const std::string both = reply_to("comment configurer nplus sur mon iphone et dans outlook").text;
  CHECK(says(both, "**Configurer Outlook**"));
  CHECK(says(both, "**Configurer un iPhone ou un iPad**"));
  const std::string one = reply_to("how do i set up outlook on my iphone").text;
  CHECK(says(one, "**Set up Outlook**"));
  CHECK_FALSE(says(one, "iPad**"));
}

}  // namespace facteur
