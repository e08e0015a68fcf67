#include "connectors/matrix_rooms.h"

#include "tests/unit/catch.h"

namespace facteur {
namespace {

const std::string room = "!r:a";

MatrixRoomChange members(std::int64_t joined, std::optional<std::int64_t> invited = std::nullopt) {
  MatrixRoomChange change;
  change.joined = joined;
  change.invited = invited;
  return change;
}

}  // namespace

TEST_CASE("two people make a direct room, and more are a group whatever the account's list says") {
  struct Case {
    std::optional<std::int64_t> joined;
    std::int64_t invited;
    bool listed;
    Place place;
  };
  for (const Case& each : std::vector<Case>{
           {2, 0, false, Place::direct},
           {1, 1, false, Place::direct},
           {1, 0, false, Place::direct},
           {3, 0, false, Place::group},
           {2, 1, false, Place::group},
           {3, 0, true, Place::group},
           {std::nullopt, 0, true, Place::direct},
           {std::nullopt, 0, false, Place::group},
       }) {
    CAPTURE(each.joined.value_or(-1), each.invited, each.listed);
    MatrixRooms rooms;
    MatrixRoomChange change;
    change.joined = each.joined;
    change.invited = each.invited;
    rooms.change(room, change);
    if (each.listed) rooms.set_direct({{"@lea:a", {"!other:a", room}}});
    CHECK(rooms.place(room) == each.place);
  }
}

TEST_CASE("a room that nobody told of is a group that allows nothing") {
  const MatrixRooms rooms;
  CHECK_FALSE(rooms.knows(room));
  CHECK(rooms.place(room) == Place::group);
  CHECK_FALSE(rooms.room(room).may_redact);
  CHECK_FALSE(rooms.room(room).encrypted);
}

TEST_CASE("what a sync doesn't say of a room stays as it was") {
  MatrixRooms rooms;
  MatrixRoomChange first = members(2, 1);
  first.may_redact = true;
  rooms.change(room, first);
  rooms.change(room, {});
  CHECK(rooms.room(room).joined == 2);
  CHECK(rooms.room(room).invited == 1);
  CHECK(rooms.room(room).may_redact);
  MatrixRoomChange second;
  second.may_redact = false;
  second.invited = 0;
  rooms.change(room, second);
  CHECK(rooms.room(room).invited == 0);
  CHECK_FALSE(rooms.room(room).may_redact);
}

TEST_CASE("a room that is encrypted, or ours, stays so until it is forgotten") {
  MatrixRooms rooms;
  MatrixRoomChange change;
  change.encrypted = true;
  change.ours = true;
  rooms.change(room, change);
  rooms.change(room, {});
  CHECK(rooms.room(room).encrypted);
  CHECK(rooms.room(room).ours);
  rooms.forget(room);
  CHECK_FALSE(rooms.knows(room));
  CHECK_FALSE(rooms.room(room).encrypted);
}

TEST_CASE("a room is lonely where nobody else is, nor will be") {
  MatrixRooms rooms;
  rooms.change("!alone:a", members(1, 0));
  rooms.change("!invited:a", members(1, 1));
  rooms.change("!two:a", members(2));
  rooms.change("!unknown:a", {});
  CHECK(rooms.lonely() == std::vector<std::string>{"!alone:a"});
}

TEST_CASE("the account's list of direct rooms takes a room in once, and keeps the others") {
  MatrixRooms rooms;
  rooms.set_direct({{"@lea:a", {"!old:a"}}, {"@max:a", {"!max:a"}}});
  const auto direct = rooms.direct_with("@lea:a", room);
  REQUIRE(direct);
  CHECK(*direct == MatrixDirect{{"@lea:a", {"!old:a", room}}, {"@max:a", {"!max:a"}}});
  rooms.set_direct(*direct);
  CHECK_FALSE(rooms.direct_with("@lea:a", room));
  CHECK(rooms.direct_with("@zoe:a", room));
}

}  // namespace facteur
