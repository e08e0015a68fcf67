// The commands that a chat program offers after a slash, from the language files.
#pragma once

#include "connectors/connector.h"
#include "knowledge/knowledge.h"

namespace facteur {

// For each language its own, the default language first.
Menu menu_of(const Knowledge&);

}  // namespace facteur
