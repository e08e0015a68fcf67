// A reply as a terminal shows it, or as plain text for a pipe.
#pragma once

#include <string>

#include "connectors/markdown.h"
#include "connectors/styled_text.h"

namespace facteur {

struct TerminalStyle {
  Escapes escapes = Escapes::no;
  int width = unwrapped;  // columns; what is nested deeper than they allow runs over
  bool operator==(const TerminalStyle&) const = default;
};

// For a pipe or a file: no escape sequences, a paragraph is one line. Also fit as the plain twin of an HTML message.
inline constexpr TerminalStyle plain_style{};

constexpr TerminalStyle ansi_style(int width) { return {Escapes::yes, width}; }

// A Renderer (connectors/renderer.h) once the style is bound. The words of a link stand before its address, in
// parentheses, unless they are the address. Code is never broken, nor indented by spaces that copying would catch in
// plain style. The only control characters in the result are \n and, with `Escapes::yes`, SGR sequences (ESC [ … m)
// that no text can forge; each line switches off what it switched on.
std::string render_terminal(const markdown::Document& document, TerminalStyle style);

}  // namespace facteur
