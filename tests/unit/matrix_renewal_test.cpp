// What becomes of a login by password whose token is over.
#include "connectors/matrix_client.h"
#include "tests/unit/catch.h"
#include "tests/unit/matrix_world.h"
#include "tests/unit/temporary_folder.h"

namespace facteur {
using test::answered;
using test::has_token;
using test::says;
using test::TemporaryFolder;
using test::World;

namespace {

const MatrixCall sync_call = matrix_get("/v3/sync");
const HttpResult soft = answered(401, R"({"errcode":"M_UNKNOWN_TOKEN","soft_logout":true})");
const HttpResult hard = answered(401, R"({"errcode":"M_UNKNOWN_TOKEN"})");

std::string tokens(const std::string& name, const std::string& more = "") {
  return R"({"user_id":"@facteur:example.org","device_id":"DEVICE","access_token":")" + name +
         R"(","refresh_token":")" + name + R"(-refresh")" + more + "}";
}

// Logged in with "first" and "first-refresh"; /refresh gives "second", and a further log-in "third".
struct LoggedIn {
  TemporaryFolder folder;
  World world;
  MatrixAccess access{
      .user = "@facteur:example.org", .password = Secret("swordfish"), .session = folder.path() / "login"};
  std::optional<MatrixClient> client;

  explicit LoggedIn(const std::string& more = "") {
    world.once[World::at("/v3/login")] = {answered(200, tokens("first", more))};
    world.answers[World::at("/v3/login")] = answered(200, tokens("third"));
    world.answers[World::at("/v3/refresh")] = answered(200, tokens("second"));
    world.answers[World::at("/v3/sync")] = answered(200, "{}");
    start();
  }

  void start() {
    client.emplace(access, world.transport());
    REQUIRE(client->start({}).next == Next::done);
  }

  Verdict sync() { return client->ask(sync_call, {}).verdict; }
  std::size_t count(const std::string& path) const { return world.bodies(path).size(); }
  Secret kept() const { return read_matrix_login(access.session).value_or(MatrixLogin{}).token; }
};

}  // namespace

TEST_CASE("after a soft logout the refresh token gets a new pair, which is kept before it is used") {
  LoggedIn account;
  bool kept_first = true;
  account.world.before_answer = [&](const HttpRequest& request) {
    if (has_token(request, "second")) kept_first = kept_first && account.kept() == Secret("second");
  };
  account.world.once[World::at("/v3/sync")] = {soft};
  CHECK(account.sync().next == Next::done);
  CHECK(account.world.bodies("/v3/refresh") == std::vector<std::string>{R"({"refresh_token":"first-refresh"})"});
  CHECK(account.world.asked.back().url == World::at("/v3/sync"));
  CHECK(has_token(account.world.asked.back(), "second"));
  CHECK(kept_first);
  CHECK(account.count("/v3/login") == 1);
  account.world.once[World::at("/v3/sync")] = {soft};
  CHECK(account.sync().next == Next::done);
  CHECK(account.world.bodies("/v3/refresh").back() == R"({"refresh_token":"second-refresh"})");
}

TEST_CASE("a pair that can't be kept isn't used") {
  LoggedIn account;
  account.world.once[World::at("/v3/sync")] = {soft};
  std::filesystem::create_directory(account.access.session.string() + ".new");
  CHECK(account.sync().next == Next::retry);
  CHECK_FALSE(has_token(account.world.asked.back(), "second"));
  CHECK(account.kept() == Secret("first"));
}

TEST_CASE("where the refresh token is refused, the password logs in again on the same device") {
  for (const HttpResult& refused :
       {soft, hard, answered(403, R"({"errcode":"M_FORBIDDEN"})"), answered(404, R"({"errcode":"M_UNRECOGNIZED"})")}) {
    CAPTURE(refused.body);
    LoggedIn account;
    account.world.once[World::at("/v3/sync")] = {soft};
    account.world.answers[World::at("/v3/refresh")] = refused;
    CHECK(account.sync().next == Next::done);
    CHECK(account.count("/v3/refresh") == 1);
    CHECK(account.world.bodies("/v3/login").back().find(R"("device_id":"DEVICE")") != std::string::npos);
    CHECK(has_token(account.world.asked.back(), "third"));
  }
}

