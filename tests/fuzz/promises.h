// What the fuzz targets share: how a broken promise ends the run, and the knowledge that Facteur ships with.
#pragma once

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "connectors/clean_text.h"
#include "knowledge/load.h"

namespace facteur::fuzz {

[[noreturn]] inline void broken(std::string_view promise) {
  std::cerr << "broken promise: " << promise << '\n';
  std::abort();
}

inline void hold(bool kept, std::string_view promise) {
  if (!kept) broken(promise);
}

// Valid UTF-8 in which no control character stands but tabs and newlines.
inline bool is_clean(std::string_view text) { return clean_text(text) == text; }

inline const Knowledge& base_knowledge() {
  static const std::shared_ptr<const Knowledge> knowledge =
      load_knowledge(FACTEUR_SOURCE_DIR "/knowledge/base").knowledge;
  hold(knowledge != nullptr, "knowledge/base loads");
  return *knowledge;
}

}  // namespace facteur::fuzz
