// Reading TOML 1.0 with complaints that name file, line and what was expected. For the loaders; nobody else includes
// it.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/diagnostics.h"

namespace facteur {

// A file's name for complaints, and the largest size that is read: a million domains fit in the default one.
struct TomlSource {
  std::string shown;
  std::uintmax_t largest = std::uintmax_t{40} << 20;
};

struct LinedText {
  std::string text;
  std::uint32_t line = 0;
};

// Reads and parses the file, or complains and returns nothing: it is missing, not a regular file, unreadable, too
// large, not UTF-8, or not TOML. Never waits for a pipe, and bounds the depth of what it returns.
std::optional<toml::table> read_toml(const std::filesystem::path& path, const TomlSource& source, Diagnostics&);

// A table whose values are taken out by key. What has the wrong type is complained of and taken as missing;
// finish() complains of every key that nobody asked for.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file, Diagnostics& diagnostics, std::string name = "")
      : table_(&table), file_(std::move(file)), diagnostics_(&diagnostics), name_(std::move(name)) {}

  FileLine where() const;
  FileLine where(std::string_view key) const;  // of the key's value; of the table where it has none
  FileLine at(std::uint32_t line) const { return {file_, line}; }
  const std::string& name() const { return name_; }
  bool has(std::string_view key) const;
  bool is_absent_or_empty(std::string_view key) const;  // there is no such key, or an array with nothing in it
  std::vector<std::string> keys() const;

  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> required_text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::vector<std::int64_t> integers(std::string_view key);  // an array of them
  std::optional<bool> boolean(std::string_view key);
  // A string, or an array of strings; `visit` gets each with its line.
  void each_text(std::string_view key, const std::function<void(std::string_view, std::uint32_t)>& visit);
  std::vector<LinedText> texts(std::string_view key);
  // An array of arrays of strings.
  std::vector<std::vector<LinedText>> text_lists(std::string_view key);
  std::optional<TomlTable> table(std::string_view key);
  std::vector<TomlTable> tables(std::string_view key);  // an array of tables

  void error(std::string_view key, std::string message) const;
  void warning(std::string_view key, std::string message) const;
  // `of_tables`: what to know about a table that nobody asked for.
  void finish(std::string_view of_tables = {}) const;

 private:
  const toml::node* get(std::string_view key);
  void wrong_type(std::string_view key, const toml::node& node, std::string_view expected) const;
  TomlTable inner(const toml::table& table, std::string_view key) const;

  const toml::table* table_;
  std::string file_;
  Diagnostics* diagnostics_;
  std::string name_;                          // "imap.incoming", for messages
  std::set<std::string, std::less<>> asked_;  // the keys that this kind of table may have
};

}  // namespace facteur
