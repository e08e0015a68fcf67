#include "knowledge/domain_index.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/edit_distance.h"
#include "tests/unit/catch.h"

using facteur::DomainIndex;

namespace {

using Names = std::vector<std::string>;

DomainIndex index_of(const Names& domains) {
  DomainIndex index;
  std::uint32_t provider = 0;
  for (const std::string& domain : domains) index.add(domain, provider++);
  index.freeze();
  return index;
}

Names named(const DomainIndex& index, std::string_view name) {
  Names found;
  for (const DomainIndex::Id id : index.named(name)) found.emplace_back(index.name(id));
  CHECK(index.any_named(name) == !found.empty());
  return found;
}

Names near(const DomainIndex& index, std::string_view name) {
  Names found;
  for (const auto& each : index.near(name))
    found.push_back(std::string(index.name(each.domain)) + " " + std::to_string(each.slips));
  return found;
}

std::size_t slips_allowed(std::size_t length) { return length < 5 ? 0 : length < 9 ? 1 : 2; }

// What near() must find, by comparing with every name.
std::vector<std::size_t> slips_of_all(const Names& domains, std::string_view wanted) {
  std::vector<std::size_t> slips;
  for (const std::string& domain : domains) {
    const std::string name = DomainIndex::name_of(domain);
    const std::size_t allowed = std::min(slips_allowed(wanted.size()), slips_allowed(name.size()));
    const std::size_t distance = facteur::edit_distance(wanted, name, 2);
    if (allowed > 0 && distance <= allowed) slips.push_back(distance);
  }
  std::sort(slips.begin(), slips.end());
  slips.resize(std::min<std::size_t>(slips.size(), 8));
  return slips;
}

std::string random_name(std::mt19937& random, std::size_t shortest, std::size_t longest, unsigned letters) {
  std::string name(shortest + random() % (longest - shortest + 1), 'a');
  for (char& c : name) c = static_cast<char>('a' + random() % letters);
  return name;
}

void slip(std::string& name, std::mt19937& random, unsigned letters) {
  const std::size_t at = random() % name.size();
  const char letter = static_cast<char>('a' + random() % letters);
  switch (random() % 4) {
    case 0:
      name.erase(at, 1);
      break;
    case 1:
      name.insert(at, 1, letter);
      break;
    case 2:
      name[at] = letter;
      break;
    default:
      std::swap(name[at], name[at == 0 ? 0 : at - 1]);
  }
}

}  // namespace

TEST_CASE("an empty index finds nothing") {
  DomainIndex index;
  CHECK_FALSE(index.exact("nplus.ca").has_value());
  CHECK(index.freeze().empty());
  CHECK(index.size() == 0);
  CHECK_FALSE(index.exact("nplus.ca").has_value());
  CHECK(named(index, "nplus").empty());
  CHECK(near(index, "quebecinternet").empty());
}

TEST_CASE("a domain is found whole, with its provider, and nothing like it") {
  DomainIndex index;
  index.add("nplus.ca", 7);
  index.add("henrietmoi.ca", 3);
  index.freeze();
  REQUIRE(index.exact("henrietmoi.ca").has_value());
  CHECK(index.name(*index.exact("henrietmoi.ca")) == "henrietmoi.ca");
  CHECK(index.provider(*index.exact("henrietmoi.ca")) == 3);
  CHECK(index.provider(*index.exact("nplus.ca")) == 7);
  for (const std::string_view other :
       {"nplus", "nplus.c", "nplus.ca.", "nplus.caa", "NPLUS.CA", "plus.ca", "", ".", "henrietmoi.com"}) {
    CAPTURE(other);
    CHECK_FALSE(index.exact(other).has_value());
  }
}

