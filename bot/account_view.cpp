#include "bot/account_view.h"

namespace facteur {
namespace {

Phrase phrase_of(Protocol protocol) {
  switch (protocol) {
    case Protocol::imap:
      return Phrase::protocol_imap;
    case Protocol::pop:
      return Phrase::protocol_pop;
    case Protocol::smtp:
      return Phrase::protocol_smtp;
  }
  return Phrase::protocol_imap;
}

Phrase phrase_of(Security security) {
  switch (security) {
    case Security::tls:
      return Phrase::security_tls;
    case Security::starttls:
      return Phrase::security_starttls;
    case Security::none:
      return Phrase::security_none;
  }
  return Phrase::security_none;
}

Phrase phrase_of(Authentication authentication) {
  switch (authentication) {
    case Authentication::password:
      return Phrase::authentication_password;
    case Authentication::encrypted_password:
      return Phrase::authentication_encrypted_password;
    case Authentication::oauth2:
      return Phrase::authentication_oauth2;
  }
  return Phrase::authentication_password;
}

Phrase label_of(Field field, Direction direction) {
  const bool incoming = direction == Direction::incoming;
  switch (field) {
    case Field::host:
      return incoming ? Phrase::host_incoming : Phrase::host_outgoing;
    case Field::port:
      return incoming ? Phrase::port_incoming : Phrase::port_outgoing;
    case Field::security:
      return incoming ? Phrase::security_incoming : Phrase::security_outgoing;
    case Field::username:
      return Phrase::username;
    case Field::authentication:
      return incoming ? Phrase::authentication_incoming : Phrase::authentication_outgoing;
  }
  return Phrase::host_incoming;
}

std::optional<std::string> username_of(const AccountView& account) {
  if (!account.provider.username) return std::nullopt;
  return account.writer.phrase(*account.provider.username == UserName::address ? Phrase::username_address
                                                                               : Phrase::username_local_part);
}

std::optional<std::string> authentication_of(const AccountView& account, Direction direction) {
  const auto& server = account.server(direction);
  if (!server || !server->authentication) return std::nullopt;
  return account.writer.phrase(phrase_of(*server->authentication));
}

void write_server(Direction direction, const AccountView& account, Table& table) {
  const auto& server = account.server(direction);
  if (!server) return;
  const Phrase side = direction == Direction::incoming ? Phrase::side_incoming : Phrase::side_outgoing;
  const std::string side_name = account.writer.phrase(side, {{"protocol", account.protocol_name()}});
  const std::string security = name_of(server->security, account.writer);
  account.writer.line(account.writer.phrase(
      Phrase::settings_server,
      {{"side", side_name}, {"host", server->host}, {"port", std::to_string(server->port)}, {"security", security}}));
  account.writer.copy(server->host);
  table.rows.push_back({side_name, server->host, std::to_string(server->port), security});
}

// The servers in lines, and as the table that stands for these where a platform has tables.
void write_servers(const AccountView& account) {
  const ReplyWriter& writer = account.writer;
  Table table;
  table.heads = {account.protocol_name(), writer.phrase(Phrase::table_server), writer.phrase(Phrase::table_port),
                 writer.phrase(Phrase::table_security)};
  table.begin = writer.bytes();
  write_server(Direction::incoming, account, table);
  write_server(Direction::outgoing, account, table);
  table.end = writer.bytes();
  if (!table.rows.empty()) account.writer.table(std::move(table));
}

void write_detail(Field field, Direction direction, const AccountView& account) {
  const std::optional<std::string> value = account.published(field, direction);
  if (!value) return;
  account.writer.line(
      account.writer.phrase(Phrase::settings_detail, {{"what", account.label(field, direction)}, {"value", *value}}));
}

}  // namespace

std::string AccountView::protocol_name() const { return name_of(protocol, writer); }

std::string AccountView::label(Field field, Direction direction) const {
  const bool one_for_both = field == Field::authentication && same_authentication();
  const Phrase label = one_for_both ? Phrase::authentication : label_of(field, direction);
  return writer.phrase(label, {{"protocol", protocol_name()}});
}

std::optional<std::string> AccountView::published(Field field, Direction direction) const {
  if (field == Field::username) return username_of(*this);
  if (field == Field::authentication) return authentication_of(*this, direction);
  const auto& of_side = server(direction);
  if (!of_side) return std::nullopt;
  return value_of(field, *of_side, writer);
}

const std::optional<Access>& access_of(Protocol protocol, const Provider& provider) {
  return protocol == Protocol::pop ? provider.pop : provider.imap;
}

Protocol other_than(Protocol protocol) { return protocol == Protocol::imap ? Protocol::pop : Protocol::imap; }

std::string name_of(Protocol protocol, const ReplyWriter& writer) { return writer.phrase(phrase_of(protocol)); }

std::string name_of(Security security, const ReplyWriter& writer) { return writer.phrase(phrase_of(security)); }

std::string value_of(Field field, const Server& server, const ReplyWriter& writer) {
  if (field == Field::host) return "`" + server.host + "`";
  if (field == Field::port) return std::to_string(server.port);
  return name_of(server.security, writer);
}

void write_table(const AccountView& account) {
  const std::string heading = account.writer.phrase(
      Phrase::settings_heading, {{"domain", account.domain}, {"protocol", account.protocol_name()}});
  if (account.writer.says(heading)) return;
  account.writer.block(heading + "\n");
  write_servers(account);
  write_detail(Field::authentication, Direction::incoming, account);
  if (!account.same_authentication()) write_detail(Field::authentication, Direction::outgoing, account);
  write_detail(Field::username, Direction::incoming, account);
}

}  // namespace facteur
