#include "bot/understand.h"

#include <algorithm>

#include "bot/evidence.h"
#include "bot/intents.h"
#include "bot/parts.h"
#include "bot/slots.h"
#include "bot/subjects.h"
#include "bot/sureness.h"

namespace facteur {
namespace {

struct Clause {
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

bool begins_a_question(const Spot& spot) {
  return is_cue(spot, Cue::what) || is_cue(spot, Cue::how) || is_cue(spot, Cue::ask) || is_cue(spot, Cue::explain) ||
         is_cue(spot, Cue::compare) || is_cue(spot, Cue::advise);
}

// Whether a new question may begin at the token: after "et", "and" or a comma, with a question's opening within two
// words.
bool may_begin_clause(const Reading& reading, std::uint16_t token) {
  if (reading.tokens[token].sentence != reading.tokens[token - std::size_t{1}].sentence) return true;
  const bool joined = reading.tokens[token].after_comma || reading.tokens[token].after_break ||
                      std::any_of(reading.spots.begin(), reading.spots.end(),
                                  [&](const Spot& spot) { return is_cue(spot, Cue::joining) && spot.begin == token; });
  if (!joined) return false;
  const bool inside = std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.meaning.kind == Meaning::Kind::concept_ && spot.begin < token && token < spot.end;
  });
  if (inside) return false;
  return std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
    return spot.begin >= token && spot.begin <= token + 2 && begins_a_question(spot);
  });
}

// Whether the tokens name anything that may be asked about.
bool names_something(const Reading& reading, const Clause& clause) {
  const auto inside = [&](const auto& each) { return clause.begin <= each.begin && each.begin < clause.end; };
  return std::any_of(reading.domains.begin(), reading.domains.end(), inside) ||
         std::any_of(reading.spots.begin(), reading.spots.end(), [&](const Spot& spot) {
           return inside(spot) && (spot.meaning.kind != Meaning::Kind::cue || is_cue(spot, Cue::trouble) ||
                                   is_cue(spot, Cue::cannot) || is_cue(spot, Cue::send) || is_cue(spot, Cue::receive) ||
                                   is_cue(spot, Cue::mail) || is_cue(spot, Cue::human));
         });
}

// A clause that names nothing is about what the one before it names: "STARTTLS, what is that?"
std::vector<Clause> clauses_of(const Reading& reading) {
  const auto size = static_cast<std::uint16_t>(reading.tokens.size());
  std::vector<Clause> clauses{{0, size}};
  for (std::uint16_t token = 1; token < size; ++token) {
    if (!may_begin_clause(reading, token)) continue;
    clauses.back().end = token;
    if (clauses.size() > 1 && !names_something(reading, clauses.back())) clauses.pop_back();
    clauses.push_back({token, size});
  }
  if (clauses.size() > 1 && !names_something(reading, clauses.back())) clauses.pop_back();
  clauses.back().end = size;
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) clauses[i].end = clauses[i + 1].begin;
  return clauses;
}

bool is_talk(Intent intent) {
  return intent == Intent::greet || intent == Intent::thanks || intent == Intent::help || intent == Intent::none;
}

// A statement of settings beside a trouble isn't a question about them, nor is a mere "I am with …", or "I read it on
// my phone".
bool asks(const Weighed& weighed, const Evidence& clause) {
  if (weighed.part.intent == Intent::guide)
    return clause.has_any(Cue::how, Cue::ask, Cue::set_up) || clause.is_question();
  if (weighed.part.intent != Intent::settings) return true;
  const bool mere_domain =
      clause.concepts().empty() && !clause.has_any(Cue::settings, Cue::server, Cue::what, Cue::ask);
  if (mere_domain) return false;
  if (clause.has_any(Cue::ask, Cue::what, Cue::settings)) return true;
  if (weighed.part.host_is_implied && !clause.is_question()) return false;
  constexpr std::size_t few_words = 7;  // "username pour quebecinternet.net ?"
  return clause.words() <= few_words && !clause.has_any(Cue::trouble, Cue::cannot);
}

// "How do I add nplus.ca, and what's the incoming server?": where an account is named, its value is asked for.
void ask_for_value(Weighed& weighed, const Evidence& clause, const Evidence& whole) {
  const Part& part = weighed.part;
  const bool valued = !part.fields.empty() && !part.host_is_implied;
  if (part.intent != Intent::explain || !valued || clause.has(Cue::explain)) return;
  if (whole.domain() != nullptr && whole.domain()->known()) weighed.part.intent = Intent::settings;
}

// The part after another one: what was explained, or fails, is what the values are asked of.
Part settings_after(const Part& before, Part part, const Evidence& whole) {
  if (before.intent == Intent::explain) part = settings_of_explained(before, std::move(part), whole.knowledge());
  const bool one_sided = before.intent == Intent::troubleshoot && whole.has(Cue::send) != whole.has(Cue::receive);
  if (one_sided && !part.fields.empty() && !part.direction && !part.protocol)
    part.direction = whole.has(Cue::send) ? Direction::outgoing : Direction::incoming;
  return part;
}

// "Which outgoing port, and is it SSL or TLS?": one more value of the same account.
bool adds_value(const Part& before, const Weighed& weighed, const Evidence& clause) {
  return before.intent == Intent::settings && weighed.weight < weight_of_a_question && !weighed.part.fields.empty() &&
         !weighed.part.host_is_implied && !clause.only_states();
}

