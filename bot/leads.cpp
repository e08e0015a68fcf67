#include "bot/leads.h"

namespace facteur {
namespace {

// What no source tells for this domain is said to be unpublished, and the concept says what is usual.
void write_unpublished(Field field, Direction direction, const AccountView& account) {
  const std::string what = account.label(field, direction);
  account.writer.block(
      account.writer.phrase(Phrase::field_not_published, {{"what", what}, {"domain", account.domain}}));
  const Concept* usual = account.writer.knowledge().concept_named(to_string(field));
  if (usual != nullptr) account.writer.block(account.writer.words_of(*usual).text);
}

bool confirms(const Proposal& proposal, const Server& server) {
  if (proposal.field == Field::host) return server.host == proposal.value;
  if (proposal.field == Field::port) return std::to_string(server.port) == proposal.value;
  return to_string(server.security) == proposal.value;
}

bool is_confirmed_on(Direction direction, Field field, const Part& part, const AccountView& account) {
  const auto& server = account.server(direction);
  return part.proposal && part.proposal->field == field && server && confirms(*part.proposal, *server);
}

void write_lead(Field field, Direction direction, const Part& part, const AccountView& account) {
  const std::optional<std::string> value = account.published(field, direction);
  if (!value) {
    write_unpublished(field, direction, account);
    return;
  }
  const bool confirmed = is_confirmed_on(direction, field, part, account);
  account.writer.block(account.writer.phrase(confirmed ? Phrase::settings_confirmed : Phrase::settings_lead,
                                             {{"what", account.label(field, direction)},
                                              {"domain", account.domain},
                                              {"protocol", account.protocol_name()},
                                              {"value", *value}}));
}

// Sending may differ between an IMAP and a POP account of the same provider; whoever didn't say which hears both.
void write_difference(Field field, const AccountView& account, Protocol other_protocol,
                      const std::optional<Access>& other) {
  if (!other || !other->outgoing || !account.access.outgoing) return;
  if (field == Field::username || field == Field::authentication) return;
  const std::string value = value_of(field, *other->outgoing, account.writer);
  if (value == value_of(field, *account.access.outgoing, account.writer)) return;
  const std::string what = account.label(field, Direction::outgoing);
  const std::string protocol = name_of(other_protocol, account.writer);
  account.writer.block(
      account.writer.phrase(Phrase::settings_differs, {{"what", what}, {"protocol", protocol}, {"value", value}}));
}

bool is_asked_of(const Part& part, Direction direction) { return !part.direction || part.direction == direction; }

std::string shown(const Proposal& proposal, const ReplyWriter& writer) {
  if (proposal.field == Field::security) return name_of(*security_from(proposal.value), writer);
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

}  // namespace

bool is_confirmed(const Part& part, const std::optional<Access>& access) {
  const auto confirmed = [&](Direction direction, const std::optional<Server>& server) {
    return server && is_asked_of(part, direction) && confirms(*part.proposal, *server);
  };
  return part.proposal && access &&
         (confirmed(Direction::incoming, access->incoming) || confirmed(Direction::outgoing, access->outgoing));
}

void write_leads(const Part& asked, const AccountView& account) {
  const Part part = with_proposal(asked, account.access);
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

}  // namespace facteur
