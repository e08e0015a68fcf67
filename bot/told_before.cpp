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

// "And on my phone?"; "how do I do that?"
bool leaves_program_open(const Question& question, const Conversation& conversation) {
  return question.words.names_device && !question.client && is_of_an_account(conversation.parts.back().intent);
}

Sequel sequel_of_repeated(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  const bool names_new_program = question.client && question.client != conversation.client;
  if ((names_new_program || question.words.asks_how) && is_of_settings(question.parts.front(), knowledge))
    return question.client || conversation.client ? Sequel::asks_steps : Sequel::asks_program;
  return question.words.asks_whether ? Sequel::asks_again : Sequel::repeats;
}

// Of a message that was not understood.
Sequel sequel_of_unclear(const Question& question, const Conversation& conversation) {
  if (question.leaning == Leaning::none) return Sequel::none;
  if (leaves_program_open(question, conversation)) return Sequel::asks_program;
  const Intent last = conversation.parts.back().intent;
  if (last == Intent::settings && conversation.domains_were_listed() && !question.domain) return Sequel::asks_domain;
  return last == Intent::troubleshoot || last == Intent::guide ? Sequel::is_unclear : Sequel::none;
}

}  // namespace

bool is_of_settings(const Part& trouble, const Knowledge& knowledge) {
  return trouble.intent == Intent::troubleshoot && shows_settings(trouble, knowledge);
}

Sequel sequel_of(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  if (question.parts.empty()) return sequel_of_unclear(question, conversation);
  if (!question.is_follow_up) return Sequel::none;
  if (only_completes(question, conversation, knowledge)) return Sequel::names_account;
  if (only_repeats(question, conversation, knowledge)) return sequel_of_repeated(question, conversation, knowledge);
  return Sequel::none;
}

}  // namespace facteur
