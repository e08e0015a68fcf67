#include "bot/accounts.h"

#include <utility>

#include "bot/answer.h"
#include "bot/menu.h"
#include "connectors/matrix.h"
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

// In every language, as nobody has said anything yet: the default one first.
std::string in_all_languages(Phrase phrase, const Knowledge& knowledge) {
  std::string text = say(phrase, knowledge.default_language(), knowledge).text;
  for (std::size_t each = 0; each < knowledge.languages.size(); ++each) {
    const auto language = static_cast<LanguageId>(each);
    if (language != knowledge.default_language()) text += "\n\n" + say(phrase, language, knowledge).text;
  }
  return text;
}

std::unique_ptr<Connector> make_connector(const MatrixAccount& account, const Knowledge& knowledge) {
  using Whose = MatrixInvitationPolicy::Whose;
  MatrixSettings settings;
  settings.access = {.homeserver = account.homeserver,
                     .user = account.user,
                     .token = account.token,
                     .password = account.password,
                     .session = account.session};
  settings.agents = account.agents;
  settings.invitations = {account.invitations == Invitations::everyone ? Whose::everyone
                          : account.invitations == Invitations::listed ? Whose::listed
                                                                       : Whose::nobody,
                          account.invited_by};
  settings.forms = {account.msgtype, account.receipts};
  settings.texts = {in_all_languages(Phrase::encrypted_invitation, knowledge),
                    in_all_languages(Phrase::turned_encrypted, knowledge)};
  settings.grace = {account.grace_direct, account.grace_group};
  if (account.answers_per_minute) {
    const auto most = static_cast<double>(*account.answers_per_minute);
    settings.room = {.per_second = most / 60, .burst = most};
  }
  return std::make_unique<MatrixConnector>(std::move(settings));
}

}  // namespace

std::vector<Account> make_accounts(const Configuration& configuration, const Knowledge& knowledge) {
  const Menu menu = menu_of(knowledge);
  std::vector<Account> accounts;
  for (const TelegramAccount& each : configuration.telegram) {
    if (auto connector = make_connector(each, menu)) accounts.push_back({each.name, each.groups, std::move(connector)});
  }
  for (const MatrixAccount& each : configuration.matrix)
    accounts.push_back({each.name, each.groups, make_connector(each, knowledge)});
  return accounts;
}

}  // namespace facteur
