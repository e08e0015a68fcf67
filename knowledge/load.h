// Loading knowledge from a folder of TOML files: all or nothing, with every error listed.
#pragma once

#include <filesystem>
#include <memory>

#include "knowledge/diagnostics.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct Loaded {
  std::shared_ptr<const Knowledge> knowledge;  // null when there was an error
  Diagnostics diagnostics;                     // errors, and warnings of what was passed over
};

// Reads `base`/{languages,concepts,guides,problems,providers}/*.toml and `base`/addresses.toml. Never throws for what
// the files hold; throws std::bad_alloc when memory runs out.
Loaded load_knowledge(const std::filesystem::path& base);

}  // namespace facteur
