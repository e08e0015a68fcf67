#include "connectors/matrix_tokens.h"

#include "tests/unit/catch.h"

namespace facteur {
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

const sys_seconds now{seconds{1'000'000}};

MatrixLogin before() {
  return {.homeserver = "https://a",
          .user = "@b:a",
          .device = "DEVICE",
          .token = Secret("old"),
          .refresh = Secret("old-refresh"),
          .renew = now};
}

}  // namespace

TEST_CASE("a log-in asks for refresh tokens, and names its device when it has one") {
  MatrixLogin login{.homeserver = "https://a", .user = "@b:a"};
  const MatrixCall first = matrix_login_call(login, Secret("swordfish"), "Facteur");
  CHECK(first.body.find(R"("refresh_token":true)") != std::string::npos);
  CHECK(first.body.find("device_id") == std::string::npos);
  login.device = "DEVICE";
  const MatrixCall again = matrix_login_call(login, Secret("swordfish"), "Facteur");
  CHECK(again.body.find(R"("device_id":"DEVICE")") != std::string::npos);
}

TEST_CASE("an answer's tokens take the place of those before") {
  struct Case {
    std::string answer;
    std::string token;
    std::string refresh;
    std::string device;
  };
  for (const Case& each : std::vector<Case>{
           {R"({"access_token":"new"})", "new", "old-refresh", "DEVICE"},
           {R"({"access_token":"new","refresh_token":"next"})", "new", "next", "DEVICE"},
           {R"({"access_token":"new","refresh_token":7,"device_id":"OTHER"})", "new", "old-refresh", "OTHER"},
       }) {
    CAPTURE(each.answer);
    MatrixLogin login = before();
    REQUIRE(take_tokens(login, each.answer, now));
    CHECK(login.token == Secret(each.token));
    CHECK(login.refresh == Secret(each.refresh));
    CHECK(login.device == each.device);
    CHECK_FALSE(login.renew);
  }
}

TEST_CASE("an answer without a token changes nothing") {
  for (const char* answer :
       {"", "{}", "[]", R"({"access_token":""})", R"({"access_token":5,"refresh_token":"next"})"}) {
    CAPTURE(answer);
    MatrixLogin login = before();
    CHECK_FALSE(take_tokens(login, answer, now));
    CHECK(login == before());
  }
}

TEST_CASE("a token is renewed a minute before it ends, or three quarters through") {
  struct Case {
    std::string lasts;  // milliseconds
    std::optional<seconds> after;
  };
  for (const Case& each : std::vector<Case>{
           {"3600000", seconds{3540}},
           {"300000", seconds{240}},
           {"240000", seconds{180}},
           {"8000", seconds{6}},
           {"0", {}},
           {"-1", {}},
           {"\"soon\"", {}},
           {"9223372036854775807", {}},
       }) {
    CAPTURE(each.lasts);
    MatrixLogin login = before();
    REQUIRE(take_tokens(login, R"({"access_token":"new","expires_in_ms":)" + each.lasts + "}", now));
    CHECK(login.renew == (each.after ? std::optional(now + *each.after) : std::nullopt));
  }
}

}  // namespace facteur
