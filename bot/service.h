// `facteur run`: every account polled, everything sent, until a signal ends it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "bot/accounts.h"
#include "bot/log.h"
#include "bot/store.h"
#include "bot/supervisor.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct ServiceSettings {
  const Supervisor& supervisor;     // made before anything was loaded: what it was told meanwhile counts
  std::filesystem::path knowledge;  // the folder
  StoreSettings store;
  std::function<std::optional<log::Level>()> log_level;  // read again on SIGHUP; nothing: it stays
};

enum class Ended { asked_to, nothing_left };  // nothing_left: no account is served any more; the log says why

// Throws std::runtime_error when it can't start.
Ended serve(const ServiceSettings&, std::shared_ptr<const Knowledge>, std::vector<Account>);

}  // namespace facteur
