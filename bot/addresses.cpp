#include "bot/addresses.h"

#include <algorithm>

#include "knowledge/fold.h"

namespace facteur {
namespace {

constexpr std::size_t longest_name = 253;

Regex make_dotted_name_pattern() {
  // Letters and digits: beyond ASCII whole blocks of scripts, with the few signs and the accents that lie among them.
  // RE2's own classes (\pL\pN) make an automaton too large for its memory, and a search thirty times slower.
  const std::string letter = R"(0-9A-Za-z\x{C0}-\x{1FFF}\x{2C00}-\x{2DFF}\x{3040}-\x{D7FF})";
  const std::string label = "[" + letter + "][" + letter + "-]*";
  return Regex("(?:[" + letter + "][" + letter + R"(._%+'-]*)?@?)" + label + R"((?:\.)" + label + ")+");
}

const Regex& dotted_name_pattern() {
  static const Regex pattern = make_dotted_name_pattern();
  return pattern;
}

bool is_number(std::string_view label) { return std::all_of(label.begin(), label.end(), is_digit); }

std::string_view last_label(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Takes off a port written as a last label (imap.gmail.com.993), and the host's labels at the front.
void take_domain(DottedName& found, std::uint32_t name_begin, const Knowledge& knowledge) {
  while (is_number(last_label(found.name)) && found.name.find('.') != std::string::npos) {
    found.name.resize(found.name.rfind('.'));
  }
  found.prefix = {name_begin, name_begin};
  while (std::count(found.name.begin(), found.name.end(), '.') > 1) {
    if (knowledge.domains.exact(found.name)) return;
    const std::size_t dot = found.name.find('.');
    if (!contains(knowledge.host_prefixes, std::string_view(found.name).substr(0, dot))) return;
    found.name.erase(0, dot + 1);
    found.prefix.end += static_cast<std::uint32_t>(dot + 1);
  }
}

bool has_long_label(std::string_view name) {
  constexpr std::size_t longest_label = 63;  // RFC 1035, section 2.3.4
  while (true) {
    const std::size_t dot = name.find('.');
    if (name.substr(0, dot).size() > longest_label) return true;
    if (dot == std::string_view::npos) return false;
    name.remove_prefix(dot + 1);
  }
}

// "bloqué.ca fait deux jours", "help.me": two sentences without a blank between them, the second of which begins with a
// word.
bool joins_sentences(const DottedName& found, const Knowledge& knowledge) {
  if (found.after_at || std::count(found.name.begin(), found.name.end(), '.') != 1 ||
      knowledge.domains.exact(found.name))
    return false;
  const KnownWord* second = knowledge.lexicon.find(last_label(found.name));
  if (second == nullptr || second->languages == 0) return false;
  const std::string first = fold(found.name.substr(0, found.name.find('.')));
  const bool accented = first != found.name.substr(0, found.name.find('.'));
  return knowledge.lexicon.knows(first) || accented;
}

bool ends_like_a_domain(const DottedName& found, const Knowledge& knowledge) {
  if (found.name.find('.') == std::string::npos || has_long_label(found.name) || joins_sentences(found, knowledge))
    return false;
  return found.after_at ||
         std::binary_search(knowledge.domain_endings.begin(), knowledge.domain_endings.end(), last_label(found.name));
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

// The next stretch without blanks, from `from` on, that has a dot inside: all that the pattern need look at.
std::optional<Span> next_dotted_chunk(std::string_view text, std::size_t from) {
  for (std::size_t dot = text.find('.', from); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    const bool inside = dot > from && !is_blank(text[dot - 1]) && dot + 1 < text.size() && !is_blank(text[dot + 1]) &&
                        text[dot + 1] != '.';
    if (!inside) continue;
    std::size_t begin = dot;
    while (begin > from && !is_blank(text[begin - 1])) --begin;
    std::size_t end = dot;
    while (end < text.size() && !is_blank(text[end])) ++end;
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<DottedName> find_dotted_names(std::string_view text, const Knowledge& knowledge) {
  std::vector<DottedName> names;
  std::size_t from = 0;
  while (const auto chunk = next_dotted_chunk(text, from)) {
    const auto span = dotted_name_pattern().find(text.substr(0, chunk->end), chunk->begin);
    from = span ? span->end : chunk->end;
    if (!span) continue;
    const std::string_view whole = text.substr(span->begin, span->end - span->begin);
    DottedName found{*span, {}, {}, whole.find('@') != std::string_view::npos};
    // Without an @, what a domain can't hold isn't part of it: "d'ordiamicus.com".
    const std::size_t begin = whole.find_last_of(found.after_at ? "@" : "'_%+") + 1;
    const auto name_begin = span->begin + static_cast<std::uint32_t>(begin);
    if (!found.after_at) found.span.begin = name_begin;
    found.name = lower_case(whole.substr(begin));
    if (found.name.size() > longest_name) continue;
    take_domain(found, name_begin, knowledge);
    if (ends_like_a_domain(found, knowledge)) names.push_back(std::move(found));
  }
  return names;
}

DomainMention resolve(const DottedName& found, const Knowledge& knowledge) {
  DomainMention mention{found.name, found.name, {}, false};
  std::string_view parent = found.name;
  while (parent.find('.') != std::string_view::npos) {
    if (const auto id = knowledge.domains.exact(parent)) {
      mention.candidates = {*id};
      mention.exact = true;
      mention.domain = knowledge.domains.name(*id);
      return mention;
    }
    parent.remove_prefix(parent.find('.') + 1);
  }
  const std::string folded = fold(found.name);
  mention.candidates = domains_called(DomainIndex::name_of(folded), Slips::some, knowledge);
  if (mention.known()) mention.domain = knowledge.domains.name(mention.candidates.front());
  return mention;
}

std::vector<DomainIndex::Id> domains_called(std::string_view name, Slips slips, const Knowledge& knowledge) {
  std::vector<DomainIndex::Id> ids = knowledge.domains.named(name);
  if (!ids.empty() || slips == Slips::none) return ids;
  const auto near = knowledge.domains.near(name);
  for (const DomainIndex::Near& each : near) {
    if (each.slips == near.front().slips) ids.push_back(each.domain);
  }
  return ids;
}

}  // namespace facteur
