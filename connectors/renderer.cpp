#include "connectors/renderer.h"

#include <string_view>
#include <utility>

namespace facteur {
namespace {

struct PlainText {
  std::string text;

  void print(const markdown::Inlines& content) {
    for (const markdown::Inline& part : content) std::visit(*this, part.node);
  }

  void operator()(const markdown::Text& words) { text += words.text; }
  void operator()(const markdown::Code& code) { text += code.text; }
  void operator()(const markdown::LineBreak& /*unused*/) { text += '\n'; }
  void operator()(const markdown::Emphasis& emphasis) { print(emphasis.content); }
  void operator()(const markdown::Strong& strong) { print(strong.content); }
  void operator()(const markdown::Link& link) { print(link.content); }
};

}  // namespace

std::string plain_text(const markdown::Inlines& content) {
  PlainText plain;
  plain.print(content);
  return std::move(plain.text);
}

bool shows_target(const markdown::Link& link) {
  constexpr std::string_view mailto = "mailto:";
  const std::string words = plain_text(link.content);
  const std::string_view target = link.target;
  return target == words || (target.starts_with(mailto) && target.substr(mailto.size()) == words);
}

}  // namespace facteur
