// Any bytes as a conversation: each line is a message, and its first character says how it is said:
//   > in a direct chat   # in a group   @ in a group, to Facteur   + in a direct chat, 31 minutes later
//   * in a direct chat, with a password behind it
// Anything else belongs to a message in a direct chat. A carriage return stands for a line break in the message.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "bot/assistant.h"
#include "bot/outcome_json.h"
#include "connectors/markdown.h"
#include "knowledge/fold.h"
#include "tests/fuzz/promises.h"

namespace markdown = facteur::markdown;
using facteur::Conversation;
using facteur::Knowledge;
using facteur::Message;
using facteur::Outcome;
using facteur::Place;
using facteur::Reply;
using facteur::fuzz::hold;

namespace {

constexpr std::size_t most_messages = 16;
constexpr std::string_view password = "Zq7vxk9!";
constexpr std::string_view password_folded = "zq7vxk9";

// The names in `code` and the links of a document.
struct Shown {
  std::set<std::string> codes;
  std::set<std::string> targets;

  void add(const markdown::Inlines& content) {
    for (const markdown::Inline& each : content) std::visit([&](const auto& node) { see(node); }, each.node);
  }
  void add(const markdown::Blocks& blocks) {
    for (const markdown::Block& each : blocks) std::visit([&](const auto& node) { see(node); }, each.node);
  }
  void add(std::string_view text) { add(markdown::parse(text)); }

