#include "connectors/json_fields.h"

#include <nlohmann/json.hpp>

#include "tests/unit/catch.h"

using facteur::most_json_depth;
using facteur::parse_json;

namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("what nests without end is cut off, and what stands beside it is kept") {
  const auto parsed =
      parse_json(R"({"events":[{"id":1},{"id":2,"deep":)" + nested(100'000) + R"(},{"id":3}],"next":"t"})");
  REQUIRE(parsed["events"].size() == 3);
  CHECK(parsed["events"][1]["id"] == 2);
  CHECK(parsed["events"][2]["id"] == 3);
  CHECK(parsed["next"] == "t");
  CHECK(parsed.dump().size() < 4 * most_json_depth);
}

TEST_CASE("what isn't JSON is null, however deep") {
  CHECK(parse_json("").is_null());
  CHECK(parse_json("{").is_null());
  CHECK(parse_json("<html>").is_null());
  CHECK(parse_json(std::string(100'000, '[')).is_null());
  CHECK(parse_json("{\"a\":" + nested(200)).is_null());
  CHECK(parse_json("\"\xff\"").is_null());
}
