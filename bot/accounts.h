// From the configuration to connectors: the one place that knows which platforms there are.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bot/configuration.h"
#include "bot/handling.h"
#include "connectors/connector.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct Account {
  std::string name;  // "telegram.support"
  Groups groups = Groups::sure;
  std::unique_ptr<Connector> connector;
};

// `knowledge` gives the commands that the platforms' menus offer.
std::vector<Account> make_accounts(const Configuration&, const Knowledge& knowledge);

}  // namespace facteur
