#include "connectors/terminal_renderer.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "connectors/renderer.h"

namespace facteur {
namespace {

// Below this, wrapping would leave one word a line; deep nesting then runs over the width instead.
constexpr int min_text_width = 10;
constexpr int rule_width = 20;

// More only cost another allocation.
constexpr std::size_t usual_reply_bytes = 1024;
constexpr std::size_t usual_paragraph_bytes = 256;

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

// The lines written so far, and what stands before the next ones.
class Page {
 public:
  Page() { text_.reserve(usual_reply_bytes); }

  std::size_t lines() const { return lines_; }

  // `write` appends the line to the string that it is given; spaces at its end go.
  template <typename Write>
  void add_line_by(Write write) {
    if (!text_.empty()) text_ += '\n';
    text_ += next_prefix_;
    write(text_);
    text_.erase(text_.find_last_not_of(' ') + 1);
    next_prefix_ = prefix_;
    ++lines_;
  }

  void add_line(std::string_view line) {
    add_line_by([line](std::string& into) { into += line; });
  }

  // The lines that `print` adds have `first` before the first of them and `rest` before the others.
  template <typename Print>
  void indent(std::string_view first, std::string_view rest, Print print) {
    const std::size_t lines = lines_;
    const std::size_t next_prefix = next_prefix_.size();
    const std::size_t prefix = prefix_.size();
    next_prefix_ += first;
    prefix_ += rest;
    print();
    prefix_.resize(prefix);
    next_prefix_.resize(lines == lines_ ? next_prefix : prefix);
  }

  std::string finish() && { return std::move(text_); }

 private:
  std::string text_;
  std::string next_prefix_;  // before the next line
  std::string prefix_;       // before the lines after that
  std::size_t lines_ = 0;
};

struct BlockPrinter {
  TerminalStyle style;
  Page& page;
  StyledText& styled;  // the paragraph or code that is being printed; one for all, so that its memory is used again

  BlockPrinter narrowed(int columns) const {
    if (style.width == unwrapped) return *this;
    return {{style.escapes, std::max(style.width - columns, min_text_width)}, page, styled};
  }

  bool decorated() const { return style.escapes == Escapes::yes; }

  void print(const markdown::Blocks& blocks, markdown::Spacing spacing) const {
    const std::size_t before = page.lines();
    for (const markdown::Block& block : blocks) {
      if (spacing == markdown::Spacing::loose && page.lines() > before) page.add_line("");
      std::visit(*this, block.node);
    }
  }

  void print_styled(int width) const {
    break_lines(styled, width);
    for (StyledText::Line line : styled.lines) {
      page.add_line_by([&](std::string& into) { write_line(into, styled, line, style.escapes); });
    }
  }

  void print(const markdown::Inlines& content, Marks marks) const {
    clear(styled);
    InlinePrinter{styled}.print(content, marks);
    print_styled(style.width);
  }

  void operator()(const markdown::Paragraph& paragraph) const { print(paragraph.content, 0); }

  void operator()(const markdown::Heading& heading) const { print(heading.content, bold); }

  void operator()(const markdown::CodeBlock& code) const {
    clear(styled);
    for (std::size_t begin = 0, end = 0; begin <= code.text.size(); begin = end + 1) {
      end = std::min(code.text.find('\n', begin), code.text.size());
      if (begin > 0) append_line_break(styled);
      append(styled, std::string_view(code.text).substr(begin, end - begin), coloured);
    }
    const std::string_view indent = decorated() ? "  " : "";
    page.indent(indent, indent, [&] { print_styled(unwrapped); });
  }

  void operator()(const markdown::Quote& quote) const {
    const std::string_view bar = decorated() ? "\x1b[2m│\x1b[0m " : "> ";
    page.indent(bar, bar, [&] { narrowed(2).print(quote.content, markdown::Spacing::loose); });
  }

  void operator()(const markdown::List& list) const {
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      if (list.spacing == markdown::Spacing::loose && index > 0) page.add_line("");
      print_item(list, index);
    }
  }

  void print_item(const markdown::List& list, std::size_t index) const {
    std::string marker = decorated() ? "• " : "- ";
    if (list.first_number) {
      marker = std::to_string(*list.first_number + index) + ". ";
      std::size_t widest = std::to_string(*list.first_number + list.items.size() - 1).size() + 2;
      marker.insert(0, widest - marker.size(), ' ');
    }
    const int columns = display_width(marker);
    page.indent(marker, std::string(static_cast<std::size_t>(columns), ' '), [&] {
      const std::size_t before = page.lines();
      narrowed(columns).print(list.items[index], list.spacing);
      if (page.lines() == before) page.add_line("");
    });
  }

  void operator()(const markdown::Rule& /*unused*/) const {
    if (!decorated()) return page.add_line("---");
    std::string dashes;
    for (int column = 0; column < std::min(style.width == unwrapped ? rule_width : style.width, rule_width); ++column) {
      dashes += "─";
    }
    page.add_line(dashes);
  }
};

}  // namespace

std::string render_terminal(const markdown::Document& document, TerminalStyle style) {
  Page page;
  StyledText styled;
  styled.text.reserve(usual_paragraph_bytes);
  BlockPrinter{style, page, styled}.print(document, markdown::Spacing::loose);
  return std::move(page).finish();
}

}  // namespace facteur
