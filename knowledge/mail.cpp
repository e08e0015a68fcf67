#include "knowledge/mail.h"

#include <array>
#include <utility>

namespace facteur {
namespace {

template <typename Value, std::size_t size>
using Names = std::array<std::pair<Value, std::string_view>, size>;

constexpr Names<Protocol, 3> protocol_names{
    {{Protocol::imap, "imap"}, {Protocol::pop, "pop"}, {Protocol::smtp, "smtp"}}};
constexpr Names<Direction, 2> direction_names{{{Direction::incoming, "incoming"}, {Direction::outgoing, "outgoing"}}};
constexpr Names<Field, 5> field_names{{{Field::host, "host"},
                                       {Field::port, "port"},
                                       {Field::security, "security"},
                                       {Field::username, "username"},
                                       {Field::authentication, "authentication"}}};
constexpr Names<Security, 3> security_names{
    {{Security::tls, "tls"}, {Security::starttls, "starttls"}, {Security::none, "none"}}};
constexpr Names<Authentication, 3> authentication_names{{{Authentication::password, "password"},
                                                         {Authentication::encrypted_password, "encrypted-password"},
                                                         {Authentication::oauth2, "oauth2"}}};

template <typename Value, std::size_t size>
std::string_view name_in(const Names<Value, size>& names, Value value) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return {};
}

template <typename Value, std::size_t size>
std::optional<Value> value_in(const Names<Value, size>& names, std::string_view wanted) {
  for (const auto& [value, name] : names) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Protocol value) { return name_in(protocol_names, value); }
std::string_view to_string(Direction value) { return name_in(direction_names, value); }
std::string_view to_string(Field value) { return name_in(field_names, value); }
std::string_view to_string(Security value) { return name_in(security_names, value); }
std::string_view to_string(Authentication value) { return name_in(authentication_names, value); }

std::optional<Protocol> protocol_from(std::string_view name) { return value_in(protocol_names, name); }
std::optional<Direction> direction_from(std::string_view name) { return value_in(direction_names, name); }
std::optional<Field> field_from(std::string_view name) { return value_in(field_names, name); }
std::optional<Security> security_from(std::string_view name) { return value_in(security_names, name); }
std::optional<Authentication> authentication_from(std::string_view name) {
  return value_in(authentication_names, name);
}

Direction direction_of(Protocol protocol) {
  return protocol == Protocol::smtp ? Direction::outgoing : Direction::incoming;
}

std::optional<std::uint16_t> usual_port(Protocol protocol, Security security) {
  if (security == Security::none) return std::nullopt;
  const bool implicit = security == Security::tls;
  switch (protocol) {
    case Protocol::imap:
      return implicit ? 993 : 143;
    case Protocol::pop:
      return implicit ? 995 : 110;
    case Protocol::smtp:
      return implicit ? 465 : 587;
  }
  return std::nullopt;
}

}  // namespace facteur
