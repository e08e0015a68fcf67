#include "bot/reading.h"

#include <algorithm>
#include <array>

#include "bot/language.h"
#include "bot/passwords.h"
#include "knowledge/fold.h"

namespace facteur {
namespace {

constexpr std::size_t most_read = 4096;
constexpr std::size_t most_tokens = 1000;
constexpr std::size_t longest_name_in_words = 3;  // "henri et moi"

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// The text with each domain replaced by @ and the part before it taken out: neither is a word. A host's labels stay.
std::string mask(std::string_view text, const std::vector<DottedName>& names) {
  std::string masked;
  masked.reserve(text.size());
  std::size_t at = 0;
  for (const DottedName& name : names) {
    masked += text.substr(at, name.span.begin - at);
    masked += ' ';
    for (std::uint32_t i = name.prefix.begin; i < name.prefix.end; ++i) masked += text[i] == '.' ? ' ' : text[i];
    masked += " @ ";
    at = name.span.end;
  }
  masked += text.substr(at);
  return masked;
}

void mark_question(Reading& reading, std::size_t sentence) {
  if (reading.asks.size() <= sentence) reading.asks.resize(sentence + 1);
  reading.asks[sentence] = true;
}

// Splits at everything that is no letter or digit. Each lone @ of mask() becomes a token of its own, the place of a domain.
void tokenize(Reading& reading, std::vector<std::uint16_t>& domain_tokens) {
  const std::string& text = reading.folded;
  std::uint16_t sentence = 0;
  bool after_comma = false;
  bool after_break = false;
  for (std::size_t at = 0; at < text.size() && reading.tokens.size() < most_tokens;) {
    const char c = text[at];
    const bool domain = c == '@' && (at == 0 || text[at - 1] == ' ') && (at + 1 == text.size() || text[at + 1] == ' ' || !is_word_byte(text[at + 1]));
    if (!is_word_byte(c) && !domain) {
      const bool before_blank = at + 1 == text.size() || !is_word_byte(text[at + 1]) || c == '?' || c == '!';
      if (c == '?') mark_question(reading, sentence);
      if (c == '\n' || c == ';' || ((c == '.' || c == '?' || c == '!') && before_blank)) ++sentence;
      if (c == ',' || c == '+' || c == '/' || c == '&') after_comma = true;
      if (c == ':' || c == '(' || c == '"') after_break = true;
      ++at;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(at);
    if (domain) domain_tokens.push_back(static_cast<std::uint16_t>(reading.tokens.size()));
    do ++at;
    while (!domain && at < text.size() && is_word_byte(text[at]));
    reading.tokens.push_back({{begin, static_cast<std::uint32_t>(at)}, sentence, after_comma, after_break});
    after_comma = after_break = false;
  }
}

std::uint16_t token_at(const std::vector<Token>& tokens, std::uint32_t offset) {
  const auto after = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.end <= offset; });
  return static_cast<std::uint16_t>(after - tokens.begin());
}

void find_phrases(Reading& reading, const Knowledge& knowledge) {
  thread_local std::vector<PatternSet::Hit> hits;
  hits.clear();
  knowledge.phrases.find(reading.folded, hits);
  for (const PatternSet::Hit& hit : hits) {
    const std::uint32_t pattern = knowledge.phrase_patterns[hit.pattern];
    const std::uint16_t begin = token_at(reading.tokens, hit.span.begin);
    auto end = token_at(reading.tokens, hit.span.end);
    if (end < reading.tokens.size() && reading.tokens[end].span.begin < hit.span.end) ++end;
    if (begin < end) reading.spots.push_back({knowledge.patterns[pattern].meaning, pattern, begin, end});
  }
}

void find_words(Reading& reading, const Knowledge& knowledge) {
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    for (const std::uint32_t pattern : knowledge.lexicon.patterns(reading.word(token))) {
      const auto place = static_cast<std::uint16_t>(token);
      reading.spots.push_back({knowledge.patterns[pattern].meaning, pattern, place, static_cast<std::uint16_t>(place + 1)});
    }
  }
}

bool covered(const Reading& reading, std::size_t token) {
  const auto holds = [&](const auto& each) { return each.begin <= token && token < each.end; };
  return std::any_of(reading.spots.begin(), reading.spots.end(), holds) ||
         std::any_of(reading.domains.begin(), reading.domains.end(), holds);
}

bool is_spelt_in_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }) &&
         std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "denvoyer" is "d envoyer" where the apostrophe was left out.
