// What several signs ask of a message's evidence, found once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bot/fields.h"
#include "bot/problems.h"
#include "bot/slots.h"
#include "bot/subjects.h"

namespace facteur {

struct Facts {
  explicit Facts(const Evidence&);

  std::optional<Protocol> protocol;
  FieldsFound found_fields;
  std::vector<Proposal> proposals;  // values that are told, and may be doubted
  std::optional<std::uint16_t> comparison;
  std::optional<std::uint16_t> general_guide;
  ProblemFound problem;
  bool domain;
  bool host;  // one of our servers, or one written like it
  bool client;
  bool concepts;
  bool asked;
  bool wants_settings;  // "dans mes réglages" only says where something stands
  bool technical;       // a concept that a setting has: protocol, direction, field
  bool sided;           // a concept that names a direction
  bool untechnical;     // a concept that no setting has: webmail
  bool telling;         // a concept of mail and nothing else
  bool compares_protocols;
  bool only_protocol;     // a protocol, and nothing of an account or a server
  bool chooses_security;  // "SSL ou STARTTLS" of a side or an account: one of them is the value
  bool states_trouble;    // it reports that something fails, rather than asking what to fill in
};

}  // namespace facteur
