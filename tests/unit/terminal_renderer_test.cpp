#include "connectors/terminal_renderer.h"

#include <algorithm>

#include "connectors/renderer.h"
#include "tests/unit/catch.h"

namespace facteur {
namespace {

std::string rendered(std::string_view text, TerminalStyle style) {
  return render_terminal(markdown::parse(text), style);
}

std::string plain(std::string_view text) { return rendered(text, plain_style); }

std::string wrapped(std::string_view text, int width) { return rendered(text, {Escapes::no, width}); }

// Escape sequences as {1}, so that a table can hold them.
std::string ansi(std::string_view text, int width = unwrapped) {
  std::string shown = rendered(text, ansi_style(width));
  for (std::size_t at = 0; (at = shown.find("\x1b[", at)) != std::string::npos;) {
    shown.replace(shown.find('m', at), 1, "}");
    shown.replace(at, 2, "{");
  }
  return shown;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all(1);
  for (char character : text) {
    if (character == '\n') {
      all.emplace_back();
    } else {
      all.back() += character;
    }
  }
  return all;
}

markdown::Document paragraph(markdown::Inlines content) { return {{markdown::Paragraph{std::move(content)}}}; }

struct Example {
  std::string source;
  std::string shown;
};

}  // namespace

TEST_CASE("plain text can be read without its marks") {
  for (const auto& [source, shown] : std::vector<Example>{
           {"", ""},
           {"**a** *b* `c`", "a b c"},
           {"# a\n\nb", "a\n\nb"},
           {"a\nb", "a b"},
           {"a  \nb", "a\nb"},
           {"- a\n- b", "- a\n- b"},
           {"a\n\n- b\n- c\n\nd", "a\n\n- b\n- c\n\nd"},
           {"- a\n\n- b", "- a\n\n- b"},
           {"1. a\n2. b", "1. a\n2. b"},
           {"9. a\n10. b", " 9. a\n10. b"},
           {"- a\n  - b\n    1. c\n- d", "- a\n  - b\n    1. c\n- d"},
           {"-\n- a", "-\n- a"},
           {"- a\n\n  b", "- a\n\n  b"},
           {"> a\n>\n> b", "> a\n>\n> b"},
           {"> > a", "> > a"},
           {"> - a\n>   b", "> - a b"},
           {"a\n\n---\n\nb", "a\n\n---\n\nb"},
           {"```\na\n\n  b\n```", "a\n\n  b"},
           {"- ```\n  a\n  b\n  ```", "- a\n  b"},
           {"[a](https://example.org)", "a (https://example.org)"},
           {"[**a** b](https://example.org), c", "a b (https://example.org), c"},
           {"<https://example.org>", "https://example.org"},
           {"[https://example.org](https://example.org)", "https://example.org"},
           {"[https://example.org](https://example.net)", "https://example.org (https://example.net)"},
           {"<help@example.org>", "help@example.org"},
           {"[us](mailto:help@example.org)", "us (mailto:help@example.org)"},
           {"[a](javascript:b)", "a"},
           {"![a](https://example.org/a.png)", "a (https://example.org/a.png)"},
           {"<b>a</b>", "<b>a</b>"},
           {"serveur&nbsp;: a", "serveur\u00A0: a"},
           {"| a | b |\n|---|---|\n| c | d |", "| a | b | |---|---| | c | d |"},
       }) {
    INFO(source);
    CHECK(plain(source) == shown);
  }
}

TEST_CASE("a colour terminal shows the marks, and each line switches off its own") {
  for (const auto& [source, shown] : std::vector<Example>{
           {"a", "a"},
           {"**a**", "{1}a{0}"},
           {"*a*", "{3}a{0}"},
           {"`a`", "{36}a{0}"},
           {"**`a`** b", "{1}{36}a{0} b"},
           {"**a *b* c**", "{1}a {3}b{0}{1} c{0}"},
           {"# a", "{1}a{0}"},
           {"**a  \nb**", "{1}a{0}\n{1}b{0}"},
           {"- a", "• a"},
           {"2. a", "2. a"},
           {"> a", "{2}│{0} a"},
           {"> a\n>\n> b", "{2}│{0} a\n{2}│{0}\n{2}│{0} b"},
           {"```\na\n\nb\n```", "  {36}a{0}\n\n  {36}b{0}"},
           {"[a](https://example.org)", "{4}a{0} ({2}https://example.org{0})"},
           {"<https://example.org>", "{4}https://example.org{0}"},
           {"---", "────────────────────"},
       }) {
    INFO(source);
    CHECK(ansi(source) == shown);
  }
  CHECK(ansi("**aa bb**", 3) == "{1}aa{0}\n{1}bb{0}");
  CHECK(ansi("[aa bb](https://example.org)", 4) == "{4}aa{0}\n{4}bb{0}\n({2}https://example.org{0})");
  CHECK(ansi("---", 3) == "───");
}

TEST_CASE("lines are broken at spaces, by what they measure on the screen") {
  struct Case {
    std::string source;
    int width;
    std::string shown;
  };
  for (const auto& [source, width, shown] : std::vector<Case>{
           {"aaa bbb ccc", 11, "aaa bbb ccc"},
           {"aaa bbb ccc", 10, "aaa bbb\nccc"},
           {"aaa bbb ccc", 7, "aaa bbb\nccc"},
           {"aaa bbb ccc", 6, "aaa\nbbb\nccc"},
           {"aaa bbb ccc", 1, "aaa\nbbb\nccc"},
           {"aaa  \nbbb ccc ddd", 7, "aaa\nbbb ccc\nddd"},
           {"ééé ééé", 7, "ééé ééé"},
           {"e\u0301e\u0301e\u0301 eee", 7, "e\u0301e\u0301e\u0301 eee"},  // combining accents take no column
           {"漢字 漢字", 8, "漢字\n漢字"},                                 // ideographs take two
           {"😀😀 😀😀", 9, "😀😀 😀😀"},
           {"aaa bb&nbsp;: c", 7, "aaa\nbb\u00A0: c"},
           {"aaa bb\u202F: c", 7, "aaa\nbb\u202F: c"},
           {"see https://example.org/aaaaaaaaaa now", 10, "see\nhttps://example.org/aaaaaaaaaa\nnow"},
           {"`a  b` ccc", 4, "a  b\nccc"},
           {"`  a`b", 3, "  ab"},
           {"aaa `b   `", 5, "aaa b"},
           {"aaa `b   `  \nc", 5, "aaa b\nc"},
           {"- aaa bbb ccc\n- ddd", 12, "- aaa bbb\n  ccc\n- ddd"},
           {"10. aaa bbb ccc", 14, "10. aaa bbb\n    ccc"},
           {"> aaa bbb ccc", 12, "> aaa bbb\n> ccc"},
           {"> - aaa bbb ccc", 14, "> - aaa bbb\n>   ccc"},
           {"```\naaa bbb ccc ddd\n```", 10, "aaa bbb ccc ddd"},
       }) {
    INFO(source << " in " << width);
    CHECK(wrapped(source, width) == shown);
  }
}

TEST_CASE("no width is too small") {
  std::string nested;
  for (int depth = 0; depth < 40; ++depth) nested += "> - ";
  for (int width : {-1, 1, 2, 3, 5, 20}) {
    for (Escapes escapes : {Escapes::no, Escapes::yes}) {
      INFO(width);
      std::string shown = rendered(nested + "a b\n\n---\n\n漢 **c** [d](https://example.org)", {escapes, width});
      for (std::string_view word : {"a", "b", "漢", "c", "d", "https://example.org"}) {
        CHECK(shown.find(word) != std::string::npos);
      }
    }
  }
}

TEST_CASE("no line is wider than the window unless it is one word") {
  std::string text =
      "Le serveur entrant de **henrietmoi.ca** est `imap.henrietmoi.ca`, port `993`, sécurité SSL/TLS.\n\n"
      "1. Ouvrez *Fichier*, puis **Ajouter un compte**, et choisissez [le guide](https://example.org/guide) 😀.\n"
      "   - un point sous le premier, assez long pour être coupé plusieurs fois\n\n> une citation qui ne tient pas";
  for (int width = 30; width <= 100; ++width) {
    for (const std::string& line : lines(wrapped(text, width))) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

namespace {

// Every place of a document that text can stand in, by way of the parser and without it.
std::vector<markdown::Document> documents_with(const std::string& text) {
  return {
      markdown::parse(text),
      markdown::parse("`" + text + "`"),
      markdown::parse("```" + text + "\n" + text + "\n```"),
      markdown::parse("[a](https://example.org/" + text + " \"" + text + "\")"),
      paragraph({{markdown::Text{text}}}),
      paragraph({{markdown::Text{"a\nb\tc" + text}}}),
      paragraph({{markdown::Code{text}}}),
      paragraph({{markdown::Link{text, {{markdown::Text{text}}}}}}),
      {{markdown::CodeBlock{text}}},
      {{markdown::Heading{1, {{markdown::Text{text}}}}}},
  };
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char character) {
    auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && byte != '\n') || byte == 0x7F;
  });
}

const std::string general_punctuation = "\xE2\x80";  // the first two bytes of U+2000 to U+203F
const std::string turns_right_to_left = general_punctuation + "\xAE";
const std::string isolates = std::string("\xE2\x81") + "\xA6";
const std::string eight_bit_escape = std::string("\x9B") + "31m";
const std::string null_byte{'a', '\0', 'b'};

}  // namespace

