// The only file that knows md4c. Its parser walks the text and calls back at each beginning, end and piece of text;
// the builder below grows the document from that, closing each node into the one that holds it.
#include "connectors/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "connectors/clean_text.h"
#include "connectors/utf8.h"

namespace facteur::markdown {
namespace {

// In a document and in a paragraph; more only cost another allocation.
constexpr std::size_t usual_blocks = 8;
constexpr std::size_t usual_inlines = 4;

std::string replace_all(std::string text, char from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, 1, to);
  return text;
}

// Without branches, as a processor can't foresee where words end.
bool has_single_spaces(std::string_view text) {
  unsigned found = 0;
  for (char character : text) found |= static_cast<unsigned>(character == '\t');
  for (std::size_t at = 1; at < text.size(); ++at) {
    found |= static_cast<unsigned>(text[at] == ' ') & static_cast<unsigned>(text[at - 1] == ' ');
  }
  return found == 0;
}

// md4c could do this itself (MD_FLAG_COLLAPSEWHITESPACE), but version 0.4.8 then loses tabs.
void append_with_single_spaces(std::string& text, std::string_view piece) {
  if (has_single_spaces(piece)) {
    text += piece;
    return;
  }
  bool after_space = false;
  for (char character : piece) {
    const bool space = character == ' ' || character == '\t';
    if (!space) text += character;
    if (space && !after_space) text += ' ';
    after_space = space;
  }
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t part = 0; attribute.size > 0 && attribute.substr_offsets[part] < attribute.size; ++part) {
    MD_OFFSET begin = attribute.substr_offsets[part];
    std::string_view piece(attribute.text + begin, attribute.substr_offsets[part + 1] - begin);
    text += attribute.substr_types[part] == MD_TEXT_ENTITY ? decode_entity(piece) : std::string(piece);
  }
  return text;
}

// md4c 0.4.8 closes an emphasis that it never opened in `[](*)*`. A document must not rest on such calls: what is
// thrown here, or by std::get, ends as a text taken literally.
void require(bool balanced) {
  if (!balanced) throw std::logic_error("md4c's calls are not balanced");
}

