#include "connectors/matrix_invitations.h"

#include "tests/unit/catch.h"

using namespace facteur;
using namespace std::chrono_literals;

namespace {

using Clock = MatrixInvitations::Clock;
using Policy = MatrixInvitationPolicy;
const Clock::time_point start{};

// When it is tried, in seconds from the start, if each try fails.
std::vector<std::int64_t> tries(MatrixInvitations& invitations, const std::string& room) {
  std::vector<std::int64_t> tries;
  while (const auto next = invitations.next()) {
    tries.push_back(std::chrono::duration_cast<std::chrono::seconds>(*next - start).count());
    invitations.postpone(room, *next);
  }
  return tries;
}

}  // namespace

TEST_CASE("invitations are taken up as the policy says") {
  const MatrixInvitation lea{.room = "!a:b", .by = "@lea:example.org"};
  CHECK(respond_to(lea, {}) == MatrixResponse::join);
  CHECK(respond_to(lea, {Policy::Whose::nobody, {}}) == MatrixResponse::nothing);
  CHECK(respond_to(lea, {Policy::Whose::listed, {"@lea:example.org"}}) == MatrixResponse::join);
  CHECK(respond_to(lea, {Policy::Whose::listed, {"example.org"}}) == MatrixResponse::join);
  CHECK(respond_to(lea, {Policy::Whose::listed, {"example.net", "@max:example.org"}}) == MatrixResponse::decline);
  CHECK(respond_to({.room = "!a:b", .by = "@lea:a", .encrypted = true}, {}) == MatrixResponse::decline_encrypted);
}

TEST_CASE("an invitation that fails is tried five times in all, and coming again doesn't begin that anew") {
  MatrixInvitations invitations;
  const MatrixInvitation invitation{.room = "!a:b", .by = "@lea:b"};
  invitations.add(invitation, start);
  REQUIRE(invitations.due(start) == std::vector{invitation});
  invitations.postpone("!a:b", start);
  invitations.add(invitation, start);
  CHECK(invitations.due(start).empty());
  CHECK(tries(invitations, "!a:b") == std::vector<std::int64_t>{1, 31, 331, 1231});
  CHECK(invitations.due(start + 24h).empty());
}

TEST_CASE("a rate limit delays an invitation and costs no try") {
  MatrixInvitations invitations;
  invitations.add({.room = "!a:b", .by = "@lea:b"}, start);
  invitations.delay("!a:b", start + 10s);
  CHECK(tries(invitations, "!a:b") == std::vector<std::int64_t>{10, 11, 41, 341, 1241});
}

TEST_CASE("an invitation to a room that is followed starts its schedule anew, once") {
  MatrixInvitations invitations;
  const MatrixInvitation followed{.room = "!new:b", .by = "@lea:b", .replaces = "!old:b"};
  const MatrixInvitation invitation{.room = "!new:b", .by = "@max:b"};
  invitations.add(followed, start);
  invitations.postpone("!new:b", start);
  invitations.postpone("!new:b", start);
  CHECK(invitations.due(start + 1s).empty());
  invitations.add(invitation, start + 1s);
  CHECK(invitations.due(start + 1s) == std::vector{followed});  // the old room is still to be left
  invitations.postpone("!new:b", start + 1s);
  invitations.add(invitation, start + 1s);
  CHECK(invitations.due(start + 1s).empty());
  invitations.drop("!new:b");
  CHECK_FALSE(invitations.next());
}
