// One event of a room's timeline (client-server API v1.19, section 6.4.1), as far as it matters here. Nothing in it is
// trusted.
//
// Decryption has its place before read_matrix_event(): what it takes is an event that can be read.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "connectors/connector.h"
#include "connectors/matrix_said.h"

namespace facteur {

enum class MatrixEventKind : std::uint8_t {
  message,     // somebody else's text
  redaction,   // `event.withdrawn` was taken back
  own_join,    // we came in: nothing before it was said to us
  encryption,  // from here on the room is encrypted
  other,       // ours, a notice, an edit, encrypted, redacted, of a type that says nothing here
  malformed,
};

struct MatrixEvent {
  MatrixEventKind kind = MatrixEventKind::other;
  Event event;                                   // without its chat and place
  std::string reply_to;                          // the event that this one replies to
  std::optional<std::chrono::milliseconds> age;  // as the homeserver tells it, whatever clocks say
  std::optional<std::chrono::sys_seconds> at;    // by the sender's server's clock
};

MatrixEvent read_matrix_event(const nlohmann::json& event, const MatrixReader& reader);

// What compose() needs besides the event itself to answer it; kept as Event::context.
struct MatrixContext {
  std::string thread;           // the thread's first event
  std::string answered;         // the event that this one replies to
  std::string answered_sender;  // who sent that one, where it is known
  bool may_redact = false;      // we may take away what others say there
  bool operator==(const MatrixContext&) const = default;
};

std::string to_text(const MatrixContext& context);
MatrixContext matrix_context(std::string_view text);

}  // namespace facteur
