#include "bot/follow_up.h"

#include <algorithm>
#include <functional>

#include "bot/parts.h"
#include "bot/told_before.h"

namespace facteur {
namespace {

bool has_slots(const Part& part) {
  return part.protocol || part.direction || !part.fields.empty() || !part.concepts.empty();
}

// "And the password?": of what no setting holds, no value is asked.
bool names_no_setting(const Part& part, const Knowledge& knowledge) {
  return !part.concepts.empty() && std::all_of(part.concepts.begin(), part.concepts.end(), [&](std::uint16_t index) {
    return !knowledge.concepts[index].is_of_a_setting();
  });
}

// The part, with what it leaves open taken from the last one about settings.
Part settings_after(const Part& last, Part part, const Question& question, const Knowledge& knowledge) {
  part.intent = Intent::settings;
  const bool names_protocol = part.protocol.has_value();
  // "And if it's IMAP?" after a question of the outgoing side: no other side is named.
  if (names_protocol && part.host_is_implied && last.direction && part.direction == direction_of(*part.protocol))
    part.direction.reset();
  if (question.words.asks_whole && part.host_is_implied) part.fields.clear();
  if ((part.fields.empty() || part.host_is_implied) && !question.words.asks_whole &&
      !names_no_setting(part, knowledge)) {
    part.fields = last.fields;
    part.host_is_implied = last.host_is_implied;
  }
  if (!part.protocol) part.protocol = last.protocol;
  if (part.direction) {
    // "and the outgoing port?" after IMAP stays with the IMAP account; after SMTP, "incoming?" leaves it.
    if (!names_protocol && part.protocol == Protocol::smtp && part.direction == Direction::incoming)
      part.protocol.reset();
  } else if (names_protocol && !part.fields.empty()) {
    const bool keeps_side = last.direction == Direction::outgoing && last.protocol != Protocol::smtp;
    part.direction = keeps_side && part.protocol != Protocol::smtp ? last.direction : direction_of(*part.protocol);
  } else if (!names_protocol && !question.words.asks_whole) {
    part.direction = last.direction;
  }
  if (question.words.asks_whole && part.fields.empty() && !names_protocol && part.protocol == Protocol::smtp)
    part.protocol.reset();
  return part;
}

// The comparison that sets all of these side by side, or else one that they are on a side of.
std::optional<std::uint16_t> comparison_of(const std::vector<std::uint16_t>& named, const Knowledge& knowledge) {
  const auto is_named = [&](std::uint16_t index) {
    return std::find(named.begin(), named.end(), index) != named.end();
  };
  std::optional<std::uint16_t> one_sided;
  for (std::size_t index = 0; index < knowledge.concepts.size(); ++index) {
    const auto& compared = knowledge.concepts[index].compares;
    const auto number = static_cast<std::uint16_t>(index);
    if (compares_all(knowledge.concepts[index], named)) return number;
    if (!one_sided && compared.size() > 1 && std::any_of(compared.begin(), compared.end(), is_named))
      one_sided = number;
  }
  return one_sided;
}

// "And is it worse than SSL?" after STARTTLS was explained, "which one should I take?" after POP was: the comparison,
// and what it is of.
Part compared_with(const Part& last, Part part, const Knowledge& knowledge) {
  part.intent = Intent::compare;
  const auto is_comparison = [&](std::uint16_t index) { return !knowledge.concepts[index].compares.empty(); };
  if (std::any_of(part.concepts.begin(), part.concepts.end(), is_comparison)) return part;
  add_once(part.concepts, last.concepts);
  if (std::any_of(part.concepts.begin(), part.concepts.end(), is_comparison)) return part;
  if (const auto comparison = comparison_of(part.concepts, knowledge)) {
    add_once(part.concepts, knowledge.concepts[*comparison].compares);
    part.concepts.push_back(*comparison);
  }
  return part;
}

bool is_of_protocols(const Concept& topic, const Knowledge& knowledge) {
  return topic.protocol || std::any_of(topic.compares.begin(), topic.compares.end(), [&](std::uint16_t index) {
           return knowledge.concepts[index].protocol.has_value();
         });
}

// Whether each of these is one of the values that a setting may have: STARTTLS, SSL/TLS.
bool are_values(const std::vector<std::uint16_t>& concepts, const Knowledge& knowledge) {
  return !concepts.empty() && std::all_of(concepts.begin(), concepts.end(), [&](std::uint16_t index) {
    return comparison_of({index}, knowledge) && !knowledge.concepts[index].protocol;
  });
}

// Whether an "explain" or "compare" is really about the settings under discussion: "c'est quoi le port ?", "ssl or
// starttls?".
bool is_about_settings(const Part& part, const Question& question, const Knowledge& knowledge) {
  if (part.intent == Intent::compare) {
    if (question.leaning == Leaning::none) return false;
    const bool of_one = part.concepts.size() == 1 && question.words.says_to_follow;  // "ok et en POP c'est lequel ?"
    return of_one || std::none_of(part.concepts.begin(), part.concepts.end(), [&](std::uint16_t index) {
             return is_of_protocols(knowledge.concepts[index], knowledge);
           });
  }
  if (part.intent != Intent::explain || question.words.asks_meaning) return false;
  if (question.words.asks_what && are_values(part.concepts, knowledge)) return false;  // "pis starttls c'est quoi"
  // "C'est quoi IMAP ?", "c'est quoi un port ?"
  const bool of_itself = question.words.says_any || (part.host_is_implied && !question.words.says_this);
  if (question.words.asks_what && of_itself && !question.words.says_to_follow) return false;
  if (question.words.says_to_follow || (question.leaning == Leaning::strong && !question.words.asks_what)) return true;
  const bool security = asks_for(part.fields, Field::security);
  return !part.fields.empty() && (!security || !question.words.asks_what);  // "it needs a security type"
}

bool continues_settings(const Part& part, const Question& question, const Knowledge& knowledge) {
  if (part.intent == Intent::settings) return true;
  if (part.intent == Intent::none) return has_slots(part) || question.domain.has_value();
  return is_about_settings(part, question, knowledge);
}

// Whether the message only adds a domain or a program to what was asked before.
bool only_adds(const Part& part, const Question& question) {
  const bool bare = part.intent == Intent::none ||
                    (part.intent == Intent::settings && !has_slots(part) && !question.words.asks_whole) ||
                    (part.intent == Intent::guide && question.leaning != Leaning::none && !has_slots(part));
  return bare && (question.domain || question.client);
}

// "The server is pop.nplus.ca", "it's POP on both computers": a fact for the one who helps.
bool only_states(const Part& part, const Question& question) {
  const bool of_a_server =
      std::all_of(part.fields.begin(), part.fields.end(), [](Field field) { return field == Field::host; });
  const bool names_it = part.host_is_implied || question.words.names_host || part.fields.empty();
  return question.words.only_states && part.intent == Intent::settings && of_a_server && names_it;
}

// "How do I do that?", "where's the authentication?", after what to do about a trouble.
bool asks_where(const Part& last, const Question& question, const Knowledge& knowledge) {
  return question.words.asks_how && !question.words.asks_what && !question.domain &&
         question.leaning != Leaning::none && is_of_settings(last, knowledge);
}

// What was asked before, of the protocol that is named now.
std::vector<Part> again(std::vector<Part> parts, const Part& named) {
  for (Part& part : parts) {
    if (named.protocol) part.protocol = named.protocol;
  }
  return parts;
}

using Parts = std::optional<std::vector<Part>>;

// "What does that mean?" after a value.
bool asks_what_it_was(const Part& last, const Part& part, const Question& question) {
  return question.words.asks_meaning && question.leaning != Leaning::none && part.concepts.empty() &&
         !question.domain && part.intent == Intent::none && !last.concepts.empty();
}

// The meaning of the value that was asked for; of all that was named where it was a server.
Part explained(Part last, const Knowledge& knowledge) {
  last.intent = Intent::explain;
  const auto is_value = [&](std::uint16_t index) {
    const auto& field = knowledge.concepts[index].field;
    return field && std::find(last.fields.begin(), last.fields.end(), *field) != last.fields.end();
  };
  if (std::any_of(last.concepts.begin(), last.concepts.end(), is_value))
    std::erase_if(last.concepts, std::not_fn(is_value));
  return last;
}

Parts after_settings(const Part& last, const Part& part, const Question& question, const Knowledge& knowledge) {
  if (asks_what_it_was(last, part, question)) return std::vector{explained(last, knowledge)};
  const bool continues = question.leaning != Leaning::none ? continues_settings(part, question, knowledge)
                                                           : is_about_settings(part, question, knowledge);
  if (!continues) return std::nullopt;
  return std::vector{settings_after(last, part, question, knowledge)};
}

Parts after_explaining(const Part& last, Part part, const Question& question, const Conversation& conversation,
                       const Knowledge& knowledge) {
  const bool chooses = question.words.advises && !question.domain;
  if (part.intent == Intent::compare || (part.intent == Intent::none && (question.words.compares || chooses)))
    return std::vector{compared_with(last, std::move(part), knowledge)};
  if (part.intent == Intent::settings && question.domain) {
    const bool leans = (question.leaning != Leaning::none || question.words.advises) && !question.words.asks_whole;
    return std::vector{leans ? settings_of_explained(last, std::move(part), knowledge) : part};
  }
  const bool only_names = part.host_is_implied || part.fields == std::vector{Field::security};  // "and POP?", "pis SSL"
  const bool of_an_account = question.domain || (conversation.domain && !only_names);
  const bool bare =
      part.intent == Intent::none || part.intent == Intent::explain || (part.intent == Intent::settings && only_names);
  if (question.leaning != Leaning::strong || part.concepts.empty() || of_an_account || !bare) return std::nullopt;
  part.intent = Intent::explain;
  return std::vector{std::move(part)};
}

// The message after a settings, guide, trouble or explaining answer; nothing when it stands by itself.
Parts continued(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  if (question.parts.size() > 1) return std::nullopt;
  const Part& last = conversation.parts.back();
  const Part part = question.parts.empty() ? question.bare : question.parts.front();
  if (conversation.domain_was_asked_for && question.domain && only_adds(part, question)) return conversation.parts;
  switch (last.intent) {
    case Intent::settings:
      return after_settings(last, part, question, knowledge);
    case Intent::guide:
    case Intent::troubleshoot:
      if (asks_where(last, question, knowledge)) return conversation.parts;
      if (question.leaning != Leaning::none && (only_adds(part, question) || only_states(part, question)))
        return again(conversation.parts, part);
      return std::nullopt;
    case Intent::explain:
    case Intent::compare:
      return after_explaining(last, part, question, conversation, knowledge);
    case Intent::greet:
    case Intent::thanks:
    case Intent::help:
    case Intent::human:
    case Intent::none:
      return std::nullopt;
  }
  return std::nullopt;
}

// A value asked for without saying of which account: the one that the conversation is about.
Parts of_known_account(const Question& question, const Conversation& conversation, const Knowledge& knowledge) {
  if (!conversation.domain || question.parts.size() > 1) return std::nullopt;
  const Part& last = conversation.parts.back();
  Part part = question.parts.empty() ? question.bare : question.parts.front();
  if (part.fields.empty() || !(part.intent == Intent::none || is_about_settings(part, question, knowledge)))
    return std::nullopt;
  if (is_explaining(last.intent) && question.words.says_to_follow)  // "and on the incoming one?"
    part = settings_of_explained(last, std::move(part), knowledge);
  Part fresh;
  if (last.intent == Intent::troubleshoot) fresh.direction = last.direction;
  return std::vector{settings_after(fresh, part, question, knowledge)};
}

// The protocol of the account, where the question leaves it open and doesn't contradict it.
void keep_protocol(Question& question, const Conversation& conversation) {
  for (Part& part : question.parts) {
    if (!is_of_an_account(part.intent) || part.protocol || question.words.asks_whole || !conversation.protocol ||
        !same_account(question.domain, conversation.domain))
      continue;
    if (conversation.protocol == Protocol::smtp && part.direction != Direction::outgoing) continue;
    part.protocol = conversation.protocol;
  }
}

// "Great thanks, now the same for ordi amicus": thanks, and the same question of another account.
bool thanks_and_goes_on(const Question& question, const Conversation& conversation) {
  return question.intent() == Intent::thanks && question.leaning != Leaning::none && question.domain &&
         question.domain->known() && conversation.domain && question.domain->domain != conversation.domain->domain;
}

// "English please": what was told, in that language.
Question told_again(Question question, const Conversation& conversation) {
  question.parts = conversation.parts;
  question.domain = conversation.domain;
  question.client = conversation.client;
  question.is_follow_up = true;
  return question;
}

// "Yes" after what to try about a trouble: it didn't help.
bool says_steps_were_taken(const Question& question, const Conversation& conversation) {
  return question.intent() == Intent::thanks && question.words.says_yes &&
         conversation.parts.back().intent == Intent::troubleshoot;
}

}  // namespace

Question in_context(Question question, const Conversation& conversation, Time now, const Knowledge& knowledge) {
  if (!question.language_is_told && conversation.language && conversation.recent(now))
    question.language = *conversation.language;
  if (!conversation.active(now) || question.is_of_another_subject) return question;
  if (thanks_and_goes_on(question, conversation)) question.parts.clear();
  if (question.asks_for_language) return told_again(std::move(question), conversation);
  if (says_steps_were_taken(question, conversation)) question.parts.clear();
  if (!question.parts.empty() && is_talk(question.intent())) return question;
  Parts parts = continued(question, conversation, knowledge);
  if (!parts) parts = of_known_account(question, conversation, knowledge);
  if (parts) {
    question.parts = std::move(*parts);
    question.is_follow_up = true;
  }
  question.sequel = sequel_of(question, conversation, knowledge);
  if (question.is_of_an_account()) {
    if (!question.domain) question.domain = conversation.domain;
    if (!question.client) question.client = conversation.client;
    keep_protocol(question, conversation);
  }
  return question;
}

}  // namespace facteur
