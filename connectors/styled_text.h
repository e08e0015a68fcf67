// Text with marks (bold, a colour), measured as a terminal shows it and broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace facteur {

// What a piece of text looks like: any of these together.
using Marks = unsigned;
inline constexpr Marks bold = 1;
inline constexpr Marks italic = 2;
inline constexpr Marks underlined = 4;
inline constexpr Marks coloured = 8;
inline constexpr Marks faint = 16;

// Grows by the functions below, so that `text` is valid UTF-8 without control characters but `\n`, which ends a line.
struct StyledText {
  struct Run {
    std::size_t end;  // in `text`; it begins where the run before it ends
    Marks marks;
  };
  struct Line {
    std::size_t begin;  // in `text`
    std::size_t end;
  };
  std::string text;
  std::vector<Run> runs;
  std::vector<Line> lines;  // as break_lines() left them
};

// Whether escape sequences (SGR only: colours and the like) may be written.
enum class Escapes { no, yes };

inline constexpr int unwrapped = 0;

// Keeps the memory.
void clear(StyledText& styled);

// Appends any bytes. Each control character, and each that would turn the direction of what stands around it, becomes
// U+FFFD; spaces that may not be broken stay what they are.
void append(StyledText& styled, std::string_view text, Marks marks);

void append_line_break(StyledText& styled);

// Breaks the text at spaces into lines of at most `width` columns. A word that is longer stands alone in its line and
// is not cut, so that an address can be copied. Each line ends without spaces.
void break_lines(StyledText& styled, int width);

// Appends `line` to `into`, with every mark switched off at its end.
void write_line(std::string& into, const StyledText& styled, StyledText::Line line, Escapes escapes);

// The columns that `text` takes in a terminal: none for a combining mark, two for an ideograph or an emoji.
int display_width(std::string_view text);

}  // namespace facteur
