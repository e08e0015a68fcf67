// Any bytes as a reply: parsed, then rendered for the terminal in both styles at several widths.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "connectors/terminal_renderer.h"

namespace {

[[noreturn]] void broken(std::string_view promise) {
  std::cerr << "broken promise: " << promise << '\n';
  std::abort();
}

// The bytes that are neither a newline nor part of a character that can be seen.
bool has_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
    bool eight_bit = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (eight_bit) return true;
  }
  return false;
}

// `text` without the escape sequences that the renderer may write: ESC [ digits m.
std::string without_marks(std::string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\x1b[") {
      std::size_t end = text.find_first_not_of("0123456789", at + 2);
      if (end == std::string_view::npos || text[end] != 'm') broken("each escape sequence is a mark");
      at = end;
    } else {
      rest += text[at];
    }
  }
  return rest;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  facteur::markdown::Document document = facteur::markdown::parse(text);
  if (document != facteur::markdown::parse(text)) broken("the same text is the same document");
  for (int width : {facteur::unwrapped, 1, 20, 80}) {
    std::string plain = facteur::render_terminal(document, {facteur::Escapes::no, width});
    if (has_control(plain)) broken("plain text has no control characters");
    std::string coloured_text = facteur::render_terminal(document, facteur::ansi_style(width));
    if (has_control(without_marks(coloured_text))) broken("a text can't forge an escape sequence");
  }
  return 0;
}
