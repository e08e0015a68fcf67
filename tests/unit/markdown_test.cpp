#include "connectors/markdown.h"

#include <algorithm>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

// A document on one line, so that a table can hold it: p(text), h2(…), pre(…), quote(…), ul(item|item), ol3(…), rule;
// `code`, em(…), b(…), a<target>(…), ⏎. A loose list is ul~ or ol3~.
std::string outline(const markdown::Inlines& content);
std::string outline(const markdown::Blocks& blocks);

struct Outline {
  std::string operator()(const markdown::Text& text) const { return text.text; }
  std::string operator()(const markdown::Code& code) const { return "`" + code.text + "`"; }
  std::string operator()(const markdown::LineBreak& /*unused*/) const { return "⏎"; }
  std::string operator()(const markdown::Emphasis& emphasis) const { return "em(" + outline(emphasis.content) + ")"; }
  std::string operator()(const markdown::Strong& strong) const { return "b(" + outline(strong.content) + ")"; }
  std::string operator()(const markdown::Link& link) const {
    return "a<" + link.target + ">(" + outline(link.content) + ")";
  }
  std::string operator()(const markdown::Paragraph& paragraph) const { return "p(" + outline(paragraph.content) + ")"; }
  std::string operator()(const markdown::Heading& heading) const {
    return "h" + std::to_string(heading.level) + "(" + outline(heading.content) + ")";
  }
  std::string operator()(const markdown::CodeBlock& code) const { return "pre(" + code.text + ")"; }
  std::string operator()(const markdown::Quote& quote) const { return "quote(" + outline(quote.content) + ")"; }
  std::string operator()(const markdown::Rule& /*unused*/) const { return "rule"; }
  std::string operator()(const markdown::List& list) const {
    std::string text = list.first_number ? "ol" + std::to_string(*list.first_number) : "ul";
    if (list.spacing == markdown::Spacing::loose) text += "~";
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      text += (index == 0 ? "(" : "|") + outline(list.items[index]);
    }
    return text + ")";
  }
};

std::string outline(const markdown::Inlines& content) {
  std::string text;
  for (const auto& part : content) text += std::visit(Outline{}, part.node);
  return text;
}

std::string outline(const markdown::Blocks& blocks) {
  std::string text;
  for (const auto& block : blocks) text += (text.empty() ? "" : " ") + std::visit(Outline{}, block.node);
  return text;
}

std::string parsed(std::string_view text) { return outline(markdown::parse(text)); }

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t index = 0; index < count; ++index) all += text;
  return all;
}

struct Example {
  std::string source;
  std::string outline;
};

void each(const std::vector<Example>& examples) {
  for (const Example& example : examples) {
    INFO(example.source);
    CHECK(parsed(example.source) == example.outline);
  }
}

}  // namespace

TEST_CASE("CommonMark becomes a tree of blocks") {
  each({
      {"", ""},
      {" \n\t\n", ""},
      {"Bonjour", "p(Bonjour)"},
      {"one\ntwo", "p(one two)"},
      {"one\n\ntwo", "p(one) p(two)"},
      {"one\r\n\r\ntwo\rthree", "p(one) p(two three)"},
      {"one  \ntwo\\\nthree", "p(one⏎two⏎three)"},
      {"## IMAP", "h2(IMAP)"},
      {"IMAP\n====", "h1(IMAP)"},
      {"- a\n- b", "ul(p(a)|p(b))"},
      {"- a\n\n- b", "ul~(p(a)|p(b))"},
      {"3. a\n4. b", "ol3(p(a)|p(b))"},
      {"- a\n  - b\n    1. c\n- d", "ul(p(a) ul(p(b) ol1(p(c)))|p(d))"},
      {"- a\n\n  b", "ul~(p(a) p(b))"},
      {"-\n- a", "ul(|p(a))"},
      {"> a\n> > b\n\nc", "quote(p(a) quote(p(b))) p(c)"},
      {"> - a", "quote(ul(p(a)))"},
      {"- > a", "ul(quote(p(a)))"},
      {"```\na\n\n b\n```", "pre(a\n\n b)"},
      {"```ini\na=1\n```", "pre(a=1)"},
      {"```\n```", "pre()"},
      {"    a\n    \tb", "pre(a\n    b)"},
      {"- a\n  ```\n  b\n  ```", "ul(p(a) pre(b))"},
      {"a\n\n---\n\nb", "p(a) rule p(b)"},
  });
}

