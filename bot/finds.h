// Where the knowledge's patterns occur in a reading: single words, phrases, and what is more than words.
#pragma once

#include <cstddef>

#include "bot/reading.h"

namespace facteur {

// Looks the token's word up, as it stands in the text now.
void know_word(Reading&, std::size_t token, const Knowledge&);

// Puts every find into the reading's spots, in place of what is there. REQUIRES: the words are known.
void find_all(Reading&, const Knowledge&);

}  // namespace facteur
