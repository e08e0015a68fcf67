// Why Facteur understood a message as it did, for an agent who wants to mend the right file.
#pragma once

#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace facteur {

// Plain text of several lines: how the message was read, each word with the meaning, file, line and pattern it was
// found by, the weight of each intent, and what came out.
std::string explain(std::string_view text, const Knowledge&);

}  // namespace facteur