TEST_CASE("CommonMark becomes marked text") {
  each({
      {"**a** *b* `c`", "p(b(a) em(b) `c`)"},
      {"***a***", "p(em(b(a)))"},
      {"**`mail.nplus.ca`**", "p(b(`mail.nplus.ca`))"},
      {"`a\nb`", "p(`a b`)"},
      {"``a`b``", "p(`a`b`)"},
      {"`a`*b*`c`", "p(`a`em(b)`c`)"},
      {"[a **b**](https://example.org/c)", "p(a<https://example.org/c>(a b(b)))"},
      {"[a](https://example.org \"title\")", "p(a<https://example.org>(a))"},
      {"[a][1]\n\n[1]: https://example.org", "p(a<https://example.org>(a))"},
      {"<https://example.org>", "p(a<https://example.org>(https://example.org))"},
      {"<help@example.org>", "p(a<mailto:help@example.org>(help@example.org))"},
      {"[a](http://example.org)", "p(a<http://example.org>(a))"},
      {"[a](HTTPS://example.org)", "p(a<https://example.org>(a))"},
      {"[](https://example.org)", "p(a<https://example.org>(https://example.org))"},
      {"a\\*b\\*", "p(a*b*)"},
      {"a    b\tc\t d", "p(a b c d)"},
      {"a &nbsp; b", "p(a \u00A0 b)"},
      {"`a  b\tc`", "p(`a  b    c`)"},
      {"https://example.org", "p(https://example.org)"},
      {"snake_case_name", "p(snake_case_name)"},
      {"| a | b |\n|---|---|\n| c | d |", "p(| a | b | |---|---| | c | d |)"},
  });
}

TEST_CASE("entities become their characters, and what is none stays as it stands") {
  each({
      {"&amp;&lt;&gt;&quot;&apos;", "p(&<>\"')"},
      {"serveur&nbsp;: &eacute;&hellip;", "p(serveur\u00A0: é…)"},
      {"&#233;&#xE9;&#XE9;", "p(ééé)"},
      {"&lt;b&gt;", "p(<b>)"},
      {"&unheardof; &amp &; &#; &#x;", "p(&unheardof; &amp &; &#; &#x;)"},
      {"`&amp;`", "p(`&amp;`)"},
      {"&#0;", "p(\uFFFD)"},
      {"&#xD800;&#x110000;&#9999999;", "p(\uFFFD\uFFFD\uFFFD)"},
      {"a&#27;b&#x9b;c&#127;", "p(a\uFFFDb\uFFFDc\uFFFD)"},
      {"a&#10;b&#13;c&#9;d", "p(a b c d)"},
  });
}

TEST_CASE("raw HTML is text") {
  each({
      {"<b>a</b>", "p(<b>a</b>)"},
      {"a <script>alert(1)</script>", "p(a <script>alert(1)</script>)"},
      {"<div>\na\n</div>", "p(<div> a </div>)"},
      {"<!-- a -->", "p(<!-- a -->)"},
      {"<?php a ?>", "p(<?php a ?>)"},
      {"<a href=\"javascript:a\">b</a>", "p(<a href=\"javascript:a\">b</a>)"},
      {"<img src=x onerror=a>", "p(<img src=x onerror=a>)"},
      {"<b", "p(<b)"},
  });
}

TEST_CASE("an image is its description, which leads to it") {
  each({
      {"![a](https://example.org/a.png)", "p(a<https://example.org/a.png>(a))"},
      {"![a *b*](https://example.org/a.png)", "p(a<https://example.org/a.png>(a em(b)))"},
      {"![](https://example.org/a.png)", "p(a<https://example.org/a.png>(https://example.org/a.png))"},
      {"![a](a.png)", "p(a)"},
      {"[![a](https://example.org/a.png)](https://example.org)", "p(a<https://example.org>(a))"},
      {"![![a](https://example.org/a.png)](https://example.org)", "p(a<https://example.org>(a))"},
  });
}

TEST_CASE("a link to what no customer should follow is only its words") {
  for (std::string target : {
           "javascript:alert(1)",
           "JavaScript:alert(1)",
           "java&#10;script:alert(1)",
           "&#1;javascript:alert(1)",
           "vbscript:a",
           "data:text/html,a",
           "file:///etc/passwd",
           "ftp://example.org",
           "tg://user?id=1",
           "matrix:u/a:example.org",
           "//example.org",
           "/a",
           "a",
           "#a",
           "https:",
           "https:/example.org",
           "https://",
           "https:///a",
           "https://?a",
           "https://#a",
           "https://:80",
           "https://\\\\a",
           "http://",
           "mailto:",
           "mailto:?to=a@example.org",
           "&#32;https://example.org",
           "\u00A0https://example.org",
       }) {
    INFO(target);
    CHECK(parsed("[words](" + target + ")") == "p(words)");
    CHECK(parsed("![words](" + target + ")") == "p(words)");
  }
  CHECK(parsed("<javascript:alert(1)>") == "p(javascript:alert(1))");
  CHECK(parsed("[words](https://example.org/" + std::string(3000, 'a') + ")") == "p(words)");
}

