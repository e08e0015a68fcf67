#include "bot/outcome_json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "bot/follow_up.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Intent;
using facteur::Outcome;
using facteur::Part;
using facteur::test::ask;
using facteur::test::base_knowledge;
using Json = nlohmann::ordered_json;

namespace {

const std::vector<std::string> all_keys{"language", "intent",   "intents", "domain",  "protocol", "direction", "field",
                                        "fields",   "concepts", "client",  "problem", "replied",  "reply",     "links"};

Json json_of(const Outcome& outcome) { return Json::parse(to_json(outcome, base_knowledge())); }

bool is_null_or_one_of(const Json& value, const std::set<std::string>& names) {
  return value.is_null() || (value.is_string() && names.contains(value.get<std::string>()));
}

bool is_list_of_texts(const Json& value) {
  return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& each) { return each.is_string(); });
}

bool is_without_repeats(const Json& value) {
  const std::set<Json> different(value.begin(), value.end());
  return different.size() == value.size();
}

// What DESIGN.md promises of every line, whatever was asked.
void check_shape(const std::string& line) {
  CAPTURE(line);
  CHECK(line.find_first_of("\n\r") == std::string::npos);
  const Json json = Json::parse(line);
  REQUIRE(json.is_object());
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == all_keys);
  const std::set<std::string> intents{"settings", "explain", "compare", "guide", "troubleshoot",
                                      "greet",    "thanks",  "help",    "human"};
  CHECK((json["language"] == "fr" || json["language"] == "en"));
  CHECK(is_list_of_texts(json["intents"]));
  CHECK(is_without_repeats(json["intents"]));
  for (const Json& intent : json["intents"]) CHECK(intents.contains(intent.get<std::string>()));
  CHECK(json["intent"] == (json["intents"].empty() ? Json("none") : json["intents"].front()));
  CHECK((json["domain"].is_null() || json["domain"].is_string()));
  CHECK(is_null_or_one_of(json["protocol"], {"imap", "pop", "smtp"}));
  CHECK(is_null_or_one_of(json["direction"], {"incoming", "outgoing"}));
  const std::set<std::string> fields{"host", "port", "security", "username", "authentication"};
  CHECK(is_null_or_one_of(json["field"], fields));
  CHECK(is_list_of_texts(json["fields"]));
  CHECK(is_without_repeats(json["fields"]));
  for (const Json& field : json["fields"]) CHECK(fields.contains(field.get<std::string>()));
  CHECK(json["field"] == (json["fields"].empty() ? Json() : json["fields"].front()));
  CHECK(is_list_of_texts(json["concepts"]));
  CHECK(is_without_repeats(json["concepts"]));
  for (const Json& topic : json["concepts"]) CHECK(base_knowledge().concept_named(topic.get<std::string>()) != nullptr);
  CHECK(is_null_or_one_of(json["client"],
                          {"outlook", "thunderbird", "apple-mail", "iphone", "android", "gmail", "other"}));
  CHECK((json["problem"].is_null() || json["problem"].is_string()));
  CHECK(json["replied"].is_boolean());
  CHECK(json["replied"] == json["reply"].is_string());
  CHECK((json["reply"].is_null() || json["reply"].is_string()));
  CHECK(is_list_of_texts(json["links"]));
  for (const Json& link : json["links"]) CHECK(link.get<std::string>().starts_with("https://"));
}

Outcome outcome_with(std::vector<Part> parts) {
  Outcome outcome;
  outcome.question.parts = std::move(parts);
  return outcome;
}

TEST_CASE("a concept that is a kind of another one is named with it") {
  const Json concepts = json_of(ask("c'est quoi un mot de passe d'application ?"))["concepts"];
  CHECK(concepts == Json{"app-password", "password"});
}

}  // namespace