TEST_CASE("a domain is found by its name alone: the longest label before the ending, without hyphens") {
  const DomainIndex index =
      index_of({"quebec-internet.net", "nplus.ca", "nplus.com", "mail.longest-part.co.uk", "x.org"});
  CHECK(named(index, "quebecinternet") == Names{"quebec-internet.net"});
  CHECK(named(index, "quebec-internet").empty());
  CHECK(named(index, "nplus") == Names{"nplus.ca", "nplus.com"});
  CHECK(named(index, "longestpart") == Names{"mail.longest-part.co.uk"});
  CHECK(named(index, "mail").empty());
  CHECK(named(index, "x") == Names{"x.org"});
  CHECK(named(index, "").empty());
  CHECK(DomainIndex::name_of("nplus").empty());
  CHECK(DomainIndex::name_of("").empty());
  CHECK(DomainIndex::name_of("ab.cd.ef") == "ab");
}

TEST_CASE("a name that ends like its domain is found without that end, too") {
  const DomainIndex index = index_of({"gabskycom.com", "com.com", "telecom.net"});
  CHECK(named(index, "gabsky") == Names{"gabskycom.com"});
  CHECK(named(index, "gabskycom") == Names{"gabskycom.com"});
  CHECK(named(index, "tele").empty());
  CHECK(named(index, "").empty());
  CHECK(DomainIndex::stem_of("abccom", "abccom.com") == "abccom");  // too little would be left
}

TEST_CASE("a misspelt name is found, one slip from five letters on, two from nine") {
  const DomainIndex index = index_of({"nplus.ca", "henrietmoi.ca", "ordiamicus.com", "abcd.ca"});
  CHECK(near(index, "nplu").empty());
  CHECK(near(index, "nplsu") == Names{"nplus.ca 1"});
  CHECK(near(index, "nplux") == Names{"nplus.ca 1"});
  CHECK(near(index, "npluss") == Names{"nplus.ca 1"});
  CHECK(near(index, "nnpluss").empty());
  CHECK(near(index, "abcde").empty());  // "abcd" is too short to be misspelt
  CHECK(near(index, "henrietmoi") == Names{"henrietmoi.ca 0"});
  CHECK(near(index, "henrimoi") == Names{});  // two slips, in a word of eight letters
  CHECK(near(index, "henriemoi") == Names{"henrietmoi.ca 1"});
  CHECK(near(index, "henryetmoy") == Names{"henrietmoi.ca 2"});
  CHECK(near(index, "henryetmoyy").empty());
  CHECK(near(index, "ordiamigo").empty());
}

TEST_CASE("the nearest names come first, at most eight of them") {
  const DomainIndex index = index_of({"maisonverte.ca", "maisonvertes.ca", "maisonverxy.ca", "maisonverte.com"});
  CHECK(near(index, "maisonverte") ==
        Names{"maisonverte.ca 0", "maisonverte.com 0", "maisonvertes.ca 1", "maisonverxy.ca 2"});
  Names many;
  for (char c = 'a'; c <= 'z'; ++c) many.push_back("maisonvert" + std::string(1, c) + ".ca");
  many.emplace_back("maisonverts.com");
  const DomainIndex crowd = index_of(many);
  CHECK(crowd.near("maisonvert").size() == 8);
  CHECK(near(crowd, "maisonverts").front() == "maisonverts.ca 0");
  CHECK(near(crowd, "maisonverts")[1] == "maisonverts.com 0");
  for (const auto& each : crowd.near("maisonvert")) CHECK(each.slips == 1);
}

TEST_CASE("a name held by more than eight domains gives eight, and is found at once") {
  Names domains;
  for (int i = 0; i < 2000; ++i) domains.push_back("bureau.e" + std::to_string(i));
  const DomainIndex index = index_of(domains);
  CHECK(index.named("bureau").size() == 8);
  CHECK(index.any_named("bureau"));
  CHECK(index.exact("bureau.e1999").has_value());
}

TEST_CASE("duplicates are told when the index is frozen, each against the first") {
  DomainIndex index;
  for (const char* domain : {"a-b.ca", "nplus.ca", "a-b.ca", "ab.ca", "nplus.ca", "nplus.ca"}) index.add(domain, 0);
  using Pairs = std::vector<std::pair<DomainIndex::Id, DomainIndex::Id>>;
  CHECK(index.freeze() == Pairs{{0, 2}, {1, 4}, {1, 5}});
}

