// Passwords that people paste into the chat.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace facteur {

// Whether the folded text seems to hold one: words such as "my password is", or an address, and after them something
// that looks like no word.
bool holds_password(std::string_view folded, const Knowledge&);

// Whether it seems to be one, and hardly anything else: what people answer to "the password is refused".
bool is_a_password_alone(std::string_view folded);

}  // namespace facteur
