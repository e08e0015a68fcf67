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

TEST_CASE("a start finds the homeserver, and asks it whose token this is") {
  World world;
  MatrixClient client = world.client(by_token());
  CHECK(client.start({}).next == Next::done);
  CHECK(client.user() == "@facteur:example.org");
  CHECK(world.asked.front() == "GET " + well_known);
  CHECK(world.asked.back() == "GET https://matrix.example.org/_matrix/client/v3/account/whoami");
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
