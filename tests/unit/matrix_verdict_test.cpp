#include "connectors/matrix_verdict.h"

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;

const MatrixCall send{"PUT", "/v3/rooms/r/send/m.room.message/t", R"({"body":"a"})"};
const MatrixCall send_html{"PUT", "/v3/rooms/r/send/m.room.message/t",
                           R"({"body":"a","format":"f","formatted_body":"<b>a</b>"})"};
const MatrixCall redact{"PUT", "/v3/rooms/r/redact/e/t", "{}"};
const MatrixCall sync{"GET", "/v3/sync", ""};

HttpResult answered(int status, std::string body) {
  return {.exchange = Exchange::answered, .status = status, .body = std::move(body)};
}

}  // namespace

TEST_CASE("each of Matrix's errors asks for one thing") {
  struct Example {
    MatrixCall call;
    int status;
    std::string body;
    Next next;
    bool whole_account = false;
    bool chat_is_gone = false;
  };
  for (const Example& each : std::vector<Example>{
           {send, 200, R"({"event_id":"$a"})", Next::done},
           {send, 200, "<html>a proxy's page</html>", Next::retry},
           {send, 404, "<html>not found</html>", Next::retry},
           {send, 404, R"({"message":"no Route matched"})", Next::retry},
           {send, 401, R"({"message":"Unauthorized"})", Next::retry},
           {send, 502, "<html>bad gateway</html>", Next::retry},
           {send, 500, R"({"errcode":"M_UNKNOWN"})", Next::retry},
           {send, 302, "", Next::retry},
           {send, 403, R"({"errcode":"M_FORBIDDEN"})", Next::skip, false, true},
           {send, 404, R"({"errcode":"M_NOT_FOUND"})", Next::skip, false, true},
           {redact, 403, R"({"errcode":"M_FORBIDDEN"})", Next::skip},
           {redact, 404, R"({"errcode":"M_NOT_FOUND"})", Next::skip},
           {send, 413, R"({"errcode":"M_TOO_LARGE"})", Next::skip},
           {send, 400, R"({"errcode":"M_BAD_JSON"})", Next::skip},
           {send_html, 413, R"({"errcode":"M_TOO_LARGE"})", Next::retry},
           {send, 404, R"({"errcode":"M_UNRECOGNIZED"})", Next::skip},
           {sync, 401, R"({"errcode":"M_UNKNOWN_TOKEN"})", Next::stop, true},
           {sync, 401, R"({"errcode":"M_MISSING_TOKEN"})", Next::stop, true},
           {sync, 401, R"({"errcode":"M_USER_LOCKED","soft_logout":true})", Next::retry_after, true},
           {sync, 403, R"({"errcode":"M_USER_DEACTIVATED"})", Next::stop, true},
           {sync, 408, R"({"errcode":"M_UNKNOWN"})", Next::retry},
       }) {
    CAPTURE(each.status, each.body);
    const Verdict verdict = judge_matrix(each.call, answered(each.status, each.body)).verdict;
    CHECK(verdict.next == each.next);
    CHECK(verdict.whole_account == each.whole_account);
    CHECK(verdict.chat_is_gone == each.chat_is_gone);
  }
}

TEST_CASE("the header says how long to wait, then the body, then nobody") {
  auto limited = answered(429, R"({"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1500})");
  CHECK(judge_matrix(send, limited).verdict.wait == milliseconds{1500});
  CHECK(judge_matrix(send, limited).verdict.whole_account);
  limited.retry_after = milliseconds{7000};
  CHECK(judge_matrix(send, limited).verdict.wait == milliseconds{7000});
  CHECK(judge_matrix(send, answered(429, "slow down")).verdict.wait == milliseconds{5000});
  CHECK(judge_matrix(send, answered(429, R"({"retry_after_ms":-1})")).verdict.wait == milliseconds{500});
}

TEST_CASE("what was sent over a dying connection is sent again: the transaction id makes that harmless") {
  for (const Exchange exchange : {Exchange::unsent, Exchange::uncertain, Exchange::oversized, Exchange::cancelled}) {
    CHECK(judge_matrix(send, {.exchange = exchange}).verdict.next == Next::retry);
  }
}

TEST_CASE("an answer refused as too large goes out as plain text") {
  const Verdict verdict = judge_matrix(send_html, answered(413, R"({"errcode":"M_TOO_LARGE"})")).verdict;
  REQUIRE(verdict.instead);
  CHECK(matrix_call(*verdict.instead) == MatrixCall{"PUT", send_html.path, R"({"body":"a"})"});
}

TEST_CASE("a soft logout is told apart") {
  const auto soft = judge_matrix(sync, answered(401, R"({"errcode":"M_UNKNOWN_TOKEN","soft_logout":true})"));
  CHECK(soft.soft_logged_out);
  const auto hard = judge_matrix(sync, answered(401, R"({"errcode":"M_UNKNOWN_TOKEN"})"));
  CHECK(hard.logged_out);
  CHECK_FALSE(hard.soft_logged_out);
}

}  // namespace facteur
