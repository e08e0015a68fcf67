#include "knowledge/word_forms.h"

#include <algorithm>

namespace facteur {
namespace {

using Forms = std::vector<std::string>;

// Reads the pattern from the left, and gives up at whatever isn't simple.
class FormReader {
 public:
  explicit FormReader(std::string_view pattern) : rest_(pattern) {}

  std::optional<Forms> read() {
    auto forms = alternatives();
    if (!rest_.empty()) return std::nullopt;
    return forms;
  }

 private:
  std::optional<Forms> alternatives() {
    Forms all;
    do {
      auto forms = sequence();
      if (!forms) return std::nullopt;
      all.insert(all.end(), forms->begin(), forms->end());
      if (all.size() > most_word_forms) return std::nullopt;
    } while (take("|"));
    return all;
  }

  std::optional<Forms> sequence() {
    Forms forms{""};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      auto next = piece();
      if (!next) return std::nullopt;
      if (take("?")) next->emplace_back();
      if (forms.size() * next->size() > most_word_forms) return std::nullopt;
      forms = joined(forms, *next);
    }
    return forms;
  }

  // A character, a class of letters or a group.
  std::optional<Forms> piece() {
    if (take("(?:")) {
      auto forms = alternatives();
      if (!take(")")) return std::nullopt;
      return forms;
    }
    if (take("[")) return one_of();
    const char c = rest_.front();
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return std::nullopt;
    rest_.remove_prefix(1);
    return Forms{std::string(1, c)};
  }

  // The rest of a class of single letters: [rz].
  std::optional<Forms> one_of() {
    Forms forms;
    while (!rest_.empty() && rest_.front() >= 'a' && rest_.front() <= 'z') {
      forms.emplace_back(1, rest_.front());
      rest_.remove_prefix(1);
    }
    if (forms.empty() || !take("]")) return std::nullopt;
    return forms;
  }

  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  static Forms joined(const Forms& beginnings, const Forms& ends) {
    Forms whole;
    for (const std::string& beginning : beginnings) {
      for (const std::string& end : ends) whole.push_back(beginning + end);
    }
    return whole;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<Forms> word_forms(std::string_view pattern) {
  auto forms = FormReader(pattern).read();
  if (!forms || std::any_of(forms->begin(), forms->end(), [](const std::string& form) { return form.empty(); }))
    return std::nullopt;
  std::sort(forms->begin(), forms->end());
  forms->erase(std::unique(forms->begin(), forms->end()), forms->end());
  return forms;
}

}  // namespace facteur
