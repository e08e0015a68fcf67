// Reading a message: every word, phrase, address and domain that means something to Facteur, and where it stands.
// No judgement yet of what is asked: that is understanding's (understand.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/addresses.h"
#include "knowledge/fold.h"
#include "knowledge/knowledge.h"

namespace facteur {

struct WordWeights;  // words.h

// A word of the folded text.
struct Token {
  Span span;
  std::uint16_t sentence = 0;
  const KnownWord* known =
      nullptr;                 // in the knowledge that it was read with; null for a misspelt word, or a strange one
  const Stem* stem = nullptr;  // the longest that the word begins with
  const WordWeights* weights = nullptr;  // null for a word that tells nothing
  bool after_comma = false;              // or another sign that lists: + / &
  bool after_break = false;              // a colon, a bracket, a quotation mark
};

// A pattern's find: what it means, and the tokens it covers.
struct Spot {
  Meaning meaning;
  std::uint32_t pattern = 0;
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

inline bool is_cue(const Spot& spot, Cue cue) { return is_cue(spot.meaning, cue); }

// Whether it tells that something fails.
inline bool tells_trouble(const Spot& spot) {
  return spot.meaning.kind == Meaning::Kind::problem || is_cue(spot, Cue::cannot) || is_cue(spot, Cue::trouble) ||
         is_cue(spot, Cue::negation);
}

// Whether one of the cue's finds begins at the token. REQUIRES: the finds are sorted by place.
inline bool begins_at(const std::vector<Spot>& spots, Cue cue, std::size_t token) {
  auto spot = std::partition_point(spots.begin(), spots.end(), [&](const Spot& each) { return each.begin < token; });
  while (spot != spots.end() && spot->begin == token && !is_cue(*spot, cue)) ++spot;
  return spot != spots.end() && spot->begin == token;
}

// Whether one of the cue's finds ends where the token begins: "not gabsky".
inline bool ends_at(const std::vector<Spot>& spots, Cue cue, std::size_t token) {
  return std::any_of(spots.begin(), spots.end(),
                     [&](const Spot& spot) { return is_cue(spot, cue) && spot.end == token; });
}

struct Correction {
  std::string written;
  std::string read_as;
};

// The name of a server of ours, or one that is written like it: map.secureserver.net. Beside one of our domains, that
// of any server: smtp.videotron.ca.
struct NamedHost {
  std::string name;  // lower case
  std::uint16_t token = 0;
  bool guessed = false;  // "imap." before one of our domains, of which no server is called so
  bool strange = false;  // "imap." before another domain
};

struct Reading {
  std::string folded;  // with @ in place of each domain, and misspelt keywords put right
  std::vector<Token> tokens;
  std::vector<Spot> spots;             // by place
  std::vector<DomainMention> domains;  // by place
  std::vector<Correction> corrections;
  std::optional<LanguageId> language;  // nothing when the words don't tell
  bool holds_password = false;
  std::vector<NamedHost> hosts;
  std::vector<bool> asks;  // by sentence: whether it ends with a question mark

  std::string_view word(std::size_t token) const {
    const Span& span = tokens[token].span;
    return std::string_view(folded).substr(span.begin, span.end - span.begin);
  }
};

// Whether the mention is a server's name.
inline bool names_host(const Reading& reading, const DomainMention& mention) {
  return std::any_of(reading.hosts.begin(), reading.hosts.end(),
                     [&](const NamedHost& host) { return host.token == mention.begin; });
}

inline bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// Reads at most the first 4 KiB of the text.
Reading read(std::string_view text, const Knowledge&);

// Marks that it holds a password. That may look like an address or nearly like a name: nothing but our own names stays,
// which alone may come back in an answer.
void take_for_password(Reading&);

}  // namespace facteur