 private:
  void see(const markdown::Code& code) { codes.insert(code.text); }
  void see(const markdown::CodeBlock& code) { codes.insert(code.text); }
  void see(const markdown::Link& link) {
    targets.insert(link.target);
    add(link.content);
  }
  void see(const markdown::Quote& quote) { add(quote.content); }
  void see(const markdown::List& list) {
    for (const markdown::Blocks& item : list.items) add(item);
  }
  template <typename Node>
  void see(const Node& node) {
    if constexpr (requires { node.content; }) add(node.content);
  }
};

// All that the knowledge's own texts say in `code`, and every link it has.
Shown said_by(const Knowledge& knowledge) {
  Shown shown;
  const auto add = [&](const facteur::Topic& topic) {
    for (const auto& wording : topic.wordings) {
      if (!wording) continue;
      for (const std::string* text : {&wording->title, &wording->first, &wording->text}) shown.add(*text);
      for (const facteur::Link& link : wording->links) shown.targets.insert(link.url);
    }
  };
  for (const facteur::Concept& each : knowledge.concepts) add(each);
  for (const facteur::Guide& each : knowledge.guides) add(each);
  for (const facteur::Problem& each : knowledge.problems) add(each);
  for (const facteur::Language& language : knowledge.languages) {
    for (const std::string& phrase : language.phrases) shown.add(phrase);
  }
  for (const facteur::Provider& provider : knowledge.providers) {
    for (const facteur::Notice& notice : provider.notices) {
      for (const std::string& text : notice.text) shown.add(text);
    }
  }
  return shown;
}

void add_hosts(std::set<std::string>& hosts, facteur::DomainIndex::Id domain, const Knowledge& knowledge) {
  const facteur::Provider& provider = knowledge.provider_of(domain);
  for (const auto* access : {&provider.imap, &provider.pop}) {
    if (!*access) continue;
    if ((*access)->incoming) hosts.insert((*access)->incoming->host);
    if ((*access)->outgoing) hosts.insert((*access)->outgoing->host);
  }
}

// The servers that an answer to the question may name.
std::set<std::string> hosts_for(const facteur::Question& question, const Knowledge& knowledge) {
  std::set<std::string> hosts;
  if (!question.domain || !question.domain->known()) return hosts;
  add_hosts(hosts, question.domain->candidates.front(), knowledge);
  for (const facteur::Part& part : question.parts) {
    if (part.account) add_hosts(hosts, *part.account, knowledge);
  }
  return hosts;
}

void hold_promises_of_reply(const Reply& reply, const facteur::Question& question, const Knowledge& knowledge) {
  static const Shown own = said_by(knowledge);
  hold(!reply.text.empty() && facteur::fuzz::is_clean(reply.text), "a reply is UTF-8 without control characters");
  Shown shown;
  shown.add(reply.text);
  const std::set<std::string> hosts = hosts_for(question, knowledge);
  for (const std::string& code : shown.codes) {
    hold(hosts.contains(code) || (own.codes.contains(code) && !knowledge.hosts.contains(code)),
         "a reply names only the servers of the domain");
  }
  for (const std::string& target : shown.targets)
    hold(own.targets.contains(target), "a reply's links are the knowledge's");
  for (const std::string& link : reply.links) hold(shown.targets.contains(link), "the links listed stand in the text");
  for (const std::string& choice : reply.choices) {
    hold(knowledge.domains.exact(choice).has_value() || choice == "IMAP" || choice == "POP",
         "the choices are our domains and the protocols");
  }
  for (const std::string& copy : reply.copies) hold(hosts.contains(copy), "only the domain's servers are copied");
  std::size_t at = 0;
  for (const facteur::Table& table : reply.tables) {
    hold(at <= table.begin && table.begin < table.end && table.end <= reply.text.size(),
         "a table stands for some text, beyond the one before");
    for (const auto& row : table.rows) hold(row.size() == table.heads.size(), "a table's rows are whole");
    at = table.end;
  }
  hold(facteur::fold(reply.text).find(password_folded) == std::string::npos, "a password is not echoed");
}

bool same(const Conversation& one, const Conversation& other) {
  return one.last == other.last && one.language == other.language && one.domain == other.domain &&
         one.protocol == other.protocol && one.client == other.client && one.parts == other.parts &&
         one.domain_was_asked_for == other.domain_was_asked_for;
}

void hold_promises(const Outcome& outcome, const Message& message, const Conversation& before,
                   const Knowledge& knowledge) {
  const bool must_answer = message.place == Place::direct || message.addressed == facteur::Addressed::yes;
  hold(outcome.reply || !must_answer, "who talks to Facteur is answered");
  hold(outcome.reply || same(outcome.conversation, before), "where Facteur is silent, it remembers nothing");
  if (outcome.reply) hold_promises_of_reply(*outcome.reply, outcome.question, knowledge);
  const auto& kept = outcome.conversation.domain;
  hold(!kept || kept->known(), "only our domains are remembered");
  hold(!kept || facteur::fold(kept->written).find(password_folded) == std::string::npos,
       "a password is not remembered");
  const std::string json = to_json(outcome, knowledge);
  hold(json.find('\n') == std::string::npos && nlohmann::json::accept(json), "the outcome is a line of JSON");
  hold(json.find("Zq7") == std::string::npos, "a password is not in the JSON");
}

Message message_of(std::string_view line) {
  const char how = line.empty() ? '>' : line.front();
  const bool has_mark = std::string_view(">#@+*").find(how) != std::string_view::npos;
  Message message;
  message.text = has_mark && !line.empty() ? line.substr(1) : line;
  if (how == '*') message.text += " mot de passe : " + std::string(password);
  if (how == '#' || how == '@') message.place = Place::group;
  if (how == '@') message.addressed = facteur::Addressed::yes;
  std::replace(message.text.begin(), message.text.end(), '\r', '\n');
  return message;
}

// The fuzzer learns our password from what it is compared with; only one that was announced must stay hidden.
bool types_the_password(std::string_view input) {
  return input.find("Zq7") != std::string_view::npos || facteur::fold(input).find(password_folded) != std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  if (types_the_password(rest)) return 0;
  const Knowledge& knowledge = facteur::fuzz::base_knowledge();
  Conversation conversation;
  facteur::Time now{std::chrono::seconds{1'800'000'000}};
  for (std::size_t count = 0; count < most_messages && !rest.empty(); ++count) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    now += line.starts_with('+') ? std::chrono::minutes{31} : std::chrono::minutes{1};
    const Message message = message_of(line);
    Outcome outcome = respond(message, conversation, now, knowledge);
    const Outcome again = respond(message, conversation, now, knowledge);
    hold(outcome.reply == again.reply && same(outcome.conversation, again.conversation),
         "the same message gets the same answer");
    hold_promises(outcome, message, conversation, knowledge);
    conversation = std::move(outcome.conversation);
  }
  return 0;
}
