// Which language a message is in.
#pragma once

#include <optional>

#include "knowledge/knowledge.h"

namespace facteur {

struct Reading;

// The language with the most telling words: function words count, and so do the patterns found that only one language
// has. Nothing when none leads.
std::optional<LanguageId> language_of(const Reading&, const Knowledge&);

}  // namespace facteur
