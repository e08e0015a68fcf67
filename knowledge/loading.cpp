#include "knowledge/loading.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "knowledge/edit_distance.h"
#include "knowledge/fold.h"
#include "knowledge/plain_pattern.h"

namespace facteur {
namespace {

// A word of fewer letters must be right, unless it is a keyword. What is said around the subject has more neighbours.
constexpr std::size_t shortest_tolerant = 6;
constexpr std::size_t shortest_tolerant_cue = 7;
constexpr std::size_t longest_pattern = 1000;

// A character that folding never leaves can't be matched by a pattern that names it. Escapes and classes are let be.
// Nor are there ever two spaces together.
std::optional<std::string> unfoldable(std::string_view pattern) {
  std::string literal;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool escape = pattern[i] == '\\';
    if (escape) ++i;
    if (!escape && pattern[i] == '[') in_class = true;
    literal.push_back(escape || in_class ? 'x' : pattern[i]);
    if (!escape && pattern[i] == ']') in_class = false;
  }
  const std::size_t spaces = literal.find("  ");
  if (spaces != std::string::npos && literal.find_first_of("?*{", spaces + 2) != spaces + 2) return "  ";
  for (std::size_t i = 0; i < literal.size();) {
    std::size_t length = 1;
    while (i + length < literal.size() && (static_cast<unsigned char>(literal[i + length]) & 0xC0U) == 0x80) ++length;
    if (length > 1 || (literal[i] != ' ' && !is_letter_or_digit(literal[i]))) {
      const std::string character = literal.substr(i, length);
      if (fold(character) != character) return character;
    }
    i += length;
  }
  return std::nullopt;
}

Spelling spelling_of(std::string_view word, Meaning meaning, Spelling shortest) {
  // A word that turns Facteur away must be there as it is: any word is near one of another subject.
  if (is_cue(meaning, Cue::decoy) || is_cue(meaning, Cue::elsewhere)) return Spelling::exact;
  const std::size_t enough = meaning.kind == Meaning::Kind::cue ? shortest_tolerant_cue : shortest_tolerant;
  return word.size() >= enough ? Spelling::tolerant : shortest;
}

template <typename Topics>
std::optional<std::uint16_t> index_in(const Topics& topics, std::string_view id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const auto& topic) { return topic.id == id; });
  if (found == topics.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - topics.begin());
}

std::optional<Meaning> meaning_named(std::string_view name, const Knowledge& knowledge) {
  const auto cue = std::find(knowledge.cues.begin(), knowledge.cues.end(), name);
  if (cue != knowledge.cues.end()) {
    return Meaning{Meaning::Kind::cue, static_cast<std::uint16_t>(cue - knowledge.cues.begin())};
  }
  if (const auto index = index_in(knowledge.concepts, name)) return Meaning{Meaning::Kind::concept_, *index};
  if (const auto index = index_in(knowledge.guides, name)) return Meaning{Meaning::Kind::guide, *index};
  return std::nullopt;
}

std::string suggestion(std::string_view name, const Knowledge& knowledge) {
  std::vector<std::string_view> known(knowledge.cues.begin(), knowledge.cues.end());
  for (const Concept& each : knowledge.concepts) known.emplace_back(each.id);
  for (const Guide& each : knowledge.guides) known.emplace_back(each.id);
  const std::string likely = nearest(name, known);
  return likely.empty() ? "expected a cue of a language file, a concept or a guide"
                        : fmt::format("did you mean `{}`?", likely);
}

Topic& topic_of(Meaning meaning, Knowledge& knowledge) {
  if (meaning.kind == Meaning::Kind::concept_) return knowledge.concepts[meaning.index];
  if (meaning.kind == Meaning::Kind::guide) return knowledge.guides[meaning.index];
  return knowledge.problems[meaning.index];
}

// All of them for one that has none, as a concept may be all that it takes.
void add_first_cue(CueSet& cues, const When& when) {
  const auto first = std::find_if(when.meanings.begin(), when.meanings.end(),
                                  [](Meaning meaning) { return meaning.kind == Meaning::Kind::cue; });
  if (first == when.meanings.end())
    cues.set();
  else
    cues.set(first->index);
}

