#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "knowledge/check.h"
#include "knowledge/edit_distance.h"

namespace facteur {
namespace {

void check_twice(const Knowledge& knowledge, Diagnostics& diagnostics) {
  std::map<std::tuple<std::string_view, Meaning::Kind, std::uint16_t, std::optional<LanguageId>>, const FileLine*> seen;
  for (const PatternInfo& pattern : knowledge.patterns) {
    const std::tuple key{std::string_view(pattern.text), pattern.meaning.kind, pattern.meaning.index, pattern.language};
    const auto [first, fresh] = seen.try_emplace(key, &pattern.where);
    if (fresh) continue;
    diagnostics.warning(pattern.where, fmt::format("pattern `{}` stands twice; expected once, and it is in {}:{}",
                                                   shown(pattern.text), first->second->file, first->second->line));
  }
}

void check_greedy(const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (const std::uint32_t number : knowledge.expression_patterns) {
    const PatternInfo& pattern = knowledge.patterns[number];
    if (!matches_everything(pattern.text)) continue;
    diagnostics.warning(pattern.where,
                        fmt::format("pattern `{}` matches everything; expected words", shown(pattern.text)));
  }
}

// What the languages' files say about one cue.
struct CueUse {
  const FileLine* first = nullptr;  // of its patterns
  std::vector<bool> languages;      // that have a pattern for it
  bool used = false;                // by the bot's rules, or by the `when` of a file
};

std::vector<CueUse> uses_of(const Knowledge& knowledge) {
  std::vector<CueUse> uses(knowledge.cues.size());
  for (CueUse& use : uses) use.languages.resize(knowledge.languages.size());
  const std::size_t ours = std::min(uses.size(), static_cast<std::size_t>(Cue::count_));
  for (std::size_t cue = 0; cue < ours; ++cue) uses[cue].used = true;
  for (const PatternInfo& pattern : knowledge.patterns) {
    if (pattern.meaning.kind != Meaning::Kind::cue || !pattern.language) continue;
    CueUse& use = uses[pattern.meaning.index];
    if (use.first == nullptr) use.first = &pattern.where;
    use.languages[*pattern.language] = true;
  }
  const auto mark = [&](const Topic& topic) {
    for (const When& when : topic.when) {
      for (const Meaning& meaning : when.meanings) {
        if (meaning.kind == Meaning::Kind::cue) uses[meaning.index].used = true;
      }
    }
  };
  for (const Topic& topic : knowledge.concepts) mark(topic);
  for (const Topic& topic : knowledge.guides) mark(topic);
  for (const Topic& topic : knowledge.problems) mark(topic);
  return uses;
}

std::string suggestion(std::size_t cue, const std::vector<CueUse>& uses, const Knowledge& knowledge) {
  std::vector<std::string_view> used;
  for (std::size_t other = 0; other < uses.size(); ++other) {
    if (other != cue && uses[other].used) used.emplace_back(knowledge.cues[other]);
  }
  const std::string likely = nearest(knowledge.cues[cue], used);
  return likely.empty() ? "expected one that a `when` names" : fmt::format("did you mean `{}`?", likely);
}

void check_cues(const Knowledge& knowledge, Diagnostics& diagnostics) {
  const std::vector<CueUse> uses = uses_of(knowledge);
  for (std::size_t cue = 0; cue < uses.size(); ++cue) {
    const CueUse& use = uses[cue];
    if (!use.used) {
      if (use.first == nullptr) continue;
      diagnostics.warning(*use.first, fmt::format("cue `{}` is used by no file; {}", shown(knowledge.cues[cue]),
                                                  suggestion(cue, uses, knowledge)));
      continue;
    }
    for (std::size_t language = 0; language < use.languages.size(); ++language) {
      if (use.languages[language]) continue;
      diagnostics.warning(
          knowledge.languages[language].where,
          fmt::format("has no patterns for the cue `{}`; expected some under [cues]", knowledge.cues[cue]));
    }
  }
}

void check_hidden(const Topic& topic, const Knowledge& knowledge, Diagnostics& diagnostics) {
  if (std::find(knowledge.cues.begin(), knowledge.cues.end(), topic.id) == knowledge.cues.end()) return;
  diagnostics.warning(topic.where, "has the name of a cue, which a `when` would take instead; expected another name");
}

}  // namespace

void check_patterns(const Knowledge& knowledge, Diagnostics& diagnostics) {
  check_twice(knowledge, diagnostics);
  check_greedy(knowledge, diagnostics);
  check_cues(knowledge, diagnostics);
  for (const Topic& topic : knowledge.concepts) check_hidden(topic, knowledge, diagnostics);
  for (const Topic& topic : knowledge.guides) check_hidden(topic, knowledge, diagnostics);
}

}  // namespace facteur
