#include "knowledge/knowledge.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> cue_names{
    "explain",   "compare",     "alternative", "advise",   "set_up",     "how",      "wish",
    "ask",       "settings",    "mine",        "trouble",  "cannot",     "negation", "change",
    "greet",     "thanks",      "help",        "human",    "follow",     "what",     "whether",
    "mail",      "account",     "server",      "send",     "receive",    "connect",  "toward",
    "inside",    "put",         "device",      "joining",  "message",    "both",     "decoy",
    "elsewhere", "programming", "secret",      "owned",    "indefinite", "definite", "acknowledge",
    "first_one", "second_one",  "other_one",   "last_one", "yes",        "wrong",    "in_language"};

}  // namespace

std::string_view to_string(Cue cue) { return cue_names[static_cast<std::size_t>(cue)]; }

LanguageId Knowledge::default_language() const {
  const auto found =
      std::find_if(languages.begin(), languages.end(), [](const Language& each) { return each.is_default; });
  return found == languages.end() ? LanguageId{0} : static_cast<LanguageId>(found - languages.begin());
}

const Concept* Knowledge::concept_named(std::string_view id) const {
  const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& each) { return each.id == id; });
  return found == concepts.end() ? nullptr : &*found;
}

const Topic* Knowledge::topic_of(Meaning meaning) const {
  switch (meaning.kind) {
    case Meaning::Kind::cue:
      return nullptr;
    case Meaning::Kind::concept_:
      return &concepts[meaning.index];
    case Meaning::Kind::guide:
      return &guides[meaning.index];
    case Meaning::Kind::problem:
      return &problems[meaning.index];
  }
  return nullptr;
}

std::string_view Knowledge::name_of(Meaning meaning) const {
  const Topic* topic = topic_of(meaning);
  return topic == nullptr ? std::string_view(cues[meaning.index]) : std::string_view(topic->id);
}

const Wording& wording(const Topic& topic, LanguageId language, LanguageId fallback) {
  if (topic.wordings[language]) return *topic.wordings[language];
  if (topic.wordings[fallback]) return *topic.wordings[fallback];
  // REQUIRES of loading: every topic has words in one language at least.
  return **std::find_if(topic.wordings.begin(), topic.wordings.end(),
                        [](const auto& each) { return each.has_value(); });
}

}  // namespace facteur
