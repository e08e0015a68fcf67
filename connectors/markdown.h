// A reply as a tree: what the CommonMark of `Reply::text` says, ready for a renderer of any dialect.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace facteur::markdown {

// Every string in a parsed document is valid UTF-8 without control characters; only CodeBlock::text has line ends (\n).

struct Inline;
using Inlines = std::vector<Inline>;

struct Text {
  std::string text;
  bool operator==(const Text&) const = default;
};

struct Code {
  std::string text;
  bool operator==(const Code&) const = default;
};

struct LineBreak {
  bool operator==(const LineBreak&) const = default;
};

struct Emphasis {
  Inlines content;
  bool operator==(const Emphasis&) const = default;
};

struct Strong {
  Inlines content;
  bool operator==(const Strong&) const = default;
};

// `target` begins with https://, http:// or mailto: and is printable ASCII without spaces, quotes and angle brackets.
// `content` is never empty and holds no other link.
struct Link {
  std::string target;
  Inlines content;
  bool operator==(const Link&) const = default;
};

struct Inline {
  std::variant<Text, Code, LineBreak, Emphasis, Strong, Link> node;
  bool operator==(const Inline&) const = default;
};

struct Block;
using Blocks = std::vector<Block>;
using Document = Blocks;

struct Paragraph {
  Inlines content;
  bool operator==(const Paragraph&) const = default;
};

struct Heading {
  unsigned level = 1;  // 1 to 6
  Inlines content;
  bool operator==(const Heading&) const = default;
};

struct CodeBlock {
  std::string text;  // lines parted by \n, none after the last
  bool operator==(const CodeBlock&) const = default;
};

struct Quote {
  Blocks content;
  bool operator==(const Quote&) const = default;
};

enum class Spacing { tight, loose };

struct List {
  std::optional<unsigned> first_number;  // none: bullets
  Spacing spacing = Spacing::tight;      // loose: a blank line between the items
  std::vector<Blocks> items;
  bool operator==(const List&) const = default;
};

struct Rule {
  bool operator==(const Rule&) const = default;
};

struct Block {
  std::variant<Paragraph, Heading, CodeBlock, Quote, List, Rule> node;
  bool operator==(const Block&) const = default;
};

// How deep blocks, and within a block emphasis and links, lie in one another at most. What lies deeper keeps its text
// and loses its shape, so whoever walks a document may recurse.
inline constexpr std::size_t max_nesting = 16;

// A longer text is not parsed but taken literally: one link reference used again and again makes a document grow with
// the square of the text.
inline constexpr std::size_t max_parsed_bytes = std::size_t{64} * 1024;

// Any bytes give a document, and what CommonMark shows is never lost: what the parser can't make sense of is taken
// literally. CommonMark is https://spec.commonmark.org/0.30/, except that raw HTML is text, an image is a link to it, a
// link to any other scheme is only its words, and named entities that people do not type by hand stay as they stand.
Document parse(std::string_view text);

}  // namespace facteur::markdown
