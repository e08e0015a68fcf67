// What somebody typed in a Matrix room: whether it is meant for this account, and what is left to understand then.
#pragma once

#include <string>
#include <string_view>

namespace facteur {

// Whom the events of an account are for.
struct MatrixReader {
  std::string user;          // its own id: "@facteur:example.org"
  std::string display_name;  // may be empty
  bool operator==(const MatrixReader&) const = default;
};

struct MatrixSaid {
  std::string text;
  bool calls_us = false;  // our name or "!facteur" at the start, or a command
  bool operator==(const MatrixSaid&) const = default;
};

// A message's `body`, any bytes. "Facteur: …", "@facteur …", "!facteur …" lose the name; "!settings nplus.ca" becomes
// "/settings nplus.ca", the form that commands have everywhere in the house (Matrix's clients keep "/…" for
// themselves).
MatrixSaid read_matrix_said(std::string_view body, const MatrixReader& reader);

// `body` without the quotation that older clients put before a reply (client-server API v1.12, section 11.27.3.1).
std::string_view without_reply_fallback(std::string_view body);

// "facteur" of "@facteur:example.org".
std::string_view matrix_localpart(std::string_view user);
// "example.org" of it, with its port; empty where the id has none.
std::string_view matrix_server(std::string_view user);

}  // namespace facteur
