#include "bot/stats.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

namespace facteur {
namespace {

using Numbers = std::map<Count, std::int64_t>;

struct Stats {
  std::map<std::string, Numbers> days;
  Numbers total;
};

Stats gathered(const std::vector<CountedDay>& counted) {
  Stats stats;
  for (const CountedDay& each : counted) {
    stats.days[each.day][each.count] += each.number;
    stats.total[each.count] += each.number;
  }
  return stats;
}

void write_table(const std::string& head, const Numbers& numbers, std::string& table) {
  table += fmt::format("{}\n", head);
  for (const auto& [count, number] : numbers) {
    const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
    table += fmt::format("  {:<8} {:<14} {:<26} {:>10}\n", shown(count.language), shown(count.intent),
                         shown(count.outcome), number);
  }
}

nlohmann::ordered_json json_of(const Numbers& numbers) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& [count, number] : numbers) {
    list.push_back(
        {{"language", count.language}, {"intent", count.intent}, {"outcome", count.outcome}, {"number", number}});
  }
  return list;
}

}  // namespace

std::string stats_table(const std::vector<CountedDay>& counted) {
  const Stats stats = gathered(counted);
  std::string table;
  for (const auto& [day, numbers] : stats.days) write_table(day, numbers, table);
  write_table("in total", stats.total, table);
  return table;
}

std::string stats_json(const std::vector<CountedDay>& counted) {
  const Stats stats = gathered(counted);
  nlohmann::ordered_json json{{"total", json_of(stats.total)}, {"days", nlohmann::ordered_json::object()}};
  for (const auto& [day, numbers] : stats.days) json["days"][day] = json_of(numbers);
  return json.dump();
}

}  // namespace facteur
