// Misspelt keywords.
#pragma once

#include "bot/reading.h"

namespace facteur {

// Puts right, in the reading's text, each unknown word that no find covers and that is one slip from a keyword, or that
// was written together with an elided word before it ("denvoyer"). Says whether there was any: then everything is to be
// found anew.
bool mend_spelling(Reading&, const Knowledge&);

}  // namespace facteur
