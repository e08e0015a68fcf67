#include "bot/configuration.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "bot/configuration_keys.h"
#include "bot/configuration_matrix.h"
#include "bot/file_error.h"
#include "knowledge/edit_distance.h"
#include "knowledge/toml_file.h"

namespace facteur {
namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 20;

struct Unfinished {
  std::filesystem::path folder;  // of the configuration: what relative paths start from
  Configuration configuration;
};

std::vector<std::int64_t> read_agents(TomlTable& table) {
  std::vector<std::int64_t> agents;
  for (const std::int64_t each : table.integers("agents")) {
    if (each <= 0) table.error("agents", fmt::format("{} is no user; expected numbers above 0", each));
    agents.push_back(each);
  }
  return agents;
}

TelegramAccount read_telegram(TomlTable& table, const std::string& name, const std::filesystem::path& folder) {
  TelegramAccount account;
  account.name = "telegram." + name;
  account.token = read_secret(table, "token", folder);
  account.groups = read_groups(table);
  account.agents = read_agents(table);
  if (auto api = table.text("api")) account.api = std::move(*api);
  while (account.api.ends_with('/')) account.api.pop_back();
  if (!account.api.starts_with("https://") && !account.api.starts_with("http://"))
    table.error("api",
                fmt::format("`api` is \"{}\"; expected an address that begins with https://", shown(account.api)));
  account.ephemeral = table.boolean("ephemeral").value_or(account.ephemeral);
  account.rich = table.boolean("rich").value_or(account.rich);
  account.messages_per_second = table.integer("messages_per_second");
  if (account.messages_per_second && (*account.messages_per_second < 1 || *account.messages_per_second > 1'000'000))
    table.error("messages_per_second", "`messages_per_second` is out of range; expected 1 to 1000000");
  table.finish();
  return account;
}

void read_state(TomlTable& file, Unfinished& unfinished) {
  const auto state = file.required_text("state");
  if (!state) return;
  unfinished.configuration.state = path_in(unfinished.folder, *state);
  const auto folder = unfinished.configuration.state.parent_path();
  std::error_code unknown;
  if (!std::filesystem::is_directory(folder, unknown)) {
    file.error("state",
               fmt::format("the folder {} doesn't exist; expected one that Facteur may write in", folder.string()));
  } else if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    file.error("state", fmt::format("the folder {}", cannot_be_written(folder, errno)));
  } else if (::access(unfinished.configuration.state.c_str(), W_OK) != 0 && errno != ENOENT) {
    file.error("state", cannot_be_written(unfinished.configuration.state, errno));
  }
}

void read_all(TomlTable& file, Unfinished& unfinished) {
  constexpr std::array<std::string_view, 4> levels{"debug", "info", "warning", "error"};
  Configuration& configuration = unfinished.configuration;
  read_state(file, unfinished);
  if (const auto knowledge = file.text("knowledge")) configuration.knowledge = path_in(unfinished.folder, *knowledge);
  configuration.log_level = static_cast<log::Level>(one_of(file, "log", levels).value_or(1));
  if (auto accounts = file.table("telegram")) {
    for (const std::string& name : accounts->keys()) {
      if (auto table = accounts->table(name))
        configuration.telegram.push_back(read_telegram(*table, name, unfinished.folder));
    }
  }
  if (auto accounts = file.table("matrix")) {
    for (const std::string& name : accounts->keys()) {
      if (auto table = accounts->table(name))
        configuration.matrix.push_back(read_matrix(*table, name, {unfinished.folder, configuration.state}));
    }
  }
  if (!file.has("telegram") && !file.has("matrix"))
    file.error("telegram", "the file has no account; expected a table such as [telegram.support]");
  file.finish();
}

}  // namespace

ConfigurationRead read_configuration(const std::filesystem::path& path) {
  ConfigurationRead read;
  const auto table = read_toml(path, {path.string(), largest_file}, read.diagnostics);
  if (!table) return read;
  TomlTable file(*table, path.string(), read.diagnostics);
  Unfinished unfinished{std::filesystem::absolute(path).parent_path(), {}};
  read_all(file, unfinished);
  if (!read.diagnostics.has_errors()) read.configuration = std::move(unfinished.configuration);
  return read;
}

}  // namespace facteur
