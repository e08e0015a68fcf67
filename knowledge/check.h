// What is legal in the knowledge, but suspicious.
#pragma once

#include "knowledge/diagnostics.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Warns of ports that don't go with their security, connections without encryption, host names a letter away from the protocol's
// usual name (the published page once said "map.secureserver.net"), patterns that match everything or stand twice, words missing in a
// language; and gives the providers' dated notices to whoever runs the check.
void check_knowledge(const Knowledge&, Diagnostics&);

}  // namespace facteur
