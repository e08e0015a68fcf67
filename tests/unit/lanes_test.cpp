#include "bot/lanes.h"

#include <string>

#include "tests/unit/catch.h"

using namespace facteur;
using namespace std::chrono_literals;

namespace {

constexpr Moment noon{};

Waiting parcel(ParcelNumber number, const std::string& chat) {
  Waiting waiting;
  waiting.number = number;
  waiting.parcel.chat = chat;
  return waiting;
}

Lanes without_budget() {
  return {std::nullopt, [](std::string_view) { return std::nullopt; }, noon};
}

// The numbers of what goes now, as far as next() gives them.
std::vector<ParcelNumber> taken(Lanes& lanes, Moment now = noon) {
  std::vector<ParcelNumber> numbers;
  while (const auto next = lanes.next(now)) numbers.push_back(next->number);
  return numbers;
}

using Numbers = std::vector<ParcelNumber>;

}  // namespace

TEST_CASE("in a chat one parcel goes after the other, beside those of other chats") {
  Lanes lanes = without_budget();
  lanes.add({parcel(1, "a"), parcel(2, "a"), parcel(3, "b"), parcel(4, "a")}, noon);
  CHECK(taken(lanes) == Numbers{1, 3});
  lanes.finished("a", noon);
  CHECK(taken(lanes) == Numbers{2});
  lanes.finished("b", noon);
  CHECK(taken(lanes).empty());
  lanes.finished("a", noon);
  CHECK(taken(lanes) == Numbers{4});
  CHECK(lanes.held() == 0);
}

TEST_CASE("what is put back goes first, when its time has come") {
  Lanes lanes = without_budget();
  lanes.add({parcel(1, "a"), parcel(2, "a")}, noon);
  auto first = lanes.next(noon);
  REQUIRE(first);
  CHECK(lanes.failures("a") == 1);
  lanes.put_back(*first, noon + 4s, noon);
  CHECK(lanes.failures("a") == 2);
  CHECK(taken(lanes, noon + 3s).empty());
  CHECK(lanes.next_at(noon) == noon + 4s);
  CHECK(taken(lanes, noon + 4s) == Numbers{1});
  lanes.finished("a", noon + 4s);
  CHECK(lanes.failures("a") == 1);
  CHECK(taken(lanes, noon + 4s) == Numbers{2});
}

TEST_CASE("a chat's budget holds that chat alone") {
  Lanes lanes(
      std::nullopt,
      [](std::string_view chat) {
        return chat == "slow" ? std::optional(Budget{.per_second = 1, .burst = 1}) : std::nullopt;
      },
      noon);
  lanes.add({parcel(1, "slow"), parcel(2, "slow"), parcel(3, "fast"), parcel(4, "fast")}, noon);
  CHECK(taken(lanes) == Numbers{1, 3});
  lanes.finished("slow", noon);
  lanes.finished("fast", noon);
  CHECK(taken(lanes) == Numbers{4});
  CHECK(lanes.next_at(noon) == noon + 1s);
  CHECK(taken(lanes, noon + 1s) == Numbers{2});
}

TEST_CASE("the account's budget and a platform that asks for patience hold every chat") {
  Lanes lanes(
      Budget{.per_second = 1, .burst = 2}, [](std::string_view) { return std::nullopt; }, noon);
  lanes.add({parcel(1, "a"), parcel(2, "b"), parcel(3, "c"), parcel(4, "d")}, noon);
  CHECK(taken(lanes) == Numbers{1, 2});
  CHECK(lanes.next_at(noon) == noon + 1s);
  lanes.hold_account(noon + 30s);
  lanes.hold_account(noon + 10s);  // the longer one holds
  CHECK(taken(lanes, noon + 29s).empty());
  CHECK(lanes.next_at(noon) == noon + 30s);
  CHECK(taken(lanes, noon + 30s) == Numbers{3, 4});
}

TEST_CASE("a chat that has much to say leaves room for others, and the rest of it is asked for") {
  Lanes lanes = without_budget();
  std::vector<Waiting> many;
  const auto most = static_cast<ParcelNumber>(Lanes::most_in_lane);
  for (ParcelNumber number = 1; number <= most + 2; ++number) many.push_back(parcel(number, "a"));
  lanes.add(std::move(many), noon);
  CHECK(lanes.held() == Lanes::most_in_lane);
  for (ParcelNumber number = 1; number <= most; ++number) {
    CHECK_FALSE(lanes.next_empty());
    CHECK(taken(lanes) == Numbers{number});
    lanes.finished("a", noon);
  }
  const auto empty = lanes.next_empty();
  REQUIRE(empty);
  CHECK(empty->chat == "a");
  CHECK(empty->after == most);
  lanes.refill("a", {parcel(most + 1, "a"), parcel(most + 2, "a")}, noon);
  lanes.add({parcel(most + 2, "a")}, noon);  // the same once more, by the way that everything new comes
  CHECK(taken(lanes) == Numbers{most + 1});
  lanes.finished("a", noon);
  CHECK(taken(lanes) == Numbers{most + 2});
  lanes.finished("a", noon);
  CHECK(taken(lanes).empty());
  CHECK_FALSE(lanes.next_empty());
}

TEST_CASE("a chat that is cleared sends nothing of what it held, and takes new parcels") {
  Lanes lanes = without_budget();
  lanes.add({parcel(1, "a"), parcel(2, "a"), parcel(3, "b")}, noon);
  lanes.clear("a", noon);
  CHECK(lanes.held() == 1);
  CHECK(taken(lanes) == Numbers{3});
  lanes.add({parcel(4, "a")}, noon);
  CHECK(taken(lanes) == Numbers{4});
}
