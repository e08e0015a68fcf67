#include "bot/configuration_keys.h"

#include <fmt/format.h>

#include <array>

#include "bot/token.h"

namespace facteur {
namespace {

constexpr std::array<std::string_view, 3> places{"_file", "_credential", "_environment"};

}  // namespace

std::filesystem::path path_in(const std::filesystem::path& folder, const std::string& text) {
  return (folder / text).lexically_normal();
}

std::optional<std::size_t> one_of(TomlTable& table, std::string_view key, std::span<const std::string_view> names) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  for (std::size_t place = 0; place < names.size(); ++place) {
    if (names[place] == *text) return place;
  }
  table.error(key, fmt::format("`{}` is \"{}\"; expected one of: {}", key, shown(*text), fmt::join(names, ", ")));
  return std::nullopt;
}

Groups read_groups(TomlTable& table) {
  constexpr std::array<std::string_view, 3> names{"sure", "addressed", "never"};
  return static_cast<Groups>(one_of(table, "groups", names).value_or(0));
}

bool has_secret(TomlTable& table, std::string_view what) {
  for (const std::string_view place : places) {
    if (table.has(std::string(what).append(place))) return true;
  }
  return false;
}

Secret read_secret(TomlTable& table, std::string_view what, const std::filesystem::path& folder) {
  TokenPlace where;
  std::string used;
  for (const std::string_view place : places) {
    const std::string key = std::string(what).append(place);
    const auto text = table.text(key);
    if (!text) continue;
    if (!used.empty()) {
      table.error(key, fmt::format("`{}` beside `{}`; expected one place for the {}", key, used, what));
      return {};
    }
    used = key;
    if (place == "_file") where.file = path_in(folder, *text);
    if (place == "_credential") where.credential = *text;
    if (place == "_environment") where.environment = *text;
  }
  if (used.empty()) {
    const std::string key = std::string(what) + "_file";
    table.error(
        key, fmt::format("[{}] has no `{}`; expected the path of a file that holds the {}", table.name(), key, what));
    return {};
  }
  TokenRead read = find_token(where);
  if (!read.error.empty()) table.error(used, read.error);
  return std::move(read.token);
}

}  // namespace facteur
