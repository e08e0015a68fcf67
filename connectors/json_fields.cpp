#include "connectors/json_fields.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace facteur {
namespace {

using nlohmann::json;

// What nests without end is cut off there: one such event among many must not cost the others.
bool too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > most_json_depth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace

json parse_json(std::string_view text) {
  const json::parser_callback_t cut = [](int depth, json::parse_event_t /*unused*/, const json& /*unused*/) {
    return static_cast<std::size_t>(depth) < most_json_depth;
  };
  json parsed = json::parse(text, too_deep(text) ? cut : nullptr, /*allow_exceptions=*/false);
  return parsed.is_discarded() ? json(nullptr) : parsed;
}

std::string dump_json(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

const json& field(const json& object, const char* name) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::optional<std::int64_t> integer_field(const json& object, const char* name) {
  const json& value = field(object, name);
  if (!value.is_number_integer()) return std::nullopt;
  constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > most) return std::nullopt;
  return value.get<std::int64_t>();
}

std::string text_field(const json& object, const char* name) {
  const json& value = field(object, name);
  return value.is_string() ? value.get_ref<const std::string&>() : std::string();
}

bool flag_field(const json& object, const char* name) {
  const json& value = field(object, name);
  return value.is_boolean() && value.get<bool>();
}

}  // namespace facteur
