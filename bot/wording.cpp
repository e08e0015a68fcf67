#include "bot/wording.h"

#include <algorithm>

namespace facteur {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

void add_once(std::vector<std::string>& texts, std::string_view text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.emplace_back(text);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      safe += ' ';
      continue;
    }
    const bool punctuation = std::string_view(R"(\`*_{}[]()<>#+!|~&$^=:"')").find(c) != std::string_view::npos;
    if (punctuation) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string ReplyWriter::phrase(Phrase phrase, std::initializer_list<Filling> fillings) const {
  return fill(trimmed(knowledge_->languages[language_].phrases[static_cast<std::size_t>(phrase)]), fillings);
}

void ReplyWriter::block(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || says(text)) return;
  if (!reply_.text.empty()) reply_.text += "\n\n";
  reply_.text += text;
}

void ReplyWriter::line(std::string_view text) {
  reply_.text += "\n- ";
  reply_.text += trimmed(text);
}

void ReplyWriter::link(const Link& link) {
  if (std::find(reply_.links.begin(), reply_.links.end(), link.url) != reply_.links.end()) return;
  const std::string shown = "[" + escaped(link.title) + "](<" + link.url + ">)";
  block(phrase(Phrase::more, {{"link", shown}}));
  reply_.links.push_back(link.url);
}

void ReplyWriter::choice(std::string_view text) { add_once(reply_.choices, text); }

std::string ReplyWriter::listed_choice(std::string_view text) {
  choice(text);
  return "- " + std::string(text) + "\n";
}

void ReplyWriter::copy(std::string_view text) { add_once(reply_.copies, text); }

void ReplyWriter::table(Table table) { reply_.tables.push_back(std::move(table)); }

bool ReplyWriter::says(std::string_view text) const { return reply_.text.find(trimmed(text)) != std::string::npos; }

Reply ReplyWriter::take() { return std::move(reply_); }

}  // namespace facteur
