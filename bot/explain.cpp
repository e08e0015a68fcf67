#include "bot/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "bot/assistant.h"
#include "bot/evidence.h"
#include "bot/intents.h"
#include "bot/reading.h"
#include "bot/signs.h"
#include "bot/sureness.h"
#include "bot/weights.h"
#include "bot/words.h"

namespace facteur {
namespace {

std::string_view kind_name(Meaning::Kind kind) {
  switch (kind) {
    case Meaning::Kind::cue:
      return "cue";
    case Meaning::Kind::concept_:
      return "concept";
    case Meaning::Kind::guide:
      return "guide";
    case Meaning::Kind::problem:
      return "problem";
  }
  return {};
}

std::string_view words(const Reading& reading, std::uint16_t begin, std::uint16_t end) {
  const std::uint32_t from = reading.tokens[begin].span.begin;
  return std::string_view(reading.folded).substr(from, reading.tokens[end - std::size_t{1}].span.end - from);
}

void explain_reading(const Reading& reading, const Knowledge& knowledge, std::string& out) {
  out += fmt::format("read as     {}\n", reading.folded);
  for (const Correction& each : reading.corrections)
    out += fmt::format("spelling    {} -> {}\n", each.written, each.read_as);
  for (const DomainMention& each : reading.domains) {
    const std::string_view how = each.candidates.empty() ? "not one of ours"
                                 : each.exact            ? "as written"
                                                         : "a near miss";
    out += fmt::format("domain      {} -> {} ({})\n", each.written, each.domain, how);
  }
  for (const Spot& spot : reading.spots) {
    const PatternInfo& pattern = knowledge.patterns[spot.pattern];
    out += fmt::format("found       \"{}\" -> {} {}  [{}:{}, {}]\n", words(reading, spot.begin, spot.end),
                       kind_name(spot.meaning.kind), knowledge.name_of(spot.meaning), pattern.where.file,
                       pattern.where.line, pattern.text);
  }
  if (reading.holds_password) out += "password    the message seems to hold one\n";
}

std::string list_of(const std::vector<std::string>& all) {
  return all.empty() ? "none" : fmt::format("{}", fmt::join(all, ", "));
}

// The intents that are likely at all, the likeliest first.
std::vector<std::size_t> likely_intents(const Likelihoods& percent) {
  std::vector<std::size_t> intents;
  for (std::size_t intent = 0; intent < intent_count; ++intent) {
    if (percent[intent] > 0) intents.push_back(intent);
  }
  std::stable_sort(intents.begin(), intents.end(),
                   [&](std::size_t one, std::size_t other) { return percent[one] > percent[other]; });
  return intents;
}

constexpr std::size_t most_shown = 6;

// Which signs and words speak most for one intent or for the other, in natural logarithms of odds.
std::vector<std::string> what_decides(const Signs& signs, const Evidence& whole, std::size_t first,
                                      std::size_t second) {
  std::vector<std::pair<int, std::string>> decisive;
  const auto add = [&](const IntentWeights& weights, std::string name) {
    if (weights[first] != weights[second]) decisive.emplace_back(weights[first] - weights[second], std::move(name));
  };
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    if (signs.test(sign)) add(sign_weights()[sign], std::string(name_of_sign(sign)));
  }
  for (const WordWeights* word : whole.weighed_words()) add(word->intents, quoted(*word));
  std::stable_sort(decisive.begin(), decisive.end(),
                   [](const auto& one, const auto& other) { return std::abs(one.first) > std::abs(other.first); });
  std::vector<std::string> shown;
  for (const auto& [difference, name] : decisive) {
    if (shown.size() < most_shown) shown.push_back(fmt::format("{} {:+.1f}", name, difference / 100.0));
  }
  return shown;
}

void explain_intents(const Signs& signs, const Evidence& whole, const Likelihoods& percent, std::string& out) {
  std::vector<std::string> names;
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    if (signs.test(sign)) names.emplace_back(name_of_sign(sign));
  }
  out += fmt::format("signs       {}\n", list_of(names));
  const std::vector<std::size_t> intents = likely_intents(percent);
  const auto name = [](std::size_t intent) { return to_string(static_cast<Intent>(intent)); };
  std::vector<std::string> likely;
  for (const std::size_t intent : intents) likely.push_back(fmt::format("{} {} %", name(intent), percent[intent]));
  out += fmt::format("likely      {}\n", list_of(likely));
  if (intents.size() > 1) {
    out += fmt::format("decided     {} rather than {} by {}\n", name(intents[0]), name(intents[1]),
                       list_of(what_decides(signs, whole, intents[0], intents[1])));
  }
}

std::string_view name_of(Sureness sureness) {
  switch (sureness) {
    case Sureness::doubtful:
      return "doubtful: a group hears nothing";
    case Sureness::likely:
      return "likely: a group hears nothing";
    case Sureness::sure:
      return "sure: a group is answered";
  }
  return {};
}

void explain_sureness(Sureness sureness, const Surety& surety, std::string& out) {
  out += fmt::format("sureness    {}\n", name_of(sureness));
  std::vector<std::string> shown;
  for (const Reason& reason : surety.reasons) {
    if (shown.size() < most_shown) shown.push_back(fmt::format("{} {:+.1f}", reason.name, reason.weight / 100.0));
  }
  out += fmt::format("judged      a question of ours by {} %: {}\n", surety.percent, list_of(shown));
}

void explain_part(const Part& part, const Knowledge& knowledge, std::string& out) {
  out += fmt::format("understood  {}", to_string(part.intent));
  if (part.protocol) out += fmt::format(", protocol {}", to_string(*part.protocol));
  if (part.direction) out += fmt::format(", direction {}", to_string(*part.direction));
  for (const Field field : part.fields) out += fmt::format(", field {}", to_string(field));
  for (const std::uint16_t index : part.concepts) out += fmt::format(", concept {}", knowledge.concepts[index].id);
  if (part.guide) out += fmt::format(", guide {}", knowledge.guides[*part.guide].id);
  if (part.problem) out += fmt::format(", problem {}", knowledge.problems[*part.problem].id);
  out += "\n";
}

}  // namespace

std::string explain(std::string_view text, const Knowledge& knowledge) {
  std::string out;
  const Reading reading = read(text, knowledge);
  explain_reading(reading, knowledge, out);
  const Evidence whole(reading, knowledge, 0, static_cast<std::uint16_t>(reading.tokens.size()));
  const Weighed weighed = weigh(whole);
  explain_intents(weighed.signs, whole, weighed.percent, out);
  const Outcome outcome = respond({std::string(text)}, {}, Time{}, knowledge);
  const Question& question = outcome.question;
  const std::string_view told = question.language_is_told ? "by its words" : "the default, as no word tells";
  out += fmt::format("language    {} ({})\n", knowledge.languages[question.language].id, told);
  for (const Part& part : question.parts) explain_part(part, knowledge, out);
  if (question.parts.empty()) out += "understood  nothing: no intent weighs enough\n";
  if (question.client) out += fmt::format("program     {}\n", knowledge.guides[*question.client].client);
  explain_sureness(question.sureness, explained_sureness(weighed.signs, whole), out);
  return out;
}

}  // namespace facteur
