#include "bot/leads.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

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

void write_lead(Field field, Direction direction, const AccountView& account, Phrase phrase = Phrase::settings_lead) {
  const std::optional<std::string> value = account.published(field, direction);
  if (!value) {
    write_unpublished(field, direction, account);
    return;
  }
  account.writer.block(account.writer.phrase(phrase, {{"what", account.label(field, direction)},
                                                      {"domain", account.domain},
                                                      {"protocol", account.protocol_name()},
                                                      {"value", *value}}));
  // A device with one switch calls both kinds of encryption SSL.
  if (field == Field::security && account.server(direction)->security == Security::starttls)
    account.writer.block(account.writer.phrase(Phrase::settings_one_switch));
}

// Sending may differ between an IMAP and a POP account of the same provider; whoever didn't say which hears both.
void write_difference(Field field, const Part& part, const AccountView& account) {
  const bool either = !part.protocol || part.protocol == Protocol::smtp;
  const Protocol other_protocol = other_than(account.protocol);
  const auto& other = access_of(other_protocol, account.provider);
  if (!either || !other || !other->outgoing || !account.access.outgoing) return;
  if (field == Field::username || field == Field::authentication) return;
  const std::string value = value_of(field, *other->outgoing, account.writer);
  if (value == value_of(field, *account.access.outgoing, account.writer)) return;
  const std::string what = account.label(field, Direction::outgoing);
  const std::string protocol = name_of(other_protocol, account.writer);
  account.writer.block(
      account.writer.phrase(Phrase::settings_differs, {{"what", what}, {"protocol", protocol}, {"value", value}}));
}

constexpr std::array proposed_fields{Field::host, Field::port, Field::security};

bool holds(const Proposal& proposal, Field field) {
  if (field == Field::host) return proposal.host.has_value();
  if (field == Field::port) return proposal.port.has_value();
  return field == Field::security && proposal.security;
}

// Whether the value of the field that the proposal holds is the server's.
bool is_right(const Proposal& proposal, Field field, const Server& server) {
  if (field == Field::host) return server.host == proposal.host;
  if (field == Field::port) return std::to_string(server.port) == proposal.port;
  return server.security == proposal.security;
}

// How much of the proposal is the server's: its name tells more than its port, and that more than its security.
int agreement(const Proposal& proposal, const Server& server) {
  int sum = 0;
  int worth = 1 << proposed_fields.size();
  for (const Field field : proposed_fields) {
    worth /= 2;
    if (holds(proposal, field) && is_right(proposal, field, server)) sum += worth;
  }
  return sum;
}

// Of a security alone, each side is asked: the verdict is about all of them.
bool is_of_every_side(const Proposal& proposal) { return !proposal.side && !proposal.host && !proposal.port; }

// The sides whose server agrees best, and how well.
struct BestSides {
  std::vector<Direction> sides;
  int agreement = 0;
};

BestSides best_sides(const Proposal& proposal, const Access& access) {
  BestSides best;
  for (const Direction side : {Direction::incoming, Direction::outgoing}) {
    const auto& server = access.server(side);
    if (!server || (proposal.side && proposal.side != side)) continue;
    const int agrees = agreement(proposal, *server);
    if (agrees > best.agreement && !is_of_every_side(proposal)) best.sides.clear();
    if (agrees >= best.agreement || is_of_every_side(proposal)) best.sides.push_back(side);
    best.agreement = std::max(best.agreement, agrees);
  }
  return best;
}

std::string shown(const Proposal& proposal, Field field, const ReplyWriter& writer) {
  if (field == Field::host) return escaped(*proposal.host);
  if (field == Field::port) return *proposal.port;
  return name_of(*proposal.security, writer);
}

