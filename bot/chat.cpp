#include "bot/chat.h"

#include <cstdlib>

#include "bot/answer.h"
#include "bot/assistant.h"
#include "bot/commands.h"
#include "connectors/terminal.h"

namespace facteur {
namespace {

// The language of the user's environment (POSIX: LC_ALL, LC_MESSAGES, LANG, in that order), where Facteur speaks it.
LanguageId language_of_environment(const Knowledge& knowledge) {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread starts
    if (value == nullptr || *value == '\0') continue;
    for (std::size_t language = 0; language < knowledge.languages.size(); ++language) {
      if (std::string_view(value).starts_with(knowledge.languages[language].id))
        return static_cast<LanguageId>(language);
    }
    break;
  }
  return knowledge.default_language();
}

std::string phrase(Phrase phrase, LanguageId language, const Knowledge& knowledge) {
  return say(phrase, language, knowledge).text;
}

}  // namespace

bool chat(const Knowledge& knowledge, Time (*now)()) {
  const LanguageId language = language_of_environment(knowledge);
  Terminal terminal(
      {phrase(Phrase::prompt, language, knowledge) + " ", phrase(Phrase::how_to_end, language, knowledge)});
  terminal.show(phrase(Phrase::welcome, language, knowledge));
  Conversation conversation;
  conversation.language = language;
  while (const auto message = terminal.poll()) {
    if (auto done = obey(*message, conversation, language, knowledge)) {
      terminal.send(*done);
      continue;
    }
    const LanguageId spoken = conversation.language.value_or(language);
    Outcome outcome = respond(without_command(*message, spoken, knowledge), conversation, now(), knowledge);
    if (outcome.reply) terminal.send(*outcome.reply);
    conversation = std::move(outcome.conversation);
  }
  terminal.show(phrase(Phrase::farewell, conversation.language.value_or(language), knowledge));
  return !terminal.failed();
}

}  // namespace facteur