std::optional<std::string> without_elision(std::string_view word, const Knowledge& knowledge) {
  constexpr std::size_t shortest_rest = 4;
  for (const Language& language : knowledge.languages) {
    for (const std::string& elision : language.elisions) {
      if (!word.starts_with(elision) || word.size() < elision.size() + shortest_rest) continue;
      const std::string_view rest = word.substr(elision.size());
      if (!knowledge.lexicon.patterns(rest).empty()) return elision + " " + std::string(rest);
    }
  }
  return std::nullopt;
}

// Puts right what is misspelt and found nowhere; where there was any, everything is found anew in the mended text.
void mend(Reading& reading, const Knowledge& knowledge) {
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) {
    const std::string_view word = reading.word(token);
    if (word.size() < 3 || knowledge.lexicon.knows(word) || !is_spelt_in_letters(word) || covered(reading, token)) continue;
    if (auto elided = without_elision(word, knowledge)) {
      reading.corrections.push_back({static_cast<std::uint16_t>(token), std::string(word), std::move(*elided)});
    } else if (const auto correction = knowledge.lexicon.correction(word)) {
      reading.corrections.push_back({static_cast<std::uint16_t>(token), std::string(word), std::string(*correction)});
    }
  }
  if (reading.corrections.empty()) return;
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
  reading.spots.clear();
  find_phrases(reading, knowledge);
  find_words(reading, knowledge);
}

bool is_cue(const Spot& spot, Cue cue) {
  return spot.meaning.kind == Meaning::Kind::cue && spot.meaning.index == static_cast<std::uint16_t>(cue);
}

bool inside(const Spot& inner, const Spot& outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool is_other_subject(const Spot& spot) { return is_cue(spot, Cue::elsewhere); }

// A word that the message's language uses for its grammar is no word of another language: "on", "plus".
bool is_foreign(const Spot& spot, const Reading& reading, const Knowledge& knowledge) {
  const auto language = knowledge.patterns[spot.pattern].language;
  if (spot.meaning.kind != Meaning::Kind::cue || !reading.language || !language || *language == *reading.language) return false;
  if (spot.end - spot.begin > 1) return false;
  const auto found = knowledge.function_words.find(reading.word(spot.begin));
  if (found == knowledge.function_words.end()) return false;
  return std::find(found->second.begin(), found->second.end(), *reading.language) != found->second.end();
}

// Whether the outer find makes the inner one void: a decoy does, and so does a longer find of the same kind.
bool voids(const Spot& outer, const Spot& inner, const Knowledge& knowledge) {
  if (!inside(inner, outer)) return false;
  if (is_cue(outer, Cue::decoy)) return !is_cue(inner, Cue::decoy) && !is_cue(inner, Cue::elsewhere);
  const bool longer = outer.end - outer.begin > inner.end - inner.begin;
  // "I don't get what…" is about understanding, "mail delivery failed" about mail.
  if (is_cue(outer, Cue::explain) && longer) return inner.meaning.kind == Meaning::Kind::problem || is_cue(inner, Cue::trouble);
  if (is_other_subject(inner)) return longer && outer.meaning.kind != Meaning::Kind::cue;
  if (outer.meaning.kind != inner.meaning.kind || outer.meaning == inner.meaning) return false;
  if (outer.meaning.kind == Meaning::Kind::cue || outer.end - outer.begin == inner.end - inner.begin) return false;
  const bool comparison = outer.meaning.kind == Meaning::Kind::concept_ && !knowledge.concepts[outer.meaning.index].compares.empty();
  // "serveur sortant SMTP" is about SMTP too.
  const bool protocol = inner.meaning.kind == Meaning::Kind::concept_ && knowledge.concepts[inner.meaning.index].protocol.has_value();
  return !comparison && !protocol && outer.meaning.kind != Meaning::Kind::problem;
}

void drop_void(Reading& reading, const Knowledge& knowledge) {
  std::vector<Spot>& spots = reading.spots;
  std::vector<Spot> kept;
  kept.reserve(spots.size());
  for (const Spot& inner : spots) {
    const auto void_by = [&](const Spot& outer) { return &outer != &inner && voids(outer, inner, knowledge); };
    if (!is_foreign(inner, reading, knowledge) && std::none_of(spots.begin(), spots.end(), void_by)) kept.push_back(inner);
  }
  spots = std::move(kept);
  std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.begin < b.begin; });
}

// Whether the words just before lead to a name: "chez", "for".
bool led_to(const Reading& reading, std::size_t token, const Knowledge& knowledge) {
  if (token == 0) return false;
  for (const std::uint32_t pattern : knowledge.lexicon.patterns(reading.word(token - 1))) {
    const Meaning meaning = knowledge.patterns[pattern].meaning;
    if (meaning == Meaning{Meaning::Kind::cue, static_cast<std::uint16_t>(Cue::toward)}) return true;
  }
  return false;
}

