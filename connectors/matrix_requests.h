// An answer, as the requests that give it on Matrix. Each may be repeated: a message's transaction id derives from the
// event that it answers (client-server API v1.19, section 3.8), and the others say the same twice.
//
// Encryption has its place where a message's content becomes a call.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/matrix_call.h"

namespace facteur {

struct MatrixForms {
  // m.notice tells other bots not to answer, m.text is for clients that hide or dim notices.
  std::string msgtype = "m.notice";
  bool receipts = true;  // what was answered is marked as read
};

// In the order in which they are to be sent, keyed "<event id>/<n>".
std::vector<Parcel> compose_matrix(const Event& event, const Answer& answer, const MatrixForms& forms);

// One short text of our own, in answer to no message; said once however often `cause` (an event's id) comes.
MatrixCall matrix_explanation(const std::string& room, const std::string& cause, const Reply& text,
                              const MatrixForms& forms);

// What a call does, as far as what may go wrong depends on it.
enum class MatrixAim : std::uint8_t { message, redaction, receipt, other };
MatrixAim aim_of(const MatrixCall& call);

// A message that was refused as too large, or for its markup, without its HTML; otherwise nothing.
std::optional<MatrixCall> without_html(const MatrixCall& call);

}  // namespace facteur
