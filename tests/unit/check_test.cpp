#include "knowledge/check.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using Lines = std::vector<std::string>;

Lines messages(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& each : diagnostics.all()) lines.push_back(each.message);
  return lines;
}

Lines warnings_about(Protocol protocol, const Server& incoming, const Server& outgoing) {
  Knowledge knowledge;
  knowledge.host_prefixes = {"imap", "imap4", "mail", "smtp", "pop"};
  Provider provider;
  (protocol == Protocol::pop ? provider.pop : provider.imap) = Access{incoming, outgoing, {"p.toml", 1}, {"p.toml", 2}};
  Diagnostics diagnostics;
  check_servers(provider, knowledge, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return messages(diagnostics);
}

const Server imap{"imap.example.org", 993, Security::tls, {}};
const Server pop{"pop.example.org", 995, Security::tls, {}};
const Server smtp{"smtp.example.org", 465, Security::tls, {}};

Server with_host(Server server, std::string host) {
  server.host = std::move(host);
  return server;
}

Server with(Server server, std::uint16_t port, Security security) {
  server.port = port;
  server.security = security;
  return server;
}

}  // namespace

TEST_CASE("settings as they usually are raise no doubt") {
  CHECK(warnings_about(Protocol::imap, imap, smtp).empty());
  CHECK(
      warnings_about(Protocol::imap, with(imap, 143, Security::starttls), with(smtp, 587, Security::starttls)).empty());
  CHECK(warnings_about(Protocol::pop, with(pop, 110, Security::starttls), smtp).empty());
}

TEST_CASE("a host one letter away from the usual name raises doubt, as the published map.secureserver.net does") {
  const auto doubt = [](const std::string& host, const std::string& usual, const std::string& protocol) {
    return Lines{"host `" + host + "` is one letter away from `" + usual + "`, the usual name for " + protocol +
                 "; is it a typing error?"};
  };
  CHECK(warnings_about(Protocol::imap, with_host(imap, "map.secureserver.net"), smtp) ==
        doubt("map.secureserver.net", "imap.secureserver.net", "imap"));
  CHECK(warnings_about(Protocol::imap, imap, with_host(smtp, "stmp.example.org")) ==
        doubt("stmp.example.org", "smtp.example.org", "smtp"));
  CHECK(warnings_about(Protocol::pop, with_host(pop, "po.example.org"), smtp) ==
        doubt("po.example.org", "pop.example.org", "pop"));
  for (const char* host :
       {"mail.example.org", "imap4.example.org", "ssl0.example.org", "mx1.example.org", "a.example.org"}) {
    CAPTURE(host);
    CHECK(warnings_about(Protocol::imap, with_host(imap, host), with_host(smtp, host)).empty());
  }
}

TEST_CASE("a host named for another protocol raises doubt") {
  CHECK(warnings_about(Protocol::pop, with_host(pop, "imap.example.org"), smtp) ==
        Lines{"host `imap.example.org` is named for imap, but serves pop; expected a host for pop"});
  CHECK(warnings_about(Protocol::imap, imap, with_host(smtp, "pop.example.org")) ==
        Lines{"host `pop.example.org` is named for pop, but serves smtp; expected a host for smtp"});
}

TEST_CASE("a port that doesn't go with its security raises doubt") {
  CHECK(warnings_about(Protocol::imap, with(imap, 993, Security::starttls), with(smtp, 587, Security::tls)) ==
        Lines{"port 993 goes with tls, not starttls; expected port 143 (RFC 8314)",
              "port 587 goes with starttls, not tls; expected port 465 (RFC 8314)"});
  CHECK(warnings_about(Protocol::imap, with(imap, 995, Security::tls), with(smtp, 2525, Security::starttls)) ==
        Lines{"port 995 is unusual for imap with tls; expected 993",
              "port 2525 is unusual for smtp with starttls; expected 587"});
}

TEST_CASE("no encryption and port 25 raise doubt, both at once if need be") {
  const std::string clear =
      "`smtp.example.org` has security = \"none\": passwords would travel in clear; expected tls or starttls";
  const std::string relay =
      "`smtp.example.org` has port 25, which carries mail between servers; expected 465 or 587 (RFC 6409)";
  CHECK(warnings_about(Protocol::imap, imap, with(smtp, 587, Security::none)) == Lines{clear});
  CHECK(warnings_about(Protocol::imap, imap, with(smtp, 25, Security::starttls)) == Lines{relay});
  CHECK(warnings_about(Protocol::imap, imap, with(smtp, 25, Security::none)) == Lines{clear, relay});
}

