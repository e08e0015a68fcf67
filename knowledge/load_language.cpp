// A language: the sentences around the facts, the words that tell it, what people do with words (cues), and, where other
// files don't have it, their subjects' words in that language.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "knowledge/fold.h"
#include "knowledge/loading.h"

namespace facteur {
namespace {

void read_phrases(TomlTable& file, Language& language, Loading& loading) {
  auto table = file.table("phrases");
  if (!table) {
    if (!file.has("phrases")) file.error("phrases", "the file has no [phrases]; expected the sentences that Facteur says");
    return;
  }
  for (const PhraseRule& rule : phrase_rules()) {
    const auto text = table->required_text(rule.name);
    if (!text) continue;
    if (const auto unknown = unknown_placeholder(rule, *text)) {
      table->error(rule.name, fmt::format("`{}` has {{{}}}; expected only {{{}}}", rule.name, *unknown,
                                          fmt::join(rule.placeholders, "} {")));
    }
    learn_spelling(*text, loading.knowledge.lexicon);
    language.phrases[static_cast<std::size_t>(rule.phrase)] = *text;
  }
  table->finish();
}

std::uint16_t cue_index(const std::string& name, std::vector<std::string>& cues) {
  const auto found = std::find(cues.begin(), cues.end(), name);
  if (found != cues.end()) return static_cast<std::uint16_t>(found - cues.begin());
  cues.push_back(name);
  return static_cast<std::uint16_t>(cues.size() - 1);
}

void read_cues(TomlTable& file, LanguageId language, Loading& loading) {
  auto table = file.table("cues");
  if (!table) return;
  for (const std::string& name : table->keys()) {
    const Meaning meaning{Meaning::Kind::cue, cue_index(name, loading.knowledge.cues)};
    for (const LinedText& pattern : table->texts(name)) {
      add_pattern(pattern, meaning, language, Spelling::exact, file, loading);
    }
  }
}

void read_function_words(TomlTable& file, LanguageId language, Loading& loading) {
  std::istringstream words(fold(file.required_text("function_words").value_or("")));
  std::string word;
  while (words >> word) {
    loading.knowledge.lexicon.add_function_word(word, language);
  }
}

void read_others_words(TomlTable& file, std::string_view key, Meaning::Kind kind, LanguageId language, Loading& loading) {
  auto topics = file.table(key);
  if (!topics) return;
  for (const std::string& id : topics->keys()) {
    auto table = topics->table(id);
    if (!table) continue;
    PendingWording pending{kind, id, language, read_wording(*table, kind, loading), table->texts("patterns")};
    loading.wordings.push_back(std::move(pending));
    table->finish();
  }
}

}  // namespace

void load_language(const std::string& id, TomlTable file, Loading& loading) {
  // Every language has its number before this: load.cpp names them first, so that files may refer to each other.
  const LanguageId number = *language_named(id, loading.knowledge);
  Language& language = loading.knowledge.languages[number];
  language.where = file.at(0);
  language.name = file.required_text("name").value_or("");
  language.is_default = file.boolean("default").value_or(false);
  for (LinedText& elision : file.texts("elisions")) language.elisions.push_back(std::move(elision.text));
  for (LinedText& name : file.texts("help_commands")) language.help_commands.push_back(std::move(name.text));
  for (LinedText& name : file.texts("forget_commands")) language.forget_commands.push_back(std::move(name.text));
  read_function_words(file, number, loading);
  read_phrases(file, language, loading);
  read_cues(file, number, loading);
  read_others_words(file, "concepts", Meaning::Kind::concept_, number, loading);
  read_others_words(file, "guides", Meaning::Kind::guide, number, loading);
  read_others_words(file, "problems", Meaning::Kind::problem, number, loading);
  file.finish();
}

void load_addresses(TomlTable file, Loading& loading) {
  for (LinedText& prefix : file.texts("host_prefixes")) loading.knowledge.host_prefixes.push_back(std::move(prefix.text));
  for (LinedText& ending : file.texts("domain_endings")) {
    loading.knowledge.domain_endings.push_back(std::move(ending.text));
  }
  std::sort(loading.knowledge.domain_endings.begin(), loading.knowledge.domain_endings.end());
  file.finish();
}

}  // namespace facteur
