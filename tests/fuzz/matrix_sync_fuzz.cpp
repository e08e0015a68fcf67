// Any bytes as what a homeserver answers to /sync and /messages.
#include <cstdint>
#include <string_view>

#include "connectors/matrix_sync.h"
#include "tests/fuzz/promises.h"

namespace {

void check(const facteur::MatrixEvent& read) {
  using facteur::MatrixEventKind;
  facteur::fuzz::hold(read.kind != MatrixEventKind::malformed, "a malformed event is passed over");
  facteur::fuzz::hold(read.event.id.starts_with('$'), "an event has an id");
  facteur::fuzz::hold(read.kind != MatrixEventKind::message || read.event.sender != "@facteur:example.org",
                      "it never hears itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const facteur::MatrixReader us{"@facteur:example.org", "Facteur"};
  const facteur::MatrixSync sync = facteur::read_matrix_sync(body, us);
  facteur::fuzz::hold(!sync.readable || !sync.next.empty(), "a sync says where the next one begins");
  for (const auto& room : sync.rooms) {
    for (const auto& event : room.events) check(event);
  }
  for (const auto& event : facteur::read_matrix_page(body, us).events) check(event);
  facteur::read_matrix_said(body, us);
  facteur::without_reply_fallback(body);
  return 0;
}