TEST_CASE("nothing that a text holds reaches the terminal as a command") {
  const std::vector<std::pair<std::string, std::string>> hostile_texts = {
      {"a colour", "\x1b[31m"},
      {"the window's title", "\x1b]0;title\x07"},
      {"a hidden link", "\x1b]8;;a\x1b\\"},
      {"an empty screen", "\x1b[2J\x1b[H"},
      {"a question that the terminal answers as if it were typed", "\x1bP+q\x1b\\"},
      {"eight-bit controls", eight_bit_escape},
      {"eight-bit controls in UTF-8", "\u009B31m\u0090\u009C"},
      {"a line written over", "a\rb"},
      {"a letter written over", "a\bb"},
      {"bells and whistles", "\a\v\f\x0e\x0f\x7f"},
      {"a null byte", null_byte},
      {"an escape behind half a character", "\xc3\x1b[31m"},
      {"an escape behind three quarters", "\xf0\x9f\x98\x1b[31m"},
      {"an address that reads backwards", turns_right_to_left + "gro.elpmaxe"},
      {"an isolate", isolates + "a"},
      {"other line ends", general_punctuation + "\xA8" + general_punctuation + "\xA9"},
      {"half a pair", "\xed\xa0\x80"},
  };
  for (const auto& [name, hostile] : hostile_texts) {
    INFO(name);
    for (const markdown::Document& document : documents_with(hostile)) {
      std::string shown = render_terminal(document, plain_style);
      CHECK_FALSE(has_control(shown));
      for (const std::string& control : {std::string("\u0090"), std::string("\u009B"), std::string("\u009C"),
                                         turns_right_to_left, isolates, general_punctuation + "\xA8"}) {
        CHECK(shown.find(control) == std::string::npos);
      }
      std::string coloured_text = render_terminal(document, ansi_style(80));
      for (std::string_view command : {"\x1b]", "\x1bP", "\x1b[31m", "\x1b[2J", "\x1b\\"}) {
        CHECK(coloured_text.find(command) == std::string::npos);
      }
    }
  }
}

