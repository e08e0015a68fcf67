#include "connectors/terminal_renderer.h"

#include <algorithm>

#include "connectors/renderer.h"

namespace facteur {
namespace {

using Lines = std::vector<std::string>;

// Below this, wrapping would leave one word a line; deep nesting then runs over the width instead.
constexpr int min_text_width = 10;
constexpr int rule_width = 20;

struct InlinePrinter {
  StyledText& styled;
  Marks marks = 0;

  void print(const markdown::Inlines& content, Marks more) {
    InlinePrinter inner{styled, marks | more};
    for (const markdown::Inline& part : content) std::visit(inner, part.node);
  }

  void operator()(const markdown::Text& text) { append(styled, text.text, marks); }
  void operator()(const markdown::Code& code) { append(styled, code.text, marks | coloured); }
  void operator()(const markdown::LineBreak& /*unused*/) { append_line_break(styled); }
  void operator()(const markdown::Emphasis& emphasis) { print(emphasis.content, italic); }
  void operator()(const markdown::Strong& strong) { print(strong.content, bold); }
  void operator()(const markdown::Link& link) {
    print(link.content, underlined);
    if (shows_target(link)) return;
    append(styled, " (", marks);
    append(styled, link.target, marks | faint);
    append(styled, ")", marks);
  }
};

// `lines` with `first` before the first and `rest` before the others; no spaces at a line's end.
Lines prefixed(Lines lines, const std::string& first, const std::string& rest) {
  const std::string* prefix = &first;
  for (std::string& line : lines) {
    line.insert(0, *prefix);
    line.erase(line.find_last_not_of(' ') + 1);
    prefix = &rest;
  }
  return lines;
}

struct BlockPrinter {
  TerminalStyle style;

  BlockPrinter narrowed(int columns) const {
    if (style.width == unwrapped) return *this;
    return {{style.escapes, std::max(style.width - columns, min_text_width)}};
  }

  bool decorated() const { return style.escapes == Escapes::yes; }

  Lines print(const markdown::Blocks& blocks, markdown::Spacing spacing) const {
    Lines all;
    for (const markdown::Block& block : blocks) {
      if (spacing == markdown::Spacing::loose && !all.empty()) all.emplace_back();
      std::ranges::move(std::visit(*this, block.node), std::back_inserter(all));
    }
    return all;
  }

  Lines print(const markdown::Inlines& content, Marks marks) const {
    StyledText styled;
    InlinePrinter{styled}.print(content, marks);
    return lines_of(styled, style.width, style.escapes);
  }

  Lines operator()(const markdown::Paragraph& paragraph) const { return print(paragraph.content, 0); }

  Lines operator()(const markdown::Heading& heading) const { return print(heading.content, bold); }

  Lines operator()(const markdown::CodeBlock& code) const {
    StyledText styled;
    for (std::size_t begin = 0, end = 0; begin <= code.text.size(); begin = end + 1) {
      end = std::min(code.text.find('\n', begin), code.text.size());
      if (begin > 0) append_line_break(styled);
      append(styled, std::string_view(code.text).substr(begin, end - begin), coloured);
    }
    std::string indent(decorated() ? 2 : 0, ' ');
    return prefixed(lines_of(styled, unwrapped, style.escapes), indent, indent);
  }

  Lines operator()(const markdown::Quote& quote) const {
    std::string bar = decorated() ? "\x1b[2m│\x1b[0m " : "> ";
    return prefixed(narrowed(2).print(quote.content, markdown::Spacing::loose), bar, bar);
  }

  Lines operator()(const markdown::List& list) const {
    Lines all;
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      if (list.spacing == markdown::Spacing::loose && index > 0) all.emplace_back();
      std::ranges::move(print_item(list, index), std::back_inserter(all));
    }
    return all;
  }

  Lines print_item(const markdown::List& list, std::size_t index) const {
    std::string marker = decorated() ? "• " : "- ";
    if (list.first_number) {
      marker = std::to_string(*list.first_number + index) + ". ";
      std::size_t widest = std::to_string(*list.first_number + list.items.size() - 1).size() + 2;
      marker.insert(0, widest - marker.size(), ' ');
    }
    int columns = display_width(marker);
    Lines lines = narrowed(columns).print(list.items[index], list.spacing);
    if (lines.empty()) lines.emplace_back();
    return prefixed(std::move(lines), marker, std::string(static_cast<std::size_t>(columns), ' '));
  }

  Lines operator()(const markdown::Rule& /*unused*/) const {
    if (!decorated()) return {"---"};
    std::string dashes;
    for (int column = 0; column < std::min(style.width == unwrapped ? rule_width : style.width, rule_width); ++column) {
      dashes += "─";
    }
    return {dashes};
  }
};

}  // namespace

std::string render_terminal(const markdown::Document& document, TerminalStyle style) {
  std::string text;
  for (const std::string& line : BlockPrinter{style}.print(document, markdown::Spacing::loose)) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

}  // namespace facteur
