#include "connectors/styled_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "connectors/utf8.h"

namespace facteur {
namespace {

// Unicode's Cc, Zl and Zp, then embeddings, overrides and isolates: they could make an address read as another one.
bool commands(char32_t character) {
  return character < U' ' || (character >= U'\x7F' && character < U'\u00A0') ||
         (character >= U'\u2028' && character <= U'\u202E') || (character >= U'\u2066' && character <= U'\u2069');
}

void append_shown(std::string& into, std::string_view text) {
  append_replacing(into, text, [](char32_t character, std::string_view /*rest*/) {
    if (character == U'\t') return std::optional<std::string_view>(" ");
    return commands(character) ? std::optional(replacement_character) : std::nullopt;
  });
}

void mark_new(StyledText& styled, Marks marks) {
  if (!styled.runs.empty() && styled.runs.back().marks == marks) {
    styled.runs.back().end = styled.text.size();
  } else {
    styled.runs.push_back({styled.text.size(), marks});
  }
}

// ECMA-48, "select graphic rendition". What was on is switched off first, as terminals differ on switching off one
// mark.
void switch_marks(std::string& into, Marks from, Marks to) {
  constexpr auto codes = std::to_array<std::pair<Marks, std::string_view>>(
      {{bold, "\x1b[1m"}, {faint, "\x1b[2m"}, {italic, "\x1b[3m"}, {underlined, "\x1b[4m"}, {coloured, "\x1b[36m"}});
  const bool off = (from & ~to) != 0;
  const Marks missing = off ? to : to & ~from;
  if (off) into += "\x1b[0m";
  for (auto [mark, code] : codes) {
    if ((missing & mark) != 0) into += code;
  }
}

int width_of(const Character& character) {
  return *character.code < 0x80 ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(*character.code));
}

// Where the line that starts at `begin` ends: at a line break, at the last space that leaves it narrow enough, or at
// the text's end.
std::size_t line_end(std::string_view text, std::size_t begin, int width) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  if (width == unwrapped) return end;
  std::size_t space = end;
  int used = 0;
  bool word_begun = false;
  for (std::size_t at = begin; at < end;) {
    if (text[at] != ' ') {
      word_begun = true;
    } else if (word_begun) {
      space = at;
    }
    const Character character = first_character(text.substr(at));
    used += width_of(character);
    if (used > width && space != end) return space;
    at += character.bytes;
  }
  return end;
}

}  // namespace

void clear(StyledText& styled) {
  styled.text.clear();
  styled.runs.clear();
}

void append(StyledText& styled, std::string_view text, Marks marks) {
  if (text.empty()) return;  // an empty run would show as marks around nothing
  append_shown(styled.text, text);
  mark_new(styled, marks);
}

void append_line_break(StyledText& styled) {
  styled.text += '\n';
  mark_new(styled, 0);
}

void break_lines(StyledText& styled, int width) {
  const std::string_view text = styled.text;
  styled.lines.clear();
  for (std::size_t begin = 0;;) {
    const std::size_t end = line_end(text, begin, width);
    const std::size_t last = text.substr(begin, end - begin).find_last_not_of(' ');
    styled.lines.push_back({begin, last == std::string_view::npos ? begin : begin + last + 1});
    begin = text.find_first_not_of(' ', end);
    if (begin == std::string_view::npos) return;
    if (text[begin] == '\n') ++begin;
  }
}

void write_line(std::string& into, const StyledText& styled, StyledText::Line line, Escapes escapes) {
  if (escapes == Escapes::no) {
    into.append(styled.text, line.begin, line.end - line.begin);
    return;
  }
  auto run = std::ranges::upper_bound(styled.runs, line.begin, {}, &StyledText::Run::end);
  Marks marks = 0;
  for (std::size_t at = line.begin; at < line.end; ++run) {
    switch_marks(into, std::exchange(marks, run->marks), run->marks);
    const std::size_t end = std::min(run->end, line.end);
    into.append(styled.text, at, end - at);
    at = end;
  }
  switch_marks(into, marks, 0);
}

int display_width(std::string_view text) {
  std::string shown;
  append_shown(shown, text);
  int width = 0;
  for (std::string_view rest = shown; !rest.empty();) {
    const Character character = first_character(rest);
    width += width_of(character);
    rest.remove_prefix(character.bytes);
  }
  return width;
}

}  // namespace facteur
