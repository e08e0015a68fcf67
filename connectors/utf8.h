// Walking UTF-8 that may be broken: printable ASCII, nearly all there is, costs next to nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace facteur {

inline constexpr std::string_view replacement_character = "\uFFFD";

struct Character {
  std::optional<char32_t> code;  // none: a byte that is not UTF-8
  std::size_t bytes = 1;
};

inline bool is_printable_ascii(char byte) { return byte >= ' ' && byte < '\x7F'; }

// Whether all eight bytes at `bytes` are printable ASCII. May say no where there is one below a space.
inline bool are_printable_ascii(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  constexpr std::uint64_t each = 0x0101010101010101U;
  return ((eight | (eight - each * ' ') | (eight + each)) & (each * 0x80U)) == 0;
}

// REQUIRES: `text` is not empty.
Character first_character(std::string_view text);

// Appends `text` to `into`, with U+FFFD for each byte that is not UTF-8. For each other character that is not printable
// ASCII, `instead_of(code, what follows it)` says what stands in its place, if anything does.
template <typename InsteadOf>
void append_replacing(std::string& into, std::string_view text, InsteadOf instead_of) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 8 && are_printable_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    if (is_printable_ascii(text[at])) {
      ++at;
      continue;
    }
    const Character character = first_character(text.substr(at));
    const std::size_t next = at + character.bytes;
    std::optional<std::string_view> instead = replacement_character;
    if (character.code) instead = instead_of(*character.code, text.substr(next));
    if (instead) {
      into.append(text, copied, at - copied).append(*instead);
      copied = next;
    }
    at = next;
  }
  into.append(text, copied);
}

}  // namespace facteur
