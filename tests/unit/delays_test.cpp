#include "bot/delays.h"

#include "tests/unit/catch.h"

using namespace facteur;
using namespace std::chrono_literals;

TEST_CASE("a delay doubles with each failure, up to a minute") {
  struct Case {
    int failures;
    std::chrono::milliseconds whole;
  };
  const Case each = GENERATE(Case{1, 1s}, Case{2, 2s}, Case{3, 4s}, Case{6, 32s}, Case{7, 60s}, Case{8, 60s},
                             Case{2'000'000'000, 60s}, Case{0, 1s}, Case{-5, 1s});
  CAPTURE(each.failures);
  CHECK(growing_delay(each.failures, 0) == each.whole);
  CHECK(growing_delay(each.failures, 0.5) == each.whole * 3 / 4);
  CHECK(growing_delay(each.failures, 1) == each.whole / 2);
}

TEST_CASE("a chance that is none takes no more than a half away, and adds nothing") {
  CHECK(growing_delay(1, 7) == 500ms);
  CHECK(growing_delay(1, -7) == 1s);
}
