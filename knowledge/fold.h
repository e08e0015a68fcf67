// Folding: the one form in which text is compared. Patterns are written against it.
#pragma once

#include <string>
#include <string_view>

namespace facteur {

// `text` in lower case, without accents, compatibility forms resolved (Unicode NFKD, case folded, marks stripped),
// ligatures such as "œ" spelt out, every apostrophe, hyphen and Unicode space one ordinary space, runs of spaces one,
// none at either end, invisible characters (zero-width, bidirectional controls) gone. A line break becomes '\n', which
// separates sentences. Invalid UTF-8 and NUL become a space. The result is valid UTF-8 and folding it again changes
// nothing.
std::string fold(std::string_view text);

// The same, into `folded`, whose storage is used again.
void fold(std::string_view text, std::string& folded);

}  // namespace facteur
