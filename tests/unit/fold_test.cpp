#include "knowledge/fold.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/catch.h"

using facteur::fold;

namespace {

using namespace std::string_literals;

struct Row {
  std::string text;
  std::string folded;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.folded);
  }
}

// The code point in UTF-8; surrogates too, as broken programs write them.
std::string utf8(std::uint32_t point) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0U | point >> 6U), byte(0x80U | (point & 0x3FU))};
  if (point < 0x10000) {
    return {byte(0xE0U | point >> 12U), byte(0x80U | ((point >> 6U) & 0x3FU)), byte(0x80U | (point & 0x3FU))};
  }
  return {byte(0xF0U | point >> 18U), byte(0x80U | ((point >> 12U) & 0x3FU)), byte(0x80U | ((point >> 6U) & 0x3FU)),
          byte(0x80U | (point & 0x3FU))};
}

// Strict (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = at(i);
    std::size_t length = 0;
    if (first < 0x80)
      length = 1;
    else if (first >= 0xC2 && first < 0xE0)
      length = 2;
    else if (first >= 0xE0 && first < 0xF0)
      length = 3;
    else if (first >= 0xF0 && first < 0xF5)
      length = 4;
    if (length == 0) return false;
    for (std::size_t j = 1; j < length; ++j) {
      if (!continues(i + j)) return false;
    }
    const unsigned second = at(i + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return false;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return false;
    i += length;
  }
  return true;
}

// Why the text isn't a folded one, or nothing.
std::string flaw(const std::string& folded) {
  if (!is_utf8(folded)) return "not UTF-8";
  if (fold(folded) != folded) return "folding it again changes it";
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return "a control character";
    if (byte >= 'A' && byte <= 'Z') return "a capital";
    const bool blank = byte == ' ' || byte == '\n';
    const bool at_an_end = i == 0 || i + 1 == folded.size();
    if (blank && (at_an_end || folded[i - 1] == ' ' || folded[i - 1] == '\n')) return "a blank too many";
  }
  return "";
}

}  // namespace

