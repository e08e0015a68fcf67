#include "connectors/matrix_filter.h"

#include <nlohmann/json.hpp>

namespace facteur {
namespace {

using nlohmann::json;

const json& said() {
  static const json types{"m.room.message",      "m.room.redaction", "m.room.member",   "m.room.encryption",
                          "m.room.power_levels", "m.room.create",    "m.room.tombstone"};
  return types;
}

json nothing() { return {{"not_types", {"*"}}}; }

}  // namespace

json matrix_filter(int most_events) {
  // What we say ourselves is kept in: our own coming in is among it.
  json timeline{{"limit", most_events}, {"types", said()}, {"lazy_load_members", true}};
  json state{
      {"types", {"m.room.create", "m.room.member", "m.room.encryption", "m.room.power_levels", "m.room.tombstone"}},
      {"lazy_load_members", true}};
  json room{{"timeline", std::move(timeline)},
            {"state", std::move(state)},
            {"ephemeral", nothing()},
            {"account_data", nothing()}};
  return {{"room", std::move(room)}, {"presence", nothing()}, {"account_data", {{"types", {"m.direct"}}}}};
}

json matrix_history_filter() { return {{"types", said()}, {"lazy_load_members", true}}; }

}  // namespace facteur
