// What is legal in the knowledge, but suspicious.
#pragma once

#include "knowledge/diagnostics.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Warns of what the three below find, and gives the providers' dated notices to whoever runs the check.
void check_knowledge(const Knowledge&, Diagnostics&);

// Ports that don't go with their security, connections without encryption, host names a letter away from the protocol's
// usual name (the published page once said "map.secureserver.net") or named for another protocol.
void check_servers(const Provider&, const Knowledge&, Diagnostics&);

// Topics and notices without words in one of the languages, topics without examples.
void check_words(const Knowledge&, Diagnostics&);

// Patterns that match everything or stand twice; cues that nobody uses, that a language lacks, or that hide a topic.
void check_patterns(const Knowledge&, Diagnostics&);

}  // namespace facteur
