#include "bot/told_before.h"

#include <algorithm>

namespace facteur {
namespace {

bool shows_settings(const Part& part, const Knowledge& knowledge) {
  if (part.intent == Intent::guide) return !part.guide || knowledge.guides[*part.guide].shows_settings;
  return part.intent == Intent::settings || !part.problem || knowledge.problems[*part.problem].shows_settings;
}

// "nplus.ca", after steps that were told without an account; what to do about a trouble is the same in every program.
bool only_completes(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  const auto& parts = question.parts;
  const bool same_steps = !question.client || std::all_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.intent == Intent::troubleshoot;
  });
  return conversation.domain_was_asked_for && parts == conversation.parts && question.domain &&
         question.domain->known() && same_steps &&
         std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return shows_settings(part, knowledge); });
}

// "On my iPhone", after what to do about a trouble: it is the same for every program, and was told.
bool only_repeats(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  const auto& parts = question.parts;
  const auto same = [](const Part& one, const Part& other) {
    return one.intent == other.intent && one.problem == other.problem && one.guide == other.guide;
  };
  const bool new_account =
      question.domain && question.domain->known() && !same_account(question.domain, conversation.domain);
  return std::equal(parts.begin(), parts.end(), conversation.parts.begin(), conversation.parts.end(), same) &&
         std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
           const bool of_a_program = part.intent == Intent::guide && !part.guide;
           return (part.intent == Intent::troubleshoot || (part.intent == Intent::guide && !of_a_program)) &&
                  !((new_account || part.protocol != conversation.protocol) && shows_settings(part, knowledge));
         });
}

// "And on my phone?"
bool wants_program(const Question& question, const Conversation& conversation) {
  return question.parts.empty() && question.names_device && !question.client && question.leaning != Leaning::none &&
         is_of_an_account(conversation.parts.back().intent);
}

// "Is that dangerous?", "I can't find that menu": nothing understood, after an answer that took steps.
bool wants_more(const Question& question, const Conversation& conversation) {
  const Intent last = conversation.parts.back().intent;
  return question.parts.empty() && question.leaning != Leaning::none &&
         (last == Intent::troubleshoot || last == Intent::guide);
}

}  // namespace

void compare_with_told(Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  question.only_completes = question.is_follow_up && only_completes(question, conversation, knowledge);
  question.only_repeats = question.is_follow_up && only_repeats(question, conversation, knowledge);
  question.names_new_program = question.client && question.client != conversation.client;
  question.wants_program = wants_program(question, conversation);
  question.wants_more = !question.wants_program && wants_more(question, conversation);
}

}  // namespace facteur
