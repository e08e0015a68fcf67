// A language: the sentences around the facts, the words that tell it, what people do with words (cues), and, where
// other files don't have it, their subjects' words in that language.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "knowledge/fold.h"
#include "knowledge/loading.h"

namespace facteur {
namespace {

// A sentence that names something else than Facteur knows would show its braces; one that leaves a fact out says too
// little.
void check_placeholders(const PhraseRule& rule, std::string_view text, const TomlTable& table) {
  std::vector<std::string> expected;
  std::vector<std::string> missing;
  for (const std::string_view placeholder : rule.placeholders) {
    if (placeholder.empty()) continue;
    expected.push_back(fmt::format("{{{}}}", placeholder));
    if (text.find(expected.back()) == std::string_view::npos) missing.push_back(expected.back());
  }
  const std::string list = expected.empty() ? "no braces" : fmt::format("only {}", fmt::join(expected, ", "));
  if (const auto unknown = unknown_placeholder(rule.placeholders, text)) {
    table.error(rule.name, fmt::format("`{}` has {{{}}}; expected {}", rule.name, shown(*unknown), list));
  } else if (!missing.empty()) {
    table.warning(rule.name,
                  fmt::format("`{}` leaves out {}; expected it in the sentence", rule.name, fmt::join(missing, ", ")));
  }
}

void read_phrases(TomlTable& file, Language& language, Loading& loading) {
  auto table = file.table("phrases");
  if (!table) {
    if (!file.has("phrases"))
      file.error("phrases", "the file has no [phrases]; expected the sentences that Facteur says");
    return;
  }
  for (const PhraseRule& rule : phrase_rules()) {
    const auto text = table->required_text(rule.name);
    if (!text) continue;
    check_placeholders(rule, *text, *table);
    learn_spelling(*text, loading.knowledge.lexicon);
    language.phrases[static_cast<std::size_t>(rule.phrase)] = *text;
  }
  table->finish();
}

// Nothing when there are too many.
std::optional<std::uint16_t> cue_index(const std::string& name, std::vector<std::string>& cues) {
  const auto found = std::find(cues.begin(), cues.end(), name);
  if (found != cues.end()) return static_cast<std::uint16_t>(found - cues.begin());
  if (cues.size() >= most_cues) return std::nullopt;
  cues.push_back(name);
  return static_cast<std::uint16_t>(cues.size() - 1);
}

void read_cues(TomlTable& file, LanguageId language, Loading& loading) {
  auto table = file.table("cues");
  if (!table) return;
  for (const std::string& name : table->keys()) {
    const auto index = cue_index(name, loading.knowledge.cues);
    if (!index) {
      table->error(
          name, fmt::format("`{}` is one cue too many; expected at most {} in all languages", shown(name), most_cues));
      return;
    }
    const Meaning meaning{Meaning::Kind::cue, *index};
    for (const LinedText& pattern : table->texts(name)) {
      add_pattern(pattern, meaning, language, Spelling::exact, file, loading);
    }
  }
}

void read_words(TomlTable& file, LanguageId language, Loading& loading) {
  Lexicon& lexicon = loading.knowledge.lexicon;
  std::istringstream function_words(fold(file.required_text("function_words").value_or("")));
  for (std::string word; function_words >> word;) lexicon.add_function_word(word, language);
  std::istringstream other_words(fold(file.text("other_words").value_or("")));
  for (std::string word; other_words >> word;) lexicon.add_known(word);
}

void read_others_words(TomlTable& file, std::string_view key, Meaning::Kind kind, LanguageId language,
                       Loading& loading) {
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

void check_id(std::string_view id, const TomlTable& file, Diagnostics& diagnostics) {
  const bool letters = std::all_of(id.begin(), id.end(), is_letter);
  if (letters && (id.size() == 2 || id.size() == 3)) return;
  diagnostics.error(file.at(0), "has no language's name; expected an ISO 639 code in small letters, such as fr.toml");
}

void read_default(TomlTable& file, Language& language, Loading& loading) {
  language.is_default = file.boolean("default").value_or(false);
  if (!language.is_default) return;
  if (const auto& other = loading.default_language) {
    file.error("default",
               fmt::format("a second default language; expected one, and {}:{} is", other->file, other->line));
  } else {
    loading.default_language = file.where("default");
  }
}

std::vector<std::string> read_commands(TomlTable& file, std::string_view key, Loading& loading) {
  std::vector<std::string> commands;
  for (LinedText& command : file.texts(key)) {
    if (command.text.empty() || command.text.find_first_of("/ \t\n") != std::string::npos) {
      const std::string message =
          fmt::format("`{}` in `{}` is no command; expected a word without its slash", shown(command.text), key);
      loading.diagnostics.error(file.at(command.line), message);
    }
    commands.push_back(std::move(command.text));
  }
  return commands;
}

bool is_command_name(std::string_view name) {
  constexpr std::size_t longest = 32;  // Telegram's limit, as are the characters
  const auto fits = [](char c) { return is_letter_or_digit(c) || c == '_'; };
  return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), fits);
}

// What the menu offers must do something: stand for a question, or be one of the lists of commands.
void read_menu(TomlTable& file, Language& language) {
  for (TomlTable& table : file.tables("commands")) {
    Command command;
    command.where = table.where();
    command.name = table.required_text("name").value_or("");
    command.description = table.required_text("description").value_or("");
    command.question = table.text("question").value_or("");
    const auto is_among = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), command.name) != names.end();
    };
    if (!is_command_name(command.name)) {
      table.error("name", fmt::format("`{}` is no command; expected at most 32 small letters, digits and _",
                                      shown(command.name)));
    } else if (command.question.empty() && !is_among(language.help_commands) && !is_among(language.forget_commands)) {
      table.error("name", fmt::format("`{}` does nothing; expected a `question` beside it", command.name));
    }
    table.finish();
    language.commands.push_back(std::move(command));
  }
}

