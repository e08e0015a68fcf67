#include "bot/accounts.h"

#include <utility>

#include "bot/menu.h"

namespace facteur {
namespace {

// A platform that Facteur can serve: TelegramConnector, from a TelegramAccount and the menu. Matrix comes here too.
std::unique_ptr<Connector> make_connector(const TelegramAccount& /*account*/, const Menu& /*menu*/) { return nullptr; }

}  // namespace

std::vector<Account> make_accounts(const Configuration& configuration, const Knowledge& knowledge) {
  const Menu menu = menu_of(knowledge);
  std::vector<Account> accounts;
  for (const TelegramAccount& each : configuration.telegram) {
    if (auto connector = make_connector(each, menu)) accounts.push_back({each.name, each.groups, std::move(connector)});
  }
  return accounts;
}

}  // namespace facteur
