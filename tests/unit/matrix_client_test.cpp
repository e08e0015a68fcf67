#include "connectors/matrix_client.h"

#include <algorithm>
#include <map>

#include "tests/unit/catch.h"
#include "tests/unit/temporary_folder.h"

using namespace facteur;
using facteur::test::TemporaryFolder;

namespace {

HttpResult answered(int status, std::string body) {
  return {.exchange = Exchange::answered, .status = status, .body = std::move(body)};
}

HttpResult unreachable() { return {.exchange = Exchange::unsent, .error = "no route to host"}; }

// A homeserver at matrix.example.org for the domain example.org. What a test puts into `answers` counts before it.
struct World {
  std::map<std::string, HttpResult> answers;  // by address
  std::vector<std::string> asked;             // "GET https://…"
  std::vector<std::string> bodies;

  World() {
    const std::string homeserver = "https://matrix.example.org/_matrix/client";
    answers["https://example.org/.well-known/matrix/client"] =
        answered(200, R"({"m.homeserver":{"base_url":"https://matrix.example.org/"}})");
    answers[homeserver + "/versions"] = answered(200, R"({"versions":["v1.11"]})");
    answers[homeserver + "/v3/account/whoami"] =
        answered(200, R"({"user_id":"@facteur:example.org","device_id":"DEVICE"})");
    answers[homeserver + "/v3/login"] =
        answered(200, R"({"user_id":"@facteur:example.org","device_id":"DEVICE","access_token":"fresh"})");
  }

  MatrixTransport transport() {
    return [this](const HttpRequest& request, const std::stop_token& /*never*/) {
      asked.push_back(request.method + " " + request.url);
      bodies.push_back(request.body);
      const auto found = answers.find(request.url);
      return found == answers.end() ? answered(404, "") : found->second;
    };
  }

  MatrixClient client(MatrixAccess access) { return {std::move(access), transport()}; }
};

const std::string well_known = "https://example.org/.well-known/matrix/client";

bool says(const Verdict& verdict, std::string_view words) { return verdict.reason.find(words) != std::string::npos; }

MatrixAccess by_token() { return {.user = "@facteur:example.org", .token = Secret("secret-token")}; }

}  // namespace

TEST_CASE("the user's domain says where its homeserver is") {
  World world;
  MatrixClient client = world.client(by_token());
  CHECK(client.start({}).next == Next::done);
  CHECK(client.user() == "@facteur:example.org");
  CHECK(world.asked.front() == "GET " + well_known);
  CHECK(world.asked.back() == "GET https://matrix.example.org/_matrix/client/v3/account/whoami");
}

TEST_CASE("a homeserver given by its address is not looked up") {
  World world;
  MatrixAccess access = by_token();
  access.homeserver = "https://matrix.example.org//";
  CHECK(world.client(std::move(access)).start({}).next == Next::done);
  CHECK(world.asked.front() == "GET https://matrix.example.org/_matrix/client/versions");
}

TEST_CASE("a domain without the file is the homeserver itself") {
  World world;
  world.answers[well_known] = answered(404, "not here");
  world.answers["https://example.org/_matrix/client/versions"] = answered(200, R"({"versions":["v1.11"]})");
  world.answers["https://example.org/_matrix/client/v3/account/whoami"] =
      answered(200, R"({"user_id":"@facteur:example.org"})");
  CHECK(world.client(by_token()).start({}).next == Next::done);
}

TEST_CASE("a redirected file is followed, over TLS alone and not for ever") {
  World world;
  const std::string elsewhere = "https://www.example.org/client.json";
  const auto redirected = [](std::string to) {
    return HttpResult{.exchange = Exchange::answered, .status = 301, .redirect = std::move(to)};
  };
  world.answers[elsewhere] = world.answers[well_known];
  world.answers[well_known] = redirected(elsewhere);
  CHECK(world.client(by_token()).start({}).next == Next::done);

  world.answers[well_known] = redirected("http://www.example.org/client.json");
  CHECK(world.client(by_token()).start({}).next == Next::stop);

  world.asked.clear();
  world.answers[well_known] = redirected(well_known);
  CHECK(world.client(by_token()).start({}).next == Next::stop);
  CHECK(world.asked.size() < 10);
}

TEST_CASE("what a domain says amiss stops the account with what to do; what may pass is tried again") {
  struct Case {
    HttpResult file;
    Next next;
    std::string says;
  };
  const std::string give = "give its address as `homeserver`";
  const Case each = GENERATE_COPY(
      Case{answered(200, "<html>"), Next::stop, give}, Case{answered(200, "{}"), Next::stop, give},
      Case{answered(200, R"({"m.homeserver":{}})"), Next::stop, give},
      Case{answered(200, R"({"m.homeserver":{"base_url":7}})"), Next::stop, give},
      Case{answered(200, R"({"m.homeserver":{"base_url":"file:///etc/passwd"}})"), Next::stop, give},
      Case{answered(403, ""), Next::stop, give}, Case{answered(502, "<html>"), Next::retry, "out of order"},
      Case{unreachable(), Next::retry, "no route to host"},
      Case{answered(200, R"({"m.homeserver":{"base_url":"https://www.example.org"}})"), Next::retry, "`homeserver`"});
  CAPTURE(each.file.status, each.file.body);
  World world;
  world.answers[well_known] = each.file;
  const Verdict verdict = world.client(by_token()).start({});
  CHECK(verdict.next == each.next);
  CHECK(says(verdict, each.says));
}

TEST_CASE("a token of somebody else's is found out before anything is answered") {
  World world;
  MatrixAccess access = by_token();
  access.user = "@somebody:example.org";
  const Verdict verdict = world.client(std::move(access)).start({});
  CHECK(verdict.next == Next::stop);
  CHECK(says(verdict, "@facteur:example.org"));
  CHECK_FALSE(says(verdict, "secret-token"));
}

TEST_CASE("a login is kept in a file for its owner alone, and used again instead of a new one") {
  const TemporaryFolder folder;
  MatrixAccess access{
      .user = "@facteur:example.org", .password = Secret("swordfish"), .session = folder.path() / "login"};
  World world;
  REQUIRE(world.client(access).start({}).next == Next::done);
  using std::filesystem::perms;
  CHECK(std::filesystem::status(access.session).permissions() == (perms::owner_read | perms::owner_write));
  const auto logins = [&] {
    return std::count(world.asked.begin(), world.asked.end(),
                      "POST https://matrix.example.org/_matrix/client/v3/login");
  };
  CHECK(logins() == 1);
  REQUIRE(world.client(access).start({}).next == Next::done);
  CHECK(logins() == 1);

  SECTION("a file that makes no sense is one that isn't there") {
    folder.write("login", "{\"device\":");
    CHECK(world.client(access).start({}).next == Next::done);
    CHECK(logins() == 2);
  }
  SECTION("a login that can't be kept isn't used: the next start would make another device") {
    access.session = folder.path() / "no such folder" / "login";
    const Verdict verdict = world.client(access).start({});
    CHECK(verdict.next == Next::retry);
    CHECK(says(verdict, "can't be written"));
  }
}