TEST_CASE("a document built by hand may be as empty as can be") {
  markdown::Document empty = {
      {markdown::Paragraph{}},
      {markdown::Heading{}},
      {markdown::CodeBlock{}},
      {markdown::Quote{}},
      {markdown::List{}},
      {markdown::List{0, markdown::Spacing::loose, {{}, {}}}},
      {markdown::Quote{{{markdown::List{}}}}},
      {markdown::Paragraph{{{markdown::Strong{}}, {markdown::Emphasis{}}, {markdown::LineBreak{}}}}},
  };
  CHECK(render_terminal(empty, plain_style).find("0.") != std::string::npos);
  CHECK(render_terminal(empty, ansi_style(1)).find("0.") != std::string::npos);
  CHECK(render_terminal({}, plain_style).empty());
}

TEST_CASE("the numbers of a list never wrap around") {
  markdown::List list{4294967295U, markdown::Spacing::tight, {{}, {}}};
  CHECK(render_terminal({{list}}, plain_style) == "4294967295.\n4294967296.");
}

TEST_CASE("the words of a text are known without its marks") {
  auto document = markdown::parse("a **b `c`** [*d*](https://example.org)  \ne");
  CHECK(plain_text(std::get<markdown::Paragraph>(document.at(0).node).content) == "a b c d\ne");
}

TEST_CASE("an address is told once where the words already are the address") {
  CHECK(shows_target({"https://example.org", {{markdown::Text{"https://example.org"}}}}));
  CHECK(shows_target({"mailto:help@example.org", {{markdown::Strong{{{markdown::Text{"help@example.org"}}}}}}}));
  CHECK_FALSE(shows_target({"https://example.org", {{markdown::Text{"example.org"}}}}));
  CHECK_FALSE(shows_target({"https://example.org/a", {{markdown::Text{"https://example.org"}}}}));
  CHECK_FALSE(shows_target({"https://example.net", {{markdown::Text{"https://example.org"}}}}));
}

}  // namespace facteur
