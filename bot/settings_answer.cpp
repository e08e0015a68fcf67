#include "bot/settings_answer.h"

#include <algorithm>
#include <optional>

#include "bot/account_view.h"
#include "bot/choice.h"
#include "bot/leads.h"

namespace facteur {
namespace {

void ask_domain(ReplyWriter& writer) {
  const DomainIndex& domains = writer.knowledge().domains;
  if (domains.size() == 0 || domains.size() > most_listed) {
    writer.block(writer.phrase(Phrase::ask_domain_open));
    return;
  }
  std::string list;
  for (DomainIndex::Id id = 0; id < domains.size(); ++id) list += writer.listed_choice(domains.name(id));
  writer.block(writer.phrase(Phrase::ask_domain, {{"choices", list}}));
}

void ask_which(const DomainMention& mention, ReplyWriter& writer) {
  std::string list;
  for (const DomainIndex::Id id : mention.candidates) list += writer.listed_choice(writer.knowledge().domains.name(id));
  writer.block(writer.phrase(Phrase::which_domain, {{"written", escaped(mention.written)}, {"choices", list}}));
}

// The provider of the part's account, or of the question's domain; where there is none, what is missing has been said.
const Provider* provider_of(const Part& part, const Question& question, MissingDomain missing, ReplyWriter& writer) {
  if (part.account) return &writer.knowledge().provider_of(*part.account);
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
  return &writer.knowledge().provider_of(mention.candidates.front());
}

// REQUIRES: provider_of() found one.
std::string domain_of(const Part& part, const Question& question, const Knowledge& knowledge) {
  return part.account ? std::string(knowledge.domains.name(*part.account)) : question.domain->domain;
}

// The protocol whose account is shown: the one asked for, else the one that has more of the values proposed, else IMAP
// where there is it.
Protocol protocol_shown(const Part& part, const Provider& provider) {
  if (part.protocol == Protocol::pop || part.protocol == Protocol::imap) return *part.protocol;
  const Protocol usual = provider.imap ? Protocol::imap : Protocol::pop;
  const Protocol other = other_than(usual);
  const auto right = [&](Protocol protocol) { return agreement(part, access_of(protocol, provider)); };
  return right(other) > right(usual) ? other : usual;
}

// Whether the settings of both protocols are asked for: "pop and imap settings".
bool names_both(const Part& part, const Knowledge& knowledge) {
  const auto names = [&](Protocol protocol) {
    return std::any_of(part.concepts.begin(), part.concepts.end(),
                       [&](std::uint16_t index) { return knowledge.concepts[index].protocol == protocol; });
  };
  return !part.protocol && part.proposals.empty() && names(Protocol::imap) && names(Protocol::pop);
}

// "And the password?", "where is the webmail?": what no setting holds is explained where nothing else is asked for.
void explain_no_settings(const Part& part, ReplyWriter& writer) {
  for (const std::uint16_t index : part.concepts) {
    const Concept& topic = writer.knowledge().concepts[index];
    if (part.fields.empty() && !topic.is_of_a_setting()) writer.block(writer.words_of(topic).text);
  }
}

void write_account(const Part& part, const Provider& provider, const std::string& domain, ReplyWriter& writer) {
  const Protocol protocol = protocol_shown(part, provider);
  const auto& access = access_of(protocol, provider);
  if (!access) {
    const std::string name = name_of(protocol, writer);
    writer.block(writer.phrase(Phrase::settings_not_offered, {{"domain", domain}, {"protocol", name}}));
    return;
  }
  const AccountView account{provider, *access, protocol, domain, writer};
  write_leads(part, account);
  write_table(account);
}

// The part's account; nothing where it is missing, or has nothing by that protocol.
std::optional<AccountView> account_of(const Part& part, const Question& question, MissingDomain missing,
                                      ReplyWriter& writer) {
  const Provider* provider = provider_of(part, question, missing, writer);
  if (provider == nullptr) return std::nullopt;
  const Protocol protocol = protocol_shown(part, *provider);
  const auto& access = access_of(protocol, *provider);
  if (!access) return std::nullopt;
  return AccountView{*provider, *access, protocol, domain_of(part, question, writer.knowledge()), writer};
}

}  // namespace

void write_settings(const Part& part, const Question& question, ReplyWriter& writer) {
  const Provider* provider = provider_of(part, question, MissingDomain::ask, writer);
  if (provider == nullptr) return;
  const std::string domain = domain_of(part, question, writer.knowledge());
  if (!question.words.asks_whole) explain_no_settings(part, writer);
  if (!names_both(part, writer.knowledge())) return write_account(part, *provider, domain, writer);
  Part one = part;
  for (const Protocol protocol : {Protocol::imap, Protocol::pop}) {
    one.protocol = protocol;
    write_account(one, *provider, domain, writer);
  }
}

void write_other_protocol(const Part& part, const Question& question, ReplyWriter& writer) {
  if (part.protocol || names_both(part, writer.knowledge()) || !question.domain || !question.domain->known()) return;
  const Provider& provider = writer.knowledge().provider_of(question.domain->candidates.front());
  const Protocol other = other_than(protocol_shown(part, provider));
  if (!access_of(other, provider)) return;
  const std::string name = name_of(other, writer);
  writer.block(writer.phrase(Phrase::settings_other_protocol, {{"protocol", name}}));
  writer.choice(name);
}

std::string protocol_below(const Part& part, const Question& question, const ReplyWriter& writer) {
  auto account = part.account;
  if (!account && question.domain && question.domain->known()) account = question.domain->candidates.front();
  if (account) return name_of(protocol_shown(part, writer.knowledge().provider_of(*account)), writer);
  return name_of(part.protocol == Protocol::pop ? Protocol::pop : Protocol::imap, writer);
}

void write_wrong_settings(const Part& part, const Question& question, ReplyWriter& writer) {
  if (part.proposals.empty()) return;
  if (const auto account = account_of(part, question, MissingDomain::leave, writer)) write_denials(part, *account);
}

void write_settings_below(const Part& part, const Question& question, MissingDomain missing, ReplyWriter& writer) {
  if (const auto account = account_of(part, question, missing, writer)) write_table(*account);
}

}  // namespace facteur