// What is wrong of the proposal on that side: "25, STARTTLS".
std::string wrong_values(const Proposal& proposal, Direction side, const AccountView& account) {
  std::string wrong;
  for (const Field field : proposed_fields) {
    if (!holds(proposal, field) || is_right(proposal, field, *account.server(side))) continue;
    wrong += (wrong.empty() ? "" : ", ") + shown(proposal, field, account.writer);
  }
  return wrong;
}

// Both ways to send are safe and in use (RFC 8314): one that isn't this domain's isn't wrong by itself.
bool is_other_way_to_send(const Proposal& proposal, Direction side, const Server& server) {
  const bool host_fits = !proposal.host || is_right(proposal, Field::host, server);
  const bool port_fits = !proposal.port || proposal.port == "465" || proposal.port == "587";
  return side == Direction::outgoing && host_fits && port_fits && proposal.security != Security::none;
}

enum class Verdicts : std::uint8_t { all, denials };

// Yes, or no and what is right; neither where one side has it and the other not.
void write_verdict(const Proposal& proposal, const Part& part, Verdicts verdicts, const AccountView& account) {
  const BestSides best = best_sides(proposal, account.access);
  if (best.sides.empty()) return;
  const auto wrong_on = [&](Direction side) { return wrong_values(proposal, side, account); };
  const std::string wrong = wrong_on(best.sides.front());
  const bool agree =
      std::all_of(best.sides.begin(), best.sides.end(), [&](Direction side) { return wrong_on(side) == wrong; });
  if (verdicts == Verdicts::denials && (!agree || wrong.empty())) return;
  if (agree && !wrong.empty()) {
    const Direction side = best.sides.front();
    const bool other_way = is_other_way_to_send(proposal, side, *account.server(side));
    // "No" answers a question.
    const bool plainly = other_way || verdicts == Verdicts::denials;
    account.writer.block(account.writer.phrase(plainly ? Phrase::settings_not_given : Phrase::settings_denied,
                                               {{"value", wrong}, {"domain", account.domain}}));
  }
  Phrase phrase = agree && wrong.empty() ? Phrase::settings_confirmed : Phrase::settings_lead;
  for (const Direction side : best.sides) {
    for (const Field field : proposed_fields) {
      if (!holds(proposal, field)) continue;
      write_lead(field, side, account, std::exchange(phrase, Phrase::settings_lead));
      if (side == Direction::outgoing) write_difference(field, part, account);
    }
  }
}

bool is_proposed(const Part& part, Field field) {
  return std::any_of(part.proposals.begin(), part.proposals.end(),
                     [&](const Proposal& proposal) { return holds(proposal, field); });
}

}  // namespace

int agreement(const Part& part, const std::optional<Access>& access) {
  if (!access) return 0;
  return std::accumulate(part.proposals.begin(), part.proposals.end(), 0, [&](int sum, const Proposal& proposal) {
    return sum + best_sides(proposal, *access).agreement;
  });
}

void write_denials(const Part& part, const AccountView& account) {
  for (const Proposal& proposal : part.proposals) write_verdict(proposal, part, Verdicts::denials, account);
}

void write_leads(const Part& part, const AccountView& account) {
  for (const Proposal& proposal : part.proposals) write_verdict(proposal, part, Verdicts::all, account);
  // "And for sending?", but not "and POP?", which is of the account.
  const bool by_protocol = part.direction == Direction::incoming && part.protocol;
  const bool of_a_side = part.fields.empty() && part.direction && !by_protocol && part.proposals.empty();
  for (const Field field : of_a_side ? std::vector(proposed_fields.begin(), proposed_fields.end()) : part.fields) {
    if (is_proposed(part, field)) continue;
    const bool one_value =
        field == Field::username || (field == Field::authentication && account.same_authentication());
    if (part.direction != Direction::outgoing) write_lead(field, Direction::incoming, account);
    if (part.direction == Direction::incoming || (one_value && !part.direction)) continue;
    write_lead(field, Direction::outgoing, account);
    write_difference(field, part, account);
  }
}

}  // namespace facteur
