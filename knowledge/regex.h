// Regular expressions, on RE2: linear in the text, whatever the pattern. RE2 is named in regex.cpp alone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facteur {

// Where something stands in a text, in bytes, the end exclusive.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

// Whether the pattern, taken as whole words, is found in text that has nothing to do with anything.
bool matches_everything(std::string_view pattern);

// One pattern, compiled; safe to use from several threads.
class Regex {
 public:
  explicit Regex(std::string_view pattern);  // throws std::invalid_argument when RE2 refuses it
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  // The first match at or after `from`: its first group where the pattern has one, the whole match otherwise.
  std::optional<Span> find(std::string_view text, std::size_t from) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

// Many patterns, each taken as whole words, found in one pass over folded text. Immutable once compiled; safe to use
// from several threads.
class PatternSet {
 public:
  struct Hit {
    std::uint32_t pattern = 0;  // in the order of add()
    Span span;
  };

  PatternSet();
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  PatternSet(const PatternSet&) = delete;
  PatternSet& operator=(const PatternSet&) = delete;

  // Returns why RE2 refuses the pattern, in its words; nothing when it was added. REQUIRES: before compile().
  std::optional<std::string> add(std::string_view pattern);
  // Throws std::runtime_error when the patterns together are too large for RE2.
  void compile();
  std::size_t size() const;

  // The patterns that occur, by number, in no particular order: the single pass, without places.
  void matching(std::string_view folded, std::vector<int>& patterns) const;
  // Every place where a pattern occurs (of one pattern, without overlap), appended to `hits`.
  void find(std::string_view folded, std::vector<Hit>& hits) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace facteur
