// Domains such as businesses and families have, made up: always the same ones.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace facteur::benchmarks {

class DomainMaker {
 public:
  std::vector<std::string> take(std::size_t count) {
    std::vector<std::string> domains;
    domains.reserve(count);
    std::unordered_set<std::string> seen;
    while (domains.size() < count) {
      std::string domain = name() + ending();
      if (seen.insert(domain).second) domains.push_back(std::move(domain));
    }
    return domains;
  }

 private:
  static constexpr std::array<std::string_view, 48> trades{
      "plomberie", "garage",  "boulangerie", "clinique", "toiture",  "electricite", "notaire",    "ferme",
      "camping",   "auberge", "resto",       "cafe",     "traiteur", "fleuriste",   "imprimerie", "construction",
      "peinture",  "paysage", "transport",   "coiffure", "dentiste", "optique",     "pharmacie",  "comptable",
      "avocat",    "studio",  "design",      "photo",    "musique",  "ecole",       "plumbing",   "roofing",
      "bakery",    "dental",  "farm",        "law",      "cleaning", "fitness",     "realty",     "motors",
      "marine",    "heating", "electric",    "gardens",  "brewing",  "coffee",      "software",   "consulting"};
  static constexpr std::array<std::string_view, 64> families{
      "tremblay", "gagnon",   "roy",      "cote",      "bouchard", "gauthier",  "morin",    "lavoie",
      "fortin",   "gagne",    "ouellet",  "pelletier", "belanger", "levesque",  "bergeron", "leblanc",
      "paquette", "girard",   "simard",   "boucher",   "caron",    "beaulieu",  "cloutier", "dube",
      "poirier",  "fournier", "lapointe", "leclerc",   "lefebvre", "poulin",    "thibault", "nadeau",
      "martel",   "lachance", "demers",   "hebert",    "mercier",  "lessard",   "michaud",  "savard",
      "smith",    "brown",    "martin",   "wilson",    "campbell", "macdonald", "taylor",   "anderson",
      "singh",    "nguyen",   "patel",    "murphy",    "kelly",    "walker",    "fraser",   "stewart",
      "robinson", "scott",    "clark",    "morrison",  "chen",     "kowalski",  "rossi",    "haddad"};
  static constexpr std::array<std::string_view, 32> places{
      "montreal",  "quebec",      "laval",      "gatineau", "sherbrooke", "saguenay", "levis",   "granby",
      "rimouski",  "matane",      "gaspe",      "rivesud",  "rivenord",   "estrie",   "beauce",  "mauricie",
      "outaouais", "laurentides", "charlevoix", "ottawa",   "toronto",    "kingston", "moncton", "halifax",
      "lyon",      "bretagne",    "alpes",      "provence", "geneve",     "namur",    "boston",  "vermont"};

  template <typename Words>
  std::string one_of(const Words& words) {
    return std::string(words[random_() % words.size()]);
  }

  std::string name() {
    const std::string hyphen = random_() % 5 == 0 ? "-" : "";
    switch (random_() % 8) {
      case 0:
        return one_of(trades) + hyphen + one_of(families) + hyphen + one_of(families);
      case 1:
        return one_of(families) + hyphen + one_of(families) + hyphen + one_of(trades);
      case 2:
        return one_of(trades) + hyphen + one_of(places) +
               (random_() % 2 == 0 ? std::to_string(random_() % 10'000) : "");
      case 3:
        return one_of(families) + one_of(trades) + hyphen + one_of(places);
      case 4:
        return one_of(trades) + hyphen + one_of(families) + hyphen + one_of(places);
      case 5:
        return one_of(trades) + "et" + one_of(trades) + hyphen + one_of(families);
      case 6:
        return one_of(families) + hyphen + one_of(families) + hyphen + one_of(families);
      default:
        return invented() + (random_() % 2 == 0 ? one_of(trades) : "");
    }
  }

  // A brand: syllables that mean nothing.
  std::string invented() {
    std::string word;
    const std::size_t syllables = 2 + random_() % 3;
    for (std::size_t i = 0; i < syllables; ++i) {
      word += "bcdfglmnprstvz"[random_() % 14];
      word += "aeiou"[random_() % 5];
      if (random_() % 3 == 0) word += "lnrstx"[random_() % 6];
    }
    return word;
  }

  std::string ending() {
    constexpr std::array<std::string_view, 16> endings{".ca",    ".ca",     ".ca",  ".ca",  ".ca",  ".ca",
                                                       ".com",   ".com",    ".com", ".com", ".net", ".org",
                                                       ".qc.ca", ".quebec", ".fr",  ".info"};
    return one_of(endings);
  }

  std::mt19937 random_{20261123};
};

inline std::vector<std::string> made_up_domains(std::size_t count) { return DomainMaker().take(count); }

}  // namespace facteur::benchmarks
