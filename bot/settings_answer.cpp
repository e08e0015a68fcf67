#include "bot/settings_answer.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

constexpr std::size_t most_choices = 8;

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

// One domain's settings by one protocol, and the writer they go to.
struct Account {
  const Provider& provider;
  const Access& access;
  Protocol protocol;
  std::string domain;
  ReplyWriter& writer;

  const std::optional<Server>& server(Direction direction) const {
    return direction == Direction::incoming ? access.incoming : access.outgoing;
  }
  std::string protocol_name() const { return writer.phrase(phrase_of(protocol)); }
  bool same_authentication() const {
    return access.incoming && access.outgoing && access.incoming->authentication == access.outgoing->authentication;
  }
  std::string label(Field field, Direction direction) const {
    const bool one_for_both = field == Field::authentication && same_authentication();
    const Phrase label = one_for_both ? Phrase::authentication : label_of(field, direction);
    return writer.phrase(label, {{"protocol", protocol_name()}});
  }
};

std::string value_of(Field field, const Server& server, const ReplyWriter& writer) {
  if (field == Field::host) return "`" + server.host + "`";
  if (field == Field::port) return std::to_string(server.port);
  return writer.phrase(phrase_of(server.security));
}

std::optional<std::string> username_of(const Account& account) {
  if (!account.provider.username) return std::nullopt;
  return account.writer.phrase(*account.provider.username == UserName::address ? Phrase::username_address
                                                                               : Phrase::username_local_part);
}

std::optional<std::string> authentication_of(const Account& account, Direction direction) {
  const auto& server = account.server(direction);
  if (!server || !server->authentication) return std::nullopt;
  return account.writer.phrase(phrase_of(*server->authentication));
}

// What no source tells for this domain is said to be unpublished, and the concept says what is usual.
void write_unpublished(Field field, Direction direction, const Account& account) {
  const std::string what = account.label(field, direction);
  account.writer.block(
      account.writer.phrase(Phrase::field_not_published, {{"what", what}, {"domain", account.domain}}));
  const Concept* usual = account.writer.knowledge().concept_named(to_string(field));
  if (usual != nullptr) account.writer.block(account.writer.words_of(*usual).text);
}

// What the source tells of the field, where it does.
std::optional<std::string> published(Field field, Direction direction, const Account& account) {
  if (field == Field::username) return username_of(account);
  if (field == Field::authentication) return authentication_of(account, direction);
  const auto& server = account.server(direction);
  if (!server) return std::nullopt;
  return value_of(field, *server, account.writer);
}

bool confirms(const Proposal& proposal, const Server& server) {
  if (proposal.field == Field::host) return server.host == proposal.value;
  if (proposal.field == Field::port) return std::to_string(server.port) == proposal.value;
  return to_string(server.security) == proposal.value;
}

bool is_confirmed(const std::optional<Proposal>& proposal, Field field, Direction direction, const Account& account) {
  const auto& server = account.server(direction);
  return proposal && proposal->field == field && server && confirms(*proposal, *server);
}

void write_lead(Field field, Direction direction, const Part& part, const Account& account) {
  const std::optional<std::string> value = published(field, direction, account);
  if (!value) {
    write_unpublished(field, direction, account);
    return;
  }
  const bool confirmed = is_confirmed(part.proposal, field, direction, account);
  account.writer.block(account.writer.phrase(confirmed ? Phrase::settings_confirmed : Phrase::settings_lead,
                                             {{"what", account.label(field, direction)},
                                              {"domain", account.domain},
                                              {"protocol", account.protocol_name()},
                                              {"value", *value}}));
}

// Sending may differ between an IMAP and a POP account of the same provider; whoever didn't say which hears both.
void write_difference(Field field, const Account& account, Protocol other_protocol,
                      const std::optional<Access>& other) {
  if (!other || !other->outgoing || !account.access.outgoing) return;
  if (field == Field::username || field == Field::authentication) return;
  const std::string value = value_of(field, *other->outgoing, account.writer);
  if (value == value_of(field, *account.access.outgoing, account.writer)) return;
  const std::string what = account.label(field, Direction::outgoing);
  const std::string protocol = account.writer.phrase(phrase_of(other_protocol));
  account.writer.block(
      account.writer.phrase(Phrase::settings_differs, {{"what", what}, {"protocol", protocol}, {"value", value}}));
}

