// One domain's settings by one protocol, in a reply's language.
#pragma once

#include <optional>
#include <string>

#include "bot/wording.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct AccountView {
  const Provider& provider;
  const Access& access;
  Protocol protocol;  // imap or pop
  std::string domain;
  ReplyWriter& writer;

  const std::optional<Server>& server(Direction side) const { return access.server(side); }
  bool same_authentication() const {
    return access.incoming && access.outgoing && access.incoming->authentication == access.outgoing->authentication;
  }
  std::string label(Field, Direction) const;
  std::string protocol_name() const;
  // What the source tells of the field, where it does.
  std::optional<std::string> published(Field, Direction) const;
};

const std::optional<Access>& access_of(Protocol, const Provider&);
Protocol other_than(Protocol);  // REQUIRES: imap or pop

std::string name_of(Protocol, const ReplyWriter&);
std::string name_of(Security, const ReplyWriter&);
// REQUIRES: a host, a port or a security.
std::string value_of(Field, const Server&, const ReplyWriter&);

// The whole of them, once in a reply, however many of its parts show the account.
void write_table(const AccountView&);

}  // namespace facteur
