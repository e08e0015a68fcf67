#include "bot/commands.h"

#include <algorithm>

#include "bot/answer.h"
#include "knowledge/fold.h"

namespace facteur {

std::optional<Reply> obey(const Message& message, Conversation& conversation, LanguageId spoken, const Knowledge& knowledge) {
  const std::string text = fold(message.text);
  if (!text.starts_with('/')) return std::nullopt;
  const std::string_view command = std::string_view(text).substr(1, text.find_first_of(" @\n") - 1);
  for (LanguageId language = 0; language < knowledge.languages.size(); ++language) {
    const Language& each = knowledge.languages[language];
    if (std::find(each.forget_commands.begin(), each.forget_commands.end(), command) == each.forget_commands.end()) continue;
    conversation = {};
    conversation.language = language;
    return say(Phrase::forgotten, language, knowledge);
  }
  for (LanguageId language = 0; language < knowledge.languages.size(); ++language) {
    const Language& each = knowledge.languages[language];
    if (std::find(each.help_commands.begin(), each.help_commands.end(), command) == each.help_commands.end()) continue;
    return say(Phrase::help, language == knowledge.default_language() ? conversation.language.value_or(spoken) : language, knowledge);
  }
  return say(Phrase::help, conversation.language.value_or(spoken), knowledge);
}

}  // namespace facteur
