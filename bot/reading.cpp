#include "bot/reading.h"

#include <algorithm>

#include "bot/finds.h"
#include "bot/language.h"
#include "bot/named_domains.h"
#include "bot/overlaps.h"
#include "bot/passwords.h"
#include "bot/spelling.h"
#include "bot/words.h"
#include "knowledge/fold.h"

namespace facteur {
namespace {

constexpr std::size_t most_read = 4096;
constexpr std::size_t most_tokens = 1000;

bool is_word_byte(char c) { return is_letter_or_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; }

// How many bytes a sign beyond ASCII takes there, such as « or ¿: Latin-1's signs (U+00A0 to U+00BF) and general
// punctuation (U+2000 to U+207F). 0 for anything else.
std::size_t sign_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == 0xC2) return 2;
  return byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81) ? 3 : 0;
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

// Whether the @ there is one that mask() put alone.
bool stands_for_domain(std::string_view text, std::size_t at) {
  const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
  const bool ends = at + 1 == text.size() || !is_word_byte(text[at + 1]);
  return text[at] == '@' && begins && ends;
}

// "1) the server 2) the port": the number opens a sentence.
void begin_item(Reading& reading, std::size_t at, Token& next) {
  const bool numbered = !reading.tokens.empty() && reading.tokens.back().span.end == at &&
                        is_number(reading.word(reading.tokens.size() - 1));
  if (!numbered) return;
  next.sentence = ++reading.tokens.back().sentence;
}

// What a character between two words tells of the word that comes next.
void pass_separator(Reading& reading, std::size_t at, Token& next) {
  const std::string& text = reading.folded;
  const char c = text[at];
  if (c == ')') begin_item(reading, at, next);
  const bool before_blank = at + 1 == text.size() || !is_word_byte(text[at + 1]) || c == '?' || c == '!';
  if (c == '?') mark_question(reading, next.sentence);
  if (c == '\n' || c == ';' || ((c == '.' || c == '?' || c == '!') && before_blank)) ++next.sentence;
  if (c == ',' || c == '+' || c == '/' || c == '&') next.after_comma = true;
  if (c == ':' || c == '(' || c == '"') next.after_break = true;
}

// Splits at everything that is no letter or digit. Each lone @ of mask() becomes a token of its own, the place of a
// domain.
void tokenize(Reading& reading, std::vector<std::uint16_t>& domain_tokens) {
  const std::string& text = reading.folded;
  reading.tokens.reserve(text.size() / 4);
  Token next{};
  for (std::size_t at = 0; at < text.size() && reading.tokens.size() < most_tokens;) {
    if (const std::size_t sign = sign_length(text, at); sign > 0) {
      at = std::min(at + sign, text.size());
      next.after_break = true;
      continue;
    }
    const bool domain = stands_for_domain(text, at);
    if (!is_word_byte(text[at]) && !domain) {
      pass_separator(reading, at++, next);
      continue;
    }
    if (domain) domain_tokens.push_back(static_cast<std::uint16_t>(reading.tokens.size()));
    next.span.begin = static_cast<std::uint32_t>(at);
    do ++at;
    while (!domain && at < text.size() && is_word_byte(text[at]) && sign_length(text, at) == 0);
    next.span.end = static_cast<std::uint32_t>(at);
    reading.tokens.push_back(next);
    next.after_comma = next.after_break = false;
  }
}

// A password may also be what finding addresses has hidden: Soleil@2024.ca.
bool holds_password_unmasked(std::string_view text, const Knowledge& knowledge) {
  thread_local std::string folded;
  fold(text, folded);
  return holds_password(folded, knowledge);
}

