#include "bot/bucket.h"

#include "tests/unit/catch.h"

using namespace facteur;
using namespace std::chrono_literals;

namespace {

constexpr Moment noon{};

}  // namespace

TEST_CASE("a bucket gives its burst at once, then as many a second as the platform takes") {
  Bucket bucket({.per_second = 2, .burst = 3}, noon);
  for (int i = 0; i < 3; ++i) {
    REQUIRE(bucket.ready_at(noon) == noon);
    bucket.take(noon);
  }
  CHECK(bucket.ready_at(noon) == noon + 500ms);
  CHECK(bucket.ready_at(noon + 200ms) == noon + 500ms);
  CHECK(bucket.ready_at(noon + 500ms) == noon + 500ms);
}

TEST_CASE("a bucket left alone is full again, and never holds more than its burst") {
  Bucket bucket({.per_second = 1, .burst = 2}, noon);
  bucket.take(noon);
  CHECK_FALSE(bucket.full(noon));
  CHECK_FALSE(bucket.full(noon + 999ms));
  CHECK(bucket.full(noon + 1s));
  const Moment later = noon + 24h;
  bucket.take(later);
  bucket.take(later);
  CHECK(bucket.ready_at(later) == later + 1s);
}

TEST_CASE("a clock that goes back takes nothing away") {
  Bucket bucket({.per_second = 1, .burst = 1}, noon);
  CHECK(bucket.ready_at(noon - 1h) == noon - 1h);
}

TEST_CASE("whoever waits until the time that was told may take one, however the rate rounds") {
  const double rate = GENERATE(0.1, 0.3, 0.7, 1.0 / 3, 3.0, 7.0, 30.0, 999.0);
  CAPTURE(rate);
  Bucket bucket({.per_second = rate, .burst = 1}, noon);
  Moment now = noon;
  for (int i = 0; i < 100; ++i) {
    now = bucket.ready_at(now);
    REQUIRE(bucket.ready_at(now) == now);
    bucket.take(now);
  }
  CHECK(now - noon >= std::chrono::milliseconds(static_cast<std::int64_t>(99 / rate * 1000)));
}

TEST_CASE("a budget of nothing is asked again each second, never at once") {
  Bucket bucket({.per_second = 0, .burst = 1}, noon);
  bucket.take(noon);
  CHECK(bucket.ready_at(noon) == noon + 1s);
}
