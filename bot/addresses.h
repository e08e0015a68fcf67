// Addresses, domains and host names in what somebody typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"

namespace facteur {

// A domain that a message names, and which of ours it must be.
struct DomainMention {
  std::string written;                      // as typed, lower case, without the part before the @
  std::string domain;                       // ours where one is meant, else as written
  std::vector<DomainIndex::Id> candidates;  // ours that may be meant: none for an unknown domain, several when unclear
  bool exact = false;                       // written just as the domain is, or by its bare name
  std::uint16_t begin = 0;                  // the tokens of the folded text, the end exclusive
  std::uint16_t end = 0;

  bool known() const { return candidates.size() == 1; }
  bool operator==(const DomainMention&) const = default;
};

// A dotted name in the text as typed: marie@nplus.ca, @nplus.ca, imap.nplus.ca:993.
struct DottedName {
  Span span;         // in the text, the part before the @ included
  Span prefix;       // the labels that name a host ("imap" of imap.nplus.ca), empty where none does
  std::string name;  // "nplus.ca", lower case
  bool after_at = false;
};

// Every address, domain and host name, in order. A dotted word without an @ counts only when it ends as domains do.
std::vector<DottedName> find_dotted_names(std::string_view text, const Knowledge&);

// Which of our domains the name is, or must have been meant to be.
DomainMention resolve(const DottedName&, const Knowledge&);

// The bare or spaced name of one of ours ("nplus", "quebec internet"), or one misspelt. `exact_only` leaves misspelt
// ones out.
enum class Slips : std::uint8_t { none, some };
std::vector<DomainIndex::Id> domains_called(std::string_view name, Slips, const Knowledge&);

}  // namespace facteur