void resolve_whens(Loading& loading) {
  std::set<std::tuple<std::string_view, std::uint32_t, std::string_view>> told;
  for (const PendingWhen& pending : loading.whens) {
    When when;
    for (const LinedText& name : pending.names) {
      const auto meaning = meaning_named(name.text, loading.knowledge);
      if (meaning) {
        when.meanings.push_back(*meaning);
        if (meaning->kind == Meaning::Kind::cue) when.cues.set(meaning->index);
      } else if (!loading.unread.contains(name.text) && told.emplace(pending.where.file, name.line, name.text).second) {
        const std::string hint = suggestion(name.text, loading.knowledge);
        loading.diagnostics.error({pending.where.file, name.line},
                                  fmt::format("`{}` in `when` is unknown; {}", shown(name.text), hint));
      }
    }
    Topic& topic = topic_of(pending.topic, loading.knowledge);
    add_first_cue(topic.when_cues, when);
    topic.when.push_back(std::move(when));
  }
}

std::string_view folder_of(Meaning::Kind kind) {
  if (kind == Meaning::Kind::concept_) return "concepts";
  return kind == Meaning::Kind::guide ? "guides" : "problems";
}

std::string suggestion(Meaning::Kind kind, std::string_view name, const Knowledge& knowledge) {
  std::vector<std::string_view> known;
  const auto add = [&](const auto& topics) {
    for (const Topic& each : topics) known.emplace_back(each.id);
  };
  if (kind == Meaning::Kind::concept_) add(knowledge.concepts);
  if (kind == Meaning::Kind::guide) add(knowledge.guides);
  if (kind == Meaning::Kind::problem) add(knowledge.problems);
  const std::string likely = nearest(name, known);
  return likely.empty() ? fmt::format("expected the name of a file in {}", folder_of(kind))
                        : fmt::format("did you mean `{}`?", likely);
}

std::string unknown_name(std::string_view key, Meaning::Kind kind, std::string_view name, const Knowledge& knowledge) {
  return fmt::format("`{}` in `{}` is unknown; {}", shown(name), key, suggestion(kind, name, knowledge));
}

std::optional<Meaning> topic_named(Meaning::Kind kind, std::string_view id, const Knowledge& knowledge) {
  std::optional<std::uint16_t> index;
  if (kind == Meaning::Kind::concept_) index = index_in(knowledge.concepts, id);
  if (kind == Meaning::Kind::guide) index = index_in(knowledge.guides, id);
  if (kind == Meaning::Kind::problem) index = index_in(knowledge.problems, id);
  if (!index) return std::nullopt;
  return Meaning{kind, *index};
}

void resolve_wordings(Loading& loading) {
  for (PendingWording& pending : loading.wordings) {
    const FileLine where = pending.wording.where;
    const auto meaning = topic_named(pending.kind, pending.id, loading.knowledge);
    if (!meaning) {
      if (loading.unread.contains(pending.id)) continue;
      loading.diagnostics.error(where,
                                fmt::format("no such file: {}/{}.toml; {}", folder_of(pending.kind), shown(pending.id),
                                            suggestion(pending.kind, pending.id, loading.knowledge)));
      continue;
    }
    auto& slot = topic_of(*meaning, loading.knowledge).wordings[pending.language];
    if (slot) {
      loading.diagnostics.error(where, fmt::format("`{}` has words in this language already, in {}:{}", pending.id,
                                                   slot->where.file, slot->where.line));
      continue;
    }
    slot = std::move(pending.wording);
    const toml::table none;
    const TomlTable file(none, where.file, loading.diagnostics);
    for (const LinedText& pattern : pending.patterns) {
      add_pattern(pattern, *meaning, pending.language, Spelling::exact, file, loading);
    }
  }
}

void require_words(const Topic& topic, Diagnostics& diagnostics) {
  const auto& wordings = topic.wordings;
  if (std::any_of(wordings.begin(), wordings.end(), [](const auto& each) { return each.has_value(); })) return;
  diagnostics.error(topic.where, "has words in no language; expected a table such as [fr]");
}

void resolve_references(Loading& loading) {
  Knowledge& knowledge = loading.knowledge;
  for (const PendingConcept& pending : loading.concepts) {
    Concept& topic = knowledge.concepts[pending.topic];
    if (const auto index = index_in(knowledge.concepts, pending.name.text)) {
      (topic.*pending.named).push_back(*index);
    } else if (!loading.unread.contains(pending.name.text)) {
      loading.diagnostics.error({topic.where.file, pending.name.line},
                                unknown_name(pending.key, Meaning::Kind::concept_, pending.name.text, knowledge));
    }
  }
  for (const PendingNotice& pending : loading.notices) {
    Provider& provider = knowledge.providers[pending.provider];
    if (const auto index = index_in(knowledge.problems, pending.problem.text)) {
      provider.notices[pending.notice].problems.push_back(*index);
    } else if (!loading.unread.contains(pending.problem.text)) {
      loading.diagnostics.error({provider.where.file, pending.problem.line},
                                unknown_name("problems", Meaning::Kind::problem, pending.problem.text, knowledge));
    }
  }
}

