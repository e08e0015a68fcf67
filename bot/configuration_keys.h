// What the tables of facteur.toml have in common.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bot/handling.h"
#include "connectors/secret.h"
#include "knowledge/toml_file.h"

namespace facteur {

// Relative paths start from the configuration's folder.
std::filesystem::path path_in(const std::filesystem::path& folder, const std::string& text);

// The value of `key`, which is one of these names: its place among them.
std::optional<std::size_t> one_of(TomlTable& table, std::string_view key, std::span<const std::string_view> names);

Groups read_groups(TomlTable& table);

// From the one of `<what>_file`, `<what>_credential` and `<what>_environment` that is there.
bool has_secret(TomlTable& table, std::string_view what);
Secret read_secret(TomlTable& table, std::string_view what, const std::filesystem::path& folder);

}  // namespace facteur
