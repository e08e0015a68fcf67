// The layout of the state file, and what an operator is told who has one that can't be used.
#pragma once

#include <filesystem>

#include "bot/database.h"

namespace facteur {

// Lays out a new file. Throws std::runtime_error where another version of Facteur laid it out.
void make_or_check_schema(Database&, const std::filesystem::path&);

// Throws std::runtime_error that also says what to do.
[[noreturn]] void give_up(const DatabaseError&, const std::filesystem::path&);

}  // namespace facteur
