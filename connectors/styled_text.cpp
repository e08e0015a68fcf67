#include "connectors/styled_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace facteur {
namespace {

constexpr char32_t replacement = U'\uFFFD';

// Embeddings, overrides and isolates: they could make an address read as another one.
bool turns_direction(char32_t character) {
  return (character >= U'\u202A' && character <= U'\u202E') || (character >= U'\u2066' && character <= U'\u2069');
}

char32_t shown(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return character == '\t' ? U' ' : replacement;
    default:
      return turns_direction(static_cast<char32_t>(character)) ? replacement : static_cast<char32_t>(character);
  }
}

void append_utf8(std::string& text, char32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
  text.append(bytes.begin(), bytes.begin() + size);
}

// ECMA-48, "select graphic rendition". What was on is switched off first, as terminals differ on switching off one
// mark.
std::string switch_marks(Marks from, Marks to) {
  constexpr auto codes = std::to_array<std::pair<Marks, std::string_view>>(
      {{bold, "1"}, {faint, "2"}, {italic, "3"}, {underlined, "4"}, {coloured, "36"}});
  std::string escapes;
  Marks missing = to;
  if ((from & ~to) != 0) {
    escapes += "\x1b[0m";
  } else {
    missing = to & ~from;
  }
  for (auto [mark, code] : codes) {
    if ((missing & mark) != 0) escapes.append("\x1b[").append(code).append("m");
  }
  return escapes;
}

using Position = StyledText::const_iterator;

std::string line_of(Position begin, Position end, Escapes escapes) {
  while (begin != end && std::prev(end)->character == U' ') --end;
  std::string line;
  Marks marks = 0;
  for (; begin != end; ++begin) {
    if (escapes == Escapes::yes) line += switch_marks(std::exchange(marks, begin->marks), begin->marks);
    append_utf8(line, begin->character);
  }
  return line + switch_marks(marks, 0);
}

// Where the line that starts at `begin` ends: at a line break, at the last space that leaves it narrow enough, or at
// `end`.
Position line_end(Position begin, Position end, int width) {
  auto space = end;
  int used = 0;
  bool word_begun = false;
  for (auto at = begin; at != end; ++at) {
    if (at->character == U'\n') return at;
    if (at->character == U' ') {
      if (word_begun) space = at;
    } else {
      word_begun = true;
    }
    used += at->width;
    if (width != unwrapped && used > width && space != end) return space;
  }
  return end;
}

}  // namespace

void append(StyledText& styled, std::string_view text, Marks marks) {
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &character);
    char32_t glyph = size > 0 ? shown(character) : replacement;
    styled.push_back({glyph, utf8proc_charwidth(static_cast<utf8proc_int32_t>(glyph)), marks});
    text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 1)));
  }
}

void append_line_break(StyledText& styled) { styled.push_back({U'\n', 0, 0}); }

std::vector<std::string> lines_of(const StyledText& styled, int width, Escapes escapes) {
  std::vector<std::string> lines;
  auto begin = styled.begin();
  while (true) {
    auto end = line_end(begin, styled.end(), width);
    lines.push_back(line_of(begin, end, escapes));
    begin = std::find_if(end, styled.end(), [](const Glyph& glyph) { return glyph.character != U' '; });
    if (begin == styled.end()) return lines;
    if (begin->character == U'\n') ++begin;
  }
}

int display_width(std::string_view text) {
  StyledText styled;
  append(styled, text, 0);
  int width = 0;
  for (const Glyph& glyph : styled) width += glyph.width;
  return width;
}

}  // namespace facteur