TEST_CASE("where the refresh may work later, nobody logs in") {
  LoggedIn account;
  account.world.once[World::at("/v3/sync")] = {soft, soft};
  account.world.once[World::at("/v3/refresh")] = {answered(502, "<html>")};
  CHECK(account.sync().next == Next::retry);
  CHECK(account.count("/v3/login") == 1);
  CHECK(account.sync().next == Next::done);
  CHECK(account.count("/v3/refresh") == 2);
  CHECK(account.count("/v3/login") == 1);
}

TEST_CASE("a homeserver that gave no refresh token is logged in to again") {
  LoggedIn account;
  MatrixLogin login = read_matrix_login(account.access.session).value_or(MatrixLogin{});
  login.refresh = {};
  REQUIRE(write_matrix_login(account.access.session, login));
  account.start();
  account.world.once[World::at("/v3/sync")] = {soft};
  CHECK(account.sync().next == Next::done);
  CHECK(account.count("/v3/refresh") == 0);
  CHECK(account.count("/v3/login") == 2);
}

TEST_CASE("a logout for good stops the account with what to do, and the next start logs in anew") {
  LoggedIn account;
  account.world.answers[World::at("/v3/sync")] = hard;
  const Verdict verdict = account.sync();
  CHECK(verdict.next == Next::stop);
  CHECK(says(verdict, "start Facteur again to log in anew"));
  CHECK(account.count("/v3/refresh") == 0);
  CHECK(account.count("/v3/login") == 1);

  account.world.once[World::at("/v3/account/whoami")] = {hard};
  account.start();
  CHECK(account.world.bodies("/v3/login").back().find("device_id") == std::string::npos);
  CHECK(account.kept() == Secret("third"));
}

TEST_CASE("a start whose kept token is over for now goes on with the same device") {
  LoggedIn account;
  account.world.once[World::at("/v3/account/whoami")] = {soft};
  account.start();
  CHECK(account.count("/v3/refresh") == 1);
  CHECK(account.count("/v3/login") == 1);
  CHECK(account.kept() == Secret("second"));
}

TEST_CASE("a token is renewed in time, before anything meets its end") {
  LoggedIn lasting(R"(,"expires_in_ms":3600000)");
  CHECK(lasting.sync().next == Next::done);
  CHECK(lasting.count("/v3/refresh") == 0);

  LoggedIn ending(R"(,"expires_in_ms":1)");
  CHECK(ending.sync().next == Next::done);
  CHECK(ending.count("/v3/refresh") == 1);
  CHECK(has_token(ending.world.asked.back(), "second"));
  CHECK(ending.sync().next == Next::done);
  CHECK(ending.count("/v3/refresh") == 1);  // the second doesn't say when it ends
}

TEST_CASE("a token that can't be renewed in time serves until it is refused") {
  LoggedIn account(R"(,"expires_in_ms":1)");
  account.world.answers[World::at("/v3/refresh")] = answered(403, R"({"errcode":"M_FORBIDDEN"})");
  CHECK(account.sync().next == Next::done);
  CHECK(account.sync().next == Next::done);
  CHECK(account.count("/v3/refresh") == 1);
  CHECK(account.count("/v3/login") == 1);
}

TEST_CASE("a token that another process of ours renewed is taken up, not taken for the end") {
  LoggedIn account;
  for (const HttpResult& refused : {soft, hard}) {
    MatrixLogin login = read_matrix_login(account.access.session).value_or(MatrixLogin{});
    login.token = Secret(login.token.reveal() + "+");
    REQUIRE(write_matrix_login(account.access.session, login));
    account.world.once[World::at("/v3/sync")] = {refused};
    CHECK(account.sync().next == Next::done);
    CHECK(has_token(account.world.asked.back(), login.token.reveal()));
  }
  CHECK(account.count("/v3/refresh") == 0);
  CHECK(account.count("/v3/login") == 1);
}

TEST_CASE("what is sent while a token is over waits for the next one, and is not lost") {
  LoggedIn account;
  const MatrixCall send = MatrixCall{"PUT", "/v3/rooms/r/send/m.room.message/t", "{}"};
  const Verdict before = account.client->judge(send, soft);
  CHECK(before.next == Next::retry_after);
  CHECK(before.whole_account);
  account.world.once[World::at("/v3/sync")] = {soft};
  CHECK(account.sync().next == Next::done);
  CHECK(account.client->judge(send, hard).wait < before.wait);
  CHECK(has_token(account.client->request(send), "second"));
}

}  // namespace facteur
