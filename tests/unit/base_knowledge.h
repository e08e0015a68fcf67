// The knowledge that Facteur ships with, loaded once for all tests that need it.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bot/assistant.h"
#include "knowledge/knowledge.h"
#include "knowledge/load.h"

namespace facteur::test {

inline const Knowledge& base_knowledge() {
  static const std::shared_ptr<const Knowledge> knowledge = [] {
    const Loaded loaded = load_knowledge(FACTEUR_SOURCE_DIR "/knowledge/base");
    std::string errors;
    for (const Diagnostic& each : loaded.diagnostics.all()) {
      if (each.severity == Severity::error) errors += to_string(each) + "\n";
    }
    if (!loaded.knowledge) throw std::runtime_error("knowledge/base does not load:\n" + errors);
    return loaded.knowledge;
  }();
  return *knowledge;
}

inline LanguageId language(std::string_view id) {
  const auto& languages = base_knowledge().languages;
  for (std::size_t each = 0; each < languages.size(); ++each) {
    if (languages[each].id == id) return static_cast<LanguageId>(each);
  }
  throw std::runtime_error("knowledge/base has no language " + std::string(id));
}

// The first thing said in a direct chat.
inline Outcome ask(std::string_view text) { return respond({std::string(text)}, {}, Time{}, base_knowledge()); }

}  // namespace facteur::test
