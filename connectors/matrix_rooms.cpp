#include "connectors/matrix_rooms.h"

#include <algorithm>

namespace facteur {

void MatrixRooms::change(const std::string& room, const MatrixRoomChange& change) {
  MatrixRoom& known = rooms_[room];
  if (change.joined) known.joined = change.joined;
  known.invited = change.invited.value_or(known.invited);
  known.may_redact = change.may_redact.value_or(known.may_redact);
  known.ours = known.ours || change.ours;
  known.encrypted = known.encrypted || change.encrypted;  // there is no way back (section 13.12.5)
}

void MatrixRooms::forget(const std::string& room) { rooms_.erase(room); }

MatrixRoom MatrixRooms::room(const std::string& room) const {
  const auto found = rooms_.find(room);
  return found == rooms_.end() ? MatrixRoom{} : found->second;
}

Place MatrixRooms::place(const std::string& room) const {
  const MatrixRoom known = this->room(room);
  if (known.joined) return *known.joined + known.invited <= 2 ? Place::direct : Place::group;
  const bool direct = std::any_of(direct_.begin(), direct_.end(), [&](const auto& entry) {
    return std::find(entry.second.begin(), entry.second.end(), room) != entry.second.end();
  });
  return direct ? Place::direct : Place::group;
}

std::vector<std::string> MatrixRooms::lonely() const {
  std::vector<std::string> rooms;
  for (const auto& [id, room] : rooms_) {
    if (room.joined && *room.joined <= 1 && room.invited <= 0) rooms.push_back(id);
  }
  return rooms;
}

std::optional<MatrixDirect> MatrixRooms::direct_with(const std::string& user, const std::string& room) const {
  MatrixDirect direct = direct_;
  auto& rooms = direct[user];
  if (std::find(rooms.begin(), rooms.end(), room) != rooms.end()) return std::nullopt;
  rooms.push_back(room);
  return direct;
}

}  // namespace facteur
