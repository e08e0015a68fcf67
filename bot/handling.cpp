#include "bot/handling.h"

#include "bot/answer.h"
#include "bot/assistant.h"
#include "bot/commands.h"
#include "bot/suggestions.h"
#include "bot/understand.h"

namespace facteur {
namespace {

// "fr-CA" → French, where Facteur speaks it.
std::optional<LanguageId> language_tagged(const std::optional<std::string>& tag, const Knowledge& knowledge) {
  if (!tag) return std::nullopt;
  const std::string primary = tag->substr(0, tag->find_first_of("-_"));
  for (std::size_t number = 0; number < knowledge.languages.size(); ++number) {
    if (knowledge.languages[number].id == primary) return static_cast<LanguageId>(number);
  }
  return std::nullopt;
}

// A group has moved on from what was said while Facteur was away for long; whoever writes to it alone still waits.
constexpr std::chrono::minutes news_lasts{5};

bool may_speak(const Event& event, Time now, Groups groups) {
  if (event.message.place == Place::direct) return true;
  if (event.said && now - *event.said > news_lasts) return false;
  return groups == Groups::sure || (groups == Groups::addressed && event.message.addressed == Addressed::yes);
}

std::string outcome_of(const Question& question) {
  if (question.domain && question.domain->candidates.empty()) return "unknown domain";
  return question.intent() == Intent::none && !question.holds_password ? "not understood" : "answered";
}

Count counted(const Question& question, const Knowledge& knowledge) {
  return {knowledge.languages[question.language].id, std::string(to_string(question.intent())), outcome_of(question)};
}

Handled handle_search(const Event& event, LanguageId spoken, const Knowledge& knowledge) {
  Question question = understand(read(event.message.text, knowledge), knowledge);
  if (!question.language_is_told || event.language) question.language = spoken;
  Handled handled;
  handled.answer.suggestions = suggestions(question, knowledge);
  handled.count = Count{knowledge.languages[question.language].id, std::string(to_string(question.intent())),
                        handled.answer.suggestions.empty() ? "searched, nothing found" : "searched"};
  return handled;
}

Handled handle_question(const Message& message, const Conversation& conversation, Time now,
                        const Knowledge& knowledge) {
  Outcome outcome = respond(message, conversation, now, knowledge);
  Handled handled;
  if (!outcome.reply) return handled;
  handled.count = counted(outcome.question, knowledge);
  handled.answer = {.reply = std::move(outcome.reply), .erase_question = outcome.question.holds_password};
  handled.conversation = std::move(outcome.conversation);
  return handled;
}

// The agent's command stands for the customer's message; nobody else's does anything.
Handled handle_answer_command(const Event& event, Conversation conversation, Time now, const Knowledge& knowledge) {
  if (!event.from_agent || !event.answered) return {};
  Message asked = *event.answered;
  asked.place = Place::group;
  asked.addressed = Addressed::yes;
  conversation = {.last = conversation.last, .language = conversation.language};
  Handled handled = handle_question(asked, conversation, now, knowledge);
  handled.answer.to_answered = true;
  handled.conversation.reset();  // the customer's, not the agent's
  return handled;
}

Handled handle_command(const CommandRead& command, const Event& event, Conversation conversation,
                       const Knowledge& knowledge) {
  // In a group an unknown command is some other bot's, and so is one that doesn't say whose it is.
  const bool in_group = event.message.place == Place::group;
  if (in_group && (command.kind == CommandKind::unknown || event.message.addressed == Addressed::no)) return {};
  Handled handled;
  handled.forget_sender = command.kind == CommandKind::forget;
  handled.answer.reply = obey(event.message, conversation, command.language, knowledge);
  handled.count = Count{knowledge.languages[command.language].id, "help", "answered"};
  return handled;
}

}  // namespace

Handled handle(const Event& event, const Conversation& before, Time now, Groups groups, const Knowledge& knowledge) {
  Conversation conversation = before;
  if (!conversation.language || !conversation.recent(now)) {
    conversation.language = language_tagged(event.language, knowledge);
    if (conversation.language) conversation = {.last = now, .language = conversation.language};
  }
  const LanguageId spoken = conversation.language.value_or(knowledge.default_language());
  if (event.kind == EventKind::search) return handle_search(event, spoken, knowledge);
  if (!may_speak(event, now, groups)) return {};
  const auto command = read_command(event.message, spoken, knowledge);
  if (command && command->kind == CommandKind::answer)
    return handle_answer_command(event, conversation, now, knowledge);
  if (command && command->kind != CommandKind::question)
    return handle_command(*command, event, conversation, knowledge);
  return handle_question(without_command(event.message, spoken, knowledge), conversation, now, knowledge);
}

}  // namespace facteur
