#include "bot/reloading.h"

#include <fmt/format.h>

#include <system_error>

#include "bot/log.h"
#include "knowledge/load.h"

namespace facteur {

Reloading::Reloading(std::filesystem::path folder, CurrentKnowledge& knowledge)
    : folder_(std::move(folder)), knowledge_(knowledge), last_(state()) {}

Reloading::State Reloading::state() const {
  State state;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator file(folder_, error), end; !error && file != end;
       file.increment(error)) {
    if (file->path().extension() != ".toml") continue;
    std::error_code gone;
    const auto time = file->last_write_time(gone);
    const auto size = gone ? 0 : file->file_size(gone);
    if (!gone) state.emplace(file->path(), std::pair{time, size});
  }
  return state;
}

void Reloading::reload() {
  last_ = state();
  const Loaded loaded = load_knowledge(folder_);
  if (loaded.knowledge) {
    knowledge_.set(loaded.knowledge);
    log::info(fmt::format("knowledge read again: {} domains", loaded.knowledge->domains.size()));
    return;
  }
  for (const Diagnostic& each : loaded.diagnostics.all()) {
    if (each.severity == Severity::error) log::error(to_string(each));
  }
  log::error(fmt::format("the knowledge in {} has errors, so the old one stays in use", folder_.string()));
}

void Reloading::reload_if_changed() {
  if (state() != last_) reload();
}

}  // namespace facteur
