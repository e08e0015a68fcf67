#include "knowledge/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <deque>
#include <mutex>
#include <stdexcept>

namespace facteur {
namespace {

// The set's automaton grows with what people write and starts afresh at this size, so a long run stays bounded.
constexpr std::int64_t set_memory = 24 << 20;
constexpr std::int64_t pattern_memory = 1 << 20;

RE2::Options options(std::int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

std::string whole_words(std::string_view pattern) {
  std::string whole = R"(\b(?:)";
  whole += pattern;
  whole += R"()\b)";
  return whole;
}

// Whether a set, which asks only RE2's parser at first, may let something pass: a bracket that closes the one put
// around the pattern, or more than a regex of its own may hold.
bool needs_a_closer_look(std::string_view pattern) {
  constexpr std::size_t long_pattern = 500;
  if (pattern.size() > long_pattern || pattern.find('{') != std::string_view::npos) return true;
  int open = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '[') {  // a class of plain characters is passed over
      i = pattern.find_first_of("]^[\\", i + 1);
      if (i == std::string_view::npos || pattern[i] != ']' || pattern[i - 1] == '[') return true;
      continue;
    }
    if (pattern[i] == '(') ++open;
    if (pattern[i] == ')' && --open < 0) return true;
    if (pattern[i] == '\\' && ++i < pattern.size() && (pattern[i] == 'p' || pattern[i] == 'P')) return true;
  }
  return false;
}

// Why RE2 refuses the pattern by itself, or nothing.
std::string error_of(std::string_view pattern) {
  const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), options(pattern_memory / 2));
  return regex.error();
}

std::optional<Span> find_first(const RE2& regex, std::string_view text, std::size_t from) {
  if (from > text.size()) return std::nullopt;
  std::array<re2::StringPiece, 2> groups;
  const int wanted = regex.NumberOfCapturingGroups() > 0 ? 2 : 1;
  const re2::StringPiece piece(text.data(), text.size());
  if (!regex.Match(piece, from, text.size(), RE2::UNANCHORED, groups.data(), wanted)) return std::nullopt;
  const re2::StringPiece& found = wanted == 2 && groups[1].data() != nullptr ? groups[1] : groups[0];
  const auto begin = static_cast<std::uint32_t>(found.data() - text.data());
  return Span{begin, begin + static_cast<std::uint32_t>(found.size())};
}

}  // namespace

bool matches_everything(std::string_view pattern) {
  const RE2 regex(whole_words(pattern), options(pattern_memory));
  if (!regex.ok()) return false;
  constexpr std::array<std::string_view, 3> unrelated{"zzyzx 4", "vvv qq xx", "0kkw y"};
  for (const std::string_view text : unrelated) {
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), regex)) return false;
  }
  return true;
}

struct Regex::Compiled {
  RE2 regex;
};

Regex::Regex(std::string_view pattern)
    : compiled_(new Compiled{{re2::StringPiece(pattern.data(), pattern.size()), options(pattern_memory)}}) {
  if (!compiled_->regex.ok()) throw std::invalid_argument(compiled_->regex.error());
}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::optional<Span> Regex::find(std::string_view text, std::size_t from) const {
  return find_first(compiled_->regex, text, from);
}

// The set tells which patterns occur; each has a regex of its own that tells where, made when it first does.
struct PatternSet::Compiled {
  struct Single {
    std::string pattern;
    std::once_flag once;
    std::unique_ptr<RE2> regex;
  };
  RE2::Set set{options(set_memory), RE2::UNANCHORED};
  std::deque<Single> singles;
  bool ready = false;

  const RE2& regex_of(std::size_t number) {
    Single& single = singles[number];
    std::call_once(single.once, [&] { single.regex = std::make_unique<RE2>(single.pattern, options(pattern_memory)); });
    return *single.regex;
  }
};

PatternSet::PatternSet() : compiled_(std::make_unique<Compiled>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::optional<std::string> PatternSet::add(std::string_view pattern) {
  std::string whole = whole_words(pattern);
  std::string error = needs_a_closer_look(pattern) ? error_of(pattern) : "";
  if (error.empty() && compiled_->set.Add(whole, &error) < 0) {
    // The set's words are about the whole, with what was put around; the pattern's own are better, where there are any.
    std::string own = error_of(pattern);
    if (!own.empty()) error = std::move(own);
  }
  if (!error.empty()) return error;
  compiled_->singles.emplace_back().pattern = std::move(whole);
  return std::nullopt;
}

void PatternSet::compile() {
  if (compiled_->singles.empty()) return;
  if (!compiled_->set.Compile())
    throw std::runtime_error("too large together for one RE2 set; expected fewer or shorter ones");
  compiled_->ready = true;
}

std::size_t PatternSet::size() const { return compiled_->singles.size(); }

void PatternSet::matching(std::string_view folded, std::vector<int>& patterns) const {
  patterns.clear();
  if (compiled_->ready) compiled_->set.Match(re2::StringPiece(folded.data(), folded.size()), &patterns);
}

void PatternSet::find(std::string_view folded, std::vector<Hit>& hits) const {
  thread_local std::vector<int> patterns;
  matching(folded, patterns);
  for (const int number : patterns) {
    const RE2& regex = compiled_->regex_of(static_cast<std::size_t>(number));
    std::size_t from = 0;
    while (const auto span = find_first(regex, folded, from)) {
      hits.push_back({static_cast<std::uint32_t>(number), *span});
      from = span->end > from ? span->end : from + 1;
    }
  }
}

}  // namespace facteur
