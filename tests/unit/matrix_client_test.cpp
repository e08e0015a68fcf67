#include "connectors/matrix_client.h"

#include "tests/unit/catch.h"
#include "tests/unit/matrix_world.h"
#include "tests/unit/temporary_folder.h"

namespace facteur {
using test::answered;
using test::says;
using test::TemporaryFolder;
using test::World;

namespace {

MatrixAccess by_token() { return {.user = "@facteur:example.org", .token = Secret("secret-token")}; }

}  // namespace

TEST_CASE("a start finds the homeserver, and asks it whose token this is") {
  World world;
  MatrixClient client = world.client(by_token());
  CHECK(client.start({}).next == Next::done);
  CHECK(client.user() == "@facteur:example.org");
  CHECK(world.asked.front().url == "https://example.org/.well-known/matrix/client");
  CHECK(world.asked.front().headers.empty());
  CHECK(world.asked.back().url == World::at("/v3/account/whoami"));
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

TEST_CASE("a token that was given stops the account when it is over, however soft the logout") {
  World world;
  MatrixClient client = world.client(by_token());
  REQUIRE(client.start({}).next == Next::done);
  for (const char* body : {R"({"errcode":"M_UNKNOWN_TOKEN"})", R"({"errcode":"M_UNKNOWN_TOKEN","soft_logout":true})"}) {
    world.answers[World::at("/v3/sync")] = answered(401, body);
    const Verdict verdict = client.ask(matrix_get("/v3/sync"), {}).verdict;
    CHECK(verdict.next == Next::stop);
    CHECK(says(verdict, "make a new one and put it where the configuration says"));
  }
  CHECK(world.bodies("/v3/login").empty());
  CHECK(world.bodies("/v3/refresh").empty());
}

TEST_CASE("a login is kept in a file for its owner alone, and used again instead of a new one") {
  const TemporaryFolder folder;
  MatrixAccess access{
      .user = "@facteur:example.org", .password = Secret("swordfish"), .session = folder.path() / "login"};
  World world;
  REQUIRE(world.client(access).start({}).next == Next::done);
  using std::filesystem::perms;
  CHECK(std::filesystem::status(access.session).permissions() == (perms::owner_read | perms::owner_write));
  CHECK(world.bodies("/v3/login").size() == 1);
  REQUIRE(world.client(access).start({}).next == Next::done);
  CHECK(world.bodies("/v3/login").size() == 1);

  SECTION("a file that makes no sense is one that isn't there") {
    folder.write("login", "{\"device\":");
    CHECK(world.client(access).start({}).next == Next::done);
    CHECK(world.bodies("/v3/login").size() == 2);
  }
  SECTION("a login that can't be kept isn't used: the next start would make another device") {
    access.session = folder.path() / "no such folder" / "login";
    const Verdict verdict = world.client(access).start({});
    CHECK(verdict.next == Next::retry);
    CHECK(says(verdict, "can't be written"));
  }
}

}  // namespace facteur
