#include "connectors/matrix_event.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;

// Section 4.2: ids are at most 255 bytes.
constexpr std::size_t most_id_bytes = 255;

bool is_id(const std::string& id, char sigil) {
  return id.size() > 1 && id.size() <= most_id_bytes && id.front() == sigil;
}

bool is_joined(const json& content) { return text_field(content, "membership") == "join"; }

bool mentions(const json& content, const std::string& user) {
  const json& ids = field(field(content, "m.mentions"), "user_ids");
  if (!ids.is_array()) return false;
  for (const json& id : ids) {
    if (id.is_string() && id.get_ref<const std::string&>() == user) return true;
  }
  return false;
}

struct EventReader {
  const json& raw;
  const MatrixReader& reader;
  MatrixEvent read = {};

  const json& content() const { return field(raw, "content"); }
  bool is_ours() const { return read.event.sender == reader.user; }

  void read_times() {
    constexpr std::int64_t most_milliseconds = std::int64_t{1} << 52;
    if (const auto age = integer_field(field(raw, "unsigned"), "age"); age && *age >= 0 && *age < most_milliseconds)
      read.age = std::chrono::milliseconds(*age);
    const auto at = integer_field(raw, "origin_server_ts");
    if (!at || *at <= 0 || *at > most_milliseconds) return;
    read.at = std::chrono::sys_seconds(std::chrono::seconds(*at / 1000));
    read.event.said = read.at;
  }

  void read_any() {
    const std::string type = text_field(raw, "type");
    read.event.id = text_field(raw, "event_id");
    read.event.sender = text_field(raw, "sender");
    read.kind = MatrixEventKind::malformed;
    if (type.empty() || !is_id(read.event.id, '$') || !is_id(read.event.sender, '@')) return;
    read.kind = MatrixEventKind::other;
    read_times();
    if (type == "m.room.message") read_message();
    if (type == "m.room.redaction") read_redaction();
    if (type == "m.room.member") read_member();
    // Said again with other settings, it is no news.
    const bool first = raw.contains("state_key") && !field(raw, "unsigned").contains("prev_content");
    if (type == "m.room.encryption" && first) read.kind = MatrixEventKind::encryption;
  }

  // `m.text` only: a notice is a bot's, and must never be answered (section 11.2.1.3).
  void read_message() {
    if (is_ours() || text_field(content(), "msgtype") != "m.text") return;
    if (field(raw, "unsigned").contains("redacted_because")) return;
    const json& relation = field(content(), "m.relates_to");
    const std::string type = text_field(relation, "rel_type");
    if (type == "m.replace") return;
    MatrixContext context;
    if (type == "m.thread") context.thread = text_field(relation, "event_id");
    // In a thread, clients without threads are shown a reply that is none (section 11.9.1.2).
    if (!flag_field(relation, "is_falling_back"))
      read.reply_to = text_field(field(relation, "m.in_reply_to"), "event_id");
    if (!is_id(read.reply_to, '$')) read.reply_to.clear();
    if (!is_id(context.thread, '$')) context.thread.clear();
    context.answered = read.reply_to;
    read_text();
    read.event.context = to_text(context);
  }

  void read_text() {
    const std::string body = text_field(content(), "body");
    MatrixSaid said = read_matrix_said(without_reply_fallback(body), reader);
    const bool addressed = said.calls_us || mentions(content(), reader.user);
    read.event.message.text = std::move(said.text);
    read.event.message.addressed = addressed ? Addressed::yes : Addressed::no;
    if (!body.empty()) read.kind = MatrixEventKind::message;
  }

  // Room version 11 moved `redacts` into the content.
  void read_redaction() {
    read.event.withdrawn = text_field(content(), "redacts");
    if (read.event.withdrawn.empty()) read.event.withdrawn = text_field(raw, "redacts");
    if (!is_id(read.event.withdrawn, '$') || is_ours()) return;
    read.event.kind = EventKind::withdrawn;
    read.kind = MatrixEventKind::redaction;
  }

  // A new name or picture is a join after a join.
  void read_member() {
    const json& before = field(field(raw, "unsigned"), "prev_content");
    if (text_field(raw, "state_key") == reader.user && is_joined(content()) && !is_joined(before))
      read.kind = MatrixEventKind::own_join;
  }
};

}  // namespace

MatrixEvent read_matrix_event(const json& event, const MatrixReader& reader) {
  EventReader one{event, reader};
  one.read_any();
  return std::move(one.read);
}

std::string to_text(const MatrixContext& context) {
  json fields = json::object();
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields[name] = value;
  };
  add("thread", context.thread);
  add("answered", context.answered);
  add("answered_sender", context.answered_sender);
  if (context.may_redact) fields["may_redact"] = true;
  return dump_json(fields);
}

MatrixContext matrix_context(std::string_view text) {
  const json fields = parse_json(text);
  return {.thread = text_field(fields, "thread"),
          .answered = text_field(fields, "answered"),
          .answered_sender = text_field(fields, "answered_sender"),
          .may_redact = flag_field(fields, "may_redact")};
}

}  // namespace facteur
