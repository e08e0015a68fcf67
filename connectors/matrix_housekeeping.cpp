#include "connectors/matrix_housekeeping.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace facteur {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;

// A join of a room on another server takes long, and meanwhile nobody is answered.
constexpr milliseconds join_deadline{60'000};
constexpr milliseconds round_of_joins{20'000};

void leave(const std::string& room, const std::string& reason, MatrixClient& client, const std::stop_token& stop) {
  json body = json::object();
  if (!reason.empty()) body["reason"] = reason;
  client.ask(matrix_post(matrix_path("/v3/rooms/{}/leave", {room}), body), stop);
}

}  // namespace

void MatrixHousekeeping::invited(const MatrixInvitation& invitation, MatrixClient& client,
                                 const std::stop_token& stop) {
  switch (respond_to(invitation, policy_)) {
    case MatrixResponse::join:
      return invitations_.add(invitation, Clock::now());
    case MatrixResponse::decline:
      return leave(invitation.room, "", client, stop);
    case MatrixResponse::decline_encrypted:
      return leave(invitation.room, texts_.encrypted_invitation, client, stop);
    case MatrixResponse::nothing:
      return;
  }
}

void MatrixHousekeeping::replaced(const std::string& room, const MatrixSuccessor& successor, const MatrixRooms& rooms) {
  const bool direct = rooms.place(room) == Place::direct;
  const MatrixInvitation invitation{.room = successor.room, .by = successor.by, .direct = direct, .replaces = room};
  if (respond_to(invitation, policy_) == MatrixResponse::join) invitations_.add(invitation, Clock::now());
}

void MatrixHousekeeping::take_up(MatrixClient& client, MatrixRooms& rooms, const std::stop_token& stop) {
  const auto begun = Clock::now();
  for (const MatrixInvitation& invitation : invitations_.due(begun)) {
    if (stop.stop_requested() || Clock::now() - begun > round_of_joins) return;
    join(invitation, client, rooms, stop);
  }
}

void MatrixHousekeeping::join(const MatrixInvitation& invitation, MatrixClient& client, MatrixRooms& rooms,
                              const std::stop_token& stop) {
  // A room's id names no server from room version 12 on; whoever invites is on one that knows the room.
  const std::string_view server = matrix_server(invitation.by);
  const MatrixCall call =
      matrix_post(matrix_path("/v3/join/{}?via={}&server_name={}", {invitation.room, server, server}), json::object());
  const Verdict verdict = client.ask(call, {.deadline = join_deadline}, stop).verdict;
  if (verdict.next == Next::retry_after) return invitations_.delay(invitation.room, Clock::now() + verdict.wait);
  if (verdict.next != Next::done) return invitations_.postpone(invitation.room, Clock::now());
  invitations_.drop(invitation.room);
  if (!invitation.replaces.empty()) {
    leave(invitation.replaces, "", client, stop);
    rooms.forget(invitation.replaces);
  }
  const auto direct = invitation.direct ? rooms.direct_with(invitation.by, invitation.room) : std::nullopt;
  if (!direct) return;
  const MatrixCall record =
      matrix_put(matrix_path("/v3/user/{}/account_data/m.direct", {client.user()}), json(*direct));
  if (client.ask(record, stop).verdict.next == Next::done) rooms.set_direct(*direct);
}

milliseconds MatrixHousekeeping::until_next(milliseconds most) const {
  const auto next = invitations_.next();
  if (!next) return most;
  const auto wait = std::chrono::duration_cast<milliseconds>(*next - Clock::now());
  return std::clamp(wait, milliseconds{0}, most);
}

// Each is tried once: what fails now is left when its members change again, or at the next start.
void MatrixHousekeeping::leave_lonely(MatrixClient& client, MatrixRooms& rooms, const std::stop_token& stop) const {
  for (const std::string& room : rooms.lonely()) {
    leave(room, "", client, stop);
    rooms.forget(room);
  }
}

void MatrixHousekeeping::explain(const std::string& room, const std::string& cause, MatrixClient& client,
                                 const std::stop_token& stop) const {
  if (texts_.turned_encrypted.empty()) return;
  client.ask(matrix_explanation(room, cause, Reply{.text = texts_.turned_encrypted}, forms_), stop);
}

void MatrixHousekeeping::leave_encrypted(const std::string& room, MatrixClient& client,
                                         const std::stop_token& stop) const {
  leave(room, texts_.encrypted_invitation, client, stop);
}

}  // namespace facteur