TEST_CASE("words missing in a language, and topics without examples, are told") {
  Knowledge knowledge;
  knowledge.languages.resize(2);
  knowledge.languages[0].id = "en";
  knowledge.languages[1].id = "fr";
  Concept topic;
  topic.where = {"concepts/a.toml", 0};
  topic.wordings = {std::nullopt, Wording{"T", "", "T", {}, {}, {"concepts/a.toml", 5}}};
  knowledge.concepts.push_back(topic);
  Provider provider;
  provider.name = "P";
  provider.notices.push_back({"2027-01-31", {}, {"Soon", ""}, {}, {"providers/p.toml", 9}});
  knowledge.providers.push_back(provider);
  Diagnostics diagnostics;
  check_words(knowledge, diagnostics);
  CHECK(messages(diagnostics) == Lines{"has no words in en; expected a table [en], or one in languages/en.toml",
                                       "has no `examples` in fr; expected questions that this file answers",
                                       "the notice has no text in fr; expected `fr`"});
}

TEST_CASE("whoever runs the check hears the dated notices, in the default language where it has the text") {
  Knowledge knowledge;
  knowledge.languages.resize(2);
  knowledge.languages[1].is_default = true;
  Provider provider;
  provider.name = "P";
  provider.notices.push_back({"2027-01-31", {}, {"Soon", "Bientôt"}, {}, {"providers/p.toml", 9}});
  provider.notices.push_back({"2027-02-01", {}, {"Later", ""}, {}, {"providers/p.toml", 12}});
  knowledge.providers.push_back(provider);
  Diagnostics diagnostics;
  check_knowledge(knowledge, diagnostics);
  REQUIRE(diagnostics.count(Severity::notice) == 2);
  Lines notices;
  for (const Diagnostic& each : diagnostics.all()) {
    if (each.severity == Severity::notice) notices.push_back(to_string(each));
  }
  CHECK(notices == Lines{"providers/p.toml:9: notice: P (2027-01-31): Bientôt",
                         "providers/p.toml:12: notice: P (2027-02-01): Later"});
}

TEST_CASE("patterns that stand twice or match everything, and cues that nobody uses, are told") {
  Knowledge knowledge;
  knowledge.languages.resize(2);
  knowledge.languages[0].where = {"languages/en.toml", 0};
  knowledge.languages[1].where = {"languages/fr.toml", 0};
  for (std::size_t cue = 0; cue < static_cast<std::size_t>(Cue::count_); ++cue) {
    knowledge.cues.emplace_back(to_string(static_cast<Cue>(cue)));
  }
  const auto add = [&](std::string text, std::uint16_t cue, std::optional<LanguageId> language, std::uint32_t line) {
    knowledge.patterns.push_back({std::move(text), {Meaning::Kind::cue, cue}, language, {"languages/x.toml", line}});
  };
  for (std::uint16_t cue = 0; cue < static_cast<std::uint16_t>(Cue::count_); ++cue) {
    add("en" + std::to_string(cue), cue, LanguageId{0}, 1);
    if (cue != static_cast<std::uint16_t>(Cue::thanks)) add("fr" + std::to_string(cue), cue, LanguageId{1}, 1);
  }
  const auto own = static_cast<std::uint16_t>(knowledge.cues.size());
  knowledge.cues.emplace_back("expalin");
  knowledge.cues.emplace_back("mine_own");
  knowledge.expression_patterns.push_back(static_cast<std::uint32_t>(knowledge.patterns.size()));
  add("\\w+", own, LanguageId{0}, 5);
  add("a", own, LanguageId{0}, 6);
  add("a", own, LanguageId{1}, 7);  // another language: fine
  add("a", own, LanguageId{1}, 8);
  add("b", own + 1, LanguageId{0}, 9);
  add("b", own + 1, LanguageId{1}, 10);
  Problem problem;
  problem.id = "explain";  // a problem may be called like a cue: no `when` names problems
  problem.when = {{{{Meaning::Kind::cue, static_cast<std::uint16_t>(own + 1)}, {Meaning::Kind::cue, 0}}, {}}};
  knowledge.problems.push_back(problem);
  Guide guide;
  guide.id = "send";
  knowledge.guides.push_back(guide);
  Diagnostics diagnostics;
  check_patterns(knowledge, diagnostics);
  CHECK(messages(diagnostics) ==
        Lines{"pattern `a` stands twice; expected once, and it is in languages/x.toml:7",
              "pattern `\\w+` matches everything; expected words",
              "has no patterns for the cue `thanks`; expected some under [cues]",
              "cue `expalin` is used by no file; did you mean `explain`?",
              "has the name of a cue, which a `when` would take instead; expected another name"});
}

}  // namespace facteur
