// Matrix: one account, by long polling of its homeserver (client-server API v1.19, https://spec.matrix.org/v1.19).
//
//   poll:  /sync ─► read_matrix_sync (matrix_sync.h) ─► the gaps filled from /messages ─► Event
//   send:  compose_matrix (matrix_requests.h) ─► Parcel ─► MatrixClient::request ─► HTTP ─► judge_matrix
//
// The cursor is the sync's token, and nothing else. At each start a sync of its own, without a token, tells which rooms
// there are and which invitations wait; what was said since the cursor comes after that.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/connector.h"
#include "connectors/matrix_client.h"
#include "connectors/matrix_housekeeping.h"
#include "connectors/matrix_rooms.h"
#include "connectors/matrix_sync.h"
#include "connectors/matrix_timeline.h"

namespace facteur {

struct MatrixSettings {
  MatrixAccess access;
  std::vector<std::string> agents;  // "@lea:example.org"
  MatrixInvitationPolicy invitations;
  MatrixForms forms;
  MatrixTexts texts;
  MatrixGrace grace;
  Budget room{0.5, 10};  // so that two bots who talk to each other do it slowly
};

class MatrixConnector : public Connector {
 public:
  explicit MatrixConnector(MatrixSettings settings);
  MatrixConnector(MatrixSettings settings, MatrixTransport transport);

  Verdict start(const std::stop_token& stop) override;
  std::string name() const override;
  Polled poll(const std::string& cursor, const std::stop_token& stop) override;
  std::vector<Parcel> compose(const Event& event, const Answer& answer) const override;
  HttpRequest request(const Parcel& parcel) const override;
  Verdict judge(const Parcel& parcel, const HttpResult& result) const override;
  Parcel readdressed(Parcel parcel, const std::string& chat) const override;
  std::optional<Budget> account_budget() const override;
  std::optional<Budget> chat_budget(std::string_view chat) const override;

 private:
  enum class SyncKind { rooms, news };
  MatrixOutcome sync(SyncKind kind, const std::string& cursor, const std::stop_token& stop);
  Polled learn_rooms(const std::string& cursor, const std::stop_token& stop);
  void keep_house(const MatrixSync& sync, const std::stop_token& stop);
  Polled take_in(MatrixSync sync, const std::string& cursor, const std::stop_token& stop);
  Verdict read_room(MatrixRoomSync& room, const std::string& cursor, Polled& polled, const std::stop_token& stop);
  Verdict fill_gap(MatrixRoomSync& room, const std::string& cursor, const std::stop_token& stop);
  Verdict find_answered(MatrixEvent& event, const std::stop_token& stop);
  void note_encryption(const MatrixRoomSync& room, bool was_known, const std::stop_token& stop);
  bool is_agent(const std::string& user) const;
  std::chrono::seconds grace(Place place) const;

  MatrixSettings settings_;
  MatrixClient client_;
  MatrixHousekeeping housekeeping_;
  MatrixReader reader_;
  MatrixRooms rooms_;
  std::string filter_;  // the stored one's id
  bool rooms_learned_ = false;
  bool waits_ = false;  // the last sync brought what there was: the next one may wait for more
  bool small_ = false;  // the last sync was too large: the next one brings less at once
  std::chrono::steady_clock::time_point look_back_until_;  // for gaps and for what is replied to
};

}  // namespace facteur
