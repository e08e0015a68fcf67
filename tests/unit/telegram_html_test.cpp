#include "connectors/telegram_html.h"

#include <algorithm>

#include "tests/telegram/html_model.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

std::string html(std::string_view text) { return render_telegram(markdown::parse(text)); }

std::vector<std::string> pieces(std::string_view text, TelegramLimits limits) {
  return telegram_split(markdown::parse(text), limits);
}

markdown::Document paragraph(markdown::Inlines content) { return {{markdown::Paragraph{std::move(content)}}}; }

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t time = 0; time < times; ++time) all += text;
  return all;
}

struct Example {
  std::string source;
  std::string shown;
};

}  // namespace

TEST_CASE("Telegram's HTML has a shape for most, and text for the rest") {
  for (const auto& [source, shown] : std::vector<Example>{
           {"", ""},
           {"a & b < c > \"d\"", "a &amp; b &lt; c &gt; &quot;d&quot;"},
           {"**a** *b* `c`", "<b>a</b> <i>b</i> <code>c</code>"},
           {"**a *b* c**", "<b>a <i>b</i> c</b>"},
           {"*a **b***", "<i>a </i><b><i>b</i></b>"},
           {"# a\n\nb", "<b>a</b>\n\nb"},
           {"a\nb", "a b"},
           {"a  \nb", "a\nb"},
           {"a\n\nb\n\nc", "a\n\nb\n\nc"},
           {"- a\n- b", "• a\n• b"},
           {"a\n\n- b\n- c\n\nd", "a\n\n• b\n• c\n\nd"},
           {"- a\n\n- b", "• a\n\n• b"},
           {"9. a\n10. b", "9. a\n10. b"},
           {"- a\n  - b\n    1. c\n- d", "• a\n  • b\n    1. c\n• d"},
           {"- - a\n  - b", "• • a\n  • b"},
           {"-\n- a", "• \n• a"},
           {"> a\n>\n> b", "<blockquote>a\n\nb</blockquote>"},
           {"a\n\n> b\n\nc", "a\n\n<blockquote>b</blockquote>\n\nc"},
           {"> a\n>\n> > b", "<blockquote>a\n\n» b</blockquote>"},
           {"> **a** `b`", "<blockquote><b>a</b> <code>b</code></blockquote>"},
           {"> - a\n> - b", "<blockquote>• a\n• b</blockquote>"},
           {"a\n\n---\n\nb", "a\n\n————————\n\nb"},
           {"```\na\n\n  <b>\n```", "<pre>a\n\n  &lt;b&gt;</pre>"},
           {"- ```\n  a\n  b\n  ```", "• <pre>a\nb</pre>"},
           {"[a](https://example.org)", "<a href=\"https://example.org\">a</a>"},
           {"[a](https://example.org/?b=1&c=2)", "<a href=\"https://example.org/?b=1&amp;c=2\">a</a>"},
           {"<https://example.org>", "<a href=\"https://example.org\">https://example.org</a>"},
           {"[**a** b](https://example.org)", "<a href=\"https://example.org\"><b>a</b> b</a>"},
           {"<help@example.org>", "help@example.org"},
           {"[us](mailto:help@example.org)", "us (help@example.org)"},
           {"![a](https://example.org/a.png)", "<a href=\"https://example.org/a.png\">a</a>"},
           {"&#60;b&#62;", "&lt;b&gt;"},
       }) {
    INFO(source);
    CHECK(html(source) == shown);
    CHECK(model::read_html(html(source)).refused == "");
  }
}

