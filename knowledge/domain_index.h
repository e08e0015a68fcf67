// The mail domains that Facteur answers for, found as people write them: whole, by their name alone, or misspelt.
// Made for a million of them: a lookup touches a few cache lines, a domain costs about 100 bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/bit_filter.h"

namespace facteur {

class DomainIndex {
 public:
  using Id = std::uint32_t;
  struct Near {
    Id domain = 0;
    std::size_t slips = 0;
  };

  // Adds a domain in lower case without a final dot, of provider number `provider`.
  // REQUIRES: before freeze(); at most 253 bytes (RFC 1035).
  Id add(std::string_view domain, std::uint32_t provider);

  // Makes what was added findable. Duplicates are found then: each pair is reported once, the later one second.
  std::vector<std::pair<Id, Id>> freeze();

  std::size_t size() const { return providers_.size(); }
  std::string_view name(Id) const;
  std::uint32_t provider(Id id) const { return providers_[id]; }

  // "nplus.ca" → that domain.
  std::optional<Id> exact(std::string_view domain) const;
  // "nplus", "quebecinternet" → every domain of that name, whatever its ending, at most 8.
  std::vector<Id> named(std::string_view name) const;
  // Whether any name begins so. REQUIRES: name_beginning characters. May say yes in vain, never no.
  static constexpr std::size_t name_beginning = 4;
  bool may_begin(std::string_view beginning) const;
  // Whether named() would find any: cheaper, for words that most likely aren't a name.
  bool any_named(std::string_view name) const;
  // "henrietmo", "quebecinternte" → the domains whose name lies one slip away (two from nine letters on), nearest
  // first, at most 8. Names under five letters have none, and a part shared by more than 128 domains is not searched.
  std::vector<Near> near(std::string_view name) const;

  // What is compared: the longest label before the last dot, without hyphens ("quebec-internet.net" →
  // "quebecinternet").
  static std::string name_of(std::string_view domain);
  // A name that ends like its own domain, without that end: "gabsky" of gabskycom.com; otherwise the whole name.
  static std::string_view stem_of(std::string_view name, std::string_view domain);

 private:
  struct Keys;
  struct Entry {
    Id domain = 0;
    std::uint32_t letters = 0;  // which letters stand in its name an odd number of times
  };
  bool is_called(Id, std::string_view name) const;
  std::size_t bucket_of(std::uint64_t hash) const;
  void prefetch_bucket(std::uint64_t hash) const;
  template <typename Visit>
  void each_in_bucket(std::uint64_t hash, std::size_t most, Visit visit) const;

  std::string characters_;             // every domain, one after the other
  std::vector<std::uint32_t> begins_;  // where each begins in `characters_`
  std::vector<std::uint32_t> providers_;
  std::vector<std::uint32_t> buckets_;  // bucket b holds entries_[buckets_[b] .. buckets_[b + 1])
  std::vector<Entry> entries_;
  BitFilter beginnings_;
  BitFilter thirds_;
};

}  // namespace facteur
