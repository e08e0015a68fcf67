#include "bot/commands.h"

#include <algorithm>

#include "bot/answer.h"
#include "knowledge/fold.h"
#include "knowledge/phrases.h"

namespace facteur {
namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The language spoken where it knows the command, else the first that does. Nothing where none does.
template <typename Knows>
std::optional<LanguageId> language_of(LanguageId spoken, const Knowledge& knowledge, Knows knows) {
  if (knows(knowledge.languages[spoken])) return spoken;
  const auto& all = knowledge.languages;
  const auto found = std::find_if(all.begin(), all.end(), knows);
  if (found == all.end()) return std::nullopt;
  return static_cast<LanguageId>(found - all.begin());
}

// A word for help that the default language knows, such as "start", is everybody's.
bool is_everybodys(CommandKind kind, std::string_view name, const Knowledge& knowledge) {
  return kind == CommandKind::help && contains(knowledge.languages[knowledge.default_language()].help_commands, name);
}

std::optional<CommandRead> listed(std::string_view name, CommandKind kind, std::vector<std::string> Language::*names,
                                  LanguageId spoken, const Knowledge& knowledge) {
  const auto language =
      language_of(spoken, knowledge, [&](const Language& each) { return contains(each.*names, name); });
  if (!language) return std::nullopt;
  return CommandRead{kind, is_everybodys(kind, name, knowledge) ? spoken : *language, ""};
}

const Command* command_named(std::string_view name, const Language& language) {
  const auto& all = language.commands;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Command& each) { return each.name == name && !each.question.empty(); });
  return found == all.end() ? nullptr : &*found;
}

std::optional<CommandRead> questioning(std::string_view name, std::string_view rest, LanguageId spoken,
                                       const Knowledge& knowledge) {
  for (std::size_t number = 0; number <= knowledge.languages.size(); ++number) {
    // The language spoken first, then the others.
    const LanguageId language = number == 0 ? spoken : static_cast<LanguageId>(number - 1);
    const Command* command = command_named(name, knowledge.languages[language]);
    if (command == nullptr) continue;
    return CommandRead{CommandKind::question, language, fill(command->question, {{"rest", rest}})};
  }
  return std::nullopt;
}

}  // namespace

std::optional<CommandRead> read_command(const Message& message, LanguageId spoken, const Knowledge& knowledge) {
  const std::string_view text = message.text;
  const std::size_t slash = text.find_first_not_of(" \t\n");
  if (slash == std::string_view::npos || text[slash] != '/') return std::nullopt;
  const std::size_t end = std::min(text.find_first_of(" \t\n", slash), text.size());
  const std::string word = fold(text.substr(slash + 1, end - slash - 1));
  const std::string_view name = std::string_view(word).substr(0, word.find('@'));  // "/help@facteur_bot"
  if (auto read = questioning(name, text.substr(end), spoken, knowledge)) return read;
  if (auto read = listed(name, CommandKind::forget, &Language::forget_commands, spoken, knowledge)) return read;
  if (auto read = listed(name, CommandKind::answer, &Language::answer_commands, spoken, knowledge)) return read;
  if (auto read = listed(name, CommandKind::help, &Language::help_commands, spoken, knowledge)) return read;
  return CommandRead{CommandKind::unknown, spoken, ""};
}

std::optional<Reply> obey(const Message& message, Conversation& conversation, LanguageId spoken,
                          const Knowledge& knowledge) {
  const auto command = read_command(message, conversation.language.value_or(spoken), knowledge);
  if (!command || command->kind == CommandKind::question) return std::nullopt;
  if (command->kind != CommandKind::forget) return say(Phrase::help, command->language, knowledge);
  conversation = {};
  conversation.language = command->language;
  return say(Phrase::forgotten, command->language, knowledge);
}

Message without_command(Message message, LanguageId spoken, const Knowledge& knowledge) {
  auto command = read_command(message, spoken, knowledge);
  if (command && command->kind == CommandKind::question) message.text = std::move(command->question);
  return message;
}

}  // namespace facteur
