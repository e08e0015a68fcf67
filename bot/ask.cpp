#include "bot/ask.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>

#include "bot/assistant.h"
#include "bot/conversations.h"
#include "bot/outcome_json.h"

namespace facteur {
namespace {

using Json = nlohmann::json;

constexpr int deepest_json = 8;

enum class Line : std::uint8_t { read, too_long, end };

// The next line, of which no more than longest_line bytes are kept. Before it has to wait for more, what was answered
// goes out: whoever types, or pipes line by line, sees each answer at once.
Line read_line(std::istream& in, std::ostream& out, std::string& line) {
  line.clear();
  std::streambuf& bytes = *in.rdbuf();
  bool too_long = false;
  while (true) {
    if (bytes.in_avail() <= 0) out.flush();
    const int c = bytes.sbumpc();
    if (c == std::char_traits<char>::eof()) {
      if (line.empty() && !too_long) return Line::end;
      break;
    }
    if (c == '\n') break;
    if (line.size() < longest_line)
      line.push_back(static_cast<char>(c));
    else
      too_long = true;
  }
  return too_long ? Line::too_long : Line::read;
}

struct Asked {
  Message message;
  std::string chat;  // empty: the line stands by itself
};

using AskedOrError = std::variant<Asked, std::string>;

std::optional<std::string> read_flag(const Json& object, const char* key, bool& flag) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_boolean()) return fmt::format("`{}` is {}; expected true or false", key, found->type_name());
  flag = found->get<bool>();
  return std::nullopt;
}

std::optional<std::string> read_chat(const Json& object, std::string& chat) {
  const auto found = object.find("chat");
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_number_integer())
    chat = found->dump();
  else if (found->is_string())
    chat = found->get<std::string>();
  else
    return fmt::format("`chat` is {}; expected a string", found->type_name());
  if (chat.size() > longest_chat)
    return fmt::format("`chat` has {} bytes; expected at most {}", chat.size(), longest_chat);
  return std::nullopt;
}

AskedOrError parse(const std::string& line) {
  if (line.find('\0') != std::string::npos)
    return "a NUL byte; expected JSON in UTF-8";  // where the parser would stop as at an end
  bool too_deep = false;
  const auto bounded = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > deepest_json;
    return !too_deep;
  };
  const Json object = Json::parse(line, bounded, false);
  if (too_deep) return fmt::format("nested over {} deep; expected an object with \"text\"", deepest_json);
  if (object.is_discarded()) return "not JSON in UTF-8; expected an object such as {\"text\": \"...\"}";
  if (!object.is_object()) return fmt::format("a JSON {}; expected an object with \"text\"", object.type_name());
  const auto text = object.find("text");
  if (text == object.end()) return "no \"text\"; expected {\"text\": \"...\"}";
  if (!text->is_string()) return fmt::format("`text` is {}; expected a string", text->type_name());
  Asked asked;
  asked.message.text = text->get<std::string>();
  bool group = false;
  bool addressed = false;
  auto error = read_flag(object, "group", group);
  if (!error) error = read_flag(object, "addressed", addressed);
  if (!error) error = read_chat(object, asked.chat);
  if (error) return *error;
  asked.message.place = group ? Place::group : Place::direct;
  asked.message.addressed = addressed ? Addressed::yes : Addressed::no;
  return asked;
}

std::string answer_line(const std::string& line, Conversations& conversations, const Knowledge& knowledge, Time now) {
  const AskedOrError parsed = parse(line);
  if (const auto* error = std::get_if<std::string>(&parsed)) return error_json(*error);
  const Asked& asked = std::get<Asked>(parsed);
  if (asked.chat.empty()) return to_json(respond(asked.message, {}, now, knowledge), knowledge);
  Outcome outcome = respond(asked.message, conversations.of(asked.chat), now, knowledge);
  std::string json = to_json(outcome, knowledge);
  conversations.keep(asked.chat, std::move(outcome.conversation));
  return json;
}

}  // namespace

bool answer_lines(std::istream& in, std::ostream& out, const Knowledge& knowledge, Time (*now)()) {
  Conversations conversations(most_conversations);
  std::string line;
  for (Line read = read_line(in, out, line); read != Line::end && out; read = read_line(in, out, line)) {
    if (read == Line::too_long) {
      out << error_json(fmt::format("a line of over {} bytes; expected a shorter one", longest_line)) << '\n';
    } else {
      out << answer_line(line, conversations, knowledge, now()) << '\n';
    }
  }
  out.flush();
  return out.good();
}

}  // namespace facteur