std::vector<std::string> read_labels(TomlTable& file, std::string_view key, Loading& loading) {
  std::vector<std::string> labels;
  for (LinedText& label : file.texts(key)) {
    if (!is_label(label.text)) {
      const std::string message = fmt::format(
          "`{}` in `{}` is not between two dots of a name; expected small letters, digits and "
          "hyphens",
          shown(label.text), key);
      loading.diagnostics.error(file.at(label.line), message);
    }
    labels.push_back(std::move(label.text));
  }
  if (!file.has(key)) file.error(key, fmt::format("the file has no `{}`; expected an array of strings", key));
  return labels;
}

}  // namespace

void load_language(const std::string& id, TomlTable file, Loading& loading) {
  // Every language has its number before this: load.cpp names them first, so that files may refer to each other.
  const LanguageId number = *language_named(id, loading.knowledge);
  Language& language = loading.knowledge.languages[number];
  language.where = file.at(0);
  check_id(id, file, loading.diagnostics);
  language.name = file.required_text("name").value_or("");
  read_default(file, language, loading);
  for (LinedText& elision : file.texts("elisions")) language.elisions.push_back(std::move(elision.text));
  language.help_commands = read_commands(file, "help_commands", loading);
  language.forget_commands = read_commands(file, "forget_commands", loading);
  language.answer_commands = read_commands(file, "answer_commands", loading);
  read_menu(file, language);
  read_words(file, number, loading);
  read_phrases(file, language, loading);
  read_cues(file, number, loading);
  read_others_words(file, "concepts", Meaning::Kind::concept_, number, loading);
  read_others_words(file, "guides", Meaning::Kind::guide, number, loading);
  read_others_words(file, "problems", Meaning::Kind::problem, number, loading);
  file.finish();
}

void load_addresses(TomlTable file, Loading& loading) {
  loading.knowledge.host_prefixes = read_labels(file, "host_prefixes", loading);
  for (std::string& ending : read_labels(file, "domain_endings", loading))
    loading.domain_endings.insert(std::move(ending));
  if (file.has("other_providers")) loading.knowledge.other_providers = read_labels(file, "other_providers", loading);
  file.finish();
}

}  // namespace facteur
