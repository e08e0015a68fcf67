#include "bot/stored_conversation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace facteur {
namespace {

using Json = nlohmann::json;

constexpr std::array intents{Intent::settings, Intent::explain, Intent::compare, Intent::guide, Intent::troubleshoot,
                             Intent::greet,    Intent::thanks,  Intent::help,    Intent::human, Intent::none};

template <typename Topics>
std::optional<std::uint16_t> index_of(const Topics& topics, const Json& id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const auto& each) { return id == each.id; });
  if (found == topics.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - topics.begin());
}

template <typename Topics>
void write_id(Json& json, const char* key, const Topics& topics, std::optional<std::uint16_t> index) {
  if (index) json[key] = topics[*index].id;
}

Json written(const Proposal& proposal) {
  Json json = Json::object();
  if (proposal.port) json["port"] = *proposal.port;
  if (proposal.security) json["security"] = to_string(*proposal.security);
  if (proposal.side) json["side"] = to_string(*proposal.side);
  return json;
}

Json written(const Part& part, const Knowledge& knowledge) {
  Json json{{"intent", to_string(part.intent)}};
  if (part.protocol) json["protocol"] = to_string(*part.protocol);
  if (part.direction) json["direction"] = to_string(*part.direction);
  for (const Field field : part.fields) json["fields"].push_back(to_string(field));
  if (part.host_is_implied) json["host_is_implied"] = true;
  for (const std::uint16_t index : part.concepts) json["concepts"].push_back(knowledge.concepts[index].id);
  for (const Proposal& proposal : part.proposals) json["proposals"].push_back(written(proposal));
  write_id(json, "guide", knowledge.guides, part.guide);
  write_id(json, "problem", knowledge.problems, part.problem);
  return json;
}

std::string text(const Json& json, const char* key) { return json.value(key, std::string()); }

Json list(const Json& json, const char* key) { return json.value(key, Json::array()); }

Proposal proposal_read(const Json& json) {
  Proposal proposal;
  if (json.contains("port")) proposal.port = text(json, "port");
  proposal.security = security_from(text(json, "security"));
  proposal.side = direction_from(text(json, "side"));
  return proposal;
}

Part part_read(const Json& json, const Knowledge& knowledge) {
  Part part;
  const auto* intent = std::find_if(intents.begin(), intents.end(),
                                    [&](Intent each) { return to_string(each) == text(json, "intent"); });
  if (intent != intents.end()) part.intent = *intent;
  part.protocol = protocol_from(text(json, "protocol"));
  part.direction = direction_from(text(json, "direction"));
  for (const Json& name : list(json, "fields")) {
    if (const auto field = field_from(name.get<std::string>())) part.fields.push_back(*field);
  }
  part.host_is_implied = json.value("host_is_implied", false);
  for (const Json& id : list(json, "concepts")) {
    if (const auto index = index_of(knowledge.concepts, id)) part.concepts.push_back(*index);
  }
  for (const Json& proposal : list(json, "proposals")) part.proposals.push_back(proposal_read(proposal));
  part.guide = index_of(knowledge.guides, text(json, "guide"));
  part.problem = index_of(knowledge.problems, text(json, "problem"));
  return part;
}

std::optional<DomainMention> domain_read(const Json& names, const Knowledge& knowledge) {
  DomainMention mention;
  for (const Json& name : names) {
    if (const auto id = knowledge.domains.exact(name.get<std::string>())) mention.candidates.push_back(*id);
  }
  if (mention.candidates.empty()) return std::nullopt;
  mention.domain = knowledge.domains.name(mention.candidates.front());
  mention.written = mention.known() ? mention.domain : DomainIndex::name_of(mention.domain);
  mention.exact = mention.known();
  return mention;
}

Conversation read_checked(const Json& json, const Knowledge& knowledge) {
  Conversation conversation;
  conversation.last = Time(std::chrono::seconds(json.value("last", std::int64_t{0})));
  if (const auto language = index_of(knowledge.languages, text(json, "language")))
    conversation.language = static_cast<LanguageId>(*language);
  conversation.domain = domain_read(list(json, "domain"), knowledge);
  for (const Json& name : list(json, "accounts")) {
    if (const auto id = knowledge.domains.exact(name.get<std::string>())) conversation.accounts.push_back(*id);
  }
  conversation.protocol = protocol_from(text(json, "protocol"));
  conversation.client = index_of(knowledge.guides, text(json, "client"));
  for (const Json& part : list(json, "parts")) conversation.parts.push_back(part_read(part, knowledge));
  conversation.domain_was_asked_for = json.value("domain_was_asked_for", false);
  return conversation;
}

}  // namespace

std::string to_stored(const Conversation& conversation, const Knowledge& knowledge) {
  Json json{{"last", conversation.last.time_since_epoch().count()}};
  if (conversation.language) json["language"] = knowledge.languages[*conversation.language].id;
  if (conversation.domain) {
    for (const DomainIndex::Id id : conversation.domain->candidates)
      json["domain"].push_back(knowledge.domains.name(id));
  }
  for (const DomainIndex::Id id : conversation.accounts) json["accounts"].push_back(knowledge.domains.name(id));
  if (conversation.protocol) json["protocol"] = to_string(*conversation.protocol);
  write_id(json, "client", knowledge.guides, conversation.client);
  for (const Part& part : conversation.parts) json["parts"].push_back(written(part, knowledge));
  if (conversation.domain_was_asked_for) json["domain_was_asked_for"] = true;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Conversation from_stored(const std::string& stored, const Knowledge& knowledge) {
  if (stored.empty()) return {};
  try {
    return read_checked(Json::parse(stored), knowledge);
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace facteur
