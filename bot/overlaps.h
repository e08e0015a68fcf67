// Finds that lie within one another.
#pragma once

#include "bot/reading.h"

namespace facteur {

// Leaves of the reading's finds, in order of place, those that count: what a decoy or a longer find of the same kind
// covers does not, nor a word of another language's grammar or of a domain's name, nor the same find twice.
void drop_void_spots(Reading&, const Knowledge&);

}  // namespace facteur
