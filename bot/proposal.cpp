#include "bot/proposal.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace facteur {
namespace {

// The one value of all that are added; nothing where there are several, or none.
class OnlyValue {
 public:
  void add(std::string_view value) {
    several_ = several_ || (!value_.empty() && value != value_);
    value_ = value;
  }
  std::optional<Proposal> of(Field field) const {
    if (value_.empty() || several_) return std::nullopt;
    return Proposal{field, value_};
  }

 private:
  std::string value_;
  bool several_ = false;
};

std::optional<Proposal> host_proposed(const Evidence& evidence) {
  OnlyValue only;
  for (const NamedHost& host : evidence.reading().hosts) {
    if (evidence.begin() <= host.token && host.token < evidence.end()) only.add(host.name);
  }
  return only.of(Field::host);
}

std::optional<Proposal> port_proposed(const Evidence& evidence) {
  OnlyValue only;
  for (const Spot& spot : evidence.spots()) {
    if (spot.meaning.kind != Meaning::Kind::concept_ || evidence.concept_of(spot).field != Field::port) continue;
    const std::string_view word = evidence.reading().word(spot.end - std::size_t{1});
    if (is_number(word)) only.add(word);
  }
  return only.of(Field::port);
}

// "SSL" by itself names a value that is looked for as often as one that is doubted: it must be asked about.
std::optional<Proposal> security_proposed(const Evidence& evidence) {
  if (!evidence.is_question() && !evidence.has(Cue::whether)) return std::nullopt;
  OnlyValue only;
  for (const Spot& spot : evidence.concepts()) {
    if (const auto security = evidence.concept_of(spot).security) only.add(to_string(*security));
  }
  return only.of(Field::security);
}

}  // namespace

std::optional<Proposal> proposal_in(const Evidence& evidence, const std::vector<Field>& fields) {
  if (!evidence.has(Cue::whether) && evidence.has_any(Cue::what, Cue::ask)) return std::nullopt;
  if (evidence.reading().holds_password) return std::nullopt;
  if (fields.empty() || asks_for(fields, Field::host)) {
    if (auto host = host_proposed(evidence)) return host;
  }
  if (asks_for(fields, Field::port)) {
    if (auto port = port_proposed(evidence)) return port;
  }
  return asks_for(fields, Field::security) ? security_proposed(evidence) : std::nullopt;
}

}  // namespace facteur
