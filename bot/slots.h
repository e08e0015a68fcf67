// The account and the side of it that a question is about, and the concepts that it names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/evidence.h"

namespace facteur {

std::optional<Protocol> protocol_in(const Evidence&);  // nothing where several are named
// The one that mail is fetched with, where SMTP is named beside it: "the SMTP port, I'm on POP"; else as protocol_in().
std::optional<Protocol> protocol_of_account(const Evidence&);
// "The IMAP port", "serveur POP": the protocol found is the server's, and not the account's.
bool is_of_a_server(const Spot& protocol, const Evidence&);
// Whether the side is named by itself, and not as what is there already.
bool names_direction(const Evidence&, Direction);
std::optional<Direction> direction_in(const Evidence&, const std::vector<Field>& fields, std::optional<Protocol>);
// The side that a well-known port number belongs to.
std::optional<Direction> direction_of_port(std::string_view digits);
// Of a trouble: "my mail won't send". Nothing where both sides are named, or neither.
std::optional<Direction> side_that_fails(const Evidence&);
std::vector<std::uint16_t> concepts_in(const Evidence&);

}  // namespace facteur