// Whether ordinary words may be a name where they stand: led to, or several at the end of a sentence ("smtp host n plus").
bool stands_as_a_name(const Reading& reading, std::size_t first, std::size_t count, const Knowledge& knowledge) {
  if (led_to(reading, first, knowledge)) return true;
  const std::size_t next = first + count;
  return count > 1 && (next == reading.tokens.size() || reading.tokens[next].sentence != reading.tokens[first].sentence);
}

// One of our domains called by the words from `first` on, or nothing. Ordinary words are a name only where one is led to.
std::optional<DomainMention> domain_in_words(const Reading& reading, std::size_t first, std::size_t count, Slips slips,
                                             const Knowledge& knowledge) {
  std::string joined;
  std::string written;
  bool all_ordinary = true;
  for (std::size_t token = first; token < first + count; ++token) {
    const std::string_view word = reading.word(token);
    if (word == "@") return std::nullopt;
    joined += word;
    written += written.empty() ? "" : " ";
    written += word;
    all_ordinary = all_ordinary && knowledge.lexicon.knows(word);
  }
  if (joined.size() < 4 || joined.size() > 63) return std::nullopt;
  if (all_ordinary && (slips == Slips::some || !stands_as_a_name(reading, first, count, knowledge))) return std::nullopt;
  if (slips == Slips::none && !knowledge.domains.any_named(joined)) return std::nullopt;
  const bool too_short = slips == Slips::some && joined.size() < 6;
  if (too_short || (slips == Slips::some && knowledge.lexicon.correction(joined))) return std::nullopt;
  const auto ids = domains_called(joined, slips, knowledge);
  if (ids.empty()) return std::nullopt;
  DomainMention mention{written, std::string(knowledge.domains.name(ids.front())), ids, slips == Slips::none,
                        static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(first + count)};
  return mention;
}

// "gabsky com", "nplus point ca": the ending belongs to the name.
void take_ending(const Reading& reading, DomainMention& mention, const Knowledge& knowledge) {
  const auto is_ending = [&](std::size_t token) {
    return token < reading.tokens.size() &&
           std::binary_search(knowledge.domain_endings.begin(), knowledge.domain_endings.end(), reading.word(token));
  };
  if (is_ending(mention.end)) ++mention.end;
  else if (is_ending(mention.end + std::size_t{1}) && reading.word(mention.end).size() <= 5) mention.end = static_cast<std::uint16_t>(mention.end + 2);
}

void find_named_domains(Reading& reading, const Knowledge& knowledge) {
  for (const Slips slips : {Slips::none, Slips::some}) {
    const bool found = std::any_of(reading.domains.begin(), reading.domains.end(), [](const auto& each) { return !each.candidates.empty(); });
    if (found) return;
    for (std::size_t first = 0; first < reading.tokens.size(); ++first) {
      for (std::size_t count = std::min(longest_name_in_words, reading.tokens.size() - first); count > 0; --count) {
        auto mention = domain_in_words(reading, first, count, slips, knowledge);
        if (!mention) continue;
        take_ending(reading, *mention, knowledge);
        first = mention->end - std::size_t{1};
        reading.domains.push_back(std::move(*mention));
        break;
      }
    }
  }
}

bool is_our_server(std::string_view text, const DottedName& name, const Knowledge& knowledge) {
  const std::string_view whole = text.substr(name.span.begin, name.span.end - name.span.begin);
  return knowledge.hosts.contains(fold(whole));
}

}  // namespace

std::string_view Reading::word(std::size_t token) const {
  const Span& span = tokens[token].span;
  return std::string_view(folded).substr(span.begin, span.end - span.begin);
}

Reading read(std::string_view text, const Knowledge& knowledge) {
  text = text.substr(0, most_read);
  Reading reading;
  const std::vector<DottedName> names = find_dotted_names(text, knowledge);
  if (names.empty()) fold(text, reading.folded);
  else fold(mask(text, names), reading.folded);
  std::vector<std::uint16_t> domain_tokens;
  tokenize(reading, domain_tokens);
  for (std::size_t i = 0; i < names.size() && i < domain_tokens.size(); ++i) {
    DomainMention mention = resolve(names[i], knowledge);
    if (mention.candidates.empty() && is_our_server(text, names[i], knowledge)) continue;
    mention.begin = domain_tokens[i];
    mention.end = static_cast<std::uint16_t>(mention.begin + 1);
    reading.domains.push_back(std::move(mention));
  }
  find_named_domains(reading, knowledge);
  find_phrases(reading, knowledge);
  find_words(reading, knowledge);
  mend(reading, knowledge);
  reading.holds_password = holds_password(reading);
  reading.language = language_of(reading, knowledge);
  drop_void(reading, knowledge);
  return reading;
}

}  // namespace facteur
