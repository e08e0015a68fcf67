#include "bot/accounts.h"

#include <utility>

#include "bot/menu.h"
#include "connectors/telegram.h"

namespace facteur {
namespace {

std::unique_ptr<Connector> make_connector(const TelegramAccount& account, const Menu& menu) {
  TelegramSettings settings{.api = account.api,
                            .token = account.token,
                            .agents = account.agents,
                            .ephemeral = account.ephemeral,
                            .rich = account.rich,
                            .menu = menu};
  if (account.messages_per_second) {
    const auto most = static_cast<double>(*account.messages_per_second);
    settings.account = {.per_second = most, .burst = most};
  }
  return std::make_unique<TelegramConnector>(std::move(settings));
}

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
