// What is known of the rooms that an account is in. Learned anew at each start by a sync of its own, and kept up by
// those that follow; none of it is stored.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "connectors/matrix_sync.h"
#include "connectors/message.h"

namespace facteur {

struct MatrixRoom {
  std::optional<std::int64_t> joined;  // members
  std::int64_t invited = 0;            // members
  bool may_redact = false;             // or is ours
  bool encrypted = false;
  bool ours = false;
};

class MatrixRooms {
 public:
  void change(const std::string& room, const MatrixRoomChange& change);
  void forget(const std::string& room);
  void set_direct(MatrixDirect direct) { direct_ = std::move(direct); }

  bool knows(const std::string& room) const { return rooms_.contains(room); }
  // One that isn't known is a group that allows nothing.
  MatrixRoom room(const std::string& room) const;
  // Two people make a direct room; where their number isn't known, m.direct tells. More than two are a group whatever
  // m.direct says: somebody was called to help, and people talk to one another.
  Place place(const std::string& room) const;
  // Rooms where nobody else is, nor is invited.
  std::vector<std::string> lonely() const;
  // m.direct with that room in it; nothing where it is there already.
  std::optional<MatrixDirect> direct_with(const std::string& user, const std::string& room) const;

 private:
  std::map<std::string, MatrixRoom> rooms_;
  MatrixDirect direct_;
};

}  // namespace facteur
