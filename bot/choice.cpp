#include "bot/choice.h"

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

}  // namespace

void take_choice(Reading& reading, const Knowledge& knowledge) {
  constexpr std::size_t few_words = 3;
  const DomainIndex& domains = knowledge.domains;
  if (!reading.domains.empty() || reading.tokens.size() > few_words || domains.size() > most_listed) return;
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const bool alone = reading.tokens.size() == 1;
    if (!alone && reading.tokens[token].known != nullptr) continue;  // "pour mon ordi"
    auto id = begun_by(reading.word(token), domains);
    if (!id && alone) id = numbered(reading.word(token), domains);
    if (!id) continue;
    const auto place = static_cast<std::uint16_t>(token);
    const std::string domain(domains.name(*id));
    reading.domains.push_back({domain, domain, {*id}, true, place, static_cast<std::uint16_t>(place + 1)});
    return;
  }
}

}  // namespace facteur
