#include "knowledge/fold.h"

#include <utf8proc.h>

#include <array>
#include <cstdint>

namespace facteur {
namespace {

// What an ASCII byte folds to; 0 for a byte that starts or continues a longer sequence.
constexpr std::array<char, 256> ascii_folds = [] {
  std::array<char, 256> folds{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    char to = static_cast<char>(byte);
    if (byte >= 'A' && byte <= 'Z') to = static_cast<char>(byte - 'A' + 'a');
    if (byte < ' ' || byte == 127 || to == '\'' || to == '-' || to == '`') to = ' ';
    if (byte == '\n' || byte == '\v' || byte == '\f' || byte == '\r') to = '\n';
    folds[byte] = to;
  }
  return folds;
}();

constexpr utf8proc_int32_t next_line = 0x85;  // a line break, though Unicode calls it a control character

constexpr bool is_between(utf8proc_int32_t point, utf8proc_int32_t first, utf8proc_int32_t last) {
  return point >= first && point <= last;
}

void append_character(char character, std::string& folded) {
  const bool blank = character == ' ' || character == '\n';
  if (!blank) {
    folded.push_back(character);
    return;
  }
  if (folded.empty()) return;
  char& last = folded.back();
  if (last == ' ' || last == '\n') {
    if (character == '\n') last = '\n';
    return;
  }
  folded.push_back(character);
}

void append_point(utf8proc_int32_t point, std::string& folded) {
  if (point == 0x153 || point == 0x152) {
    folded += "oe";
    return;
  }
  if (point == 0xE6 || point == 0xC6) {
    folded += "ae";
    return;
  }
  if (point < 128) {
    append_character(ascii_folds[static_cast<std::size_t>(point)], folded);
    return;
  }
  // Apostrophes and primes, hyphens and dashes: people type any of them, or none.
  const bool apostrophe = is_between(point, 0x2018, 0x201B) || point == 0x2B9 || point == 0x2BC || point == 0x2032 ||
                          point == 0xB4 || point == 0x55A;
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_PD:
      append_character(' ', folded);
      return;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      append_character('\n', folded);
      return;
    case UTF8PROC_CATEGORY_CC:
      append_character(point == next_line ? '\n' : ' ', folded);
      return;
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return;
    default:
      break;
  }
  if (apostrophe) {
    append_character(' ', folded);
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(point, bytes.data());
  for (utf8proc_ssize_t i = 0; i < length; ++i) folded.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
}

// Decomposes the code point and appends what is left of it. Returns how many bytes it took.
std::size_t append_sequence(const utf8proc_uint8_t* bytes, std::size_t left, std::string& folded) {
  utf8proc_int32_t point = 0;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(left), &point);
  if (length <= 0) {
    append_character(' ', folded);
    return 1;
  }
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  std::array<utf8proc_int32_t, 32> points{};
  int boundary = 0;
  const auto count = utf8proc_decompose_char(point, points.data(), points.size(), options, &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(points.size()); ++i) {
    append_point(points[static_cast<std::size_t>(i)], folded);
  }
  return static_cast<std::size_t>(length);
}

}  // namespace

void fold(std::string_view text, std::string& folded) {
  folded.clear();
  folded.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());  // utf8proc reads unsigned bytes
  for (std::size_t at = 0; at < text.size();) {
    const char ascii = ascii_folds[bytes[at]];
    if (ascii > ' ') {
      folded.push_back(ascii);
      ++at;
    } else if (ascii != 0) {
      append_character(ascii, folded);
      ++at;
    } else {
      at += append_sequence(bytes + at, text.size() - at, folded);
    }
  }
  while (!folded.empty() && (folded.back() == ' ' || folded.back() == '\n')) folded.pop_back();
}

std::string fold(std::string_view text) {
  std::string folded;
  fold(text, folded);
  return folded;
}

}  // namespace facteur