TEST_CASE("a link's target can leave neither an attribute nor an escape sequence") {
  for (auto [target, clean] : std::vector<std::pair<std::string, std::string>>{
           {"https://example.org/\"onclick=a", "https://example.org/%22onclick=a"},
           {"https://example.org/'a", "https://example.org/%27a"},
           {"<https://example.org/a b>", "https://example.org/a%20b"},
           {"https://example.org/&lt;b&gt;", "https://example.org/%3Cb%3E"},
           {"https://example.org/&#27;]8;;a", "https://example.org/%EF%BF%BD]8;;a"},
           {"https://example.org/&#10;a", "https://example.org/%20a"},
           {"https://example.org/\x1b\\\\", "https://example.org/%EF%BF%BD%5C"},
           {"https://example.org/\x7f", "https://example.org/%EF%BF%BD"},
           {"https://example.org/é", "https://example.org/%C3%A9"},
           {"https://example.org/%C3%A9?a=b&amp;c#d", "https://example.org/%C3%A9?a=b&c#d"},
           {"https://[2001:db8::1]/", "https://[2001:db8::1]/"},
           {"https://example.org/`{|}^", "https://example.org/%60%7B%7C%7D%5E"},
       }) {
    INFO(target);
    CHECK(parsed("[a](" + target + ")") == "p(a<" + clean + ">(a))");
  }
}

TEST_CASE("what is not UTF-8, or controls a device, is replaced") {
  for (auto [bytes, clean] : std::vector<std::pair<std::string, std::string>>{
           {"a\xFFz", "a\uFFFDz"},
           {"a\xC3", "a\uFFFD"},
           {"a\xC3z", "a\uFFFDz"},
           {"a\x80z", "a\uFFFDz"},
           {"a\xC0\xAFz", "a\uFFFD\uFFFDz"},                      // overlong
           {"a\xED\xA0\x80z", "a\uFFFD\uFFFD\uFFFDz"},            // a surrogate
           {"a\xF4\x90\x80\x80z", "a\uFFFD\uFFFD\uFFFD\uFFFDz"},  // above U+10FFFF
           {"a\xF0\x9F\x98", "a\uFFFD\uFFFD\uFFFD"},
           {std::string("a\0z", 3), "a\uFFFDz"},
           {"a\x1B[31mz", "a\uFFFD[31mz"},
           {"a\x07\x08\x0B\x0C\x0E\x7Fz", "a" + times(6, "\uFFFD") + "z"},
           {"a\u0080\u009B\u009Fz", "a\uFFFD\uFFFD\uFFFDz"},
       }) {
    INFO(bytes);
    CHECK(parsed(bytes) == "p(" + clean + ")");
    CHECK(parsed("`" + bytes + "`") == "p(`" + clean + "`)");
    CHECK(parsed("```\n" + bytes + "\n```") == "pre(" + clean + ")");
  }
}

TEST_CASE("what is nested too deep keeps its text and loses its shape") {
  std::string lists;
  for (std::size_t depth = 0; depth < 200; ++depth) lists += std::string(2 * depth, ' ') + "- z\n";
  struct Nested {
    std::string source;
    std::ptrdiff_t letters;
  };
  for (const Nested& nested : {
           Nested{times(1000, "> ") + "z", 1},
           Nested{times(1000, "- ") + "z", 1},
           Nested{times(1000, "1) ") + "z", 1},
           Nested{times(500, "> - ") + "z", 1},
           Nested{lists, 200},
           Nested{times(1000, "*z **z ") + times(1000, "** *"), 2000},
           Nested{times(1000, "![") + "z" + times(1000, "](https://example.org)"), 1},
           Nested{times(1000, "> ") + "```\n" + times(1000, "> ") + "z", 1},
       }) {
    INFO(nested.source.substr(0, 20));
    std::string found = parsed(nested.source);
    CHECK(std::ranges::count(found, 'z') == nested.letters);
    std::ptrdiff_t depth = 0;
    std::ptrdiff_t deepest = 0;
    for (char character : found) {
      if (character == '(') deepest = std::max(deepest, ++depth);
      if (character == ')') --depth;
    }
    CHECK(deepest <= 2 * static_cast<std::ptrdiff_t>(markdown::max_nesting) + 1);
  }
}

TEST_CASE("a text too long to parse is taken literally") {
  std::string longest(markdown::max_parsed_bytes - 4, 'a');
  CHECK(parsed("**" + longest + "**") == "p(b(" + longest + "))");
  CHECK(parsed("**" + longest + "**\n\n\t`b`\n") == "p(**" + longest + "**⏎⏎ `b`⏎)");
}

TEST_CASE("a text that the parser gets wrong is taken literally") {
  each({
      {"[](*)*", "p([](*)*)"},
      {"**a**\n\n- [](_)_\n\nb\n", "p(**a**⏎⏎- [](_)_⏎⏎b⏎)"},
  });
}

TEST_CASE("equal texts are equal documents") {
  std::string text = "# a\n\n1. *b*\n   > [c](https://example.org)\n\n---\n\n`d`  \n**e**\n\n```\nf\n```";
  CHECK(markdown::parse(text) == markdown::parse(text));
  CHECK(markdown::parse(text) != markdown::parse(text + "g"));
}

}  // namespace facteur
