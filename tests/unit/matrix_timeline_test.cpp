#include "connectors/matrix_timeline.h"

#include "tests/unit/catch.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using Kind = MatrixEventKind;

const sys_seconds now{seconds{1'000'000}};
const seconds grace{300};

MatrixEvent event(const std::string& id, Kind kind = Kind::message, seconds ago = {}) {
  MatrixEvent event;
  event.kind = kind;
  event.event.id = id;
  event.age = ago;
  return event;
}

MatrixEvent old(const std::string& id) { return event(id, Kind::message, grace + seconds{1}); }

std::string ids(const std::vector<MatrixEvent>& events) {
  std::string ids;
  for (const MatrixEvent& each : events) ids += each.event.id;
  return ids;
}

}  // namespace

TEST_CASE("an event is as old as its homeserver says, else as the clocks say, else new") {
  struct Case {
    std::optional<milliseconds> age;
    std::optional<sys_seconds> at;
    milliseconds expected;
  };
  for (const Case& each : std::vector<Case>{
           {milliseconds{1500}, now - seconds{60}, milliseconds{1500}},
           {{}, now - seconds{60}, seconds{60}},
           {{}, now + seconds{60}, seconds{0}},
           {{}, {}, seconds{0}},
       }) {
    MatrixEvent event;
    event.age = each.age;
    event.at = each.at;
    CHECK(age_of(event, now) == each.expected);
  }
}

TEST_CASE("only what was said after our last coming in was said to us") {
  const MatrixEvent join = event("j", Kind::own_join);
  struct Case {
    std::vector<MatrixEvent> events;
    std::string heard;
  };
  for (const Case& each : std::vector<Case>{
           {{}, ""},
           {{event("a"), event("b")}, "ab"},
           {{event("a"), join, event("b"), event("c")}, "bc"},
           {{event("a"), join, event("b"), join, event("c")}, "c"},
           {{event("a"), join}, ""},
       }) {
    std::vector<MatrixEvent> events = each.events;
    keep_what_we_heard(events);
    CHECK(ids(events) == each.heard);
  }
}

TEST_CASE("a gap is read back to our coming in, to its end, or to where all is too old to answer") {
  const MatrixEvent join = event("j", Kind::own_join);
  struct Case {
    std::vector<MatrixEvent> events;  // the latest first
    std::string end;
    std::size_t taken;
    bool more;
  };
  for (const Case& each : std::vector<Case>{
           {{event("b"), event("a")}, "p", 2, true},
           {{event("b"), event("a")}, "", 2, false},
           {{event("b"), join, event("a")}, "p", 2, false},
           {{old("b"), old("a")}, "p", 2, false},
           {{event("b"), old("a")}, "p", 2, true},
           {{old("b"), event("a")}, "p", 2, true},  // came late from another server
           {{}, "p", 0, true},                      // nothing of what we asked for on that page
           {{}, "", 0, false},
       }) {
    CAPTURE(ids(each.events), each.end);
    const MatrixGapPart part = part_of_gap({.readable = true, .events = each.events, .end = each.end}, grace, now);
    CHECK(part.events == each.taken);
    CHECK(part.more == each.more);
  }
}

}  // namespace facteur
