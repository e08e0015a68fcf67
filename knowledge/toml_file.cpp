#include "knowledge/toml_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "knowledge/edit_distance.h"

namespace facteur {
namespace {

namespace fs = std::filesystem;

std::uint32_t line_of(const toml::node& node) { return node.source().begin.line; }

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "an integer";
    case toml::node_type::floating_point: return "a number with a point";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::array: return "an array";
    case toml::node_type::table: return "a table";
    default: return "a date or time";
  }
}

// The file's bytes, or nothing after a complaint.
std::optional<std::string> read_bounded(const fs::path& path, const std::string& shown, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) {
    diagnostics.error({shown, 0}, fmt::format("cannot be read: {}; expected a readable TOML file", error.message()));
    return std::nullopt;
  }
  if (!fs::is_regular_file(status)) {
    diagnostics.error({shown, 0}, "is not a regular file; expected a TOML file");
    return std::nullopt;
  }
  const auto size = fs::file_size(path, error);
  if (!error && size > largest_toml_file) {
    diagnostics.error({shown, 0}, fmt::format("has {} bytes; expected at most {}", size, largest_toml_file));
    return std::nullopt;
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    const std::string reason = errno == 0 ? "it ends early" : std::generic_category().message(errno);
    diagnostics.error({shown, 0}, fmt::format("cannot be read: {}; expected a file that this user may read", reason));
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

std::optional<toml::table> read_toml(const fs::path& path, const std::string& shown, Diagnostics& diagnostics) {
  const auto bytes = read_bounded(path, shown, diagnostics);
  if (!bytes) return std::nullopt;
  try {
    return toml::parse(*bytes);
  } catch (const toml::parse_error& error) {
    const std::string message = fmt::format("not TOML: {}", error.description());
    diagnostics.error({shown, error.source().begin.line}, message);
    return std::nullopt;
  }
}

FileLine TomlTable::where() const { return {file_, line_of(*table_)}; }

FileLine TomlTable::where(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? where() : FileLine{file_, line_of(*node)};
}

bool TomlTable::has(std::string_view key) const { return table_->contains(key); }

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : *table_) keys.emplace_back(key.str());
  return keys;
}

const toml::node* TomlTable::get(std::string_view key) {
  asked_.emplace(key);
  return table_->get(key);
}

void TomlTable::wrong_type(std::string_view key, const toml::node& node, std::string_view expected) const {
  const std::string message = fmt::format("`{}` is {}; expected {}", key, type_name(node), expected);
  diagnostics_->error({file_, line_of(node)}, message);
}

TomlTable TomlTable::inner(const toml::table& table, std::string_view key) const {
  return {table, file_, *diagnostics_, name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key)};
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  const toml::node* node = get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_string()) return value->get();
  wrong_type(key, *node, "a string");
  return std::nullopt;
}

std::optional<std::string> TomlTable::required_text(std::string_view key) {
  auto value = text(key);
  if (!value && !has(key)) {
    const std::string place = name_.empty() ? "the file" : fmt::format("[{}]", name_);
    diagnostics_->error(where(), fmt::format("{} has no `{}`; expected a string", place, key));
  } else if (value && value->find_first_not_of(" \t\n") == std::string::npos) {
    error(key, fmt::format("`{}` is empty; expected some text", key));
    return std::nullopt;
  }
  return value;
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key) {
  const toml::node* node = get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_integer()) return value->get();
  wrong_type(key, *node, "an integer");
  return std::nullopt;
}

std::optional<bool> TomlTable::boolean(std::string_view key) {
  const toml::node* node = get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_boolean()) return value->get();
  wrong_type(key, *node, "true or false");
  return std::nullopt;
}

void TomlTable::each_text(std::string_view key, const std::function<void(std::string_view, std::uint32_t)>& visit) {
  const toml::node* node = get(key);
  if (node == nullptr) return;
  if (const auto* value = node->as_string()) {
    visit(value->get(), line_of(*node));
    return;
  }
  const auto* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, *node, "a string or an array of strings");
    return;
  }
  for (const toml::node& element : *array) {
    if (const auto* value = element.as_string()) {
      visit(value->get(), line_of(element));
    } else {
      wrong_type(key, element, "a string in this array");
    }
  }
}

std::vector<LinedText> TomlTable::texts(std::string_view key) {
  std::vector<LinedText> texts;
  each_text(key, [&](std::string_view text, std::uint32_t line) { texts.push_back({std::string(text), line}); });
  return texts;
}

std::vector<std::vector<LinedText>> TomlTable::text_lists(std::string_view key) {
  std::vector<std::vector<LinedText>> lists;
  const toml::node* node = get(key);
  if (node == nullptr) return lists;
  const auto* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, *node, "an array of arrays of strings");
    return lists;
  }
  for (const toml::node& element : *array) {
    const auto* list = element.as_array();
    if (list == nullptr) {
      wrong_type(key, element, "an array of strings in this array");
      continue;
    }
    auto& texts = lists.emplace_back();
    for (const toml::node& item : *list) {
      if (const auto* value = item.as_string()) {
        texts.push_back({value->get(), line_of(item)});
      } else {
        wrong_type(key, item, "a string in this array");
      }
    }
  }
  return lists;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const toml::node* node = get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_table()) return inner(*value, key);
  wrong_type(key, *node, "a table");
  return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  std::vector<TomlTable> tables;
  const toml::node* node = get(key);
  if (node == nullptr) return tables;
  const auto* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, *node, "an array of tables");
    return tables;
  }
  for (const toml::node& element : *array) {
    if (const auto* value = element.as_table()) {
      tables.push_back(inner(*value, key));
    } else {
      wrong_type(key, element, "a table in this array");
    }
  }
  return tables;
}

void TomlTable::error(std::string_view key, std::string message) const {
  diagnostics_->error(where(key), std::move(message));
}

void TomlTable::warning(std::string_view key, std::string message) const {
  diagnostics_->warning(where(key), std::move(message));
}

void TomlTable::finish() const {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& [key, value] : *table_) {
    if (asked_.contains(key.str())) continue;
    const std::string likely = nearest(key.str(), known);
    const std::string hint =
        likely.empty() ? fmt::format("expected one of {}", fmt::join(known, ", ")) : fmt::format("did you mean `{}`?", likely);
    const std::string place = name_.empty() ? "" : fmt::format(" in [{}]", name_);
    diagnostics_->error({file_, key.source().begin.line}, fmt::format("unknown key `{}`{}; {}", key.str(), place, hint));
  }
}

}  // namespace facteur
