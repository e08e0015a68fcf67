#include "connectors/matrix_sync.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;

const json& events_of(const json& section) { return field(section, "events"); }

// Section 10.5.8 for the levels where the event names none.
bool may_redact(const json& levels, const std::string& user) {
  const auto own =
      integer_field(field(levels, "users"), user.c_str()).value_or(integer_field(levels, "users_default").value_or(0));
  const auto to_redact = integer_field(levels, "redact").value_or(50);
  const auto to_send = integer_field(field(levels, "events"), "m.room.redaction")
                           .value_or(integer_field(levels, "events_default").value_or(0));
  return own >= to_redact && own >= to_send;
}

// Section 10.5.8, and room version 12: its creators stand above all power levels and in none of them.
bool is_ours(const json& create, const std::string& user) {
  constexpr std::array<std::string_view, 11> older{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
  const json& content = field(create, "content");
  const std::string version = text_field(content, "room_version");
  if (version.empty() || std::find(older.begin(), older.end(), version) != older.end()) return false;
  if (text_field(create, "sender") == user) return true;
  const json& others = field(content, "additional_creators");
  return others.is_array() && std::find(others.begin(), others.end(), json(user)) != others.end();
}

std::optional<MatrixSuccessor> successor_in(const json& tombstone) {
  MatrixSuccessor successor{text_field(field(tombstone, "content"), "replacement_room"),
                            text_field(tombstone, "sender")};
  if (!successor.room.starts_with('!')) return std::nullopt;
  return successor;
}

struct SyncReader {
  const MatrixReader& reader;
  MatrixSync sync = {};

  void read_state(const json& events, MatrixRoomChange& change) const {
    if (!events.is_array()) return;
    for (const json& event : events) {
      if (!event.is_object() || !event.contains("state_key")) continue;
      const std::string type = text_field(event, "type");
      if (type == "m.room.encryption") change.encrypted = true;
      if (type == "m.room.create") change.ours = is_ours(event, reader.user);
      if (type == "m.room.tombstone") change.successor = successor_in(event);
      if (type == "m.room.power_levels") change.may_redact = may_redact(field(event, "content"), reader.user);
    }
  }

  void read_timeline(const json& timeline, MatrixRoomSync& room) {
    const json& events = events_of(timeline);
    if (!events.is_array()) return;
    room.events.reserve(events.size());
    for (const json& event : events) {
      MatrixEvent read = read_matrix_event(event, reader);
      if (read.kind == MatrixEventKind::malformed)
        ++sync.passed_over;
      else
        room.events.push_back(std::move(read));
    }
  }

  void read_joined(const std::string& id, const json& joined) {
    MatrixRoomSync& room = sync.rooms.emplace_back();
    room.room = id;
    const json& summary = field(joined, "summary");
    room.change.joined = integer_field(summary, "m.joined_member_count");
    room.change.invited = integer_field(summary, "m.invited_member_count");
    const json& timeline = field(joined, "timeline");
    read_state(events_of(field(joined, "state")), room.change);
    read_state(events_of(timeline), room.change);
    read_timeline(timeline, room);
    if (flag_field(timeline, "limited")) room.gap = text_field(timeline, "prev_batch");
  }

  void read_invited(const std::string& id, const json& invited) {
    MatrixInvitation invitation{.room = id};
    const json& events = events_of(field(invited, "invite_state"));
    if (!events.is_array()) return;
    for (const json& event : events) {
      const std::string type = text_field(event, "type");
      const json& content = field(event, "content");
      if (type == "m.room.encryption") invitation.encrypted = true;
      const bool ours = type == "m.room.member" && text_field(event, "state_key") == reader.user;
      if (!ours || text_field(content, "membership") != "invite") continue;
      invitation.by = text_field(event, "sender");
      invitation.direct = flag_field(content, "is_direct");
    }
    sync.invitations.push_back(std::move(invitation));
  }

  void read_direct(const json& content) {
    MatrixDirect direct;
    for (const auto& [user, rooms] : content.items()) {
      if (!rooms.is_array()) continue;
      for (const json& room : rooms) {
        if (room.is_string()) direct[user].push_back(room);
      }
    }
    sync.direct = std::move(direct);
  }

  void read_account_data(const json& events) {
    if (!events.is_array()) return;
    for (const json& event : events) {
      const json& content = field(event, "content");
      if (text_field(event, "type") == "m.direct" && content.is_object()) read_direct(content);
    }
  }

  template <typename Read>
  static void for_each_room(const json& rooms, Read read) {
    if (!rooms.is_object()) return;
    for (const auto& [id, room] : rooms.items()) {
      if (id.starts_with('!')) read(id, room);
    }
  }

  void read(const json& answer) {
    sync.next = text_field(answer, "next_batch");
    sync.readable = !sync.next.empty();
    if (!sync.readable) return;
    read_account_data(events_of(field(answer, "account_data")));
    const json& rooms = field(answer, "rooms");
    for_each_room(field(rooms, "join"), [&](const auto& id, const json& room) { read_joined(id, room); });
    for_each_room(field(rooms, "invite"), [&](const auto& id, const json& room) { read_invited(id, room); });
    for_each_room(field(rooms, "leave"), [&](const auto& id, const json&) { sync.left.push_back(id); });
  }
};

}  // namespace

MatrixSync read_matrix_sync(std::string_view body, const MatrixReader& reader) {
  SyncReader one{reader};
  one.read(parse_json(body));
  return std::move(one.sync);
}

MatrixPage read_matrix_page(std::string_view body, const MatrixReader& reader) {
  const json answer = parse_json(body);
  const json& chunk = field(answer, "chunk");
  MatrixPage page;
  page.readable = chunk.is_array();
  if (!page.readable) return page;
  page.end = text_field(answer, "end");
  for (const json& event : chunk) {
    MatrixEvent read = read_matrix_event(event, reader);
    if (read.kind == MatrixEventKind::malformed)
      ++page.passed_over;
    else
      page.events.push_back(std::move(read));
  }
  return page;
}

}  // namespace facteur