void write_server(Direction direction, const Account& account, Table& table) {
  const auto& server = account.server(direction);
  if (!server) return;
  const Phrase side = direction == Direction::incoming ? Phrase::side_incoming : Phrase::side_outgoing;
  const std::string side_name = account.writer.phrase(side, {{"protocol", account.protocol_name()}});
  const std::string security = account.writer.phrase(phrase_of(server->security));
  account.writer.line(account.writer.phrase(
      Phrase::settings_server,
      {{"side", side_name}, {"host", server->host}, {"port", std::to_string(server->port)}, {"security", security}}));
  account.writer.copy(server->host);
  table.rows.push_back({side_name, server->host, std::to_string(server->port), security});
}

// The servers in lines, and as the table that stands for these where a platform has tables.
void write_servers(const Account& account) {
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

void write_detail(Field field, Direction direction, const Account& account) {
  const std::optional<std::string> value = published(field, direction, account);
  if (!value) return;
  account.writer.line(
      account.writer.phrase(Phrase::settings_detail, {{"what", account.label(field, direction)}, {"value", *value}}));
}

// Once in a reply, however many of its parts show the account.
void write_table(const Account& account) {
  const std::string heading = account.writer.phrase(
      Phrase::settings_heading, {{"domain", account.domain}, {"protocol", account.protocol_name()}});
  if (account.writer.says(heading)) return;
  account.writer.block(heading + "\n");
  write_servers(account);
  write_detail(Field::authentication, Direction::incoming, account);
  if (!account.same_authentication()) write_detail(Field::authentication, Direction::outgoing, account);
  write_detail(Field::username, Direction::incoming, account);
}

void ask_domain(ReplyWriter& writer) {
  const DomainIndex& domains = writer.knowledge().domains;
  if (domains.size() == 0 || domains.size() > most_choices) {
    writer.block(writer.phrase(Phrase::ask_domain_open));
    return;
  }
  std::string list;
  for (DomainIndex::Id id = 0; id < domains.size(); ++id) {
    list += "- " + std::string(domains.name(id)) + "\n";
    writer.choice(domains.name(id));
  }
  writer.block(writer.phrase(Phrase::ask_domain, {{"choices", list}}));
}

void ask_which(const DomainMention& mention, ReplyWriter& writer) {
  std::string list;
  for (const DomainIndex::Id id : mention.candidates) {
    list += "- " + std::string(writer.knowledge().domains.name(id)) + "\n";
    writer.choice(writer.knowledge().domains.name(id));
  }
  writer.block(writer.phrase(Phrase::which_domain, {{"written", escaped(mention.written)}, {"choices", list}}));
}

const Provider& provider_of(DomainIndex::Id domain, const Knowledge& knowledge) {
  return knowledge.providers[knowledge.domains.provider(domain)];
}

// The provider of the part's account, or of the question's domain; where there is none, what is missing has been said.
const Provider* provider_of(const Part& part, const Question& question, MissingDomain missing, ReplyWriter& writer) {
  if (part.account) return &provider_of(*part.account, writer.knowledge());
  if (!question.domain) {
    if (missing == MissingDomain::ask) ask_domain(writer);
    return nullptr;
  }
  const DomainMention& mention = *question.domain;
  if (mention.candidates.size() > 1) {
    ask_which(mention, writer);
    return nullptr;
  }
  if (!mention.known()) {
    writer.block(writer.phrase(Phrase::unknown_domain, {{"domain", escaped(mention.written)}}));
    return nullptr;
  }
  if (!mention.exact) {
    writer.block(
        writer.phrase(Phrase::corrected_domain, {{"written", escaped(mention.written)}, {"domain", mention.domain}}));
  }
  return &provider_of(mention.candidates.front(), writer.knowledge());
}

// REQUIRES: provider_of() found one.
std::string domain_of(const Part& part, const Question& question, const Knowledge& knowledge) {
  return part.account ? std::string(knowledge.domains.name(*part.account)) : question.domain->domain;
}

const std::optional<Access>& access_of(Protocol protocol, const Provider& provider) {
  return protocol == Protocol::pop ? provider.pop : provider.imap;
}

Protocol other_than(Protocol protocol) { return protocol == Protocol::imap ? Protocol::pop : Protocol::imap; }

bool is_asked_of(const Part& part, Direction direction) { return !part.direction || part.direction == direction; }

bool is_confirmed(const Part& part, const std::optional<Access>& access) {
  const auto confirmed = [&](Direction direction, const std::optional<Server>& server) {
    return server && is_asked_of(part, direction) && confirms(*part.proposal, *server);
  };
  return part.proposal && access &&
         (confirmed(Direction::incoming, access->incoming) || confirmed(Direction::outgoing, access->outgoing));
}

// The protocol whose account is shown: the one asked for, else the one that has the value proposed, else IMAP where
// there is it.
Protocol protocol_shown(const Part& part, const Provider& provider) {
  if (part.protocol == Protocol::pop) return Protocol::pop;
  if (part.protocol == Protocol::imap) return Protocol::imap;
  const Protocol usual = provider.imap ? Protocol::imap : Protocol::pop;
  const bool other_has_it =
      !is_confirmed(part, access_of(usual, provider)) && is_confirmed(part, access_of(other_than(usual), provider));
  return other_has_it ? other_than(usual) : usual;
}

std::string shown(const Proposal& proposal, const ReplyWriter& writer) {
  if (proposal.field == Field::security) return writer.phrase(phrase_of(*security_from(proposal.value)));
  return escaped(proposal.value);
}

// The fields that lead; a server's name that is proposed is one of them, and where it is right tells the side.
Part with_proposal(Part part, const Access& access) {
  if (!part.proposal || part.proposal->field != Field::host) return part;
  if (part.fields.empty()) part.fields = {Field::host};
  const bool incoming = access.incoming && confirms(*part.proposal, *access.incoming);
  const bool outgoing = access.outgoing && confirms(*part.proposal, *access.outgoing);
  if (!part.direction && incoming != outgoing) part.direction = incoming ? Direction::incoming : Direction::outgoing;
  return part;
}

void write_leads(const Part& part, const Account& account) {
  if (part.proposal && !is_confirmed(part, account.access))
    account.writer.block(
        account.writer.phrase(Phrase::settings_denied, {{"value", shown(*part.proposal, account.writer)}}));
  const Protocol other = other_than(account.protocol);
  const bool either = !part.protocol || part.protocol == Protocol::smtp;
  for (const Field field : part.fields) {
    const bool one_value =
        field == Field::username || (field == Field::authentication && account.same_authentication());
    if (part.direction != Direction::outgoing) write_lead(field, Direction::incoming, part, account);
    if (part.direction == Direction::incoming || (one_value && !part.direction)) continue;
    write_lead(field, Direction::outgoing, part, account);
    if (either) write_difference(field, account, other, access_of(other, account.provider));
  }
}

}  // namespace