TEST_CASE("capitals, accents and cedillas are folded away") {
  check_rows({{"IMAP", "imap"},
              {"Réglages", "reglages"},
              {"REC\u0327OIS", "recois"},
              {"e\u0301tE\u0301", "ete"},  // accents as characters of their own
              {"âêîôû äëïöü àèù ÿ ç ñ", "aeiou aeiou aeu y c n"},
              {"ÂÊÎÔÛ ÄËÏÖÜ ÀÈÙ Ÿ Ç Ñ", "aeiou aeiou aeu y c n"},
              {"İstanbul", "istanbul"},
              {"straße STRASSE", "strasse strasse"},
              {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
              {"", ""}});
}

TEST_CASE("ligatures and compatibility forms are spelt out") {
  check_rows({{"bo\u00EEte \u0153uvre C\u0152UR", "boite oeuvre coeur"},
              {"\u00E6 \u00C6 \u01FD", "ae ae ae"},
              {"\uFB01n \uFB04", "fin ffl"},
              {"\uFF29\uFF2D\uFF21\uFF30\uFF14", "imap4"},  // full width
              {"m\u00B2 \u2460 \u2122", "m2 1 tm"},
              {"\U0001D5DC\U0001D5E0\U0001D5D4\U0001D5E3", "imap"},  // mathematical bold, as in social networks
              {"\u2026", "..."}});
}

TEST_CASE("every apostrophe and hyphen is a space, as is none of the rest of ASCII's punctuation") {
  for (const char* mark :
       {"'",      "`", "\u2019", "\u2018", "\u201B", "\u02BC", "\u02B9", "\u2032", "\u00B4", "\uFF07",
        "\u055A", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\uFF0D", "\uFE63"}) {
    CAPTURE(mark);
    CHECK(fold("l"s + mark + "adresse e" + mark + "mail") == "l adresse e mail");
  }
  const std::string rest = "!\"#$%&()*+,./:;<=>?@[\\]^_{|}~";
  CHECK(fold(rest) == rest);
}

TEST_CASE("every space is one ordinary space, and none stands at an end") {
  for (const char* space :
       {" ", "\t", "\u00A0", "\u202F", "\u2009", "\u2002", "\u3000", "\u205F", "  ", " \u00A0\t "}) {
    CAPTURE(space);
    CHECK(fold(space + "port"s + space + "993" + space) == "port 993");
  }
  CHECK(fold(" - ' \t\u00A0").empty());
}

TEST_CASE("invisible characters are gone, as if they had not been typed") {
  for (const char* mark : {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u200F", "\u202A",
                           "\u202E", "\u2066", "\u2069", "\u180E", "\uFE0F", "\u0301", "\u061C"}) {
    CAPTURE(mark);
    CHECK(fold("im"s + mark + "ap") == "imap");
    CHECK(fold(mark).empty());
  }
}

TEST_CASE("a line break separates sentences, and swallows the blanks around it") {
  for (const char* line_break :
       {"\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", " \n", "\n ", "\n\n", " \r\n \n-"}) {
    CAPTURE(line_break);
    CHECK(fold("a"s + line_break + "b") == "a\nb");
    CHECK(fold("a"s + line_break) == "a");
    CHECK(fold(line_break + "b"s) == "b");
  }
}

TEST_CASE("what is no UTF-8, and NUL, is a space") {
  check_rows({{"a\0b"s, "a b"},
              {"a\x01\x1F\x7F"s
               "b",
               "a b"},
              {"a\x80"s
               "b",
               "a b"},
              {"a\xC3", "a"},
              {"a\xC3"s
               "b",
               "a b"},
              {"a\xE2\x82"s
               "b",
               "a b"},
              {"a\xF0\x9F\x98", "a"},
              {"a\xC0\x80"s
               "b",
               "a b"},  // NUL, overlong
              {"a\xE0\x81\x81"s
               "b",
               "a b"},  // 'A', overlong
              {"a\xED\xA0\x80"s
               "b",
               "a b"},  // a surrogate
              {"a\xF4\x90\x80\x80"s
               "b",
               "a b"},  // above U+10FFFF
              {"a\xFF\xFE"s
               "b",
               "a b"},
              {"caf\xE9", "caf"},  // Latin-1
              {"\xC3\xA9\xC3", "e"}});
}

TEST_CASE("other scripts and emoji stay as they are") {
  check_rows({{"日本", "日本"}, {"привет", "привет"}, {"a😀b", "a😀b"}, {"« a »", "« a »"}});
}

TEST_CASE("folding is final, for every code point there is") {
  std::string flawed;
  for (std::uint32_t point = 0; point < 0x110000; ++point) {
    const std::string why = flaw(fold("a" + utf8(point) + "b"));
    if (!why.empty() && flawed.size() < 1000) flawed += "U+" + std::to_string(point) + ": " + why + "\n";
  }
  CHECK(flawed.empty());
}

TEST_CASE("folding is final, for any bytes, and into storage used before") {
  const std::array<const char*, 16> pieces{"é",    "e\u0301", "’",    "-", " ",      "\n",   "\r",     "\xC3",
                                           "\xA9", "\u200B",  "\xFF", "O", "\u0153", "\xE2", "\u00A0", "\u0345"};
  std::mt19937 random(20260101);
  std::string folded;
  std::size_t right = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) {
      if (random() % 3 == 0)
        text.push_back(static_cast<char>(random() % 256));
      else
        text += pieces[random() % pieces.size()];
    }
    fold(text, folded);
    const std::string why = flaw(folded);
    CAPTURE(text);
    if (!why.empty()) FAIL(why);
    if (folded != fold(text)) FAIL("the two forms of fold differ");
    ++right;
  }
  CHECK(right == 20'000);
}