// "What's the POP server, and does it delete my mail?": what is explained was named before.
bool explains_before(const Part& before, const Weighed& weighed, const Evidence& clause) {
  const bool of_itself = weighed.weight >= weight_of_a_question && weighed.part.intent != Intent::settings;
  return before.intent == Intent::settings && !of_itself && !before.concepts.empty() && clause.concepts().empty() &&
         clause.domain() == nullptr && clause.has(Cue::explain) && !clause.has_any(Cue::trouble, Cue::cannot);
}

// "I install my mother's mail on her computer, what's the outgoing server?": the set-up is where the question comes
// from. Says whether there was such a part to leave out.
bool leave_out_stated_guide(std::vector<Part>& parts) {
  const bool valued = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.intent == Intent::settings && !part.fields.empty();
  });
  return valued && std::erase_if(parts, [](const Part& part) { return part.intent == Intent::guide; }) > 0;
}

struct ClauseParts {
  std::vector<Part> parts;
  bool come_from_set_up = false;
};

// The questions of the clauses that are complete by themselves, or by what stands before them.
ClauseParts parts_of_clauses(const std::vector<Clause>& clauses, const Evidence& whole) {
  std::vector<Part> parts;
  bool guide_is_stated = true;
  bool only_named = false;  // the part before: "serveur entrant, d'où ça vient ?"
  for (const Clause& clause : clauses) {
    const Evidence evidence(whole.reading(), whole.knowledge(), clause.begin, clause.end);
    Weighed weighed = weigh(evidence);
    ask_for_value(weighed, evidence, whole);
    if (!parts.empty() && adds_value(parts.back(), weighed, evidence)) {
      merge(parts.back(), weighed.part);
      continue;
    }
    if (!parts.empty() && explains_before(parts.back(), weighed, evidence)) {
      weighed = {parts.back(), weight_of_a_question};
      weighed.part.intent = Intent::explain;
      if (only_named) parts.pop_back();
    }
    only_named = evidence.only_states();
    if (weighed.weight < weight_of_a_question || is_talk(weighed.part.intent) || !asks(weighed, evidence)) continue;
    if (weighed.part.intent == Intent::guide && evidence.has_any(Cue::how, Cue::ask, Cue::what))
      guide_is_stated = false;
    const auto same =
        std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.intent == weighed.part.intent; });
    if (same != parts.end()) {
      merge(*same, weighed.part);
      continue;
    }
    const bool after_another = !parts.empty() && weighed.part.intent == Intent::settings;
    parts.push_back(after_another ? settings_after(parts.back(), weighed.part, whole) : weighed.part);
  }
  const bool left_out = guide_is_stated && leave_out_stated_guide(parts);
  return {std::move(parts), left_out};
}

// A provider's bare name. Beside a trouble it may as well be where the mail goes to.
bool is_other_provider(const DomainMention& mention) {
  return mention.candidates.empty() && mention.domain.find('.') == std::string::npos;
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

bool is_explaining(const Part& part) { return part.intent == Intent::explain || part.intent == Intent::compare; }

// Whether the clauses tell more than the message as a whole. Beside a question of what something is, the rest of a
// message only leads to it; but a comparison needs both its sides: "the difference between POP and IMAP, what is it".
bool tell_more(const ClauseParts& clauses, const Question& question, const Weighed& whole) {
  const std::vector<Part>& parts = clauses.parts;
  if (parts.empty() || clauses.come_from_set_up) return !parts.empty();
  const Part& first = parts.front();
  const bool split = whole.part.intent == Intent::compare && whole.part.concepts.size() > first.concepts.size() &&
                     (parts.size() == 1 || first.intent == Intent::compare) &&
                     std::all_of(parts.begin(), parts.end(), is_explaining);
  if (split) return false;
  return parts.size() > 1 || (!question.domain && is_explaining(first));
}

// A message leans on what came before when it says so ("et pour", "what about") or is too short to stand by itself.
Leaning leaning_of(const Evidence& whole, bool says_so) {
  constexpr std::size_t few_words = 4;
  constexpr std::size_t some_words = 9;
  if (says_so || whole.words() <= few_words) return Leaning::strong;
  return whole.words() <= some_words ? Leaning::weak : Leaning::none;
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
  question.client = client_in(whole);
  Weighed weighed = weigh(whole);
  const std::vector<Clause> clauses = clauses_of(reading);
  ClauseParts told;
  if (clauses.size() > 1) told = parts_of_clauses(clauses, whole);
  if (tell_more(told, question, weighed)) {
    question.parts = std::move(told.parts);
  } else if (weighed.part.intent != Intent::none) {
    question.parts.push_back(std::move(weighed.part));
  } else {
    question.bare = std::move(weighed.part);
  }
  if (question.domain && is_other_provider(*question.domain) && !asks_of_an_account(question)) question.domain.reset();
  if (!question.client) question.client = client_of_problem(question, knowledge);
  question.names_setting = !whole.concepts().empty();
  question.asks_whole = whole.has(Cue::settings);
  question.asks_meaning = whole.has(Cue::explain);
  question.compares = whole.has(Cue::compare);
  question.advises = whole.has(Cue::advise);
  question.asks_what = whole.has(Cue::what);
  question.only_states = whole.only_states();
  question.says_to_follow = std::any_of(whole.spots().begin(), whole.spots().end(),
                                        [](const Spot& spot) { return is_cue(spot, Cue::follow) && spot.begin <= 2; });
  question.leaning = leaning_of(whole, question.says_to_follow);
  question.sureness = sureness_of(whole, question);
  return question;
}

}  // namespace facteur
