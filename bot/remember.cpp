#include "bot/remember.h"

#include <algorithm>

namespace facteur {
namespace {

// "Is it 587?" is answered once the domain is known. A name that was typed isn't kept.
void forget_proposals(Part& part, bool is_open) {
  std::erase_if(part.proposals, [&](const Proposal& proposal) { return !is_open || proposal.host; });
}

}  // namespace

Conversation remember(const Question& question, const Conversation& before, Time now) {
  Conversation after = before.active(now) ? before : Conversation{};
  after.last = now;
  after.language = question.language;
  if (question.parts.empty() || is_talk(question.intent())) return after;
  const bool usable = question.domain && question.domain->known();
  if (usable) after.domain = question.domain;
  if (usable) after.domain->exact = true;  // a correction is said once
  if (question.accounts.size() > 1) after.accounts = question.accounts;
  const bool another = usable && std::find(after.accounts.begin(), after.accounts.end(),
                                           question.domain->candidates.front()) == after.accounts.end();
  if (another) after.accounts.clear();
  for (const Part& part : question.parts) {
    const bool of_sending = part.protocol == Protocol::smtp && part.intent != Intent::settings;
    if (is_of_an_account(part.intent) && part.protocol && !of_sending) after.protocol = part.protocol;
  }
  if (question.client) after.client = question.client;
  after.parts = question.parts;
  // What goes on is about the first of several accounts.
  std::erase_if(after.parts, [](const Part& part) { return part.account.has_value(); });
  after.domain_was_asked_for = !usable && question.is_of_an_account();
  for (Part& part : after.parts)
    forget_proposals(part, after.domain_was_asked_for || (!usable && is_explaining(part.intent)));
  return after;
}

}  // namespace facteur