class Builder {
 public:
  Builder() { document_.reserve(usual_blocks); }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    require(open_spans_.empty());
    if (type == MD_BLOCK_LI) return begin_item();
    end_paragraph();
    if (type == MD_BLOCK_CODE) code_block_.emplace();
    if (type == MD_BLOCK_QUOTE) open(Block{Quote{}});
    if (type == MD_BLOCK_UL) {
      open(Block{List{std::nullopt, spacing(static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight), {}}});
    }
    if (type == MD_BLOCK_OL) {
      const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      open(Block{List{list.start, spacing(list.is_tight), {}}});
    }
  }

  void leave_block(MD_BLOCKTYPE type, void* detail) {
    require(open_spans_.empty());
    if (type == MD_BLOCK_H) {
      append(Block{Heading{static_cast<MD_BLOCK_H_DETAIL*>(detail)->level, std::exchange(inlines_, {})}});
    }
    end_paragraph();
    if (type == MD_BLOCK_HR) append(Block{Rule{}});
    if (type == MD_BLOCK_CODE) end_code_block();
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL) close_block();
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_CODE:
        return add(Inline{Code{}});
      case MD_SPAN_EM:
        return open(type, Inline{Emphasis{}});
      case MD_SPAN_STRONG:
        return open(type, Inline{Strong{}});
      case MD_SPAN_A:
        return open(type, link_to(attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href)));
      case MD_SPAN_IMG:
        return open(type, link_to(attribute_text(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src)));
      default:
        return open(type, std::nullopt);  // belongs to an extension that is off
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_CODE) return;
    require(!open_spans_.empty() && open_spans_.back().type == type);
    bool kept = open_spans_.back().kept;
    open_spans_.pop_back();
    if (!kept) return;
    Inline closed = std::move(spans_.back());
    spans_.pop_back();
    if (auto* link = std::get_if<Link>(&closed.node); link != nullptr && link->content.empty()) {
      link->content.push_back({Text{link->target}});
    }
    add(std::move(closed));
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (type == MD_TEXT_BR) return add(Inline{LineBreak{}});
    if (type != MD_TEXT_CODE) return add_text(type, piece);
    std::string code = replace_all(std::string(piece), '\t', "    ");
    if (code_block_) {
      *code_block_ += code;
      return;
    }
    require(!content().empty());
    std::get<Code>(content().back().node).text += replace_all(std::move(code), '\n', " ");
  }

  Document finish() && {
    end_paragraph();
    return std::move(document_);
  }

 private:
  struct OpenSpan {
    MD_SPANTYPE type;
    bool kept;  // whether it is in `spans_`
  };

  static Spacing spacing(int is_tight) { return is_tight != 0 ? Spacing::tight : Spacing::loose; }

  // Where the next block goes: the innermost quote, the last item of the innermost list, or the document.
  Blocks& place() {
    if (blocks_.empty()) return document_;
    if (auto* quote = std::get_if<Quote>(&blocks_.back().node)) return quote->content;
    auto& items = std::get<List>(blocks_.back().node).items;
    if (items.empty()) items.emplace_back();
    return items.back();
  }

  // Where the next inline goes: the innermost span, or the paragraph that is being read.
  Inlines& content() {
    if (spans_.empty()) return inlines_;
    if (auto* emphasis = std::get_if<Emphasis>(&spans_.back().node)) return emphasis->content;
    if (auto* strong = std::get_if<Strong>(&spans_.back().node)) return strong->content;
    return std::get<Link>(spans_.back().node).content;
  }

  void add(Inline part) {
    Inlines& into = content();
    if (into.empty()) into.reserve(usual_inlines);
    into.push_back(std::move(part));
  }

  void append(Block block) { place().push_back(std::move(block)); }

  void open(Block block) {
    bool kept = blocks_.size() < max_nesting;
    kept_blocks_.push_back(kept);
    if (kept) blocks_.push_back(std::move(block));
  }

  void close_block() {
    require(!kept_blocks_.empty());
    bool kept = kept_blocks_.back();
    kept_blocks_.pop_back();
    if (!kept) return;
    Block closed = std::move(blocks_.back());
    blocks_.pop_back();
    append(std::move(closed));
  }

  void begin_item() {
    end_paragraph();
    require(!kept_blocks_.empty());
    if (kept_blocks_.back()) std::get<List>(blocks_.back().node).items.emplace_back();
  }

  // The text of a tight list's item comes without a paragraph around it.
  void end_paragraph() {
    if (!inlines_.empty()) append(Block{Paragraph{std::exchange(inlines_, {})}});
  }

  void end_code_block() {
    if (code_block_->ends_with('\n')) code_block_->pop_back();
    append(Block{CodeBlock{*std::exchange(code_block_, std::nullopt)}});
  }

  void open(MD_SPANTYPE type, std::optional<Inline> span) {
    bool kept = span.has_value() && spans_.size() < max_nesting;
    open_spans_.push_back({type, kept});
    if (kept) spans_.push_back(*std::move(span));
  }

  // None where a link may not be: in another link, or to what no customer should follow.
  std::optional<Inline> link_to(const std::string& address) const {
    bool in_link =
        std::ranges::any_of(spans_, [](const Inline& span) { return std::holds_alternative<Link>(span.node); });
    auto target = in_link ? std::nullopt : clean_target(address);
    return target ? std::optional(Inline{Link{*std::move(target), {}}}) : std::nullopt;
  }

  void add_text(MD_TEXTTYPE type, std::string_view piece) {
    if (content().empty() || !std::holds_alternative<Text>(content().back().node)) add(Inline{Text{}});
    std::string& text = std::get<Text>(content().back().node).text;
    if (type == MD_TEXT_SOFTBR) {
      text += ' ';
    } else if (type == MD_TEXT_NULLCHAR) {
      text += replacement_character;
    } else if (type == MD_TEXT_ENTITY) {
      text += decode_entity(piece);
    } else {
      append_with_single_spaces(text, piece);
    }
  }

  Document document_;
  std::vector<Block> blocks_;      // quotes and lists that are open, the innermost last
  std::vector<Inline> spans_;      // emphasis and links that are open, the innermost last
  std::vector<bool> kept_blocks_;  // for each open quote and list of the text: whether it is in `blocks_`
  std::vector<OpenSpan> open_spans_;
  Inlines inlines_;
  std::optional<std::string> code_block_;
};

// md4c is C: no exception may pass through it.
template <class Step>
int guarded(void* builder, Step step) noexcept {
  try {
    step(*static_cast<Builder*>(builder));
    return 0;
  } catch (...) {
    return -1;  // md4c 0.4.8 goes on after a positive one
  }
}

constexpr MD_PARSER parser = {
    0,
    MD_FLAG_NOHTML,
    [](MD_BLOCKTYPE type, void* detail, void* builder) {
      return guarded(builder, [&](Builder& open) { open.enter_block(type, detail); });
    },
    [](MD_BLOCKTYPE type, void* detail, void* builder) {
      return guarded(builder, [&](Builder& open) { open.leave_block(type, detail); });
    },
    [](MD_SPANTYPE type, void* detail, void* builder) {
      return guarded(builder, [&](Builder& open) { open.enter_span(type, detail); });
    },
    [](MD_SPANTYPE type, void*, void* builder) {
      return guarded(builder, [&](Builder& open) { open.leave_span(type); });
    },
    [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* builder) {
      return guarded(builder, [&](Builder& open) { open.text(type, {text, size}); });
    },
    nullptr,
    nullptr,
};

Document literally(std::string_view text) {
  Paragraph lines;
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(end)) {
    end = std::min(text.find('\n'), text.size());
    if (end > 0) append_with_single_spaces(lines.content.emplace_back().node.emplace<Text>().text, text.substr(0, end));
    if (end < text.size()) {
      lines.content.push_back({LineBreak{}});
      ++end;
    }
  }
  return lines.content.empty() ? Document{} : Document{{std::move(lines)}};
}

}  // namespace

Document parse(std::string_view text) {
  std::string clean = clean_text(text);
  if (clean.size() > max_parsed_bytes) return literally(clean);
  Builder builder;
  int failed = md_parse(clean.data(), static_cast<MD_SIZE>(clean.size()), &parser, &builder);
  return failed != 0 ? literally(clean) : std::move(builder).finish();
}

}  // namespace facteur::markdown