void add_word(const WordForm& word, std::uint32_t pattern, Spelling spelling, Lexicon& lexicon) {
  if (word.kind == WordForm::Kind::stem)
    lexicon.add_stem(word.letters, pattern);
  else
    lexicon.add(word.letters, pattern, spelling);
}

void add_phrases(const PhraseEnd& end, std::uint32_t pattern, Spelling spelling, Knowledge& knowledge) {
  const PhraseTree::Word word = number_of(end.word, knowledge.lexicon);
  for (const PhraseTree::Node before : *end.before) {
    if (before == PhraseTree::root)
      add_word(end.word, pattern, spelling, knowledge.lexicon);
    else
      knowledge.phrases.end(knowledge.phrases.grow(before, word), pattern);
  }
}

}  // namespace

void add_pattern(const LinedText& pattern, Meaning meaning, std::optional<LanguageId> language, Spelling shortest,
                 const TomlTable& file, Loading& loading) {
  Knowledge& knowledge = loading.knowledge;
  const FileLine where = file.at(pattern.line);
  if (pattern.text.empty() || pattern.text.size() > longest_pattern) {
    loading.diagnostics.error(
        where, fmt::format("a pattern has {} bytes; expected 1 to {}", pattern.text.size(), longest_pattern));
    return;
  }
  const auto number = static_cast<std::uint32_t>(knowledge.patterns.size());
  const std::string_view text = pattern.text;
  if (const auto phrases = plain_phrases(text, knowledge.phrases, knowledge.lexicon)) {
    for (const PhraseEnd& end : *phrases)
      add_phrases(end, number, spelling_of(end.word.letters, meaning, shortest), knowledge);
  } else {
    const bool secret = is_cue(meaning, Cue::secret);
    if (const auto error = (secret ? knowledge.secrets : knowledge.expressions).add(text)) {
      loading.diagnostics.error(where,
                                fmt::format("pattern `{}` is unsound: {}; expected RE2's syntax", shown(text), *error));
      return;
    }
    if (!secret) knowledge.expression_patterns.push_back(number);
  }
  if (const auto character = unfoldable(text)) {
    loading.diagnostics.warning(
        where, fmt::format("pattern `{}` can never match: folded text has no `{}`; expected lower case "
                           "without accents, a space for an apostrophe or a hyphen",
                           shown(text), *character));
  }
  knowledge.patterns.push_back({pattern.text, meaning, language, where});
}

std::vector<std::string> read_sources(TomlTable& file) {
  std::vector<std::string> sources;
  for (LinedText& source : file.texts("source")) sources.push_back(std::move(source.text));
  const bool blank = std::any_of(sources.begin(), sources.end(), [](const std::string& each) { return each.empty(); });
  if (blank || file.is_absent_or_empty("source")) {
    file.error("source", "there is no `source`; expected where the facts come from: an address, an RFC, a page's name");
  }
  return sources;
}

std::optional<LanguageId> language_named(std::string_view id, const Knowledge& knowledge) {
  const auto index = index_in(knowledge.languages, id);
  if (!index) return std::nullopt;
  return static_cast<LanguageId>(*index);
}

void learn_spelling(std::string_view text, Lexicon& lexicon) {
  const std::string folded = fold(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    if (at < folded.size() && is_letter_or_digit(folded[at])) continue;
    // A word beside a dot or an @ belongs to an address: it is no ordinary word.
    const bool address = (at + 1 < folded.size() && folded[at] == '.' && is_letter_or_digit(folded[at + 1])) ||
                         (at < folded.size() && folded[at] == '@') ||
                         (begin > 0 && (folded[begin - 1] == '@' || (folded[begin - 1] == '.' && begin > 1 &&
                                                                     is_letter_or_digit(folded[begin - 2]))));
    if (at - begin > 2 && !address) lexicon.add_known(std::string_view(folded).substr(begin, at - begin));
    begin = at + 1;
  }
}

void resolve(Loading& loading) {
  loading.knowledge.domain_endings.assign(loading.domain_endings.begin(), loading.domain_endings.end());
  resolve_wordings(loading);
  resolve_whens(loading);
  resolve_references(loading);
  for (const Topic& topic : loading.knowledge.concepts) require_words(topic, loading.diagnostics);
  for (const Topic& topic : loading.knowledge.guides) require_words(topic, loading.diagnostics);
  for (const Topic& topic : loading.knowledge.problems) require_words(topic, loading.diagnostics);
}

}  // namespace facteur
