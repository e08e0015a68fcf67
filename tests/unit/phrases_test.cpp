#include "knowledge/phrases.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

const PhraseRule& rule_of(Phrase phrase) { return phrase_rules()[static_cast<std::size_t>(phrase)]; }

}  // namespace

TEST_CASE("every phrase has a rule of its own, under its own name") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < phrase_count; ++i) {
    CHECK(static_cast<std::size_t>(phrase_rules()[i].phrase) == i);
    CHECK_FALSE(phrase_rules()[i].name.empty());
    names.insert(phrase_rules()[i].name);
  }
  CHECK(names.size() == phrase_count);
}

TEST_CASE("placeholders are filled, as often as they stand there") {
  CHECK(fill("{what} pour {domain} : **{value}**", {{"what", "Port"}, {"domain", "nplus.ca"}, {"value", "993"}}) ==
        "Port pour nplus.ca : **993**");
  CHECK(fill("{a}{a}", {{"a", "x"}}) == "xx");
  CHECK(fill("{a}", {{"a", ""}}).empty());
  CHECK(fill("nothing", {{"a", "x"}}) == "nothing");
  CHECK(fill("", {{"a", "x"}}).empty());
}

TEST_CASE("what is filled in isn't filled again") { CHECK(fill("{a} {b}", {{"a", "{b}"}, {"b", "{a}"}}) == "{b} {a}"); }

TEST_CASE("braces that name no placeholder stay as they are") {
  for (const std::string_view text : {"{}", "{b}", "{", "}", "}{", "{ a }", "{A}", "a{", "{a", "a}", "{b{"}) {
    CAPTURE(text);
    CHECK(fill(text, {{"a", "x"}}) == text);
  }
}

TEST_CASE("a placeholder that the phrase doesn't know is found") {
  const PhraseRule& lead = rule_of(Phrase::settings_lead);
  CHECK_FALSE(unknown_placeholder(lead.placeholders, "{what} {domain} {value}").has_value());
  CHECK_FALSE(unknown_placeholder(lead.placeholders, "no braces").has_value());
  CHECK_FALSE(unknown_placeholder(lead.placeholders, "{value} only, and a } or { alone").has_value());
  CHECK(unknown_placeholder(lead.placeholders, "{value} {domian}") == "domian");
  CHECK(unknown_placeholder(lead.placeholders, "{Value}") == "Value");
  CHECK(unknown_placeholder(lead.placeholders, "{ value }") == " value ");
  CHECK(unknown_placeholder(lead.placeholders, "{}") == "");
  CHECK(unknown_placeholder(rule_of(Phrase::greet).placeholders, "{domain}") == "domain");
}

}  // namespace facteur
