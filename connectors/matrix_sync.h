// What /sync and /messages bring (client-server API v1.19, sections 6.4 and 10.9), as values. Nothing in it is trusted:
// one malformed event is passed over, and the others are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/matrix_event.h"
#include "connectors/matrix_said.h"

namespace facteur {

// The room that people go on in when theirs was upgraded (m.room.tombstone), and who upgraded it.
struct MatrixSuccessor {
  std::string room;
  std::string by;
};

// What a sync says about a room; nothing: as before.
struct MatrixRoomChange {
  std::optional<std::int64_t> joined;   // members
  std::optional<std::int64_t> invited;  // members
  std::optional<bool> may_redact;       // we may take away what others say
  bool encrypted = false;
  bool ours = false;  // we are one of its creators, who may do everything from room version 12 on
  std::optional<MatrixSuccessor> successor;
};

struct MatrixRoomSync {
  std::string room;
  MatrixRoomChange change;
  std::vector<MatrixEvent> events;  // the timeline, in order
  std::string gap;                  // where to fill from, backwards, what is missing before `events`; empty: nothing is
};

struct MatrixInvitation {
  std::string room;
  std::string by;
  bool direct = false;
  bool encrypted = false;
  std::string replaces;  // the room that it is the successor of, if we only follow; empty: somebody invited us
  bool operator==(const MatrixInvitation&) const = default;
};

// Whom we talk to in which rooms, alone: the account's m.direct (section 13.15).
using MatrixDirect = std::map<std::string, std::vector<std::string>>;

struct MatrixSync {
  bool readable = false;  // the body is what the specification promises, whatever the events in it are
  std::string next;       // the token of the next sync
  std::vector<MatrixRoomSync> rooms;
  std::vector<MatrixInvitation> invitations;
  std::vector<std::string> left;  // rooms that we are no longer in
  std::optional<MatrixDirect> direct;
  std::size_t passed_over = 0;  // events that make no sense
};

MatrixSync read_matrix_sync(std::string_view body, const MatrixReader& reader);

// A page of /messages, read backwards.
struct MatrixPage {
  bool readable = false;
  std::vector<MatrixEvent> events;  // the latest first
  std::string end;                  // where the next page begins; empty: there is none
  std::size_t passed_over = 0;
};

MatrixPage read_matrix_page(std::string_view body, const MatrixReader& reader);

}  // namespace facteur
