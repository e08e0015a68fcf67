#include "bot/several.h"

#include <algorithm>
#include <vector>

namespace facteur {
namespace {

constexpr std::size_t most_parts = 8;

// "nplus and gabsky", "nplus.ca, ordiamicus.com", "on my iPhone and in Outlook": a word or a sign that lists or
// compares stands between, and hardly anything else.
bool are_listed(const Evidence& whole, std::uint16_t first_end, std::uint16_t second_begin) {
  constexpr int most_between = 4;
  if (second_begin < first_end || second_begin - first_end > most_between) return false;
  for (std::uint16_t token = first_end; token <= second_begin; ++token) {
    if (whole.reading().tokens[token].after_comma || begins_at(whole.spots(), Cue::joining, token) ||
        begins_at(whole.spots(), Cue::compare, token))
      return true;
  }
  return false;
}

bool shows_an_account(const Part& part) { return part.intent == Intent::settings || part.intent == Intent::guide; }

// Whether the account's name ends a list that begins with the question's own: "I have henrietmoi and gabsky, what are
// the servers?"
bool is_listed_with_first(DomainIndex::Id account, const Question& question, const Evidence& whole) {
  const auto& mentions = whole.reading().domains;
  const auto place_of = [&](DomainIndex::Id id) {
    return std::find_if(mentions.begin(), mentions.end(), [&](const DomainMention& mention) {
      return mention.known() && mention.candidates.front() == id;
    });
  };
  if (!question.domain || !question.domain->known()) return false;
  const auto first = place_of(question.domain->candidates.front());
  const auto other = place_of(account);
  return first != mentions.end() && other != mentions.end() && are_listed(whole, first->end, other->begin);
}

// Where every part that has an account says which, the first of these is the question's: "Mine at nplus works. What's
// the incoming server for gabsky?"
void name_the_account(Question& question, const Evidence& whole) {
  const Knowledge& knowledge = whole.knowledge();
  const auto of_account = [](const Part& part) { return is_of_an_account(part.intent); };
  const auto first = std::find_if(question.parts.begin(), question.parts.end(), of_account);
  if (first == question.parts.end() || !first->account) return;
  const DomainIndex::Id account = *first->account;
  const bool open = std::any_of(question.parts.begin(), question.parts.end(),
                                [&](const Part& part) { return of_account(part) && !part.account; });
  if (open) return;
  if (is_listed_with_first(account, question, whole)) {
    for (Part& part : question.parts) part.account.reset();
    return;
  }
  for (Part& part : question.parts) {
    if (part.account == account) part.account.reset();
  }
  const std::string domain(knowledge.domains.name(account));
  question.domain = DomainMention{domain, domain, {account}, true};
}

// Puts a copy of the first part of that kind behind it and the copies that it has, and returns it; null where there is
// no such part.
template <typename Is>
Part* copy_of(Question& question, Is is) {
  const auto first = std::find_if(question.parts.begin(), question.parts.end(), is);
  if (first == question.parts.end() || question.parts.size() >= most_parts) return nullptr;
  const auto after =
      std::find_if(first, question.parts.end(), [&](const Part& part) { return part.intent != first->intent; });
  Part copy = *first;
  return &*question.parts.insert(after, std::move(copy));
}

// Addresses may be listed without a word between.
bool adjoin_or_are_listed(const Evidence& whole, const DomainMention& first, const DomainMention& second) {
  return second.begin == first.end || are_listed(whole, first.end, second.begin);
}

void ask_of_accounts(Question& question, const Evidence& whole) {
  if (!question.domain || !question.domain->known()) return;
  const std::vector<DomainMention>& mentions = whole.reading().domains;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const DomainMention& before = mentions[i - 1];
    const DomainMention& mention = mentions[i];
    if (!mention.known() || !mention.exact || !before.known() || whole.is_denied(mention) || whole.is_denied(before) ||
        names_host(whole.reading(), mention) || names_host(whole.reading(), before) ||
        !adjoin_or_are_listed(whole, before, mention))
      continue;
    const DomainIndex::Id account = mention.candidates.front();
    const bool asked = account == question.domain->candidates.front() ||
                       std::any_of(question.parts.begin(), question.parts.end(),
                                   [&](const Part& part) { return part.account == account; });
    if (asked) continue;
    if (Part* copy = copy_of(question, shows_an_account)) copy->account = account;
  }
}

// The programs and machines of the message; those that aren't listed ("Outlook on my iPhone") are one.
std::vector<std::uint16_t> clients_listed(const Evidence& whole) {
  const auto& guides = whole.knowledge().guides;
  std::vector<std::uint16_t> listed;
  const Spot* before = nullptr;
  for (const Spot& spot : whole.clients()) {
    const std::uint16_t guide = spot.meaning.index;
    if (before == nullptr || are_listed(whole, before->end, spot.begin))
      listed.push_back(guide);
    else if (guides[guide].rank > guides[listed.back()].rank)
      listed.back() = guide;
    before = &spot;
  }
  return listed;
}

void ask_of_clients(Question& question, const Evidence& whole) {
  if (!question.client) return;
  const std::vector<std::uint16_t> listed = clients_listed(whole);
  if (std::find(listed.begin(), listed.end(), *question.client) == listed.end()) return;
  for (const std::uint16_t guide : listed) {
    if (guide == *question.client) continue;
    const auto of_a_program = [](const Part& part) { return part.intent == Intent::guide && !part.guide; };
    if (Part* copy = copy_of(question, of_a_program)) copy->guide = guide;
  }
}

}  // namespace

void ask_of_each(Question& question, const Evidence& whole) {
  name_the_account(question, whole);
  ask_of_accounts(question, whole);
  ask_of_clients(question, whole);
}

}  // namespace facteur