TEST_CASE("what Telegram does not nest is taken apart, and nothing of it is lost") {
  for (const auto& [source, shown] : std::vector<Example>{
           {"**a `b` c**", "<b>a </b><code>b</code><b> c</b>"},
           {"[a `b`](https://example.org)", "<a href=\"https://example.org\">a b</a>"},
           {"> > > a", "<blockquote>» » a</blockquote>"},
           {"> ```\n> a\n> ```", "<blockquote><pre>a</pre></blockquote>"},
           {"[a](https://localhost/b)", "a (https://localhost/b)"},
           {"[a](https://example.)", "a (https://example.)"},
           {"[a](https://marie@example.org/)", "a (https://marie@example.org/)"},
           {"[a](https://[::1]/)", "a (https://[::1]/)"},
       }) {
    INFO(source);
    CHECK(html(source) == shown);
    CHECK(model::read_html(html(source)).refused == "");
  }
  const markdown::Link inner{"https://b.example", {{markdown::Text{"b"}}}};
  const markdown::Link outer{"https://a.example", {{markdown::Text{"a"}}, {inner}}};
  CHECK(render_telegram(paragraph({{outer}})) == "<a href=\"https://a.example\">ab (https://b.example)</a>");
}

TEST_CASE("text built by hand can't become a tag, and no byte of it is refused") {
  const std::string shown = render_telegram(paragraph({{markdown::Text{"<a>\x01\xFF&amp;\t\xED\xA0\x80"}}}));
  CHECK(shown == "&lt;a&gt;\uFFFD\uFFFD&amp;amp; \uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a long reply is parted between blocks, else lines, else words, else characters") {
  using Pieces = std::vector<std::string>;
  CHECK(pieces("", {}).empty());
  CHECK(pieces("\u200B \u2800", {}).empty());
  CHECK(pieces("aaa\n\nbbb", {.units = 8}) == Pieces{"aaa\n\nbbb"});
  CHECK(pieces("aaa\n\nbbb", {.units = 7}) == Pieces{"aaa", "bbb"});
  CHECK(pieces("aa bb\n\ncc dd", {.units = 9}) == Pieces{"aa bb", "cc dd"});
  CHECK(pieces("- aaa\n- bbb", {.units = 8}) == Pieces{"• aaa", "• bbb"});
  CHECK(pieces("aaa bbb", {.units = 6}) == Pieces{"aaa", "bbb"});
  CHECK(pieces("aaaaaa", {.units = 4}) == Pieces{"aaaa", "aa"});
  CHECK(pieces("a\n\naaaaaaa aaaaaaa", {.units = 12}) == Pieces{"a\n\naaaaaaa", "aaaaaaa"});
  CHECK(pieces("**aaa bbb**", {.units = 4}) == Pieces{"<b>aaa</b>", "<b>bbb</b>"});
  CHECK(pieces("> [aaa bbb](https://example.org)", {.units = 4}) ==
        Pieces{"<blockquote><a href=\"https://example.org\">aaa</a></blockquote>",
               "<blockquote><a href=\"https://example.org\">bbb</a></blockquote>"});
}

TEST_CASE("a pair of surrogates is never cut") {
  CHECK(pieces("📬📬📬", {.units = 5}) == std::vector<std::string>{"📬📬", "📬"});
  CHECK(utf16_length("aé€📬") == 5);
}

TEST_CASE("a message holds at most a hundred entities and 4096 units") {
  const auto many = pieces(repeated("`a` ", 250), {});
  CHECK(many.size() == 3);
  for (const std::string& piece : many) CHECK(model::read_html(piece).entities <= most_telegram_entities);
  const auto longer = pieces(repeated("é📬 mot\n\n", 3000), {});
  CHECK(longer.size() > 5);
  CHECK(longer.size() < 12);
  for (const std::string& piece : longer) CHECK(utf16_length(model::read_html(piece).text) <= most_telegram_units);
}

TEST_CASE("the plain twin says the same") {
  CHECK(plain_of_telegram("<b>a</b> &lt;b&gt; &amp;amp; <code>c</code>") == "a <b> &amp; c");
  CHECK(plain_of_telegram("<a href=\"https://e.org/?a&amp;b\">c</a>.") == "c (https://e.org/?a&b).");
  CHECK(plain_of_telegram("<a href=\"https://e.org\">https://e.org</a>") == "https://e.org");
  CHECK(plain_of_telegram("<a href=\"https://e.org\">c</a>", 5) == "c");
  CHECK(plain_of_telegram("a < b") == "a ");
}

}  // namespace facteur
