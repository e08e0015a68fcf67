// What an account does in its rooms besides answering: comes in, leaves, says once why it can't read.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>

#include "connectors/matrix_client.h"
#include "connectors/matrix_invitations.h"
#include "connectors/matrix_requests.h"
#include "connectors/matrix_rooms.h"

namespace facteur {

// What a person reads, in their languages; it comes from the knowledge. Empty: nothing is said.
struct MatrixTexts {
  std::string encrypted_invitation;  // plain text: why the invitation is declined
  std::string turned_encrypted;      // CommonMark
};

class MatrixHousekeeping {
 public:
  using Clock = std::chrono::steady_clock;

  MatrixHousekeeping(MatrixInvitationPolicy policy, MatrixTexts texts, MatrixForms forms)
      : policy_(std::move(policy)), texts_(std::move(texts)), forms_(std::move(forms)) {}

  void invited(const MatrixInvitation& invitation, MatrixClient& client, const std::stop_token& stop);
  void dropped(const std::string& room) { invitations_.drop(room); }
  // The room was upgraded: we go where its people go, if whoever did it may invite us.
  void replaced(const std::string& room, const MatrixSuccessor& successor, const MatrixRooms& rooms);
  // Comes into the rooms whose time it is. What fails is tried again later; a login that is over shows in the next
  // sync.
  void take_up(MatrixClient& client, MatrixRooms& rooms, const std::stop_token& stop);
  // How long until the next invitation is worth trying; at most so long.
  std::chrono::milliseconds until_next(std::chrono::milliseconds most) const;

  void leave_lonely(MatrixClient& client, MatrixRooms& rooms, const std::stop_token& stop) const;
  // A room turned encrypted with the event `cause`.
  void explain(const std::string& room, const std::string& cause, MatrixClient& client,
               const std::stop_token& stop) const;
  // One that already was: nobody had been told that we can't read there.
  void leave_encrypted(const std::string& room, MatrixClient& client, const std::stop_token& stop) const;

 private:
  void join(const MatrixInvitation& invitation, MatrixClient& client, MatrixRooms& rooms, const std::stop_token& stop);

  MatrixInvitationPolicy policy_;
  MatrixTexts texts_;
  MatrixForms forms_;
  MatrixInvitations invitations_;
};

}  // namespace facteur
