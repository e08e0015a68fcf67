#include "bot/account_in_trouble.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace facteur {
namespace {

bool leads_to(Cue cue, const DomainMention& mention, const Evidence& whole) {
  return std::any_of(whole.spots().begin(), whole.spots().end(), [&](const Spot& spot) {
    return is_cue(spot, cue) && spot.end == mention.begin && spot.end - spot.begin == 1;
  });
}

// Whether mail is sent to it: "can't send to marie@henrietmoi.ca".
bool is_sent_to(const DomainMention& mention, const Evidence& whole) {
  constexpr int reach = 3;
  return leads_to(Cue::toward, mention, whole) &&
         std::any_of(whole.spots().begin(), whole.spots().end(), [&](const Spot& spot) {
           return is_cue(spot, Cue::send) && spot.end < mention.begin && spot.end + reach > mention.begin;
         });
}

// "Nplus and gabsky don't send": nothing but a word or a sign that lists stands between.
bool stand_together(const Evidence& whole, const DomainMention& first, const DomainMention& second) {
  if (second.begin == first.end) return true;
  return second.begin == first.end + 1 && begins_at(whole.spots(), Cue::joining, first.end) &&
         !begins_at(whole.spots(), Cue::compare, first.end);
}

// Words between the two, whichever comes first.
int distance(const DomainMention& mention, const Spot& spot) {
  return spot.begin >= mention.end ? spot.begin - mention.end : mention.begin - spot.end;
}

using Accounts = std::vector<std::pair<const DomainMention*, int>>;  // with the signs of trouble nearest to each

// Those that the trouble may be with; none where they share it: "nplus and gabsky don't send".
Accounts accounts_apart(const Evidence& whole) {
  const std::vector<DomainMention>& mentions = whole.reading().domains;
  // "… from my bob@nplus.ca": only beside one's own is another what mail is sent to, and not from.
  const bool own = std::any_of(mentions.begin(), mentions.end(),
                               [&](const DomainMention& mention) { return leads_to(Cue::mine, mention, whole); });
  Accounts accounts;
  for (const DomainMention& mention : mentions) {
    const bool meant = mention.known() && mention.exact && !names_host(whole.reading(), mention) &&
                       !(own && is_sent_to(mention, whole));
    if (!meant) continue;
    if (!accounts.empty() && stand_together(whole, *accounts.back().first, mention)) return {};
    accounts.emplace_back(&mention, 0);
  }
  return accounts;
}

}  // namespace

void find_account_in_trouble(Question& question, const Evidence& whole) {
  const bool told = std::any_of(question.parts.begin(), question.parts.end(),
                                [](const Part& part) { return part.account.has_value(); });
  if (told || question.intent() != Intent::troubleshoot || whole.reading().domains.size() < 2) return;
  Accounts accounts = accounts_apart(whole);
  if (accounts.empty()) return;
  for (const Spot& spot : whole.spots()) {
    if (!tells_trouble(spot)) continue;
    const auto nearest = std::min_element(accounts.begin(), accounts.end(), [&](const auto& one, const auto& other) {
      return distance(*one.first, spot) < distance(*other.first, spot);
    });
    ++nearest->second;
  }
  // Of two with as many, the later: what works is told first, "nplus marche mais pas gabsky".
  const auto most = std::max_element(accounts.rbegin(), accounts.rend(),
                                     [](const auto& one, const auto& other) { return one.second < other.second; });
  if (most->second == 0) return;
  question.domain = *most->first;
}

}  // namespace facteur
