// Why a file can't be written, and what an operator can do about it: one sentence for each kind of trouble.
#pragma once

#include <filesystem>

namespace facteur {

// "/var/lib/facteur/facteur.db can't be written (Read-only file system): …". `error` as in errno; 0 where it isn't
// known.
std::string cannot_be_written(const std::filesystem::path&, int error);

}  // namespace facteur