void write_settings(const Part& part, const Question& question, ReplyWriter& writer) {
  const Provider* provider = provider_of(part, question, MissingDomain::ask, writer);
  if (provider == nullptr) return;
  const std::string domain = domain_of(part, question, writer.knowledge());
  const Protocol protocol = protocol_shown(part, *provider);
  const auto& access = access_of(protocol, *provider);
  if (!access) {
    const std::string name = writer.phrase(phrase_of(protocol));
    writer.block(writer.phrase(Phrase::settings_not_offered, {{"domain", domain}, {"protocol", name}}));
    return;
  }
  const Account account{*provider, *access, protocol, domain, writer};
  write_leads(with_proposal(part, *access), account);
  write_table(account);
}

void write_other_protocol(const Part& part, const Question& question, ReplyWriter& writer) {
  if (part.protocol || !question.domain || !question.domain->known()) return;
  const Provider& provider = provider_of(question.domain->candidates.front(), writer.knowledge());
  const Protocol other = other_than(protocol_shown(part, provider));
  if (!access_of(other, provider)) return;
  const std::string name = writer.phrase(phrase_of(other));
  writer.block(writer.phrase(Phrase::settings_other_protocol, {{"protocol", name}}));
  writer.choice(name);
}

void write_settings_below(const Part& part, const Question& question, MissingDomain missing, ReplyWriter& writer) {
  const Provider* provider = provider_of(part, question, missing, writer);
  if (provider == nullptr) return;
  const Protocol protocol = protocol_shown(part, *provider);
  const auto& access = access_of(protocol, *provider);
  if (access) write_table({*provider, *access, protocol, domain_of(part, question, writer.knowledge()), writer});
}

}  // namespace facteur
