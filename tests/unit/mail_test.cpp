#include "knowledge/mail.h"

#include <optional>
#include <string_view>

#include "tests/unit/catch.h"

namespace facteur {
namespace {

// Each value has a name of its own that leads back to it; nothing else does.
template <typename Value, typename From>
void check_names(std::initializer_list<Value> values, From from) {
  for (const Value value : values) {
    CAPTURE(to_string(value));
    CHECK_FALSE(to_string(value).empty());
    CHECK(from(to_string(value)) == value);
  }
  for (const std::string_view other : {"", " ", "IMAP", "imap ", "ssl", "0", "nothing"})
    CHECK_FALSE(from(other).has_value());
}

}  // namespace

TEST_CASE("every word of mail set-up has a name, which leads back to it") {
  check_names({Protocol::imap, Protocol::pop, Protocol::smtp}, protocol_from);
  check_names({Direction::incoming, Direction::outgoing}, direction_from);
  check_names({Field::host, Field::port, Field::security, Field::username, Field::authentication}, field_from);
  check_names({Security::tls, Security::starttls, Security::none}, security_from);
  check_names({Authentication::password, Authentication::encrypted_password, Authentication::oauth2},
              authentication_from);
  CHECK(to_string(Authentication::encrypted_password) == "encrypted-password");
}

TEST_CASE("SMTP sends, the others fetch") {
  CHECK(direction_of(Protocol::smtp) == Direction::outgoing);
  CHECK(direction_of(Protocol::imap) == Direction::incoming);
  CHECK(direction_of(Protocol::pop) == Direction::incoming);
}

TEST_CASE("the usual ports are IANA's") {
  CHECK(usual_port(Protocol::imap, Security::tls) == 993);
  CHECK(usual_port(Protocol::imap, Security::starttls) == 143);
  CHECK(usual_port(Protocol::pop, Security::tls) == 995);
  CHECK(usual_port(Protocol::pop, Security::starttls) == 110);
  CHECK(usual_port(Protocol::smtp, Security::tls) == 465);
  CHECK(usual_port(Protocol::smtp, Security::starttls) == 587);
  for (const Protocol protocol : {Protocol::imap, Protocol::pop, Protocol::smtp}) {
    CHECK_FALSE(usual_port(protocol, Security::none).has_value());
  }
}

}  // namespace facteur
