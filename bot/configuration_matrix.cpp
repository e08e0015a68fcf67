#include "bot/configuration_matrix.h"

#include <fmt/format.h>

#include <array>

#include "bot/configuration_keys.h"

namespace facteur {
namespace {

bool is_user(std::string_view text) {
  return text.starts_with('@') && text.find(':') != std::string_view::npos && text.size() <= 255;
}

std::vector<std::string> read_users(TomlTable& table, std::string_view key, bool or_servers) {
  std::vector<std::string> users;
  for (LinedText& each : table.texts(key)) {
    const bool server = or_servers && !each.text.empty() && !each.text.starts_with('@');
    if (!server && !is_user(each.text))
      table.error(key, fmt::format("`{}` holds \"{}\"; expected users such as \"@lea:example.org\"{}", key,
                                   shown(each.text), or_servers ? " and servers such as \"example.org\"" : ""));
    users.push_back(std::move(each.text));
  }
  return users;
}

std::chrono::minutes read_minutes(TomlTable& table, std::string_view key, std::chrono::minutes usual) {
  constexpr std::int64_t most = std::chrono::minutes(std::chrono::hours(24)).count();
  const auto minutes = table.integer(key);
  if (!minutes) return usual;
  if (*minutes < 0 || *minutes > most)
    table.error(key, fmt::format("`{}` is out of range; expected 0 to {}", key, most));
  return std::chrono::minutes(*minutes);
}

void read_access(TomlTable& table, MatrixAccount& account, const MatrixPaths& paths) {
  account.homeserver = table.text("homeserver").value_or("");
  account.user = table.text("user").value_or("");
  if (!account.user.empty() && !is_user(account.user))
    table.error("user",
                fmt::format("`user` is \"{}\"; expected one such as \"@facteur:example.org\"", shown(account.user)));
  if (account.homeserver.empty() && account.user.empty())
    table.error(
        "homeserver",
        fmt::format("[{}] has no `homeserver`; expected one such as \"https://matrix.example.org\"", table.name()));
  const bool by_password = has_secret(table, "password");
  if (by_password && has_secret(table, "token"))
    table.error("password_file", "a password beside a token; expected one of them");
  if (by_password && account.user.empty()) table.error("user", "a password without `user`; expected both");
  if (by_password)
    account.password = read_secret(table, "password", paths.folder);
  else
    account.token = read_secret(table, "token", paths.folder);
  account.session = paths.state;
  account.session += "." + account.name + ".login";
}

}  // namespace

MatrixAccount read_matrix(TomlTable& table, const std::string& name, const MatrixPaths& paths) {
  constexpr std::array<std::string_view, 3> policies{"everyone", "listed", "nobody"};
  constexpr std::array<std::string_view, 2> msgtypes{"m.notice", "m.text"};
  MatrixAccount account;
  account.name = "matrix." + name;
  read_access(table, account, paths);
  account.groups = read_groups(table);
  account.agents = read_users(table, "agents", false);
  account.invitations = static_cast<Invitations>(one_of(table, "invitations", policies).value_or(0));
  account.invited_by = read_users(table, "invited_by", true);
  account.msgtype = msgtypes.at(one_of(table, "msgtype", msgtypes).value_or(0));
  account.receipts = table.boolean("receipts").value_or(account.receipts);
  account.grace_direct = read_minutes(table, "grace_direct_minutes", account.grace_direct);
  account.grace_group = read_minutes(table, "grace_group_minutes", account.grace_group);
  account.answers_per_minute = table.integer("answers_per_minute");
  if (account.answers_per_minute && (*account.answers_per_minute < 1 || *account.answers_per_minute > 1'000'000))
    table.error("answers_per_minute", "`answers_per_minute` is out of range; expected 1 to 1000000");
  table.finish();
  return account;
}

}  // namespace facteur
