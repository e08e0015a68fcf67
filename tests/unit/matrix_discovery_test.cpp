#include "connectors/matrix_discovery.h"

#include <map>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

HttpResult answered(int status, std::string body) {
  return {.exchange = Exchange::answered, .status = status, .body = std::move(body)};
}

HttpResult redirected(std::string to) {
  return {.exchange = Exchange::answered, .status = 301, .redirect = std::move(to)};
}

HttpResult unreachable() { return {.exchange = Exchange::unsent, .error = "no route to host"}; }

HttpResult names(const std::string& address) {
  return answered(200, R"({"m.homeserver":{"base_url":")" + address + R"("}})");
}

const std::string file = "https://example.org/.well-known/matrix/client";
const HttpResult versions = answered(200, R"({"versions":["v1.11"]})");

std::string versions_of(const std::string& address) { return address + "/_matrix/client/versions"; }

// The web, where what a test doesn't put there isn't found.
struct Web {
  std::map<std::string, HttpResult> answers;  // by address
  std::vector<std::string> asked;

  MatrixHomeserver find(const std::string& homeserver, const std::string& user = "@facteur:example.org") {
    const MatrixTransport transport = [this](const HttpRequest& request, const std::stop_token& /*never*/) {
      asked.push_back(request.url);
      const auto found = answers.find(request.url);
      return found == answers.end() ? answered(404, "not here") : found->second;
    };
    return find_matrix_homeserver(homeserver, user, transport, {});
  }
};

bool says(const MatrixHomeserver& found, std::string_view words) {
  return found.verdict.reason.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a server's name, or the user's, is asked where its homeserver is") {
  struct Case {
    std::string homeserver;
    std::string user;
    std::string asked;
  };
  for (const Case& each : std::vector<Case>{
           {"", "@facteur:example.org", "https://example.org/.well-known/matrix/client"},
           {"", "@facteur:example.org:8448", "https://example.org/.well-known/matrix/client"},
           {"", "@facteur:[2001:db8::1]:8448", "https://[2001:db8::1]/.well-known/matrix/client"},
           {"", "@facteur:[2001:db8::1]", "https://[2001:db8::1]/.well-known/matrix/client"},
           {"example.net", "@facteur:example.org", "https://example.net/.well-known/matrix/client"},
           {"example.net/", "", "https://example.net/.well-known/matrix/client"},
       }) {
    CAPTURE(each.homeserver, each.user);
    Web web;
    web.answers[each.asked] = names("https://matrix.example.org/");
    web.answers[versions_of("https://matrix.example.org")] = versions;
    const MatrixHomeserver found = web.find(each.homeserver, each.user);
    CHECK(found.verdict.next == Next::done);
    CHECK(found.address == "https://matrix.example.org");
    CHECK(web.asked.front() == each.asked);
  }
}

TEST_CASE("a homeserver given by its address is not looked up") {
  Web web;
  web.answers[versions_of("https://matrix.example.org")] = versions;
  CHECK(web.find("https://matrix.example.org//").address == "https://matrix.example.org");
  CHECK(web.asked.size() == 1);
}

TEST_CASE("without a name there is nothing to ask") {
  Web web;
  CHECK(web.find("", "").verdict.next == Next::stop);
  CHECK(web.asked.empty());
}

TEST_CASE("a domain without the file is the homeserver itself, or says that it is none") {
  Web web;
  const MatrixHomeserver none = web.find("");
  CHECK(none.verdict.next == Next::stop);
  CHECK(says(none, "example.org is no homeserver itself and has no " + file));
  web.answers[versions_of("https://example.org:8448")] = versions;
  CHECK(web.find("example.org:8448").address == "https://example.org:8448");
}

TEST_CASE("a redirected file is followed, over TLS alone and not for ever") {
  Web web;
  const std::string elsewhere = "https://www.example.org/client.json";
  web.answers[elsewhere] = names("https://matrix.example.org");
  web.answers[versions_of("https://matrix.example.org")] = versions;
  web.answers[file] = redirected(elsewhere);
  CHECK(web.find("").verdict.next == Next::done);
  web.answers[file] = redirected("http://www.example.org/client.json");
  CHECK(web.find("").verdict.next == Next::stop);
  web.asked.clear();
  web.answers[file] = redirected(file);
  CHECK(web.find("").verdict.next == Next::stop);
  CHECK(web.asked.size() < 10);
}

TEST_CASE("what a domain says amiss stops the account with what to do; what may pass is tried again") {
  struct Case {
    HttpResult file;
    HttpResult versions;
    Next next;
    std::string says;
  };
  const std::string prompt = "names no homeserver: give its address as `homeserver`";
  const std::string error = "is no homeserver: ask the server's administrator";
  const HttpResult good = names("https://matrix.example.org");
  const HttpResult html = answered(200, "<html>");
  for (const Case& each : std::vector<Case>{
           {html, versions, Next::stop, prompt},
           {answered(200, ""), versions, Next::stop, prompt},
           {answered(200, "{}"), versions, Next::stop, prompt},
           {answered(200, "[]"), versions, Next::stop, prompt},
           {answered(200, R"({"m.homeserver":{}})"), versions, Next::stop, prompt},
           {answered(200, R"({"m.homeserver":{"base_url":7}})"), versions, Next::stop, prompt},
           {answered(403, ""), versions, Next::stop, prompt},
           {names("file:///etc/passwd"), versions, Next::stop, error},
           {names("matrix.example.org"), versions, Next::stop, error},
           {good, html, Next::stop, error},
           {good, answered(200, "{}"), Next::stop, error},
           {good, answered(200, R"({"versions":7})"), Next::stop, error},
           {good, answered(404, R"({"errcode":"M_UNRECOGNIZED"})"), Next::stop, error},
           {good, answered(404, "<html>"), Next::stop, error},
           {good, redirected("https://www.example.org"), Next::stop, error},
           {answered(502, "<html>"), versions, Next::retry, "out of order"},
           {answered(429, ""), versions, Next::retry, "out of order"},
           {unreachable(), versions, Next::retry, "example.org can't be reached: no route to host"},
           {good, answered(502, "<html>"), Next::retry, "out of order"},
           {good, answered(429, "{}"), Next::retry_after, "slowly"},
           {good, unreachable(), Next::retry, "no route to host"},
       }) {
    CAPTURE(each.file.status, each.file.body, each.versions.status, each.versions.body);
    Web web;
    web.answers[file] = each.file;
    web.answers[versions_of("https://matrix.example.org")] = each.versions;
    const MatrixHomeserver found = web.find("");
    CHECK(found.verdict.next == each.next);
    CHECK(says(found, each.says));
  }
}

TEST_CASE("what answers at a given address and is no homeserver may be one later") {
  Web web;
  const std::string address = "https://matrix.example.org";
  web.answers[versions_of(address)] = answered(200, "<html>");
  CHECK(web.find(address).verdict.next == Next::retry);
  CHECK(says(web.find(address), "what answers at `homeserver` is no Matrix homeserver (HTTP 200)"));
  web.answers[versions_of(address)] = answered(404, R"({"errcode":"M_UNRECOGNIZED"})");
  CHECK(web.find(address).verdict.next == Next::stop);
}

}  // namespace facteur
