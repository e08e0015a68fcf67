#include "bot/outcome_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace facteur {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <typename Value>
Json name_or_null(const std::optional<Value>& value) {
  return value ? Json(to_string(*value)) : Json(nullptr);
}

template <typename Value>
void append_new(Json& list, Value value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The first part that has it says what the answer used.
template <typename Value>
std::optional<Value> first_of(const std::vector<Part>& parts, std::optional<Value> Part::*member) {
  for (const Part& part : parts) {
    if (part.*member) return part.*member;
  }
  return std::nullopt;
}

Json concepts_of(const Question& question, const Knowledge& knowledge) {
  Json concepts = Json::array();
  for (const Part& part : question.parts) {
    for (const std::uint16_t index : part.concepts) append_new(concepts, knowledge.concepts[index].id);
  }
  for (const Part& part : question.parts) {
    for (const std::uint16_t index : part.concepts) {
      for (const std::uint16_t general : knowledge.concepts[index].kind_of)
        append_new(concepts, knowledge.concepts[general].id);
    }
  }
  return concepts;
}

Json fields_of(const Question& question) {
  Json fields = Json::array();
  for (const Part& part : question.parts) {
    if (part.intent != Intent::settings) continue;
    for (const Field field : part.fields) append_new(fields, std::string(to_string(field)));
  }
  return fields;
}

Json intents_of(const Question& question) {
  Json intents = Json::array();
  for (const Part& part : question.parts) append_new(intents, std::string(to_string(part.intent)));
  return intents;
}

}  // namespace

std::string to_json(const Outcome& outcome, const Knowledge& knowledge) {
  const Question& question = outcome.question;
  const auto problem = first_of(question.parts, &Part::problem);
  const Json fields = fields_of(question);
  Json json;
  json["language"] = knowledge.languages[question.language].id;
  json["intent"] = to_string(question.intent());
  json["intents"] = intents_of(question);
  json["domain"] = question.domain ? Json(question.domain->domain) : Json(nullptr);
  json["protocol"] = name_or_null(first_of(question.parts, &Part::protocol));
  json["direction"] = name_or_null(first_of(question.parts, &Part::direction));
  json["field"] = fields.empty() ? Json(nullptr) : fields.front();
  json["fields"] = fields;
  json["concepts"] = concepts_of(question, knowledge);
  json["client"] = question.client ? Json(knowledge.guides[*question.client].client) : Json(nullptr);
  json["problem"] = problem ? Json(knowledge.problems[*problem].id) : Json(nullptr);
  json["replied"] = outcome.reply.has_value();
  json["reply"] = outcome.reply ? Json(outcome.reply->text) : Json(nullptr);
  json["links"] = outcome.reply ? Json(outcome.reply->links) : Json::array();
  return dumped(json);
}

std::string error_json(std::string_view message) { return dumped(Json{{"error", message}}); }

}  // namespace facteur
