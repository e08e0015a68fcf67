#include "connectors/matrix_requests.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "connectors/json_fields.h"
#include "connectors/matrix_event.h"
#include "connectors/matrix_html.h"

namespace facteur {
namespace {

using nlohmann::json;

MatrixCall message(const std::string& room, const std::string& transaction, const json& content) {
  return matrix_put(matrix_path("/v3/rooms/{}/send/m.room.message/{}", {room, transaction}), content);
}

json text_content(const MatrixText& text, const MatrixForms& forms) {
  json content{{"msgtype", forms.msgtype}, {"body", text.body}, {"m.mentions", json::object()}};
  if (!text.html.empty()) {
    content["format"] = "org.matrix.custom.html";
    content["formatted_body"] = text.html;
  }
  return content;
}

class Composer {
 public:
  Composer(const Event& event, const Answer& answer, const MatrixForms& forms)
      : event_(event), answer_(answer), forms_(forms), context_(matrix_context(event.context)) {}

  std::vector<Parcel> compose() && {
    if (event_.kind != EventKind::message) return {};
    const bool in_direct = event_.message.place == Place::direct;
    if (answer_.erase_question && in_direct && context_.may_redact) redact();
    if (answer_.reply) reply(*answer_.reply);
    if (forms_.receipts && !parcels_.empty()) mark_as_read();
    return std::move(parcels_);
  }

 private:
  void add(std::string chat, const MatrixCall& call) {
    Parcel& parcel = parcels_.emplace_back();
    parcel.chat = std::move(chat);
    parcel.key = event_.id + "/" + std::to_string(parcels_.size());
    parcel.event = event_.id;
    parcel.payload = to_text(call);
    parcel.repeatable = true;
  }

  std::string transaction() const { return event_.id + "." + std::to_string(parcels_.size() + 1); }

  void redact() {
    add(event_.chat,
        matrix_put(matrix_path("/v3/rooms/{}/redact/{}/{}", {event_.chat, event_.id, transaction()}), json::object()));
  }

  void reply(const Reply& reply) {
    bool first = true;
    for (const MatrixText& text : matrix_texts(reply)) {
      json content = text_content(text, forms_);
      address(content, first);
      first = false;
      add(event_.chat, message(event_.chat, transaction(), content));
    }
  }

  // Whom it is for, and where it belongs. In a direct room that is clear without a quotation.
  void address(json& content, bool first) const {
    const bool in_group = event_.message.place == Place::group;
    const std::string& target = answer_.to_answered ? context_.answered : event_.id;
    const std::string& person = answer_.to_answered ? context_.answered_sender : event_.sender;
    if (first && in_group && !person.empty()) content["m.mentions"]["user_ids"] = json::array({person});
    json relation = json::object();
    if (!context_.thread.empty()) {
      // Clients without threads show it as a reply (section 11.9.1.2).
      relation = {{"rel_type", "m.thread"}, {"event_id", context_.thread}, {"is_falling_back", !first || !in_group}};
      relation["m.in_reply_to"] = {{"event_id", target}};
    } else if (first && (in_group || answer_.to_answered) && !target.empty()) {
      relation["m.in_reply_to"] = {{"event_id", target}};
    }
    if (!relation.empty()) content["m.relates_to"] = std::move(relation);
  }

  // In a lane of its own: no answer waits for a receipt. The latest tells of all before it.
  void mark_as_read() {
    add("receipts " + event_.chat,
        matrix_post(matrix_path("/v3/rooms/{}/receipt/m.read/{}", {event_.chat, event_.id}), json::object()));
    parcels_.back().supersedes = true;
  }

  const Event& event_;
  const Answer& answer_;
  const MatrixForms& forms_;
  MatrixContext context_;
  std::vector<Parcel> parcels_;
};

}  // namespace

std::vector<Parcel> compose_matrix(const Event& event, const Answer& answer, const MatrixForms& forms) {
  return Composer(event, answer, forms).compose();
}

MatrixCall matrix_explanation(const std::string& room, const std::string& cause, const Reply& text,
                              const MatrixForms& forms) {
  const auto texts = matrix_texts(text);
  return message(room, cause + ".e", text_content(texts.empty() ? MatrixText{} : texts.front(), forms));
}

MatrixAim aim_of(const MatrixCall& call) {
  const auto within = [&](std::string_view part) { return call.path.find(part) != std::string::npos; };
  if (within("/send/")) return MatrixAim::message;
  if (within("/redact/")) return MatrixAim::redaction;
  return within("/receipt/") ? MatrixAim::receipt : MatrixAim::other;
}

std::optional<MatrixCall> without_html(const MatrixCall& call) {
  json content = parse_json(call.body);
  if (!content.is_object() || content.erase("formatted_body") == 0) return std::nullopt;
  content.erase("format");
  return MatrixCall{call.method, call.path, dump_json(content)};
}

}  // namespace facteur
