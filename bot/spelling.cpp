#include "bot/spelling.h"

#include <algorithm>
#include <optional>

namespace facteur {
namespace {

bool covered(const Reading& reading, std::size_t token) {
  const auto holds = [&](const auto& each) { return each.begin <= token && token < each.end; };
  return std::any_of(reading.spots.begin(), reading.spots.end(), holds) ||
         std::any_of(reading.domains.begin(), reading.domains.end(), holds);
}

bool is_spelt_in_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }) &&
         std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "denvoyer" is "d envoyer" where the apostrophe was left out.
std::optional<std::string> without_elision(std::string_view word, const Knowledge& knowledge) {
  constexpr std::size_t shortest_rest = 4;
  for (const Language& language : knowledge.languages) {
    for (const std::string& elision : language.elisions) {
      if (!word.starts_with(elision) || word.size() < elision.size() + shortest_rest) continue;
      const std::string_view rest = word.substr(elision.size());
      const KnownWord* known = knowledge.lexicon.find(rest);
      if (known != nullptr && !known->patterns.empty()) return elision + " " + std::string(rest);
    }
  }
  return std::nullopt;
}

// Puts the corrections into the text. The tokens keep their numbers and move to their new places.
void put_in(Reading& reading, const Knowledge& knowledge) {
  std::string mended;
  std::size_t at = 0;
  auto correction = reading.corrections.begin();
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    Span& span = reading.tokens[token].span;
    mended += std::string_view(reading.folded).substr(at, span.begin - at);
    const bool corrected = correction != reading.corrections.end() && correction->token == token;
    const std::size_t elided = corrected ? correction->read_as.rfind(' ') + 1 : 0;  // the token is the word after it
    const auto begin = static_cast<std::uint32_t>(mended.size() + elided);
    mended += corrected ? std::string_view(correction->read_as) : reading.word(token);
    if (corrected) ++correction;
    at = span.end;
    span = {begin, static_cast<std::uint32_t>(mended.size())};
  }
  mended += std::string_view(reading.folded).substr(at);
  reading.folded = std::move(mended);
  for (const Correction& each : reading.corrections)
    reading.tokens[each.token].known = knowledge.lexicon.find(reading.word(each.token));
}

}  // namespace

bool mend_spelling(Reading& reading, const Knowledge& knowledge) {
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const std::string_view word = reading.word(token);
    if (word.size() < 3 || reading.tokens[token].known != nullptr || !is_spelt_in_letters(word) ||
        covered(reading, token))
      continue;
    if (auto elided = without_elision(word, knowledge)) {
      reading.corrections.push_back({static_cast<std::uint16_t>(token), std::string(word), std::move(*elided)});
    } else if (const auto correction = knowledge.lexicon.correction(word)) {
      reading.corrections.push_back({static_cast<std::uint16_t>(token), std::string(word), std::string(*correction)});
    }
  }
  if (reading.corrections.empty()) return false;
  put_in(reading, knowledge);
  return true;
}

}  // namespace facteur
