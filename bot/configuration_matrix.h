// [matrix.NAME] of facteur.toml.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bot/handling.h"
#include "connectors/secret.h"
#include "knowledge/toml_file.h"

namespace facteur {

enum class Invitations : std::uint8_t { everyone, listed, nobody };

struct MatrixAccount {
  std::string name;        // "matrix.support"
  std::string homeserver;  // an address, or a server's name
  std::string user;        // "@facteur:example.org"
  Secret token;            // or
  Secret password;
  std::filesystem::path session;  // keeps a log-in by password, beside the state file
  Groups groups = Groups::sure;
  std::vector<std::string> agents;  // users
  Invitations invitations = Invitations::everyone;
  std::vector<std::string> invited_by;  // users and servers
  std::string msgtype = "m.notice";
  bool receipts = true;
  std::chrono::minutes grace_direct{15};
  std::chrono::minutes grace_group{5};
  std::optional<std::int64_t> answers_per_minute;  // in a room
};

struct MatrixPaths {
  std::filesystem::path folder;  // of the configuration
  std::filesystem::path state;
};

MatrixAccount read_matrix(TomlTable& table, const std::string& name, const MatrixPaths& paths);

}  // namespace facteur
