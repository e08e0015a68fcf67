// Which invitations are taken up, and when they are tried again.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "connectors/matrix_sync.h"

namespace facteur {

struct MatrixInvitationPolicy {
  enum class Whose : std::uint8_t { everyone, listed, nobody };
  Whose whose = Whose::everyone;
  std::vector<std::string> listed;  // "@lea:example.org" or "example.org"
  bool operator==(const MatrixInvitationPolicy&) const = default;
};

enum class MatrixResponse : std::uint8_t {
  join,
  decline,
  decline_encrypted,
  nothing,  // left for a person who uses the account by hand
};

MatrixResponse respond_to(const MatrixInvitation& invitation, const MatrixInvitationPolicy& policy);

// Invitations that wait to be taken up. "You are not invited to this room" is often only early: the invitation may
// outrun the room's state from another server (matrix-org/synapse issue 2367), so a join is tried at once, then after
// 1 s, 30 s, 5 min and 15 min, and then no more. The successor of a room may be open to all who were there; where it
// isn't, an invitation starts the schedule anew.
class MatrixInvitations {
 public:
  using Clock = std::chrono::steady_clock;

  void add(const MatrixInvitation& invitation, Clock::time_point now);
  void drop(const std::string& room) { waiting_.erase(room); }
  // After a try that failed; after the last one it is dropped.
  void postpone(const std::string& room, Clock::time_point now);
  // Not before that; no try was lost.
  void delay(const std::string& room, Clock::time_point not_before);
  std::vector<MatrixInvitation> due(Clock::time_point now) const;
  // When the next one is due.
  std::optional<Clock::time_point> next() const;

 private:
  struct Waiting {
    MatrixInvitation invitation;
    bool invited = false;
    std::size_t tries = 0;
    Clock::time_point at;
  };
  std::map<std::string, Waiting> waiting_;
};

}  // namespace facteur
