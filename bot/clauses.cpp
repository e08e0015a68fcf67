#include "bot/clauses.h"

#include <algorithm>

#include "bot/clause_bounds.h"
#include "bot/intents.h"
#include "bot/parts.h"
#include "bot/slots.h"
#include "bot/subjects.h"

namespace facteur {
namespace {

constexpr int certain = 100;

// Whether the clause is likely enough to be a question of its own: a statement may only lead to the one that follows.
bool stands_out(const Weighed& weighed, const Evidence& clause) {
  constexpr int enough_of_a_question = 50;
  constexpr int enough_of_a_statement = 75;
  return weighed.likelihood >= (clause.only_states() ? enough_of_a_statement : enough_of_a_question);
}

// A statement of settings beside a trouble isn't a question about them, nor is a mere "I am with …", or "I read it on
// my phone".
bool asks(const Weighed& weighed, const Evidence& clause) {
  const Intent intent = weighed.part.intent;
  if (!stands_out(weighed, clause) || intent == Intent::none) return false;
  if (is_talk(intent)) return intent == Intent::human;
  if (intent == Intent::guide)
    return clause.has_any(Cue::how, Cue::ask, Cue::set_up) || (clause.is_question() && !clause.has(Cue::explain));
  if (intent != Intent::settings) return true;
  const bool mere_domain =
      clause.concepts().empty() && !clause.has_any(Cue::settings, Cue::server, Cue::what, Cue::ask, Cue::advise);
  if (mere_domain) return false;
  if (clause.has_any(Cue::ask, Cue::what, Cue::settings, Cue::advise)) return true;
  if (weighed.part.host_is_implied && !clause.is_question()) return false;
  constexpr std::size_t few_words = 7;  // "username pour quebecinternet.net ?"
  return clause.words() <= few_words && !clause.has_any(Cue::trouble, Cue::cannot);
}

// "How do I add nplus.ca, and what's the incoming server?", "for nplus.ca, is the port 465 or 587?": where an account
// is named, its value is asked for. Not so in "what's STARTTLS, and does nplus.ca use it?".
void ask_for_value(Weighed& weighed, const Evidence& clause, const Evidence& whole) {
  const Part& part = weighed.part;
  const bool valued = !part.fields.empty() && !part.host_is_implied;
  constexpr int plainly = 92;
  const bool explains = part.intent == Intent::explain && weighed.likelihood >= plainly;
  if (!valued || explains || clause.has(Cue::explain) || whole.domain() == nullptr || !whole.domain()->known()) return;
  const bool chooses = part.intent == Intent::compare && !clause.has(Cue::compare);
  if (!chooses && part.intent != Intent::explain && part.intent != Intent::settings) return;
  weighed.likelihood = weighed.of(Intent::settings) + weighed.of(chooses ? Intent::compare : Intent::explain);
  weighed.part.intent = Intent::settings;
}

// The part after another one: what was explained, or fails, is what the values are asked of.
Part settings_after(const Part& before, Part part, const Evidence& whole) {
  if (is_explaining(before.intent)) part = settings_of_explained(before, std::move(part), whole.knowledge());
  if (before.intent == Intent::troubleshoot && !part.fields.empty() && !part.direction && !part.protocol)
    part.direction = side_that_fails(whole);
  return part;
}

// The account that the clause names, where it isn't the first of the message.
std::optional<DomainIndex::Id> other_account(const Evidence& clause, const Evidence& whole) {
  const DomainMention* own = clause.domain();
  if (own == nullptr || !own->known() || !own->exact || whole.domain()->candidates == own->candidates)
    return std::nullopt;
  return own->candidates.front();
}

// "Which outgoing port, and is it SSL or TLS?": one more value of the same account.
bool adds_value(const Part& before, const Weighed& weighed, const Evidence& clause) {
  return before.intent == Intent::settings && !stands_out(weighed, clause) && !weighed.part.fields.empty() &&
         !weighed.part.host_is_implied && !clause.only_states();
}

// "What's the POP server, and does it delete my mail?": what is explained was named before.
bool explains_before(const Part& before, const Weighed& weighed, const Evidence& clause) {
  const bool of_itself = stands_out(weighed, clause) && weighed.part.intent != Intent::settings;
  return before.intent == Intent::settings && !of_itself && !before.concepts.empty() && clause.concepts().empty() &&
         clause.domain() == nullptr && clause.has(Cue::explain) && !clause.has_any(Cue::trouble, Cue::cannot);
}

// "How do I add nplus.ca?", but not "I want to add nplus.ca".
bool asks_for_guide(const Evidence& clause) {
  if (clause.has_any(Cue::ask, Cue::what)) return true;
  const auto& spots = clause.spots();
  return std::any_of(spots.begin(), spots.end(), [&](const Spot& how) {
    return is_cue(how, Cue::how) && std::none_of(spots.begin(), spots.end(), [&](const Spot& wish) {
             return is_cue(wish, Cue::wish) && wish.begin == how.begin && wish.end == how.end;
           });
  });
}

// "I install my mother's mail on her computer, what's the outgoing server?": the set-up is where the question comes
// from. Says whether there was such a part to leave out.
bool leave_out_stated_guide(std::vector<Part>& parts) {
  const bool valued = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.intent == Intent::settings && !part.fields.empty();
  });
  return valued && std::erase_if(parts, [](const Part& part) { return part.intent == Intent::guide; }) > 0;
}