TEST_CASE("near finds what comparing with every name finds") {
  std::mt19937 random(20260103);
  std::size_t right = 0;
  for (const unsigned letters : {3U, 26U}) {
    Names domains;
    for (int i = 0; i < 1500; ++i) domains.push_back(random_name(random, 3, 16, letters) + ".ca");
    const DomainIndex index = index_of(domains);
    for (int round = 0; round < 3000; ++round) {
      std::string wanted = DomainIndex::name_of(domains[random() % domains.size()]);
      for (unsigned slips = random() % 4; slips > 0 && wanted.size() > 2; --slips) slip(wanted, random, letters);
      std::vector<std::size_t> slips;
      for (const auto& each : index.near(wanted)) slips.push_back(each.slips);
      CAPTURE(wanted);
      if (slips != slips_of_all(domains, wanted)) FAIL("near(" << wanted << ") found " << slips.size());
      ++right;
    }
  }
  CHECK(right == 6000);
}

TEST_CASE("a swap over the border of two thirds, and a slip in the other third, are found") {
  const DomainIndex index = index_of({"abcdefghijkl.ca"});  // abcd efgh ijkl
  for (const std::string_view wanted : {"abcedfghijkl", "abcedfghijxl", "abcedfghijkll", "abcedfghijk", "abcedfgihjkl",
                                        "abxdefgihjkl", "abdefgihjkl", "aabcdefgihjkl", "bacdefgihjkl"}) {
    CAPTURE(wanted);
    CHECK(index.near(wanted).size() == 1);
  }
}

TEST_CASE("a part that too many names share is passed over, and the others still find the name") {
  std::mt19937 random(20260104);
  Names domains{"montrealhebert.ca"};
  for (int i = 0; i < 5000; ++i) domains.push_back("montr" + random_name(random, 9, 9, 26) + ".ca");
  const DomainIndex index = index_of(domains);
  CHECK(near(index, "montrealhebret").front() == "montrealhebert.ca 1");
  CHECK(near(index, "montreelhebert").front() == "montrealhebert.ca 1");
  CHECK(near(index, "mmontrealhebert").front() == "montrealhebert.ca 1");
}

TEST_CASE("any text may be looked up") {
  const DomainIndex index = index_of({"nplus.ca", "quebecinternet.net", std::string(63, 'a') + ".ca"});
  const std::string long_name(1'000'000, 'a');
  CHECK(near(index, long_name).empty());
  CHECK(near(index, std::string(62, 'a')) == Names{std::string(63, 'a') + ".ca 1"});
  CHECK(near(index, std::string(20, '\0')).empty());
  CHECK(near(index, "\xFF\xFE\xFD\xFC\xFB").empty());
  CHECK(named(index, long_name).empty());
  CHECK_FALSE(index.exact(long_name).has_value());
}

TEST_CASE("what no name begins with is ruled out; what one begins with never is") {
  std::mt19937 random(20260106);
  Names domains{"nplus.ca", "abc.ca", "que-bec.net"};
  for (int i = 0; i < 2000; ++i) domains.push_back(random_name(random, 4, 12, 26) + ".ca");
  const DomainIndex index = index_of(domains);
  for (const std::string& domain : domains) {
    const std::string name = DomainIndex::name_of(domain);
    if (name.size() >= DomainIndex::name_beginning && !index.may_begin(name.substr(0, DomainIndex::name_beginning)))
      FAIL(name);
  }
  CHECK(index.may_begin("queb"));
  int in_vain = 0;
  for (int i = 0; i < 1000; ++i) in_vain += index.may_begin("1" + random_name(random, 3, 3, 26)) ? 1 : 0;
  CHECK(in_vain < 300);
  CHECK_FALSE(DomainIndex().may_begin("queb"));
}
