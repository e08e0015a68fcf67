#include "bot/sureness.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "bot/intents.h"
#include "bot/sureness_weights.h"
#include "bot/understand.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

// What stands behind "//" in the lines that hold `part`, in the learned file: the names of its rows.
std::vector<std::string> names_behind(std::string_view part) {
  std::ifstream table(FACTEUR_SOURCE_DIR "/bot/sureness_weights.cpp");
  std::vector<std::string> names;
  for (std::string line; std::getline(table, line);) {
    const std::size_t name = line.find(part);
    if (name != std::string::npos && line.front() == ' ') names.push_back(line.substr(name + part.size()));
  }
  return names;
}

Surety surety_of(std::string_view text) {
  const Reading reading = read(text, test::base_knowledge());
  const Evidence whole(reading, test::base_knowledge(), 0, static_cast<std::uint16_t>(reading.tokens.size()));
  return explained_sureness(weigh(whole).signs, whole);
}

Sureness sureness(std::string_view text) {
  return understand(read(text, test::base_knowledge()), test::base_knowledge()).sureness;
}

TEST_CASE("what was learned of sureness is by the signs' numbers") {
  const SurenessWeights& weights = sureness_weights();
  const std::vector<std::string> rows = names_behind(",  // ");
  REQUIRE(rows.size() == sign_count + weights.pairs.size());
  for (std::size_t sign = 0; sign < sign_count; ++sign) CHECK(rows[sign] == name_of_sign(sign));
  for (std::size_t pair = 0; pair < weights.pairs.size(); ++pair) {
    const auto [one, other, weight] = weights.pairs[pair];
    CHECK(rows[sign_count + pair] == std::string(name_of_sign(one)) + ", " + std::string(name_of_sign(other)));
  }
  CHECK(weights.likely < weights.sure);
}

TEST_CASE("questions about mail are sure") {
  for (const std::string_view text :
       {"what's the outgoing server for bob@gabskycom.com?", "c'est quoi IMAP ?", "how do I set up Outlook?",
        "port imap nplus", "mes courriels partent pu depuis hier, qu'est-ce que je fais ?",
        "comment ajouter mon adresse henrietmoi.ca sur mon iphone", "my email keeps asking for my password"})
    CHECK(sureness(text) == Sureness::sure);
}

TEST_CASE("what people say to each other isn't, whatever words of mail they use") {
  for (const std::string_view text :
       {"j'ai reçu ton courriel, merci !", "I switched to IMAP last year and never looked back",
        "le port de Montréal est fermé", "Thanks Priya, 587 with STARTTLS did the trick",
        "comme je disais à Luc, POP c'est fini depuis longtemps", "who has the Wi-Fi password for the cottage?",
        "I told him to open File, then Account Settings, and it worked", "mon site WordPress est lent ce matin"})
    CHECK(sureness(text) != Sureness::sure);
}

TEST_CASE("talk is never surely meant for Facteur") {
  for (const std::string_view text : {"merci", "hello", "help", "I want to talk to a person"})
    CHECK(sureness(text) != Sureness::sure);
}

TEST_CASE("a word counts once, however often it is said") {
  const Surety surety = surety_of("what is imap imap imap");
  CHECK(std::count_if(surety.reasons.begin(), surety.reasons.end(),
                      [](const Reason& reason) { return reason.name == "\"imap\""; }) == 1);
}

TEST_CASE("what speaks for and against it is told, the weightiest first, and adds up to the likelihood") {
  const Surety surety = surety_of("c'est quoi IMAP ?");
  REQUIRE(surety.reasons.size() > 3);
  const auto weightier = [](const Reason& one, const Reason& other) {
    return std::abs(one.weight) > std::abs(other.weight);
  };
  CHECK(std::is_sorted(surety.reasons.begin(), surety.reasons.end(), weightier));
  const auto told = [&](std::string_view name) {
    return std::any_of(surety.reasons.begin(), surety.reasons.end(),
                       [&](const Reason& reason) { return reason.name == name; });
  };
  CHECK(told("technical"));
  CHECK(told("\"imap\""));
  CHECK(surety.percent > 90);
  CHECK(surety_of("il fait beau").percent < 10);
}

}  // namespace
}  // namespace facteur