TEST_CASE("every answer's JSON has every key, in order, with the types that the design promises") {
  for (const std::string text : {
           "",
           "bonjour",
           "merci",
           "asdf qwer",
           "aide",
           "je veux parler à un agent",
           "c'est quoi le port IMAP entrant pour marie@nplus.ca ?",
           "all settings for nplus.ca",
           "serveur et port sortants de henrietmoi.com",
           "imap ou pop ?",
           "c'est quoi IMAP et comment je configure nplus.ca dans Outlook ?",
           "je ne peux plus envoyer de courriels avec Outlook",
           "settings for jean@example.org",
           "my password is hunter2xyz!",
           "\xff\xfe\x00 é \x1b[31m",
       }) {
    check_shape(to_json(ask(text), base_knowledge()));
  }
  check_shape(to_json(Outcome{}, base_knowledge()));
}

TEST_CASE("an outcome without a reply says so by null, and has no links") {
  const Json json = json_of(Outcome{});
  CHECK(json["replied"] == false);
  CHECK(json["reply"].is_null());
  CHECK(json["links"] == Json::array());
  CHECK(json["intent"] == "none");
  CHECK(json["intents"] == Json::array());
  CHECK(json["domain"].is_null());
  CHECK(json["client"].is_null());
  CHECK(json["problem"].is_null());
}

TEST_CASE(
    "several parts are listed in order, each intent, field and concept once; the first that has a value gives it") {
  Part settings;
  settings.intent = Intent::settings;
  settings.fields = {facteur::Field::port, facteur::Field::host};
  settings.concepts = {2, 1};
  Part trouble;
  trouble.intent = Intent::troubleshoot;
  trouble.protocol = facteur::Protocol::pop;
  trouble.problem = 2;
  trouble.concepts = {1, 3};
  Part more = settings;
  more.protocol = facteur::Protocol::imap;
  more.direction = facteur::Direction::outgoing;
  more.fields = {facteur::Field::host, facteur::Field::security};
  const Json json = json_of(outcome_with({settings, trouble, more}));
  const auto& concepts = base_knowledge().concepts;
  CHECK(json["intents"] == Json{"settings", "troubleshoot"});
  CHECK(json["fields"] == Json{"port", "host", "security"});
  CHECK(json["concepts"] == Json{concepts[2].id, concepts[1].id, concepts[3].id});
  CHECK(json["protocol"] == "pop");
  CHECK(json["direction"] == "outgoing");
  CHECK(json["problem"] == base_knowledge().problems[2].id);
}

TEST_CASE("the domain is the one that is meant, not the one that was typed") {
  CHECK(json_of(ask("réglages pour marie@henrietmoi.com"))["domain"] == "henrietmoi.ca");
  CHECK(json_of(ask("settings for jean@Example.ORG"))["domain"] == "example.org");
}

TEST_CASE("the client is its name in the design, whichever file it stands in") {
  Outcome outcome;
  const auto& guides = base_knowledge().guides;
  for (std::size_t index = 0; index < guides.size(); ++index) {
    if (guides[index].client.empty()) continue;
    outcome.question.client = static_cast<std::uint16_t>(index);
    CHECK(json_of(outcome)["client"] == guides[index].client);
  }
}

TEST_CASE("the reply and its links come through as they are") {
  Outcome outcome;
  outcome.reply =
      facteur::Reply{"**é** \"quoted\" \\ back\nnext </script> \x01 😀", {"https://example.org/?a=1&b=2"}, {"nplus.ca"}};
  const std::string line = to_json(outcome, base_knowledge());
  check_shape(line);
  const Json json = Json::parse(line);
  CHECK(json["reply"] == outcome.reply->text);
  CHECK(json["links"] == outcome.reply->links);
}

TEST_CASE("what is not UTF-8 is replaced, so that every line is JSON") {
  Outcome outcome;
  outcome.reply = facteur::Reply{"a\xff\xc3z\xed\xa0\x80", {}, {}};
  const std::string line = to_json(outcome, base_knowledge());
  CHECK(Json::accept(line));
  CHECK(line.find('\xff') == std::string::npos);
  CHECK(Json::parse(facteur::error_json("bad \xff byte"))["error"] == "bad \xEF\xBF\xBD byte");
}

TEST_CASE("an error is an object with that one key, on one line") {
  const std::string line = facteur::error_json("two\nlines and a \"quote\"");
  CHECK(line.find('\n') == std::string::npos);
  CHECK(Json::parse(line) == Json{{"error", "two\nlines and a \"quote\""}});
}
