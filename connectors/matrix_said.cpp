#include "connectors/matrix_said.h"

#include <algorithm>
#include <optional>

namespace facteur {
namespace {

constexpr std::string_view blanks = " \t\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool starts_with_name(std::string_view text, std::string_view name) {
  return !name.empty() && text.size() >= name.size() &&
         std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

// What follows the name that the text begins with; nothing where it is only the beginning of a longer word.
std::optional<std::string_view> after_name(std::string_view text, std::string_view name) {
  constexpr std::string_view may_follow = " \t\n:,;!?";
  if (!starts_with_name(text, name)) return std::nullopt;
  text.remove_prefix(name.size());
  if (!text.empty() && may_follow.find(text.front()) == std::string_view::npos) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n:,;"), text.size()));  // "!" may begin a command
  return text;
}

std::optional<std::string_view> after_our_name(std::string_view text, const MatrixReader& reader) {
  const std::string_view local = matrix_localpart(reader.user);
  if (const auto rest = after_name(text, reader.user)) return rest;
  if (const auto rest = after_name(text, reader.display_name)) return rest;
  const bool marked = text.starts_with('@') || text.starts_with('!');
  return after_name(marked ? text.substr(1) : text, local);
}

bool begins_command(std::string_view text) {
  if (text.size() < 2 || text.front() != '!') return false;
  const char c = lower(text[1]);
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view matrix_localpart(std::string_view user) {
  if (user.starts_with('@')) user.remove_prefix(1);
  return user.substr(0, user.find(':'));
}

std::string_view matrix_server(std::string_view user) {
  const std::size_t colon = user.find(':');
  return colon == std::string_view::npos ? std::string_view{} : user.substr(colon + 1);
}

std::string_view without_reply_fallback(std::string_view body) {
  if (!body.starts_with("> <") && !body.starts_with("> * <")) return body;
  while (body.starts_with("> ") || body.starts_with(">\n")) {
    const std::size_t end = body.find('\n');
    if (end == std::string_view::npos) return {};
    body.remove_prefix(end + 1);
  }
  if (body.starts_with('\n')) body.remove_prefix(1);
  return body;
}

MatrixSaid read_matrix_said(std::string_view body, const MatrixReader& reader) {
  std::string_view text = without_blanks(body);
  MatrixSaid said;
  if (const auto rest = after_our_name(text, reader)) {
    said.calls_us = true;
    text = *rest;
  }
  if (begins_command(text)) {
    said.calls_us = true;
    said.text.append("/").append(text.substr(1));
  } else {
    said.calls_us = said.calls_us || text.starts_with('/');
    said.text = text;
  }
  return said;
}

}  // namespace facteur
