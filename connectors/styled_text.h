// Text with marks (bold, a colour), measured as a terminal shows it and broken into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace facteur {

// What a glyph looks like: any of these together.
using Marks = unsigned;
inline constexpr Marks bold = 1;
inline constexpr Marks italic = 2;
inline constexpr Marks underlined = 4;
inline constexpr Marks coloured = 8;
inline constexpr Marks faint = 16;

// One code point; never a control character but `\n`, which ends a line.
struct Glyph {
  char32_t character = U' ';
  int width = 1;  // columns: 0 for a combining mark, 2 for an ideograph or an emoji
  Marks marks = 0;
  bool operator==(const Glyph&) const = default;
};
using StyledText = std::vector<Glyph>;

// Whether escape sequences (SGR only: colours and the like) may be written.
enum class Escapes { no, yes };

inline constexpr int unwrapped = 0;

// Appends any bytes. Each control character, and each that would turn the direction of what stands around it, becomes
// U+FFFD; spaces that may not be broken stay what they are.
void append(StyledText& styled, std::string_view text, Marks marks);

void append_line_break(StyledText& styled);

// The lines of `styled`, broken at spaces to at most `width` columns. A word that is longer stands alone in its line
// and is not cut, so that an address can be copied. Each line ends without spaces and with every mark switched off.
std::vector<std::string> lines_of(const StyledText& styled, int width, Escapes escapes);

// The columns that `text` takes in a terminal.
int display_width(std::string_view text);

}  // namespace facteur
