#include "knowledge/toml_file.h"

#include <fmt/format.h>

#include "knowledge/edit_distance.h"

namespace facteur {
namespace {

constexpr std::size_t most_unknown_keys = 10;  // of one table are named; then they are counted

std::uint32_t line_of(const toml::node& node) { return node.source().begin.line; }

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number with a point";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::table:
      return "a table";
    default:
      return "a date or time";
  }
}

}  // namespace

FileLine TomlTable::where() const { return {file_, line_of(*table_)}; }

FileLine TomlTable::where(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? where() : FileLine{file_, line_of(*node)};
}

bool TomlTable::has(std::string_view key) const { return table_->contains(key); }

bool TomlTable::is_absent_or_empty(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr || (node->is_array() && node->as_array()->empty());
}

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

std::vector<std::int64_t> TomlTable::integers(std::string_view key) {
  std::vector<std::int64_t> all;
  const toml::node* node = get(key);
  if (node == nullptr) return all;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong_type(key, *node, "an array of integers");
    return all;
  }
  for (const toml::node& each : *array) {
    if (const auto* value = each.as_integer())
      all.push_back(value->get());
    else
      wrong_type(key, each, "an integer");
  }
  return all;
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

void TomlTable::finish(std::string_view of_tables) const {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  std::size_t unknown = 0;
  for (const auto& [key, value] : *table_) {
    if (asked_.contains(key.str()) || ++unknown > most_unknown_keys) continue;
    const std::string likely = nearest(key.str(), known);
    std::string hint = likely.empty() ? fmt::format("expected one of {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean `{}`?", likely);
    if (value.is_table() && !of_tables.empty()) hint += fmt::format("; {}", of_tables);
    const std::string place = name_.empty() ? "" : fmt::format(" in [{}]", name_);
    const FileLine where{file_, key.source().begin.line};
    diagnostics_->error(where, fmt::format("unknown key `{}`{}; {}", shown(key.str()), place, hint));
  }
  if (unknown <= most_unknown_keys) return;
  diagnostics_->error(where(), fmt::format("{} more unknown keys; expected none", unknown - most_unknown_keys));
}

}  // namespace facteur
