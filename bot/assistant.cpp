#include "bot/assistant.h"

#include "bot/answer.h"
#include "bot/choice.h"
#include "bot/follow_up.h"
#include "bot/passwords.h"
#include "bot/reading.h"
#include "bot/remember.h"
#include "bot/understand.h"

namespace facteur {
namespace {

// In a direct chat every message gets an answer; in a group only what was meant for Facteur, or is surely one of its
// questions.
bool should_reply(const Message& message, const Question& question) {
  if (message.place == Place::direct || message.addressed == Addressed::yes) return true;
  if (question.sureness == Sureness::sure || question.holds_password) return true;
  return question.is_follow_up && question.words.names_setting && question.leaning == Leaning::strong &&
         question.sureness == Sureness::likely;
}

// "Chaton123!", after what to do about a password that is refused.
bool answers_with_password(const Reading& reading, const Message& message, const Conversation& conversation,
                           const Knowledge& knowledge) {
  const auto& problem = conversation.parts.back().problem;
  return message.place == Place::direct && problem && knowledge.problems[*problem].invites_password &&
         is_a_password_alone(reading.folded);
}

// What the conversation before it tells of the message's words.
void read_on(Reading& reading, const Message& message, const Conversation& conversation, const Knowledge& knowledge) {
  if (answers_with_password(reading, message, conversation, knowledge)) return take_for_password(reading);
  take_choice(reading, conversation, knowledge);
}

}  // namespace

Outcome respond(const Message& message, const Conversation& conversation, Time now, const Knowledge& knowledge) {
  Reading reading = read(message.text, knowledge);
  if (conversation.active(now)) read_on(reading, message, conversation, knowledge);
  Question question = in_context(understand(reading, knowledge), conversation, now, knowledge);
  if (!should_reply(message, question)) return {std::move(question), std::nullopt, conversation};
  Reply reply = answer(question, knowledge);
  Conversation next = remember(question, conversation, now);
  return {std::move(question), std::move(reply), std::move(next)};
}

}  // namespace facteur
