#include "bot/assistant.h"

#include "bot/answer.h"
#include "bot/choice.h"
#include "bot/follow_up.h"
#include "bot/reading.h"
#include "bot/understand.h"

namespace facteur {
namespace {

// In a direct chat every message gets an answer; in a group only what was meant for Facteur, or is surely one of its
// questions.
bool should_reply(const Message& message, const Question& question) {
  if (message.place == Place::direct || message.addressed == Addressed::yes) return true;
  if (question.sureness == Sureness::sure || question.holds_password) return true;
  return question.is_follow_up && question.names_setting && question.leaning == Leaning::strong &&
         question.sureness == Sureness::likely;
}

}  // namespace

Outcome respond(const Message& message, const Conversation& conversation, Time now, const Knowledge& knowledge) {
  Reading reading = read(message.text, knowledge);
  if (conversation.active(now)) take_choice(reading, conversation, knowledge);
  Question question = in_context(understand(reading, knowledge), conversation, now, knowledge);
  if (!should_reply(message, question)) return {std::move(question), std::nullopt, conversation};
  Reply reply = answer(question, knowledge);
  Conversation next = remember(question, conversation, now);
  return {std::move(question), std::move(reply), std::move(next)};
}

}  // namespace facteur
