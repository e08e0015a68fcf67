#include "connectors/telegram_runs.h"

#include <algorithm>
#include <utility>

#include "connectors/clean_text.h"
#include "connectors/renderer.h"

namespace facteur {
namespace {

constexpr std::string_view bullet = "• ";
constexpr std::string_view rule = "————————";
constexpr std::string_view inner_quote = "» ";  // a quotation in a quotation, which Telegram doesn't nest

class Writer {
 public:
  void add(std::string_view text, TelegramMarks marks) {
    if (text.empty()) return;
    begin_line();
    append(clean(text), std::move(marks));
  }

  // What follows begins a new line; `lines` of them, however often it is said.
  void break_line(std::size_t lines = 1) {
    if (!runs_.empty()) pending_breaks_ = std::max(pending_breaks_, lines);
  }
  void add_line_break() { ++pending_breaks_; }

  // Lines that begin within `write` have `first` before the first of them and `rest` before the others.
  template <typename Write>
  void indent(std::string_view first, std::string_view rest, Write write) {
    const std::string old_next = next_prefix_;
    const std::string old = prefix_;
    const bool began_before = std::exchange(began_, false);
    next_prefix_ += first;
    prefix_ += rest;
    write();
    prefix_ = old;
    next_prefix_ = began_ ? old : old_next;
    began_ = began_ || began_before;
  }

  void begin_line() {
    if (at_start_ || pending_breaks_ > 0) {
      append(std::string(pending_breaks_, '\n'), break_marks());
      append(std::exchange(next_prefix_, prefix_), {.quote = quote_});
      began_ = true;
    }
    at_start_ = false;
    pending_breaks_ = 0;
  }

  void set_quote(bool quote) { quote_ = quote; }
  bool quote() const { return quote_; }
  TelegramRuns finish() && { return std::move(runs_); }

 private:
  // A line's end belongs to the shape that goes on over it; between two shapes, to none.
  TelegramMarks break_marks() const {
    if (runs_.empty()) return {};
    const bool both = runs_.back().marks.quote && quote_;
    return {.quote = both};
  }

  static std::string clean(std::string_view text) {
    std::string safe = clean_text(text);
    std::replace(safe.begin(), safe.end(), '\t', ' ');
    return safe;
  }

  void append(std::string_view text, TelegramMarks marks) {
    if (text.empty()) return;
    if (!runs_.empty() && runs_.back().marks == marks)
      runs_.back().text += text;
    else
      runs_.push_back({std::string(text), std::move(marks)});
  }

  TelegramRuns runs_;
  std::string next_prefix_;
  std::string prefix_;
  std::size_t pending_breaks_ = 0;
  bool at_start_ = true;
  bool began_ = false;  // a line, since the innermost indent()
  bool quote_ = false;
};

struct InlineWriter {
  Writer& writer;
  TelegramMarks marks;

  void write(const markdown::Inlines& content) {
    for (const markdown::Inline& part : content) std::visit(*this, part.node);
  }
  void write(const markdown::Inlines& content, TelegramMarks inner) {
    InlineWriter{writer, std::move(inner)}.write(content);
  }

  void operator()(const markdown::Text& text) { writer.add(text.text, marks); }
  void operator()(const markdown::Code& code) {
    const bool linked = !marks.target.empty();  // a tap follows the link: that matters more than the typeface
    writer.add(code.text, linked ? marks : TelegramMarks{.quote = marks.quote, .code = true});
  }
  void operator()(const markdown::LineBreak& /*unused*/) { writer.add_line_break(); }
  void operator()(const markdown::Emphasis& emphasis) {
    TelegramMarks inner = marks;
    inner.italic = true;
    write(emphasis.content, std::move(inner));
  }
  void operator()(const markdown::Strong& strong) {
    TelegramMarks inner = marks;
    inner.bold = true;
    write(strong.content, std::move(inner));
  }
  void operator()(const markdown::Link& link) {
    TelegramMarks inner = marks;
    const bool nested = !marks.target.empty();
    const bool linked = !nested && telegram_links(link.target) && !plain_text(link.content).empty();
    if (linked) inner.target = link.target;
    write(link.content, std::move(inner));
    if (linked || shows_target(link)) return;
    const std::string_view address = link.target;
    constexpr std::string_view mailto = "mailto:";  // an address by itself is one that Telegram makes tappable
    const bool is_mail = address.starts_with(mailto);
    writer.add(" (" + std::string(is_mail ? address.substr(mailto.size()) : address) + ")", marks);
  }
};

struct BlockWriter {
  Writer& writer;

  void write(const markdown::Blocks& blocks, std::size_t apart) const {
    bool first = true;
    for (const markdown::Block& block : blocks) {
      if (!first) writer.break_line(apart);
      first = false;
      std::visit(*this, block.node);
    }
  }

  void write(const markdown::Inlines& content, bool bold) const {
    InlineWriter{writer, {.quote = writer.quote(), .bold = bold}}.write(content);
  }

  void operator()(const markdown::Paragraph& paragraph) const { write(paragraph.content, false); }
  void operator()(const markdown::Heading& heading) const { write(heading.content, true); }
  void operator()(const markdown::CodeBlock& code) const {
    writer.add(code.text, {.quote = writer.quote(), .code_block = true});
  }
  void operator()(const markdown::Quote& quote) const {
    if (writer.quote()) {
      writer.indent(inner_quote, inner_quote, [&] { write(quote.content, 2); });
      return;
    }
    writer.set_quote(true);
    write(quote.content, 2);
    writer.set_quote(false);
  }
  void operator()(const markdown::List& list) const {
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      const bool loose = list.spacing == markdown::Spacing::loose;
      if (index > 0) writer.break_line(loose ? 2 : 1);
      std::string marker(bullet);
      if (list.first_number) marker = std::to_string(*list.first_number + index) + ". ";
      writer.indent(marker, "  ", [&] {
        write(list.items[index], loose ? 2 : 1);
        if (list.items[index].empty()) writer.begin_line();
      });
    }
  }
  void operator()(const markdown::Rule& /*unused*/) const { writer.add(rule, {.quote = writer.quote()}); }
};

}  // namespace

TelegramRuns telegram_runs(const markdown::Document& document) {
  Writer writer;
  BlockWriter{writer}.write(document, 2);
  return std::move(writer).finish();
}

// http(s) to a host with a dot (td/telegram/LinkManager.cpp).
bool telegram_links(std::string_view target) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!target.starts_with(scheme)) continue;
    const std::string_view rest = target.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    const std::size_t dot = host.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < host.size() &&
           host.find_first_of("@:[%") == std::string_view::npos;
  }
  return false;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0U) != 0x80U ? 1 : 0;  // what begins a character
    units += byte >= 0xF0U ? 1 : 0;            // beyond the first plane: a pair
  }
  return units;
}

}  // namespace facteur