// "imap", "mail": a word for a protocol, a side or mail itself, but not "www".
bool calls_a_server(std::string_view label, const Knowledge& knowledge) {
  const KnownWord* known = knowledge.lexicon.find(label);
  return known != nullptr && std::any_of(known->patterns.begin(), known->patterns.end(), [&](std::uint32_t pattern) {
           const Meaning meaning = knowledge.patterns[pattern].meaning;
           if (meaning.kind != Meaning::Kind::concept_)
             return is_cue(meaning, Cue::mail) || is_cue(meaning, Cue::server);
           return knowledge.concepts[meaning.index].protocol || knowledge.concepts[meaning.index].direction;
         });
}

// The server that the name is of; its place is left to be told. A wrong name that is written like one counts.
std::optional<NamedHost> host_in(std::string_view text, const DottedName& name, const DomainMention& mention,
                                 const Knowledge& knowledge) {
  if (name.after_at) return std::nullopt;
  NamedHost host{fold(text.substr(name.span.begin, name.span.end - name.span.begin))};
  if (is_number(std::string_view(host.name).substr(host.name.rfind('.') + 1))) host.name.resize(host.name.rfind('.'));
  if (knowledge.hosts.contains(host.name)) return host;
  const std::string_view whole = host.name;
  const std::size_t dot = whole.find('.');
  const bool of_a_server = whole.size() > mention.written.size() && calls_a_server(whole.substr(0, dot), knowledge);
  if (mention.candidates.empty() && knowledge.host_domains.contains(std::string(whole.substr(dot + 1)))) return host;
  host.guessed = mention.known();
  host.strange = mention.candidates.empty();
  const bool named = of_a_server && (host.guessed || host.strange);
  return named ? std::optional(std::move(host)) : std::nullopt;
}

// Beside an account of ours a strange server is what it was given; else it is the domain that matters.
void drop_strange_hosts(Reading& reading) {
  const bool ours = std::any_of(reading.domains.begin(), reading.domains.end(),
                                [](const DomainMention& mention) { return mention.known(); });
  if (!ours) std::erase_if(reading.hosts, [](const NamedHost& host) { return host.strange; });
}

}  // namespace

void take_for_password(Reading& reading) {
  reading.holds_password = true;
  std::erase_if(reading.domains, [](const DomainMention& mention) { return !mention.exact || !mention.known(); });
  reading.corrections.clear();
}

Reading read(std::string_view text, const Knowledge& knowledge) {
  text = text.substr(0, most_read);
  Reading reading;
  const std::vector<DottedName> names = find_dotted_names(text, knowledge);
  if (names.empty())
    fold(text, reading.folded);
  else
    fold(mask(text, names), reading.folded);
  std::vector<std::uint16_t> domain_tokens;
  tokenize(reading, domain_tokens);
  for (std::size_t i = 0; i < names.size() && i < domain_tokens.size(); ++i) {
    DomainMention mention = resolve(names[i], knowledge);
    mention.begin = domain_tokens[i];
    if (auto host = host_in(text, names[i], mention, knowledge)) {
      host->token = mention.begin;
      reading.hosts.push_back(std::move(*host));
      if (mention.candidates.empty() && !reading.hosts.back().strange) continue;
    }
    mention.end = static_cast<std::uint16_t>(mention.begin + 1);
    if (!mention.exact && !names[i].after_at) take_words_before(reading, mention, knowledge);
    reading.domains.push_back(std::move(mention));
  }
  for (std::size_t token = 0; token < reading.tokens.size(); ++token) know_word(reading, token, knowledge);
  find_named_domains(reading, knowledge);
  drop_strange_hosts(reading);
  find_all(reading, knowledge);
  if (mend_spelling(reading, knowledge)) find_all(reading, knowledge);
  if (holds_password(reading.folded, knowledge) || (!names.empty() && holds_password_unmasked(text, knowledge)))
    take_for_password(reading);
  for (std::size_t token = 0; token < reading.tokens.size(); ++token)
    reading.tokens[token].weights = weights_of(reading.word(token));
  reading.language = language_of(reading, knowledge);
  drop_void_spots(reading, knowledge);
  return reading;
}

}  // namespace facteur
