// The words of mail set-up, as types: protocols, directions, fields, security, and one server's settings.
// `to_string` gives the names that the knowledge files and the command line's JSON use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace facteur {

enum class Protocol : std::uint8_t { imap, pop, smtp };
enum class Direction : std::uint8_t { incoming, outgoing };
enum class Field : std::uint8_t { host, port, security, username, authentication };

// How a connection is protected: TLS from the first byte (RFC 8314's "implicit TLS"), an upgrade (RFC 3207, RFC 2595),
// or not.
enum class Security : std::uint8_t { tls, starttls, none };

// What the server expects: a password as it is (safe inside TLS), a challenge-response, or OAuth 2.0 (RFC 7628).
enum class Authentication : std::uint8_t { password, encrypted_password, oauth2 };

struct Server {
  std::string host;
  std::uint16_t port = 0;
  Security security = Security::tls;
  std::optional<Authentication> authentication;  // nothing where no source tells
  bool operator==(const Server&) const = default;
};

std::string_view to_string(Protocol);
std::string_view to_string(Direction);
std::string_view to_string(Field);
std::string_view to_string(Security);
std::string_view to_string(Authentication);

// The value of that name, or nothing.
std::optional<Protocol> protocol_from(std::string_view);
std::optional<Direction> direction_from(std::string_view);
std::optional<Field> field_from(std::string_view);
std::optional<Security> security_from(std::string_view);
std::optional<Authentication> authentication_from(std::string_view);

// The side a protocol serves: SMTP sends (RFC 6409), the others fetch.
Direction direction_of(Protocol);

// The port that IANA registers for a protocol with that security (RFC 8314, section 7), or nothing for a pair that has
// none.
std::optional<std::uint16_t> usual_port(Protocol, Security);

}  // namespace facteur
