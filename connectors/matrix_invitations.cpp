#include "connectors/matrix_invitations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace facteur {
namespace {

using std::chrono::seconds;

constexpr std::array<seconds, 4> delays{seconds{1}, seconds{30}, seconds{300}, seconds{900}};

bool is_listed(const std::string& user, const std::vector<std::string>& listed) {
  return std::any_of(listed.begin(), listed.end(), [&](const std::string& entry) {
    return entry.starts_with('@') ? entry == user : entry == matrix_server(user);
  });
}

}  // namespace

MatrixResponse respond_to(const MatrixInvitation& invitation, const MatrixInvitationPolicy& policy) {
  using Whose = MatrixInvitationPolicy::Whose;
  if (policy.whose == Whose::nobody) return MatrixResponse::nothing;
  if (policy.whose == Whose::listed && !is_listed(invitation.by, policy.listed)) return MatrixResponse::decline;
  return invitation.encrypted ? MatrixResponse::decline_encrypted : MatrixResponse::join;
}

// The same invitation may come again while it waits; its schedule goes on.
void MatrixInvitations::add(const MatrixInvitation& invitation, Clock::time_point now) {
  const bool invited = invitation.replaces.empty();
  Waiting& waiting = waiting_.try_emplace(invitation.room, Waiting{invitation, invited, 0, now}).first->second;
  if (!invited || waiting.invited) return;
  waiting.invited = true;
  waiting.tries = 0;
  waiting.at = now;
}

void MatrixInvitations::postpone(const std::string& room, Clock::time_point now) {
  const auto found = waiting_.find(room);
  if (found == waiting_.end()) return;
  Waiting& waiting = found->second;
  if (waiting.tries == delays.size())
    waiting_.erase(found);
  else
    waiting.at = now + delays[waiting.tries++];
}

void MatrixInvitations::delay(const std::string& room, Clock::time_point not_before) {
  const auto found = waiting_.find(room);
  if (found != waiting_.end()) found->second.at = not_before;
}

std::vector<MatrixInvitation> MatrixInvitations::due(Clock::time_point now) const {
  std::vector<MatrixInvitation> due;
  for (const auto& [room, waiting] : waiting_) {
    if (waiting.at <= now) due.push_back(waiting.invitation);
  }
  return due;
}

std::optional<MatrixInvitations::Clock::time_point> MatrixInvitations::next() const {
  const auto first = std::min_element(waiting_.begin(), waiting_.end(), [](const auto& one, const auto& other) {
    return one.second.at < other.second.at;
  });
  return first == waiting_.end() ? std::nullopt : std::optional(first->second.at);
}

}  // namespace facteur
