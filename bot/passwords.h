// Passwords that people paste into the chat.
#pragma once

namespace facteur {

struct Reading;

// Whether the message seems to hold one: words such as "my password is" and, after them, something that looks like no
// word.
bool holds_password(const Reading&);

}  // namespace facteur
