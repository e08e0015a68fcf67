#include "knowledge/phrases.h"

#include <algorithm>

namespace facteur {
namespace {

constexpr std::array<PhraseRule, phrase_count> rules{{
    {Phrase::side_incoming, "side_incoming", {"protocol"}},
    {Phrase::side_outgoing, "side_outgoing", {}},
    {Phrase::host_incoming, "host_incoming", {"protocol"}},
    {Phrase::host_outgoing, "host_outgoing", {}},
    {Phrase::port_incoming, "port_incoming", {"protocol"}},
    {Phrase::port_outgoing, "port_outgoing", {}},
    {Phrase::security_incoming, "security_incoming", {"protocol"}},
    {Phrase::security_outgoing, "security_outgoing", {}},
    {Phrase::username, "username", {}},
    {Phrase::authentication, "authentication", {}},
    {Phrase::authentication_incoming, "authentication_incoming", {"protocol"}},
    {Phrase::authentication_outgoing, "authentication_outgoing", {}},
    {Phrase::protocol_imap, "protocol_imap", {}},
    {Phrase::protocol_pop, "protocol_pop", {}},
    {Phrase::protocol_smtp, "protocol_smtp", {}},
    {Phrase::security_tls, "security_tls", {}},
    {Phrase::security_starttls, "security_starttls", {}},
    {Phrase::security_none, "security_none", {}},
    {Phrase::authentication_password, "authentication_password", {}},
    {Phrase::authentication_encrypted_password, "authentication_encrypted_password", {}},
    {Phrase::authentication_oauth2, "authentication_oauth2", {}},
    {Phrase::username_address, "username_address", {}},
    {Phrase::username_local_part, "username_local_part", {}},
    {Phrase::settings_lead, "settings_lead", {"what", "domain", "value"}},
    {Phrase::settings_heading, "settings_heading", {"domain", "protocol"}},
    {Phrase::settings_server, "settings_server", {"side", "host", "port", "security"}},
    {Phrase::settings_detail, "settings_detail", {"what", "value"}},
    {Phrase::table_server, "table_server", {}},
    {Phrase::table_port, "table_port", {}},
    {Phrase::table_security, "table_security", {}},
    {Phrase::settings_confirmed, "settings_confirmed", {"what", "domain", "protocol", "value"}},
    {Phrase::settings_denied, "settings_denied", {"value"}},
    {Phrase::settings_not_given, "settings_not_given", {"value", "domain"}},
    {Phrase::settings_differs, "settings_differs", {"what", "protocol", "value"}},
    {Phrase::settings_one_switch, "settings_one_switch", {}},
    {Phrase::settings_other_protocol, "settings_other_protocol", {"protocol"}},
    {Phrase::settings_not_offered, "settings_not_offered", {"domain", "protocol"}},
    {Phrase::field_not_published, "field_not_published", {"what", "domain"}},
    {Phrase::ask_domain, "ask_domain", {"choices"}},
    {Phrase::ask_domain_open, "ask_domain_open", {}},
    {Phrase::which_domain, "which_domain", {"written", "choices"}},
    {Phrase::where_domain_is, "where_domain_is", {}},
    {Phrase::which_program, "which_program", {"choices"}},
    {Phrase::corrected_domain, "corrected_domain", {"written", "domain"}},
    {Phrase::unknown_domain, "unknown_domain", {"domain"}},
    {Phrase::provider_notice, "provider_notice", {"notice"}},
    {Phrase::more, "more", {"link"}},
    {Phrase::greet, "greet", {}},
    {Phrase::thanks, "thanks", {}},
    {Phrase::help, "help", {}},
    {Phrase::human, "human", {}},
    {Phrase::not_understood, "not_understood", {}},
    {Phrase::another_subject, "another_subject", {}},
    {Phrase::no_more_to_say, "no_more_to_say", {}},
    {Phrase::password_warning, "password_warning", {}},
    {Phrase::welcome, "welcome", {}},
    {Phrase::encrypted_invitation, "encrypted_invitation", {}},
    {Phrase::turned_encrypted, "turned_encrypted", {}},
    {Phrase::prompt, "prompt", {}},
    {Phrase::how_to_end, "how_to_end", {}},
    {Phrase::farewell, "farewell", {}},
    {Phrase::forgotten, "forgotten", {}},
}};

constexpr bool rules_are_in_order() {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (static_cast<std::size_t>(rules[i].phrase) != i) return false;
  }
  return true;
}
static_assert(rules_are_in_order());

// The next {name} at or after `from`: the place of its braces, the end exclusive.
std::optional<std::pair<std::size_t, std::size_t>> next_placeholder(std::string_view text, std::size_t from) {
  const std::size_t open = text.find('{', from);
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = text.find('}', open);
  if (close == std::string_view::npos) return std::nullopt;
  return std::pair{open, close + 1};
}

}  // namespace

const std::array<PhraseRule, phrase_count>& phrase_rules() { return rules; }

std::string fill(std::string_view phrase, std::initializer_list<Filling> fillings) {
  std::string filled;
  std::size_t at = 0;
  while (const auto found = next_placeholder(phrase, at)) {
    const auto [begin, end] = *found;
    filled += phrase.substr(at, begin - at);
    const std::string_view name = phrase.substr(begin + 1, end - begin - 2);
    const auto* filling =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& each) { return each.first == name; });
    filled += filling == fillings.end() ? phrase.substr(begin, end - begin) : filling->second;
    at = end;
  }
  filled += phrase.substr(at);
  return filled;
}

std::optional<std::string> unknown_placeholder(const Placeholders& allowed, std::string_view text) {
  std::size_t at = 0;
  while (const auto found = next_placeholder(text, at)) {
    const auto [begin, end] = *found;
    const std::string_view name = text.substr(begin + 1, end - begin - 2);
    if (name.empty() || std::find(allowed.begin(), allowed.end(), name) == allowed.end()) return std::string(name);
    at = end;
  }
  return std::nullopt;
}

}  // namespace facteur
