#include "connectors/telegram_rich.h"

#include <algorithm>
#include <string_view>

#include "connectors/clean_text.h"
#include "connectors/markdown.h"
#include "connectors/renderer.h"
#include "connectors/telegram_html.h"
#include "connectors/telegram_runs.h"

namespace facteur {
namespace {

std::string text_of(std::string_view text) { return escaped_for_telegram(clean_text(text)); }

struct RichWriter {
  std::string html;

  template <typename Write>
  void within(std::string_view tag, Write write) {
    html.append("<").append(tag).append(">");
    write();
    html.append("</").append(tag).append(">");
  }

  void write(const markdown::Inlines& content) {
    for (const markdown::Inline& part : content) std::visit(*this, part.node);
  }
  void write(const markdown::Blocks& blocks) {
    for (const markdown::Block& block : blocks) std::visit(*this, block.node);
  }

  void operator()(const markdown::Text& text) { html += text_of(text.text); }
  void operator()(const markdown::Code& code) {
    within("code", [&] { html += text_of(code.text); });
  }
  void operator()(const markdown::LineBreak& /*unused*/) { html += "<br/>"; }
  void operator()(const markdown::Emphasis& emphasis) {
    within("i", [&] { write(emphasis.content); });
  }
  void operator()(const markdown::Strong& strong) {
    within("b", [&] { write(strong.content); });
  }
  void operator()(const markdown::Link& link) {
    if (telegram_links(link.target)) {
      html += "<a href=\"" + escaped_for_telegram(link.target) + "\">";
      write(link.content);
      html += "</a>";
      return;
    }
    write(link.content);
    if (!shows_target(link)) html += " (" + text_of(link.target) + ")";
  }

  void operator()(const markdown::Paragraph& paragraph) {
    within("p", [&] { write(paragraph.content); });
  }
  void operator()(const markdown::Heading& heading) {
    within("h" + std::to_string(std::clamp(heading.level, 1U, 6U)), [&] { write(heading.content); });
  }
  void operator()(const markdown::CodeBlock& code) {
    within("pre", [&] { html += text_of(code.text); });
  }
  void operator()(const markdown::Quote& quote) {
    within("blockquote", [&] { write(quote.content); });
  }
  void operator()(const markdown::List& list) {
    within(list.first_number ? "ol" : "ul", [&] {
      for (const markdown::Blocks& item : list.items) within("li", [&] { write_item(item); });
    });
  }
  void operator()(const markdown::Rule& /*unused*/) { html += "<hr/>"; }

  // An item that is one paragraph needs no more than its words.
  void write_item(const markdown::Blocks& item) {
    const auto* only = item.size() == 1 ? std::get_if<markdown::Paragraph>(&item.front().node) : nullptr;
    if (only != nullptr)
      write(only->content);
    else
      write(item);
  }

  void write_row(const std::vector<std::string>& cells, std::string_view tag) {
    within("tr", [&] {
      for (const std::string& cell : cells) within(tag, [&] { html += text_of(cell); });
    });
  }

  void write(const Table& table) {
    within("table", [&] {
      if (!table.heads.empty()) write_row(table.heads, "th");
      for (const auto& row : table.rows) write_row(row, "td");
    });
  }
};

}  // namespace

std::string telegram_rich_html(const Reply& reply) {
  const std::string_view text = reply.text;
  RichWriter writer;
  std::size_t at = 0;
  for (const Table& table : reply.tables) {
    writer.write(markdown::parse(text.substr(at, table.begin - at)));
    writer.write(table);
    at = std::min(table.end, text.size());
  }
  writer.write(markdown::parse(text.substr(at)));
  return std::move(writer.html);
}

}  // namespace facteur
