// Domains called by their bare names, written apart, or misspelt: "nplus", "quebec internet", "henrietmo".
#pragma once

#include "bot/reading.h"

namespace facteur {

// "quebec internet.net": takes in the words before a name written out, where they make it one of our domains.
void take_words_before(const Reading&, DomainMention&, const Knowledge&);

// Adds them to the reading's domains, unless one of ours is written out already.
void find_named_domains(Reading&, const Knowledge&);

// With so few domains they are listed to choose from, in their order.
inline constexpr std::size_t most_listed = 8;

// After they were listed: "henri", "pour henri", "2". Adds the one that is chosen to the reading's domains, where the
// message says hardly anything else and names none.
void take_choice(Reading&, const Knowledge&);

}  // namespace facteur
