// Reading JSON that came from outside: nothing throws, nothing is rounded, whatever isn't there or isn't of its kind is
// empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace facteur {

// How deep arrays and objects may lie in one another; no platform's own come near it.
inline constexpr std::size_t most_json_depth = 64;

// Null where the text isn't JSON. What lies deeper is cut off: one such event must not cost those around it.
nlohmann::json parse_json(std::string_view text);

// As text; bytes that aren't UTF-8 become U+FFFD instead of an exception.
std::string dump_json(const nlohmann::json& value);

// Null where `object` has no such field or is no object.
const nlohmann::json& field(const nlohmann::json& object, const char* name);

// Whole numbers that an int64 holds.
std::optional<std::int64_t> integer_field(const nlohmann::json& object, const char* name);
std::string text_field(const nlohmann::json& object, const char* name);
bool flag_field(const nlohmann::json& object, const char* name);

}  // namespace facteur
