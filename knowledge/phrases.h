// The sentences that Facteur says around its facts, by name; each language file gives the words, with {placeholders}.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace facteur {

enum class Phrase : std::uint8_t {
  // what the settings are called, and how their values read
  side_incoming,
  side_outgoing,
  host_incoming,
  host_outgoing,
  port_incoming,
  port_outgoing,
  security_incoming,
  security_outgoing,
  username,
  authentication,
  authentication_incoming,
  authentication_outgoing,
  protocol_imap,
  protocol_pop,
  protocol_smtp,
  security_tls,
  security_starttls,
  security_none,
  authentication_password,
  authentication_encrypted_password,
  authentication_oauth2,
  username_address,
  username_local_part,
  // an answer with settings
  settings_lead,
  settings_heading,
  settings_server,
  settings_detail,
  table_server,
  table_port,
  table_security,
  settings_confirmed,
  settings_denied,
  settings_not_given,
  settings_differs,
  settings_one_switch,
  settings_other_protocol,
  settings_not_offered,
  field_not_published,
  // about the domain
  ask_domain,
  ask_domain_open,
  which_domain,
  where_domain_is,
  which_program,
  corrected_domain,
  unknown_domain,
  provider_notice,
  // the conversation
  more,
  greet,
  thanks,
  help,
  human,
  not_understood,
  another_subject,
  no_more_to_say,
  password_warning,
  welcome,
  // where the conversation can't be read
  encrypted_invitation,
  turned_encrypted,
  // the terminal's own
  prompt,
  how_to_end,
  farewell,
  forgotten,
};

inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::forgotten) + 1;

// What may stand in braces; an empty name is none.
using Placeholders = std::array<std::string_view, 4>;

// Of a guide's text: {protocol} is that of the settings below.
inline constexpr Placeholders guide_placeholders{"protocol"};

struct PhraseRule {
  Phrase phrase;
  std::string_view name;  // the key in a language file's [phrases]
  Placeholders placeholders;
};

// One rule for each phrase, in the order of the enumeration.
const std::array<PhraseRule, phrase_count>& phrase_rules();

using Phrases = std::array<std::string, phrase_count>;

// A placeholder's name and what to put there. The value goes in as it is: CommonMark.
using Filling = std::pair<std::string_view, std::string_view>;

// The phrase with its placeholders filled; braces that name none of them stay as they are.
std::string fill(std::string_view phrase, std::initializer_list<Filling> fillings);

// The first {placeholder} in `text` that isn't among these, or nothing.
std::optional<std::string> unknown_placeholder(const Placeholders&, std::string_view text);

}  // namespace facteur
