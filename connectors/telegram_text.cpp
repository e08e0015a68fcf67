#include "connectors/telegram_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "connectors/json_fields.h"

namespace facteur {
namespace {

using nlohmann::json;

// A part of the text, in bytes.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The byte at which the UTF-16 unit `unit` begins, going on from `from` bytes, which are `units` of them.
std::optional<std::size_t> byte_of(std::string_view text, std::int64_t unit) {
  std::size_t at = 0;
  for (std::int64_t units = 0; units < unit;) {
    if (at >= text.size()) return std::nullopt;
    const auto first = static_cast<unsigned char>(text[at]);
    units += first >= 0xF0 ? 2 : 1;
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

std::optional<Part> part_of(std::string_view text, const json& entity) {
  constexpr std::int64_t most_units = 1 << 20;
  const auto offset = integer_field(entity, "offset");
  const auto length = integer_field(entity, "length");
  if (!offset || !length || *offset < 0 || *length <= 0 || *offset > most_units || *length > most_units) {
    return std::nullopt;
  }
  const auto begin = byte_of(text, *offset);
  const auto end = byte_of(text, *offset + *length);
  if (!begin || !end) return std::nullopt;
  return Part{*begin, *end};
}

bool same_name(std::string_view one, std::string_view other) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return !one.empty() && std::equal(one.begin(), one.end(), other.begin(), other.end(),
                                    [&](char a, char b) { return lower(a) == lower(b); });
}

struct SaidReader {
  std::string_view text;
  std::int64_t id;
  std::string_view username;
  TelegramSaid said;
  std::vector<Part> own_name;  // where it stands

  void read(const json& entity) {
    const auto part = part_of(text, entity);
    if (!part) return;
    const std::string type = text_field(entity, "type");
    const std::string_view words = text.substr(part->begin, part->end - part->begin);
    if (type == "mention" && words.starts_with('@') && same_name(words.substr(1), username)) name(*part);
    if (type == "text_mention" && integer_field(field(entity, "user"), "id") == id) name(*part);
    if (type == "bot_command" && part->begin == 0) command(words, *part);
  }

  void name(Part part) {
    said.calls_us = true;
    own_name.push_back(part);
  }

  // "/imap" is for whoever hears it, "/imap@facteur_bot" for one.
  void command(std::string_view words, Part part) {
    const std::size_t at = words.find('@');
    if (at == std::string_view::npos) {
      said.calls_us = true;
    } else if (same_name(words.substr(at + 1), username)) {
      name({part.begin + at, part.end});
    } else {
      said.calls_other = true;
    }
  }

  TelegramSaid finish() && {
    std::sort(own_name.begin(), own_name.end(), [](Part one, Part other) { return one.begin < other.begin; });
    std::size_t copied = 0;
    for (const Part part : own_name) {
      if (part.begin < copied) continue;
      said.text += text.substr(copied, part.begin - copied);
      copied = part.end;
    }
    said.text += text.substr(copied);
    const std::size_t first = said.text.find_first_not_of(" \n");
    said.text.erase(0, std::min(first, said.text.size()));
    return std::move(said);
  }
};

}  // namespace

TelegramSaid read_said(std::string_view text, const json& entities, std::int64_t id, std::string_view username) {
  constexpr std::size_t most_entities = 200;
  SaidReader reader{text, id, username, {}, {}};
  if (entities.is_array()) {
    for (std::size_t index = 0; index < std::min(entities.size(), most_entities); ++index) reader.read(entities[index]);
  }
  return std::move(reader).finish();
}

}  // namespace facteur
