#include "bot/choice.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace facteur {
namespace {

std::optional<DomainIndex::Id> numbered(std::string_view word, const DomainIndex& domains) {
  if (word.size() != 1 || !is_digit(word.front())) return std::nullopt;
  const auto number = static_cast<std::size_t>(word.front() - '0');
  if (number == 0 || number > domains.size()) return std::nullopt;
  return static_cast<DomainIndex::Id>(number - 1);
}

// The only domain whose name begins so.
std::optional<DomainIndex::Id> begun_by(std::string_view word, const DomainIndex& domains) {
  constexpr std::size_t shortest_beginning = 4;
  if (word.size() < shortest_beginning) return std::nullopt;
  std::optional<DomainIndex::Id> found;
  for (DomainIndex::Id id = 0; id < domains.size(); ++id) {
    if (!domains.name(id).starts_with(word)) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

void add_domain(Reading& reading, DomainIndex::Id id, std::uint16_t begin, std::uint16_t end,
                const DomainIndex& domains) {
  const std::string domain(domains.name(id));
  reading.domains.push_back({domain, domain, {id}, true, begin, end});
}

// Which of the accounts named before the find means.
std::vector<DomainIndex::Id> meant_by(const Spot& spot, const Conversation& conversation) {
  const std::vector<DomainIndex::Id>& accounts = conversation.accounts;
  if (is_cue(spot, Cue::both)) return accounts;
  if (is_cue(spot, Cue::first_one)) return {accounts[0]};
  if (is_cue(spot, Cue::second_one)) return {accounts[1]};
  const bool of_two = accounts.size() == 2 && conversation.domain && conversation.domain->known();
  if (!is_cue(spot, Cue::other_one) || !of_two) return {};
  return {accounts[0] == conversation.domain->candidates.front() ? accounts[1] : accounts[0]};
}

bool compares(const Reading& reading) {
  return std::any_of(reading.spots.begin(), reading.spots.end(),
                     [](const Spot& spot) { return is_cue(spot, Cue::compare); });
}

// What is said of the one and the other ("the first works, the second doesn't") is left to be told.
void take_account(Reading& reading, const Conversation& conversation, const DomainIndex& domains) {
  const Spot* only = nullptr;
  for (const Spot& spot : reading.spots) {
    if (meant_by(spot, conversation).empty() || ends_at(reading.spots, Cue::negation, spot.begin)) continue;
    if (only != nullptr && only->meaning != spot.meaning) return;
    only = &spot;
  }
  if (only != nullptr && !compares(reading)) {
    const Spot spot = *only;
    const std::vector<DomainIndex::Id> meant = meant_by(spot, conversation);
    // Those before the last take no word: they stand side by side.
    for (const DomainIndex::Id id : meant)
      add_domain(reading, id, spot.begin, id == meant.back() ? spot.end : spot.begin, domains);
  }
}

// "The second one, please".
bool take_by_order(Reading& reading, const DomainIndex& domains) {
  constexpr std::size_t few_words = 5;
  if (reading.tokens.size() > few_words) return false;
  for (const Spot& spot : reading.spots) {
    std::optional<std::size_t> place;
    if (is_cue(spot, Cue::first_one)) place = 0;
    if (is_cue(spot, Cue::second_one)) place = 1;
    if (is_cue(spot, Cue::last_one)) place = domains.size() - 1;
    const bool ends = spot.end == reading.tokens.size();  // "the first mailbox" names no domain
    if (!place || *place >= domains.size() || !ends || ends_at(reading.spots, Cue::negation, spot.begin)) continue;
    add_domain(reading, static_cast<DomainIndex::Id>(*place), spot.begin, spot.end, domains);
    return true;
  }
  return false;
}

void take_listed(Reading& reading, const DomainIndex& domains) {
  constexpr std::size_t few_words = 3;
  if (domains.size() > most_listed || take_by_order(reading, domains) || reading.tokens.size() > few_words) return;
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const bool alone = reading.tokens.size() == 1;
    if (!alone && reading.tokens[token].known != nullptr) continue;  // "pour mon ordi"
    auto id = begun_by(reading.word(token), domains);
    if (!id && alone) id = numbered(reading.word(token), domains);
    if (!id) continue;
    const auto place = static_cast<std::uint16_t>(token);
    add_domain(reading, *id, place, static_cast<std::uint16_t>(place + 1), domains);
    return;
  }
}

}  // namespace

void take_choice(Reading& reading, const Conversation& conversation, const Knowledge& knowledge) {
  if (!reading.domains.empty()) return;
  if (conversation.domains_were_listed()) take_listed(reading, knowledge.domains);
  if (reading.domains.empty() && conversation.accounts.size() > 1)
    take_account(reading, conversation, knowledge.domains);
}

}  // namespace facteur
