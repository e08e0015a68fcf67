#include "bot/sureness.h"

#include <algorithm>

namespace facteur {
namespace {

// What ties a message to mail set-up, whatever else it says.
struct Anchors {
  bool ours = false;       // one of our domains
  bool strong = false;     // IMAP, SMTP, an incoming server: words of mail set-up alone
  bool protocol = false;   // one whose name is an ordinary word too: POP
  bool program = false;    // a mail program
  bool mail = false;       // mail, e-mail, mailbox
  bool technical = false;  // port, SSL, certificate, password: words that other subjects have too

  // A domain of ours may come up for its web site's sake, and so may its certificate.
  int weight() const {
    const int mail_set_up = 2 * static_cast<int>(strong) + static_cast<int>(program) + static_cast<int>(mail);
    return mail_set_up + static_cast<int>(ours) + static_cast<int>(technical && mail_set_up > 0);
  }
};

bool names_port(const Evidence& whole) {
  return std::any_of(whole.concepts().begin(), whole.concepts().end(),
                     [&](const Spot& spot) { return whole.concept_of(spot).field == Field::port; });
}

Anchors anchors_in(const Evidence& whole) {
  Anchors anchors;
  anchors.ours = whole.domain() != nullptr && !whole.domain()->candidates.empty();
  anchors.mail = whole.has(Cue::mail);
  anchors.program = std::any_of(whole.clients().begin(), whole.clients().end(), [&](const Spot& spot) {
    return whole.knowledge().guides[spot.meaning.index].rank > 1;
  });
  const bool server = whole.has(Cue::server) || names_port(whole);
  anchors.strong = std::any_of(whole.comparisons().begin(), whole.comparisons().end(),
                               [&](const Spot& spot) { return whole.concept_of(spot).telling; });
  for (const Spot& spot : whole.concepts()) {
    const Concept& topic = whole.concept_of(spot);
    const bool tied = topic.telling || (topic.direction && server);
    const bool ordinary = topic.protocol && !topic.telling;
    anchors.strong = anchors.strong || tied;
    anchors.protocol = anchors.protocol || ordinary;
    anchors.technical = anchors.technical || (!tied && !ordinary);
  }
  if (anchors.protocol && (anchors.weight() > 0 || whole.has_any(Cue::account, Cue::server, Cue::settings)))
    anchors.strong = true;
  return anchors;
}

constexpr std::size_t few_words = 6;  // "emails come in twice", "email not working"

bool sure_of_problem(const Problem& problem, const Anchors& anchors, const Evidence& whole) {
  if (problem.small_talk) return anchors.ours;
  if (anchors.ours || anchors.strong || anchors.program || problem.telling) return true;
  if (whole.has(Cue::message) && whole.has(Cue::device)) return true;
  const bool told_by_name = !whole.problems().empty();
  const bool fails = whole.has_any(Cue::trouble, Cue::cannot, Cue::negation);
  const bool of_ones_own = !whole.clients().empty() || whole.has_any(Cue::account, Cue::mine);
  return anchors.mail && (told_by_name || fails || of_ones_own || whole.words() <= few_words);
}

bool sure_of_trouble(const Part& part, const Anchors& anchors, const Evidence& whole) {
  if (part.problem) return sure_of_problem(whole.knowledge().problems[*part.problem], anchors, whole);
  if (!whole.has_any(Cue::trouble, Cue::cannot)) return false;
  if (anchors.mail && (whole.words() <= few_words || whole.has(Cue::mine))) return true;
  const bool about_mail = anchors.strong || anchors.mail || anchors.technical;
  return about_mail &&
         (anchors.ours || anchors.strong || anchors.program || whole.has_any(Cue::connect, Cue::send, Cue::receive));
}

bool sure_of_settings(const Anchors& anchors, const Evidence& whole) {
  const bool names_domain = whole.domain() != nullptr;
  if (names_domain && !anchors.ours && (anchors.technical || whole.has(Cue::settings)) &&
      whole.has_any(Cue::server, Cue::mail, Cue::settings, Cue::ask))
    return true;
  if (anchors.ours)
    return anchors.strong || anchors.technical || whole.has(Cue::settings) ||
           ((anchors.mail || whole.has_any(Cue::account, Cue::server)) && whole.has_any(Cue::ask, Cue::what));
  const bool asked = names_domain || whole.has_any(Cue::ask, Cue::what, Cue::settings, Cue::mine);
  return (anchors.strong && asked) || (anchors.mail && (anchors.technical || whole.has(Cue::settings))) ||
         (anchors.program && (anchors.technical || (whole.has(Cue::settings) && whole.has(Cue::account))));
}

bool sure_of_guide(const Part& part, const Anchors& anchors, const Evidence& whole) {
  // A password may be changed anywhere.
  if (part.guide) return anchors.weight() > 0 || !whole.clients().empty() || whole.has_any(Cue::account, Cue::device);
  const bool sets_up = whole.has_any(Cue::set_up, Cue::put, Cue::how);
  const bool on_something = !whole.clients().empty() || whole.has(Cue::device);
  const int signs = static_cast<int>(sets_up) + static_cast<int>(on_something) + static_cast<int>(anchors.mail);
  if (anchors.ours && signs >= 2) return true;
  constexpr std::size_t words_of_a_title = 8;  // "email on a Galaxy", "Configuration courriel iPhone"
  const bool title = whole.words() <= words_of_a_title && !whole.has(Cue::negation);
  if (title && anchors.mail && on_something && (sets_up || whole.has(Cue::settings))) return true;
  const bool about_mail = anchors.ours || anchors.mail || anchors.program;
  const bool about_set_up = anchors.program || whole.has_any(Cue::set_up, Cue::device);
  const bool asked = whole.has_any(Cue::how, Cue::ask) || whole.is_question();
  const bool of_a_setting = anchors.strong || (anchors.mail && (anchors.technical || whole.has(Cue::put))) ||
                            (whole.has(Cue::account) && whole.has(Cue::set_up));
  if (asked && on_something && of_a_setting) return true;
  // A program's name alone may be an ordinary word ("the outlook for the dollar"), or another use of it may be meant.
  const bool program_alone = !anchors.ours && !anchors.technical && !whole.has(Cue::account);
  if (program_alone && !whole.has_any(Cue::set_up, Cue::put, Cue::settings, Cue::change, Cue::connect)) return false;
  return about_mail && about_set_up && (asked || (anchors.mail && whole.has(Cue::set_up) && on_something));
}

bool sure_of(const Part& part, const Anchors& anchors, const Evidence& whole) {
  switch (part.intent) {
    case Intent::settings:
      return sure_of_settings(anchors, whole);
    case Intent::explain:
    case Intent::compare:
      return anchors.ours || anchors.strong || (anchors.protocol && whole.has_any(Cue::what, Cue::explain)) ||
             ((anchors.mail || anchors.program) && anchors.technical);
    case Intent::guide:
      return sure_of_guide(part, anchors, whole);
    case Intent::troubleshoot:
      return sure_of_trouble(part, anchors, whole);
    case Intent::greet:
    case Intent::thanks:
    case Intent::help:
    case Intent::human:
    case Intent::none:
      return false;
  }
  return false;
}

// How much tells of another subject. A program is used for more than what Facteur knows of it.
int weight_of_others(const Evidence& whole, const Question& question) {
  int weight = 0;
  for (const Spot& spot : whole.spots()) {
    if (is_cue(spot, Cue::elsewhere)) ++weight;
    if (is_cue(spot, Cue::decoy)) weight += 2;
    if (is_cue(spot, Cue::programming)) weight += 3;
  }
  const bool only_uses = question.intent() == Intent::guide && !whole.has(Cue::set_up);
  return weight > 0 && only_uses ? weight + 1 : weight;
}

}  // namespace

Sureness sureness_of(const Evidence& whole, const Question& question) {
  const Anchors anchors = anchors_in(whole);
  const bool sure = std::any_of(question.parts.begin(), question.parts.end(),
                                [&](const Part& part) { return sure_of(part, anchors, whole); });
  if (!sure) return anchors.ours || anchors.strong ? Sureness::likely : Sureness::doubtful;
  // Words of another subject may stand beside ours: "the POP server isn't on your website". Ours must outweigh them.
  const int others = weight_of_others(whole, question);
  const bool named = !whole.problems().empty();
  return others == 0 || anchors.weight() + static_cast<int>(named) > others ? Sureness::sure : Sureness::likely;
}

}  // namespace facteur
