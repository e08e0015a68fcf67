// Keeps the knowledge as its files are: read again when they change, or when somebody says so. A reload with errors
// keeps what there was.
#pragma once

#include <filesystem>

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
  // The latest time that a file was changed at, and how many there are.
  struct State {
    std::filesystem::file_time_type latest{};
    std::size_t files = 0;
    bool operator==(const State&) const = default;
  };
  State state() const;

  std::filesystem::path folder_;
  CurrentKnowledge& knowledge_;
  State last_;
};

}  // namespace facteur
