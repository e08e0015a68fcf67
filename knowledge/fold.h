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

// Of folded text, where most is ASCII.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

}  // namespace facteur