// "I think it's POP. Should we be on IMAP instead?": the other side of a comparison stands in the rest.
void complete_comparison(Part& part, const Evidence& whole) {
  const auto comparison = part.intent == Intent::compare ? comparison_in(whole) : std::nullopt;
  if (!comparison || part.concepts.size() > 1) return;
  const auto& compared = whole.knowledge().concepts[*comparison].compares;
  const bool one_side = std::all_of(part.concepts.begin(), part.concepts.end(), [&](std::uint16_t index) {
    return std::find(compared.begin(), compared.end(), index) != compared.end();
  });
  if (!one_side) return;
  part.concepts = compared;
  part.concepts.push_back(*comparison);
}

// Gathers the questions in order; each clause is read in the light of those before it.
class ClauseReader {
 public:
  ClauseReader(const Evidence& whole, const Likelihoods& of_whole) : whole_(&whole), of_whole_(of_whole) {}

  void read(const Clause& clause) {
    const Evidence evidence(whole_->reading(), whole_->knowledge(), clause.begin, clause.end);
    Weighed weighed = weigh(evidence);
    ask_for_value(weighed, evidence, *whole_);
    if (is_of_an_account(weighed.part.intent)) weighed.part.account = other_account(evidence, *whole_);
    if (!parts_.empty() && explains_before(parts_.back(), weighed, evidence)) {
      weighed = {.part = parts_.back(), .likelihood = certain};
      weighed.part.intent = Intent::explain;
      if (last_is_named_only_) parts_.pop_back();
    } else if (!parts_.empty() && adds_value(parts_.back(), weighed, evidence)) {
      merge(parts_.back(), weighed.part);
      return;
    }
    last_is_named_only_ = evidence.only_states();
    if (!asks(weighed, evidence) || !fits_whole(weighed, evidence)) return;
    if (weighed.part.intent == Intent::guide && asks_for_guide(evidence)) guide_is_asked_for_ = true;
    add(std::move(weighed.part));
  }

  ClauseParts take() {
    for (Part& part : parts_) complete_comparison(part, *whole_);
    const bool left_out = !guide_is_asked_for_ && leave_out_stated_guide(parts_);
    return {std::move(parts_), left_out};
  }

 private:
  // What the message as a whole hardly asks for only leads to the question that ends it: "I lost my settings when I
  // changed PCs, what are the servers?"
  bool fits_whole(const Weighed& weighed, const Evidence& clause) const {
    constexpr int beyond_doubt = 90;
    constexpr int enough_of_a_question = 3;
    constexpr int enough_of_a_statement = 10;
    const bool ends_with_it = clause.end() == whole_->end() && !clause.only_states();
    if (ends_with_it || (weighed.likelihood >= beyond_doubt && clause.is_question())) return true;
    const int percent = of_whole_[static_cast<std::size_t>(weighed.part.intent)];
    return percent >= (clause.only_states() ? enough_of_a_statement : enough_of_a_question);
  }

  void add(Part part) {
    const auto same = std::find_if(parts_.begin(), parts_.end(), [&](const Part& each) {
      const bool other_guide = each.guide != part.guide && part.intent == Intent::guide;
      return each.intent == part.intent && each.account == part.account && !other_guide;
    });
    if (same != parts_.end()) {
      merge(*same, part);
      return;
    }
    if (!parts_.empty() && part.intent == Intent::settings)
      part = settings_after(parts_.back(), std::move(part), *whole_);
    parts_.push_back(std::move(part));
  }

  const Evidence* whole_;
  Likelihoods of_whole_;
  std::vector<Part> parts_;
  bool guide_is_asked_for_ = false;
  bool last_is_named_only_ = false;  // "serveur entrant, d'où ça vient ?"
};

}  // namespace

ClauseParts parts_of_clauses(const Evidence& whole, const Likelihoods& of_whole) {
  const std::vector<Clause> clauses = clauses_of(whole.reading());
  if (clauses.size() < 2) return {};
  ClauseReader reader(whole, of_whole);
  for (const Clause& clause : clauses) reader.read(clause);
  return reader.take();
}

}  // namespace facteur
