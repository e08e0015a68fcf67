// facteur.toml, read and checked: config/facteur.example.toml documents every key.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bot/configuration_matrix.h"
#include "bot/handling.h"
#include "bot/log.h"
#include "connectors/secret.h"
#include "knowledge/diagnostics.h"

namespace facteur {

// [telegram.NAME]
struct TelegramAccount {
  std::string name;  // "telegram.support"
  Secret token;
  std::string api = "https://api.telegram.org";
  Groups groups = Groups::sure;
  std::vector<std::int64_t> agents;
  bool ephemeral = false;
  bool rich = true;
  std::optional<std::int64_t> messages_per_second;  // of the whole account
};

struct Configuration {
  std::filesystem::path state;
  std::filesystem::path knowledge;  // empty: the installed one
  log::Level log_level = log::Level::info;
  std::vector<TelegramAccount> telegram;
  std::vector<MatrixAccount> matrix;
};

struct ConfigurationRead {
  std::optional<Configuration> configuration;  // nothing when there was an error
  Diagnostics diagnostics;
};

ConfigurationRead read_configuration(const std::filesystem::path&);

}  // namespace facteur
