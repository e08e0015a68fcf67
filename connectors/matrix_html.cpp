#include "connectors/matrix_html.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "connectors/clean_text.h"
#include "connectors/terminal_renderer.h"

namespace facteur {
namespace {

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
}

struct Writer {
  std::string& html;

  template <typename Write>
  void within(std::string_view tag, Write write) const {
    html.append("<").append(tag).append(">");
    write();
    html.append("</").append(tag).append(">");
  }

  void write(const markdown::Inlines& content) const {
    for (const markdown::Inline& part : content) std::visit(*this, part.node);
  }
  void write(const markdown::Blocks& blocks) const {
    for (const markdown::Block& block : blocks) std::visit(*this, block.node);
  }
  void text(std::string_view words) const { append_escaped(html, words); }
  void text_within(std::string_view tag, std::string_view words) const {
    within(tag, [&] { text(words); });
  }

  void operator()(const markdown::Text& words) const { text(clean_text(words.text)); }
  void operator()(const markdown::Code& code) const { text_within("code", clean_text(code.text)); }
  void operator()(const markdown::LineBreak& /*unused*/) const { html += "<br>"; }
  void operator()(const markdown::Emphasis& emphasis) const {
    within("em", [&] { write(emphasis.content); });
  }
  void operator()(const markdown::Strong& strong) const {
    within("strong", [&] { write(strong.content); });
  }
  // A target that was not parsed is cleaned here; one that nobody may follow is shown, not linked.
  void operator()(const markdown::Link& link) const {
    const auto target = clean_target(link.target);
    if (!target) {
      write(link.content);
      return text(" (" + clean_text(link.target) + ")");
    }
    html += "<a href=\"";
    text(*target);
    html += "\">";
    write(link.content);
    html += "</a>";
  }

  void operator()(const markdown::Paragraph& paragraph) const {
    within("p", [&] { write(paragraph.content); });
  }
  void operator()(const markdown::Heading& heading) const {
    within("h" + std::to_string(std::clamp(heading.level, 1U, 6U)), [&] { write(heading.content); });
  }
  void operator()(const markdown::CodeBlock& code) const {
    within("pre", [&] { text_within("code", clean_text(code.text)); });
  }
  void operator()(const markdown::Quote& quote) const {
    within("blockquote", [&] { write(quote.content); });
  }
  void operator()(const markdown::List& list) const {
    const bool numbered = list.first_number.has_value();
    html += !numbered                 ? "<ul>"
            : *list.first_number == 1 ? "<ol>"
                                      : "<ol start=\"" + std::to_string(*list.first_number) + "\">";
    for (const markdown::Blocks& item : list.items) within("li", [&] { write_item(item, list.spacing); });
    html += numbered ? "</ol>" : "</ul>";
  }
  void operator()(const markdown::Rule& /*unused*/) const { html += "<hr>"; }

  // In a tight list a paragraph would look like a loose one.
  void write_item(const markdown::Blocks& item, markdown::Spacing spacing) const {
    for (const markdown::Block& block : item) {
      const auto* paragraph = std::get_if<markdown::Paragraph>(&block.node);
      if (spacing == markdown::Spacing::tight && paragraph != nullptr)
        write(paragraph->content);
      else
        std::visit(*this, block.node);
    }
  }

  void row(std::string_view cell_tag, const std::vector<std::string>& cells) const {
    within("tr", [&] {
      for (const std::string& cell : cells) text_within(cell_tag, clean_text(cell));
    });
  }
  void table(const Table& table) const {
    within("table", [&] {
      if (!table.heads.empty()) within("thead", [&] { row("th", table.heads); });
      within("tbody", [&] {
        for (const auto& cells : table.rows) row("td", cells);
      });
    });
  }
};

void add_parts(std::vector<MatrixText>& parts, std::string_view text) {
  for (markdown::Block& block : markdown::parse(text)) {
    markdown::Document alone;
    alone.push_back(std::move(block));
    parts.push_back({render_terminal(alone, plain_style), render_matrix(alone)});
  }
}

// The reply's blocks, with each table in its place.
std::vector<MatrixText> parts_of(const Reply& reply) {
  std::vector<MatrixText> parts;
  const std::string_view text = reply.text;
  std::size_t at = 0;
  for (const Table& table : reply.tables) {
    if (table.begin < at || table.end < table.begin || table.end > text.size()) continue;
    add_parts(parts, text.substr(at, table.begin - at));
    MatrixText& part = parts.emplace_back();
    part.body = render_terminal(markdown::parse(text.substr(table.begin, table.end - table.begin)), plain_style);
    Writer{part.html}.table(table);
    at = table.end;
  }
  add_parts(parts, text.substr(at));
  return parts;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Where to part `text` so that at most `most` bytes come before: after a line, else a word, else a character.
std::size_t parting(std::string_view text, std::size_t most) {
  for (const char* end : {"\n", " "}) {
    const std::size_t at = text.substr(0, most).find_last_of(end);
    if (at != std::string_view::npos && at > most / 2) return at + 1;
  }
  std::size_t at = most;
  while (at > 1 && is_continuation(text[at])) --at;
  return at;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

void add_plain(std::vector<MatrixText>& texts, std::string_view body, std::size_t most_bytes) {
  while (!body.empty()) {
    const std::size_t end = body.size() <= most_bytes ? body.size() : parting(body, most_bytes);
    if (!blank(body.substr(0, end))) texts.push_back({std::string(body.substr(0, end)), ""});
    body.remove_prefix(end);
  }
}

// What stands between two parts of the plain body: the lines around a table stay one list.
std::string_view gap(std::string_view before, std::string_view after) {
  const std::string_view last = before.substr(before.rfind('\n') + 1);
  return last.starts_with("- ") && after.starts_with("- ") ? "\n" : "\n\n";
}

}  // namespace

std::string render_matrix(const markdown::Document& document) {
  std::string html;
  Writer{html}.write(document);
  return html;
}

std::vector<MatrixText> matrix_texts(const Reply& reply, std::size_t most_bytes) {
  std::vector<MatrixText> texts;
  bool open = false;  // the last one may grow
  for (MatrixText& part : parts_of(reply)) {
    if (blank(part.body)) continue;
    const std::string_view between = open ? gap(texts.back().body, part.body) : "";
    const std::size_t size = part.body.size() + part.html.size() + between.size();
    if (size > most_bytes) {
      add_plain(texts, part.body, most_bytes);
      open = false;
    } else if (open && texts.back().body.size() + texts.back().html.size() + size <= most_bytes) {
      texts.back().body.append(between).append(part.body);
      texts.back().html += part.html;
    } else {
      texts.push_back(std::move(part));
      open = true;
    }
  }
  return texts;
}

}  // namespace facteur
