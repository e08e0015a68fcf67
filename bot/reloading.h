// Keeps the knowledge as its files are: read again when they change, or when somebody says so. A reload with errors
// keeps what there was.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <utility>

#include "bot/current_knowledge.h"

namespace facteur {

class Reloading {
 public:
  Reloading(std::filesystem::path folder, CurrentKnowledge&);

  // Reads the files again, and says how that went in the log.
  void reload();
  // Does so where one was changed, added or removed since.
  void reload_if_changed();

 private:
  // Which files there are, when each was changed and how long it is.
  using State = std::map<std::filesystem::path, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;
  State state() const;

  std::filesystem::path folder_;
  CurrentKnowledge& knowledge_;
  State last_;
};

}  // namespace facteur
