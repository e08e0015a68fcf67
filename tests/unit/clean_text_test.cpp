#include "connectors/clean_text.h"

#include "tests/unit/catch.h"

namespace facteur {

TEST_CASE("line ends are one, tabs stay, and what else controls a device is replaced") {
  CHECK(clean_text("a\r\nb\rc\n\td") == "a\nb\nc\n\td");
  CHECK(clean_text("\n\r\r\n") == "\n\n\n");
  CHECK(clean_text("a\vb") == "a\uFFFDb");
  CHECK(clean_text("").empty());
}

TEST_CASE("a broken entity is a replacement character or itself") {
  CHECK(decode_entity("&#;") == "\uFFFD");
  CHECK(decode_entity("&#x;") == "\uFFFD");
  CHECK(decode_entity("&#-1;") == "\uFFFD");
  CHECK(decode_entity("&#99999999999999999999;") == "\uFFFD");
  CHECK(decode_entity("").empty());
  CHECK(decode_entity("&") == "&");
  CHECK(decode_entity("&nothing;") == "&nothing;");
}

TEST_CASE("only what a customer may follow is a target") {
  CHECK(clean_target("https://example.org/a b") == "https://example.org/a%20b");
  CHECK(clean_target("Mailto:help@example.org") == "mailto:help@example.org");
  CHECK_FALSE(clean_target("").has_value());
  CHECK_FALSE(clean_target("javascript:alert(1)").has_value());
  CHECK_FALSE(clean_target(" https://example.org").has_value());
  CHECK(clean_target("https://" + std::string(2040, 'a')).has_value());
  CHECK_FALSE(clean_target("https://" + std::string(2041, 'a')).has_value());
}

}  // namespace facteur
