#include "bot/wording.h"

#include <string>
#include <variant>

#include "connectors/markdown.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace markdown = facteur::markdown;
using facteur::escaped;
using facteur::Phrase;
using facteur::ReplyWriter;
using facteur::test::base_knowledge;
using facteur::test::language;

namespace {

// The one text that `parsed` is, if it is one paragraph of text and nothing else; else what kind of thing it is.
std::string plainly(const markdown::Document& parsed) {
  if (parsed.size() != 1) return "(" + std::to_string(parsed.size()) + " blocks)";
  const auto* paragraph = std::get_if<markdown::Paragraph>(&parsed.front().node);
  if (paragraph == nullptr) return "(no paragraph)";
  std::string text;
  for (const markdown::Inline& each : paragraph->content) {
    const auto* piece = std::get_if<markdown::Text>(&each.node);
    if (piece == nullptr) return "(markup)";
    text += piece->text;
  }
  return text;
}

ReplyWriter writer() { return {base_knowledge(), language("en")}; }

}  // namespace

TEST_CASE("a user's text with markup is shown letter for letter in a reply") {
  for (const std::string text : {
           "plain words",
           "**bold**",
           "*i* _i_ __b__ ***both***",
           "`code` ``more``",
           "[click](https://evil.example)",
           "[click][ref]",
           "![image](https://evil.example/x.png)",
           "[x]: https://evil.example",
           "<https://evil.example>",
           "<b>bold</b> <script>alert(1)</script>",
           "<!-- comment -->",
           "https://evil.example www.evil.example me@evil.example",
           "&amp; &lt; &#42; &#x2a; &nbsp;",
           "a \\* b \\",
           "\\",
           "\\\\",
           "\\`",
           "~~struck~~ ~x~",
           "|a|b|",
           "$x^2$ and $$y$$",
           "# heading",
           "===",
           "> quote",
           "+ item",
           "{placeholder} {domain}",
           "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~",
           "nplus.ca",
           "é ü ß 日本語 😀 \xE2\x80\xA6",
           "it's 5 * 3 * 2",
           "snake_case_name",
           "a*b*c a_b_c",
       }) {
    CAPTURE(text);
    CHECK(plainly(markdown::parse("“" + escaped(text) + "”")) == "“" + text + "”");
    const markdown::Document emphasised = markdown::parse("**" + escaped(text) + "**.");
    REQUIRE(emphasised.size() == 1);
  }
}

TEST_CASE("every character that a keyboard has stays itself beside every other") {
  std::string keyboard;
  for (char c = 0x21; c < 0x7F; ++c) keyboard += c;
  std::size_t right = 0;
  for (const char one : keyboard) {
    for (const char other : keyboard) {
      const std::string text{one, other, 'x', other, one};
      if (plainly(markdown::parse("a " + escaped(text) + " z")) != "a " + text + " z") FAIL("not plain: " + text);
      ++right;
    }
  }
  CHECK(right == keyboard.size() * keyboard.size());
}

TEST_CASE("a control character becomes a space, so that a user can't begin a new line, a list or an escape sequence") {
  CHECK(escaped("a\nb") == "a b");
  CHECK(escaped("a\r\n- b") == "a  - b");
  CHECK(escaped("a\tb") == "a b");
  CHECK(escaped(std::string("a\0b", 3)) == "a b");
  CHECK(escaped("\x1b\x7f") == "  ");
  CHECK(plainly(markdown::parse("“" + escaped("a\n# b") + "”")) == "“a # b”");
}

TEST_CASE("an empty text stays empty") { CHECK(escaped("").empty()); }

TEST_CASE("blocks are set off from each other, trimmed, and said once") {
  ReplyWriter reply = writer();
  reply.block("\n one \n");
  reply.block("");
  reply.block(" \n ");
  reply.block("two");
  reply.block("one");
  CHECK(reply.take().text == "one\n\ntwo");
}

TEST_CASE("lines are bullets of the block before") {
  ReplyWriter reply = writer();
  reply.block("**head**\n");
  reply.line(" first \n");
  reply.line("second");
  const std::string text = reply.take().text;
  const markdown::Document parsed = markdown::parse(text);
  CAPTURE(text);
  REQUIRE(parsed.size() == 2);
  CHECK(std::holds_alternative<markdown::Paragraph>(parsed[0].node));
  const auto* list = std::get_if<markdown::List>(&parsed[1].node);
  REQUIRE(list != nullptr);
  CHECK(list->items.size() == 2);
}

TEST_CASE("a link stands in the text and in the list, once, whatever its title") {
  ReplyWriter reply = writer();
  reply.link({"IMAP [or] *POP* <b>", "https://example.org/a_b?x=1&y=(2)"});
  reply.link({"again", "https://example.org/a_b?x=1&y=(2)"});
  const facteur::Reply taken = reply.take();
  CHECK(taken.links == std::vector<std::string>{"https://example.org/a_b?x=1&y=(2)"});
  const markdown::Document parsed = markdown::parse(taken.text);
  REQUIRE(parsed.size() == 1);
  const auto* paragraph = std::get_if<markdown::Paragraph>(&parsed.front().node);
  REQUIRE(paragraph != nullptr);
  const markdown::Link* link = nullptr;
  for (const markdown::Inline& each : paragraph->content) {
    if (const auto* found = std::get_if<markdown::Link>(&each.node)) link = found;
  }
  REQUIRE(link != nullptr);
  CHECK(link->target == "https://example.org/a_b?x=1&y=(2)");
  CHECK(link->content == markdown::Inlines{{markdown::Text{"IMAP [or] *POP* <b>"}}});
}

TEST_CASE("a phrase is filled in the writer's language, and a filling's own braces stay") {
  const ReplyWriter reply = writer();
  const std::string filled = reply.phrase(Phrase::unknown_domain, {{"domain", "{domain} {x}"}});
  CHECK(filled.find("{domain} {x}") != std::string::npos);
  CHECK(filled.find("{domain} {x}", filled.find("{domain} {x}") + 1) == std::string::npos);
}
