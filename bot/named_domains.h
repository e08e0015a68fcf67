// Domains called by their bare names, written apart, or misspelt: "nplus", "quebec internet", "henrietmo".
#pragma once

#include "bot/reading.h"

namespace facteur {

// "quebec internet.net": takes in the words before a name written out, where they make it one of our domains.
void take_words_before(const Reading&, DomainMention&, const Knowledge&);

// Adds them to the reading's domains, unless one of ours is written out already.
void find_named_domains(Reading&, const Knowledge&);

}  // namespace facteur
