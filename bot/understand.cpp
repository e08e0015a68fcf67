#include "bot/understand.h"

#include <algorithm>

#include "bot/account_in_trouble.h"
#include "bot/clauses.h"
#include "bot/evidence.h"
#include "bot/intents.h"
#include "bot/several.h"
#include "bot/subjects.h"
#include "bot/sureness.h"
#include "bot/talk.h"

namespace facteur {
namespace {

// A provider's bare name. Beside a trouble it may as well be where the mail goes to.
bool is_other_provider(const DomainMention& mention) {
  return mention.candidates.empty() && mention.domain.find('.') == std::string::npos;
}

std::vector<DomainIndex::Id> accounts_in(const Evidence& whole) {
  std::vector<DomainIndex::Id> accounts;
  for (const DomainMention& mention : whole.reading().domains) {
    if (mention.known() && !names_host(whole.reading(), mention) && !whole.is_denied(mention) &&
        std::find(accounts.begin(), accounts.end(), mention.candidates.front()) == accounts.end())
      accounts.push_back(mention.candidates.front());
  }
  return accounts;
}

bool asks_of_an_account(const Question& question) {
  return std::any_of(question.parts.begin(), question.parts.end(),
                     [](const Part& part) { return part.intent == Intent::settings || part.intent == Intent::guide; });
}

// The program that a problem is about, where none is named.
std::optional<std::uint16_t> client_of_problem(const Question& question, const Knowledge& knowledge) {
  for (const Part& part : question.parts) {
    if (part.intent == Intent::troubleshoot && part.problem && knowledge.problems[*part.problem].guide)
      return knowledge.problems[*part.problem].guide;
  }
  return std::nullopt;
}

// Whether the clauses tell more than the message as a whole. Beside a question of what something is, the rest of a
// message only leads to it; but a comparison needs both its sides: "the difference between POP and IMAP, what is it".
bool tell_more(const ClauseParts& clauses, const Question& question, const Weighed& whole) {
  const std::vector<Part>& parts = clauses.parts;
  if (parts.empty() || clauses.come_from_set_up) return !parts.empty();
  if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.account.has_value(); })) return true;
  const Part& first = parts.front();
  const bool split =
      whole.part.intent == Intent::compare && whole.part.concepts.size() > first.concepts.size() &&
      (parts.size() == 1 || first.intent == Intent::compare) &&
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return is_explaining(part.intent); });
  if (split) return false;
  return parts.size() > 1 || (!question.domain && is_explaining(first.intent));
}

// A message leans on what came before when it says so ("et pour", "what about") or is too short to stand by itself.
Leaning leaning_of(const Evidence& whole, bool says_so) {
  constexpr std::size_t few_words = 4;
  constexpr std::size_t some_words = 9;
  if (says_so || whole.words() <= few_words) return Leaning::strong;
  return whole.words() <= some_words ? Leaning::weak : Leaning::none;
}

Words words_of(const Evidence& whole) {
  constexpr std::size_t few_words = 2;  // "oui", but not "oui ça marche"
  const auto follows = [](const Spot& spot) { return is_cue(spot, Cue::follow) && spot.begin <= 2; };
  return {
      .says_to_follow = std::any_of(whole.spots().begin(), whole.spots().end(), follows),
      .names_setting = !whole.concepts().empty(),
      .names_device = whole.has(Cue::device),
      .names_host = !whole.reading().hosts.empty(),
      .names_elsewhere = whole.has(Cue::elsewhere),
      .asks_whole = whole.has(Cue::settings),
      .asks_meaning = whole.has(Cue::explain),
      .asks_what = whole.has(Cue::what),
      .asks_how =
          whole.has(Cue::how) && !whole.has_any(Cue::set_up, Cue::explain, Cue::change, Cue::human, Cue::elsewhere),
      .asks_whether = whole.has(Cue::whether) || whole.is_question(),
      .compares = whole.has(Cue::compare),
      .advises = whole.has(Cue::advise),
      .says_any = whole.leads_to_concept(Cue::indefinite, 1),
      .says_this = whole.leads_to_concept(Cue::definite, 1),
      .says_yes = whole.has(Cue::yes) && whole.words() <= few_words,
      .only_states = whole.only_states(),
  };
}

// "How do I add a signature in Outlook?": it names what accounts are set up in, and hardly anybody who asks so means a
// set-up.
bool is_of_another_subject(const Question& question, const Evidence& whole) {
  const bool adds_account = whole.has(Cue::account) && whole.has(Cue::set_up);
  return question.sureness == Sureness::doubtful && whole.has(Cue::elsewhere) && !question.words.names_setting &&
         !adds_account && !question.parts.empty() &&
         std::all_of(question.parts.begin(), question.parts.end(),
                     [](const Part& part) { return part.intent == Intent::settings || part.intent == Intent::guide; });
}

}  // namespace

Question understand(const Reading& reading, const Knowledge& knowledge) {
  Question question;
  question.language_is_told = reading.language.has_value();
  question.language = reading.language.value_or(knowledge.default_language());
  question.holds_password = reading.holds_password;

  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  const Evidence whole(reading, knowledge, 0, size);
  if (whole.domain() != nullptr) question.domain = *whole.domain();
  question.accounts = accounts_in(whole);
  question.client = client_in(whole);
  Weighed weighed = weigh(whole);
  ClauseParts told = parts_of_clauses(whole, weighed.percent);
  if (tell_more(told, question, weighed)) {
    question.parts = std::move(told.parts);
  } else if (weighed.part.intent != Intent::none) {
    question.parts.push_back(std::move(weighed.part));
  } else {
    question.bare = std::move(weighed.part);
  }
  if (question.domain && is_other_provider(*question.domain) && !asks_of_an_account(question)) question.domain.reset();
  if (!question.client) question.client = client_of_problem(question, knowledge);
  question.words = words_of(whole);
  question.leaning = leaning_of(whole, question.words.says_to_follow);
  question.sureness = sureness_of(question, weighed.signs, whole);
  question.is_of_another_subject = is_of_another_subject(question, whole);
  if (question.is_of_another_subject) question.parts.clear();
  hear_talk(question, whole);
  find_account_in_trouble(question, whole);
  ask_of_each(question, whole);
  return question;
}

}  // namespace facteur
