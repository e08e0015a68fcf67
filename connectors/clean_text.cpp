#include "connectors/clean_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "connectors/utf8.h"

namespace facteur {
namespace {

constexpr std::size_t max_target_bytes = 2048;

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

// The names that people type by hand, or that editors insert.
struct NamedEntity {
  std::string_view name;
  std::string_view text;
};
constexpr auto named_entities = std::to_array<NamedEntity>({
    {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""},  {"&apos;", "'"},   {"&nbsp;", "\u00A0"},
    {"&hellip;", "…"}, {"&ndash;", "–"},  {"&mdash;", "—"},  {"&lsquo;", "‘"},  {"&rsquo;", "’"},  {"&ldquo;", "“"},
    {"&rdquo;", "”"},  {"&laquo;", "«"},  {"&raquo;", "»"},  {"&larr;", "←"},   {"&rarr;", "→"},   {"&bull;", "•"},
    {"&copy;", "©"},   {"&eacute;", "é"}, {"&egrave;", "è"}, {"&agrave;", "à"}, {"&ccedil;", "ç"},
});

std::string decode_number(std::string_view digits, int base) {
  std::uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  auto [parsed_end, error] = std::from_chars(digits.data(), end, number, base);
  bool valid = error == std::errc() && parsed_end == end &&
               utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(std::min(number, 0x110000U)));
  if (!valid) return std::string(replacement_character);
  if (number == '\t' || number == '\n' || number == '\r') return " ";
  if (is_control(number)) return std::string(replacement_character);
  std::array<utf8proc_uint8_t, 4> bytes{};
  utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(number), bytes.data());
  return {bytes.begin(), bytes.begin() + size};
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case_prefix) {
  auto same = [](char prefix, char other) { return prefix == (other >= 'A' && other <= 'Z' ? other + 32 : other); };
  return text.size() >= lower_case_prefix.size() &&
         std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(), same);
}

// A table, as an address is most of a short reply.
constexpr auto stays_in_target = [] {
  std::array<bool, 256> stays{};
  for (std::size_t byte = 0x21; byte < 0x7F; ++byte) stays[byte] = true;
  for (char reserved : std::string_view(R"("<>\^`{|}')")) stays[static_cast<unsigned char>(reserved)] = false;
  return stays;
}();

std::string percent_encode(std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (char character : text) {
    auto byte = static_cast<unsigned char>(character);
    if (stays_in_target[byte]) {
      encoded += character;
    } else {
      encoded += {'%', hexadecimal[byte >> 4U], hexadecimal[byte & 0xFU]};
    }
  }
  return encoded;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  append_replacing(clean, text, [](char32_t character, std::string_view rest) -> std::optional<std::string_view> {
    if (character == '\r') return rest.starts_with('\n') ? "" : "\n";
    if (character == '\t' || character == '\n' || !is_control(character)) return std::nullopt;
    return replacement_character;
  });
  return clean;
}

std::string decode_entity(std::string_view entity) {
  if (entity.starts_with("&#") && entity.ends_with(';')) {
    std::string_view digits = entity.substr(2, entity.size() - 3);
    bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    return hexadecimal ? decode_number(digits.substr(1), 16) : decode_number(digits, 10);
  }
  const auto* named = std::ranges::find(named_entities, entity, &NamedEntity::name);
  return std::string(named == named_entities.end() ? entity : named->text);
}

std::optional<std::string> clean_target(std::string_view address) {
  if (address.size() > max_target_bytes) return std::nullopt;
  for (std::string_view scheme : {"https://", "http://", "mailto:"}) {
    if (!starts_with_ignoring_case(address, scheme)) continue;
    std::string_view rest = address.substr(scheme.size());
    if (rest.empty() || std::string_view("/?#:\\").find(rest.front()) != std::string::npos) return std::nullopt;
    return std::string(scheme) + percent_encode(rest);
  }
  return std::nullopt;
}

}  // namespace facteur
