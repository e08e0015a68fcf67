// What makes text from anywhere safe to put into a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace facteur {

// `text` as valid UTF-8: U+FFFD for each byte that is not UTF-8 and for each control character except tab and newline;
// \r\n and \r become \n.
std::string clean_text(std::string_view text);

// What `&amp;`, `&#233;` or `&#xE9;` stands for; an unknown name stands for itself. Never a control character.
std::string decode_entity(std::string_view entity);

// `address` as a link's target if it is one that a customer may follow (https, http, mailto; at most 2048 bytes), with
// whatever RFC 3986 does not allow in it percent-encoded.
std::optional<std::string> clean_target(std::string_view address);

}  // namespace facteur
