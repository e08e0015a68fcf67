#include "knowledge/domain_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>

#include "knowledge/edit_distance.h"

// One table of buckets serves every kind of lookup: each domain lies in it under the hash of the whole domain, of its
// name, and of each third of its name. Two slips touch two thirds, so a misspelt name shares one third with the right
// one, at its place or shifted by the slips before it; whatever shares one is then measured. Only when one slip is a
// swap of letters on either side of a border are all three touched: then a third is looked for as the swap left it.
//
// What shares a third with a misspelt name is mostly far from it, and reading it costs a trip to memory. So each entry
// says which letters its name holds an odd number of times: a slip changes two of these at most, a swap none.

namespace facteur {
namespace {

constexpr std::size_t shortest_misspelt = 5;
constexpr std::size_t shortest_twice_misspelt = 9;
constexpr std::size_t most_found = 8;
constexpr std::size_t crowded = 128;
constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

enum class Key : std::uint64_t { domain = 1, name, first_third, second_third, last_third, beginning };

std::uint64_t hash_of(Key kind, std::string_view text, std::size_t length = 0) {
  const std::uint64_t mixed = static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15U + length * 0xC2B2AE3D27D4EB4FU;
  return (std::hash<std::string_view>{}(text) ^ mixed) * 0xD6E8FEB86659FD93U;
}

struct Thirds {
  std::size_t first;   // where the second third begins
  std::size_t second;  // where the last begins
  explicit Thirds(std::size_t length) : first(length / 3), second(length - length / 3) {}
};

std::size_t slips_allowed(std::size_t length) {
  if (length < shortest_misspelt) return 0;
  return length < shortest_twice_misspelt ? 1 : 2;
}

std::uint32_t odd_letters(std::string_view name) {
  std::uint32_t odd = 0;
  for (const char character : name) odd ^= std::uint32_t{1} << (static_cast<unsigned char>(character) % 32);
  return odd;
}

// Calls visit with every piece of `wanted` that may be a third of a name of that length, at most so many slips away.
template <typename Visit>
void each_possible_third(std::string_view wanted, std::size_t length, std::size_t slips, Visit visit) {
  const Thirds at(length);
  const std::string_view first = wanted.substr(0, at.first);
  const std::string_view last = wanted.substr(wanted.size() - (length - at.second));
  visit(Key::first_third, first);
  visit(Key::last_third, last);
  const std::size_t middle = at.second - at.first;
  for (std::size_t begin = at.first - std::min(at.first, slips); begin <= at.first + slips; ++begin) {
    if (begin + middle > wanted.size()) break;
    visit(Key::second_third, wanted.substr(begin, middle));
  }
  const bool room_for_a_swap = slips == 2 && length + 1 >= wanted.size() && length <= wanted.size() + 1;
  if (!room_for_a_swap) return;
  std::string swapped(first);
  swapped.back() = wanted[first.size()];
  visit(Key::first_third, swapped);
  swapped = last;
  swapped.front() = wanted[wanted.size() - last.size() - 1];
  visit(Key::last_third, swapped);
}

// The longest label before the last dot, without hyphens, into `name`, whose storage is used again.
void write_name_of(std::string_view domain, std::string& name) {
  std::string_view longest;
  while (true) {
    const std::size_t dot = domain.find('.');
    if (dot == std::string_view::npos) break;
    if (dot > longest.size()) longest = domain.substr(0, dot);
    domain.remove_prefix(dot + 1);
  }
  name.clear();
  for (const char character : longest) {
    if (character != '-') name.push_back(character);
  }
}

}  // namespace

struct DomainIndex::Keys {
  std::array<std::uint64_t, 6> hashes{};
  std::size_t count = 2;
  std::size_t thirds = 0;  // the last of them

