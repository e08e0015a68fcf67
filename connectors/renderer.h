// What every dialect's renderer is: one pure function of a document, and the judgements that they all share.
#pragma once

#include <functional>
#include <string>

#include "connectors/markdown.h"

namespace facteur {

// A renderer turns any document into a string of its dialect (terminal text, Telegram's HTML, Matrix's HTML) and
// promises:
//  - no input or output, no clock, the same document gives the same string;
//  - no text and no link target of the document is missing from it; what the dialect has no shape for becomes text;
//  - text stays text: nothing in a document, parsed or built by hand, can become the dialect's markup (a tag, an
//    escape sequence).
// The string has no newline at its end.
using Renderer = std::function<std::string(const markdown::Document&)>;

// The words of `content` without their marks.
std::string plain_text(const markdown::Inlines& content);

// Whether the link's words already are its address (`<https://example.org>`, `<help@example.org>`), so that a dialect
// that cannot hide an address need not show it twice.
bool shows_target(const markdown::Link& link);

}  // namespace facteur
