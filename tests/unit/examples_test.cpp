// Every example sentence of a knowledge file is understood as that file says, and as no other.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Intent;
using facteur::Knowledge;
using facteur::Part;
using facteur::Question;
using facteur::Topic;
using facteur::test::base_knowledge;

namespace {

// What a question was understood as, for the message of a failure.
std::string shown(const Question& question) {
  const Knowledge& knowledge = base_knowledge();
  std::string text;
  for (const Part& part : question.parts) {
    text += (text.empty() ? "" : " + ") + std::string(to_string(part.intent));
    for (const std::uint16_t index : part.concepts) text += " " + knowledge.concepts[index].id;
    if (part.guide) text += " guide " + knowledge.guides[*part.guide].id;
    if (part.problem) text += " problem " + knowledge.problems[*part.problem].id;
  }
  if (question.client) text += ", program " + knowledge.guides[*question.client].id;
  return text.empty() ? "nothing" : text + ", in " + knowledge.languages[question.language].id;
}

// Each example of the topics, asked in a direct chat, must be `understood`.
template <typename Topics, typename Understood>
void check_examples(const Topics& topics, Understood understood) {
  const Knowledge& knowledge = base_knowledge();
  for (std::size_t index = 0; index < topics.size(); ++index) {
    for (std::size_t language = 0; language < knowledge.languages.size(); ++language) {
      const auto& wording = topics[index].wordings[language];
      if (!wording) continue;
      for (const std::string& example : wording->examples) {
        const Question question = facteur::test::ask(example).question;
        const bool in_its_language = !question.language_is_told || question.language == language;
        INFO(topics[index].where.file << " [" << knowledge.languages[language].id << "]: " << example
                                      << "\n    understood as " << shown(question));
        CHECK(
            (in_its_language && question.parts.size() == 1 && understood(static_cast<std::uint16_t>(index), question)));
      }
    }
  }
}

}  // namespace

TEST_CASE("every example of a concept is understood as a question about that concept alone") {
  const auto& concepts = base_knowledge().concepts;
  const auto is_comparison = [&](std::uint16_t index) { return !concepts[index].compares.empty(); };
  check_examples(concepts, [&](std::uint16_t index, const Question& question) {
    const Part& part = question.parts.front();
    // A comparison takes the place of what it compares, and of whatever else is named beside it.
    const auto comparison = std::find_if(part.concepts.begin(), part.concepts.end(), is_comparison);
    if (!is_comparison(index)) return part.intent == Intent::explain && part.concepts == std::vector{index};
    return (part.intent == Intent::explain || part.intent == Intent::compare) && comparison != part.concepts.end() &&
           *comparison == index;
  });
}

TEST_CASE("every example of a guide is understood as a question for that guide") {
  const auto& guides = base_knowledge().guides;
  check_examples(guides, [&](std::uint16_t index, const Question& question) {
    const Part& part = question.parts.front();
    if (part.intent != Intent::guide) return false;
    if (guides[index].client.empty()) return part.guide == index;
    if (part.guide) return false;
    // The guide for any other program is also what is given where none is named.
    return question.client == index || (guides[index].client == "other" && !question.client);
  });
}

TEST_CASE("every example of a problem is understood as that problem") {
  const auto& problems = base_knowledge().problems;
  check_examples(problems, [&](std::uint16_t index, const Question& question) {
    const Part& part = question.parts.front();
    if (part.intent != Intent::troubleshoot) return false;
    return part.problem == index || (problems[index].id == "other" && !part.problem);
  });
}

TEST_CASE("every concept, guide and problem has examples in each of its languages") {
  const auto check = [](const auto& topics) {
    for (const Topic& topic : topics) {
      for (const auto& wording : topic.wordings) {
        CAPTURE(topic.where.file);
        if (wording) CHECK(wording->examples.size() >= 2);
      }
    }
  };
  check(base_knowledge().concepts);
  check(base_knowledge().guides);
  check(base_knowledge().problems);
}