  Keys(std::string_view domain, std::string_view name)
      : hashes{hash_of(Key::domain, domain), hash_of(Key::name, name)} {
    const std::string_view stem = stem_of(name, domain);
    if (stem != name) hashes[count++] = hash_of(Key::name, stem);
    if (slips_allowed(name.size()) == 0) return;
    const Thirds at(name.size());
    hashes[count++] = hash_of(Key::first_third, name.substr(0, at.first), name.size());
    hashes[count++] = hash_of(Key::second_third, name.substr(at.first, at.second - at.first), name.size());
    hashes[count++] = hash_of(Key::last_third, name.substr(at.second), name.size());
    thirds = 3;
  }
};

DomainIndex::Id DomainIndex::add(std::string_view domain, std::uint32_t provider) {
  const auto id = static_cast<Id>(providers_.size());
  begins_.push_back(static_cast<std::uint32_t>(characters_.size()));
  characters_ += domain;
  providers_.push_back(provider);
  return id;
}

std::vector<std::pair<DomainIndex::Id, DomainIndex::Id>> DomainIndex::freeze() {
  characters_.shrink_to_fit();
  begins_.shrink_to_fit();
  providers_.shrink_to_fit();
  constexpr std::size_t fewest_buckets = 4096;  // mostly empty for a few domains: an empty bucket needs no measuring
  buckets_.assign(std::bit_ceil(std::max(size() * 4 + 1, fewest_buckets)) + 2, 0);

  constexpr std::size_t smallest_filter = 4096;
  beginnings_ = BitFilter(std::max(size() * 8, smallest_filter));
  thirds_ = BitFilter(std::max(size() * 32, smallest_filter));

  // A counting sort: sizes first, one bucket ahead, so that filling in moves each begin to its place.
  for (Id id = 0; id < size(); ++id) {
    const std::string own = name_of(name(id));
    beginnings_.add(hash_of(Key::beginning, std::string_view(own).substr(0, name_beginning)));
    const Keys keys(name(id), own);
    for (std::size_t i = 0; i < keys.count; ++i) ++buckets_[bucket_of(keys.hashes[i]) + 2];
    for (std::size_t i = keys.count - keys.thirds; i < keys.count; ++i) thirds_.add(keys.hashes[i]);
  }
  for (std::size_t b = 1; b < buckets_.size(); ++b) buckets_[b] += buckets_[b - 1];
  entries_.resize(buckets_.back());
  for (Id id = 0; id < size(); ++id) {
    const std::string own = name_of(name(id));
    const Keys keys(name(id), own);
    const Entry entry{id, odd_letters(own)};
    for (std::size_t i = 0; i < keys.count; ++i) entries_[buckets_[bucket_of(keys.hashes[i]) + 1]++] = entry;
  }

  std::vector<std::pair<Id, Id>> duplicates;
  for (Id id = 0; id < size(); ++id) {
    const Id first = *exact(name(id));
    if (first != id) duplicates.emplace_back(first, id);
  }
  return duplicates;
}

std::string_view DomainIndex::name(Id id) const {
  const std::size_t end = id + 1 < begins_.size() ? begins_[id + 1] : characters_.size();
  return std::string_view(characters_).substr(begins_[id], end - begins_[id]);
}

// The count of buckets is a power of two, and two more places follow them: the end of the last, and what freeze()
// needs.
std::size_t DomainIndex::bucket_of(std::uint64_t hash) const { return (hash >> 32) & (buckets_.size() - 3); }

void DomainIndex::prefetch_bucket(std::uint64_t hash) const {
  if (!buckets_.empty()) __builtin_prefetch(&buckets_[bucket_of(hash)]);
}

template <typename Visit>
void DomainIndex::each_in_bucket(std::uint64_t hash, std::size_t most, Visit visit) const {
  if (buckets_.empty()) return;
  const std::size_t bucket = bucket_of(hash);
  const std::uint32_t end = buckets_[bucket + 1];
  if (end - buckets_[bucket] > most) return;
  for (std::uint32_t at = buckets_[bucket]; at < end; ++at) {
    if (!visit(entries_[at])) return;
  }
}

std::optional<DomainIndex::Id> DomainIndex::exact(std::string_view domain) const {
  std::optional<Id> found;
  each_in_bucket(hash_of(Key::domain, domain), unlimited, [&](const Entry& entry) {
    if (name(entry.domain) == domain) found = entry.domain;
    return !found;
  });
  return found;
}

bool DomainIndex::may_begin(std::string_view beginning) const {
  return beginnings_.may_hold(hash_of(Key::beginning, beginning));
}

std::vector<DomainIndex::Id> DomainIndex::named(std::string_view wanted) const {
  std::vector<Id> found;
  each_in_bucket(hash_of(Key::name, wanted), unlimited, [&](const Entry& entry) {
    const bool seen = std::find(found.begin(), found.end(), entry.domain) != found.end();
    if (!seen && is_called(entry.domain, wanted)) found.push_back(entry.domain);
    return found.size() < most_found;
  });
  return found;
}

bool DomainIndex::any_named(std::string_view wanted) const {
  bool found = false;
  each_in_bucket(hash_of(Key::name, wanted), unlimited, [&](const Entry& entry) {
    found = is_called(entry.domain, wanted);
    return !found;
  });
  return found;
}

std::vector<DomainIndex::Near> DomainIndex::near(std::string_view wanted) const {
  std::vector<Near> found;
  const std::size_t slips = slips_allowed(wanted.size());
  if (slips == 0) return found;
  const std::uint32_t letters = odd_letters(wanted);
  const auto measure = [&](const Entry& entry) {
    const auto other_letters = static_cast<std::size_t>(std::popcount(entry.letters ^ letters));
    if (other_letters > 2 * slips) return true;
    const Id id = entry.domain;
    const bool seen = std::any_of(found.begin(), found.end(), [&](const Near& near) { return near.domain == id; });
    if (seen) return true;
    thread_local std::string candidate;
    write_name_of(name(id), candidate);
    const std::size_t most = std::min(slips, slips_allowed(candidate.size()));
    const std::size_t distance = edit_distance(wanted, candidate, most);
    if (distance <= most) found.push_back({id, distance});
    return true;
  };
  // Each step asks memory for what the next one reads: the waits run side by side instead of one after the other.
  thread_local std::vector<std::uint64_t> hashes;
  hashes.clear();
  for (std::size_t length = wanted.size() - slips; length <= wanted.size() + slips; ++length) {
    each_possible_third(wanted, length, slips, [&](Key third, std::string_view text) {
      hashes.push_back(hash_of(third, text, length));
      thirds_.prefetch(hashes.back());
    });
  }
  std::erase_if(hashes, [&](std::uint64_t hash) { return !thirds_.may_hold(hash); });
  for (const std::uint64_t hash : hashes) prefetch_bucket(hash);
  for (const std::uint64_t hash : hashes) each_in_bucket(hash, crowded, measure);
  std::stable_sort(found.begin(), found.end(), [](const Near& a, const Near& b) { return a.slips < b.slips; });
  if (found.size() > most_found) found.resize(most_found);
  return found;
}

std::string_view DomainIndex::stem_of(std::string_view name, std::string_view domain) {
  constexpr std::size_t shortest_stem = 4;
  const std::string_view ending = domain.substr(domain.rfind('.') + 1);
  if (!name.ends_with(ending) || name.size() < ending.size() + shortest_stem) return name;
  return name.substr(0, name.size() - ending.size());
}

bool DomainIndex::is_called(Id id, std::string_view wanted) const {
  const std::string own = name_of(name(id));
  return own == wanted || stem_of(own, name(id)) == wanted;
}

std::string DomainIndex::name_of(std::string_view domain) {
  std::string name;
  write_name_of(domain, name);
  return name;
}

}  // namespace facteur
