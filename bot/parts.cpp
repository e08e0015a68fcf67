#include "bot/parts.h"

#include <algorithm>

namespace facteur {
namespace {

template <typename Value>
void append_new(std::vector<Value>& to, const std::vector<Value>& from) {
  for (const Value& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

}  // namespace

void merge(Part& part, const Part& other) {
  if (part.host_is_implied && !other.fields.empty()) part.fields.clear();
  if (!other.host_is_implied || part.fields.empty()) append_new(part.fields, other.fields);
  part.host_is_implied = part.host_is_implied && other.host_is_implied;
  append_new(part.concepts, other.concepts);
  if (!part.protocol)
    part.protocol = other.protocol;
  else if (other.protocol && other.protocol != part.protocol)
    part.protocol.reset();
  if (part.direction != other.direction && part.direction && other.direction)
    part.direction.reset();
  else if (!part.direction)
    part.direction = other.direction;
  append_new(part.proposals, other.proposals);
  if (!part.guide) part.guide = other.guide;
  if (!part.problem) part.problem = other.problem;
}

bool compares_all(const Concept& topic, const std::vector<std::uint16_t>& named) {
  return topic.compares.size() > 1 &&
         std::all_of(topic.compares.begin(), topic.compares.end(),
                     [&](std::uint16_t index) { return std::find(named.begin(), named.end(), index) != named.end(); });
}

void add_once(std::vector<std::uint16_t>& concepts, const std::vector<std::uint16_t>& more) {
  append_new(concepts, more);
}

Part settings_of_explained(const Part& explained, Part settings, const Knowledge& knowledge) {
  if (settings.proposals.empty()) settings.proposals = explained.proposals;
  if (!settings.fields.empty() && !settings.host_is_implied) {
    if (!settings.direction && !settings.protocol && explained.protocol)
      settings.direction = direction_of(*explained.protocol);
    return settings;
  }
  for (const std::uint16_t index : explained.concepts) {
    const Concept& topic = knowledge.concepts[index];
    if (!topic.compares.empty() || (!topic.field && !topic.protocol)) continue;
    settings.fields = {topic.field.value_or(Field::host)};
    settings.host_is_implied = false;
    if (!settings.protocol) settings.protocol = topic.protocol ? topic.protocol : explained.protocol;
    if (!settings.direction) settings.direction = topic.direction;
    if (!settings.direction && settings.protocol && !topic.direction)
      settings.direction = direction_of(*settings.protocol);
    return settings;
  }
  return settings;
}

}  // namespace facteur
