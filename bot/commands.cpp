#include "bot/commands.h"

#include <algorithm>

#include "bot/answer.h"
#include "knowledge/fold.h"

namespace facteur {
namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The languages in which the command is one of those that `names` points to, in order.
std::vector<LanguageId> languages_with(std::string_view command, std::vector<std::string> Language::*names,
                                       const Knowledge& knowledge) {
  std::vector<LanguageId> found;
  for (std::size_t language = 0; language < knowledge.languages.size(); ++language) {
    if (contains(knowledge.languages[language].*names, command)) found.push_back(static_cast<LanguageId>(language));
  }
  return found;
}

// A command that only one language knows tells which one is spoken; what the default one knows, such as "start", is
// everybody's.
LanguageId language_of_help(std::string_view command, LanguageId spoken, const Knowledge& knowledge) {
  const auto languages = languages_with(command, &Language::help_commands, knowledge);
  const bool shared = languages.empty() ||
                      std::find(languages.begin(), languages.end(), knowledge.default_language()) != languages.end();
  return shared ? spoken : languages.front();
}

}  // namespace

std::optional<Reply> obey(const Message& message, Conversation& conversation, LanguageId spoken,
                          const Knowledge& knowledge) {
  const std::string text = fold(message.text);
  if (!text.starts_with('/')) return std::nullopt;
  const std::string_view command = std::string_view(text).substr(1, text.find_first_of(" @\n") - 1);
  const auto forgetting = languages_with(command, &Language::forget_commands, knowledge);
  if (forgetting.empty()) {
    return say(Phrase::help, language_of_help(command, conversation.language.value_or(spoken), knowledge), knowledge);
  }
  conversation = {};
  conversation.language = forgetting.front();
  return say(Phrase::forgotten, forgetting.front(), knowledge);
}

}  // namespace facteur
