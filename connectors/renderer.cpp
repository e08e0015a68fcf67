#include "connectors/renderer.h"

namespace facteur {
namespace {

struct PlainText {
  std::string operator()(const markdown::Text& text) const { return text.text; }
  std::string operator()(const markdown::Code& code) const { return code.text; }
  std::string operator()(const markdown::LineBreak& /*unused*/) const { return "\n"; }
  std::string operator()(const markdown::Emphasis& emphasis) const { return plain_text(emphasis.content); }
  std::string operator()(const markdown::Strong& strong) const { return plain_text(strong.content); }
  std::string operator()(const markdown::Link& link) const { return plain_text(link.content); }
};

}  // namespace

std::string plain_text(const markdown::Inlines& content) {
  std::string text;
  for (const markdown::Inline& part : content) text += std::visit(PlainText{}, part.node);
  return text;
}

bool shows_target(const markdown::Link& link) {
  std::string words = plain_text(link.content);
  return link.target == words || link.target == "mailto:" + words;
}

}  // namespace facteur
