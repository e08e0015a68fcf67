#include "bot/answer.h"

#include <algorithm>

#include "bot/settings_answer.h"
#include "bot/wording.h"

namespace facteur {
namespace {

constexpr std::size_t most_explained = 3;
constexpr std::size_t most_guide_links = 4;

// The concepts to explain: a comparison takes the place of what it compares.
std::vector<std::uint16_t> worth_explaining(const Part& part, const Knowledge& knowledge) {
  for (const std::uint16_t index : part.concepts) {
    if (!knowledge.concepts[index].compares.empty()) return {index};
  }
  // "Is IMAP better?": compared with what it is compared with.
  if (part.intent == Intent::compare && part.concepts.size() == 1) {
    for (std::size_t index = 0; index < knowledge.concepts.size(); ++index) {
      const auto& compared = knowledge.concepts[index].compares;
      if (std::find(compared.begin(), compared.end(), part.concepts.front()) != compared.end())
        return {static_cast<std::uint16_t>(index)};
    }
  }
  std::vector<std::uint16_t> concepts = part.concepts;
  if (concepts.size() > most_explained) concepts.resize(most_explained);
  return concepts;
}

void write_concepts(const Part& part, ReplyWriter& writer) {
  const auto concepts = worth_explaining(part, writer.knowledge());
  for (const std::uint16_t index : concepts) writer.block(writer.words_of(writer.knowledge().concepts[index]).text);
  for (const std::uint16_t index : concepts) {
    for (const Link& link : writer.words_of(writer.knowledge().concepts[index]).links) writer.link(link);
  }
}

const Guide* guide_of(const Part& part, const Question& question, const Knowledge& knowledge) {
  if (part.guide) return &knowledge.guides[*part.guide];
  if (question.client) return &knowledge.guides[*question.client];
  const auto any = std::find_if(knowledge.guides.begin(), knowledge.guides.end(),
                                [](const Guide& guide) { return guide.client == "other"; });
  return any == knowledge.guides.end() ? nullptr : &*any;
}

void write_guide(const Part& part, const Question& question, ReplyWriter& writer) {
  const Guide* guide = guide_of(part, question, writer.knowledge());
  if (guide != nullptr) {
    const Wording& words = writer.words_of(*guide);
    writer.block("**" + words.title + "**");
    writer.block(words.text);
  }
  if (guide == nullptr || guide->shows_settings) write_settings_below(part, question, MissingDomain::ask, writer);
  if (guide == nullptr) return;
  std::size_t links = 0;
  for (const Link& link : writer.words_of(*guide).links) {
    if (links++ < most_guide_links) writer.link(link);
  }
}

const Problem* problem_of(const Part& part, const Knowledge& knowledge) {
  if (part.problem) return &knowledge.problems[*part.problem];
  const auto other = std::find_if(knowledge.problems.begin(), knowledge.problems.end(),
                                  [](const Problem& problem) { return problem.id == "other"; });
  return other == knowledge.problems.end() ? nullptr : &*other;
}

void write_notices(const Problem& problem, const Question& question, ReplyWriter& writer) {
  if (!question.domain || !question.domain->known()) return;
  const Knowledge& knowledge = writer.knowledge();
  const auto index = static_cast<std::uint16_t>(&problem - knowledge.problems.data());
  const Provider& provider = knowledge.providers[knowledge.domains.provider(question.domain->candidates.front())];
  for (const Notice& notice : provider.notices) {
    const std::string& text = notice.text[writer.language()];
    const bool helps = std::find(notice.problems.begin(), notice.problems.end(), index) != notice.problems.end();
    if (helps && !text.empty()) writer.block(writer.phrase(Phrase::provider_notice, {{"notice", text}}));
  }
}

void write_problem(const Part& part, const Question& question, ReplyWriter& writer) {
  const Problem* problem = problem_of(part, writer.knowledge());
  if (problem == nullptr) return;
  const Wording& words = writer.words_of(*problem);
  writer.block(words.first);
  writer.block(words.text);
  if (problem->shows_settings) write_settings_below(part, question, MissingDomain::leave, writer);
  write_notices(*problem, question, writer);
  for (const Link& link : words.links) writer.link(link);
}

// The link that explains the rest: of the program where one is named, else of the protocol.
void write_settings_link(const Part& part, const Question& question, ReplyWriter& writer) {
  const Topic* topic = nullptr;
  if (question.client)
    topic = &writer.knowledge().guides[*question.client];
  else
    topic = writer.knowledge().concept_named(to_string(part.protocol.value_or(Protocol::imap)));
  if (topic == nullptr || !question.domain || !question.domain->known()) return;
  const auto& links = writer.words_of(*topic).links;
  if (!links.empty()) writer.link(links.front());
}

// Below the settings, however many accounts they are of.
void write_end_of_settings(const Part& part, const Question& question, ReplyWriter& writer) {
  write_other_protocol(part, question, writer);
  write_settings_link(part, question, writer);
}

bool ends_settings(const std::vector<Part>& parts, std::size_t number) {
  const bool last = number + 1 == parts.size() || parts[number + 1].intent != Intent::settings;
  return last && parts[number].intent == Intent::settings;
}

void write_part(const Part& part, const Question& question, ReplyWriter& writer) {
  switch (part.intent) {
    case Intent::settings:
      write_settings(part, question, writer);
      return;
    case Intent::explain:
    case Intent::compare:
      write_concepts(part, writer);
      return;
    case Intent::guide:
      write_guide(part, question, writer);
      return;
    case Intent::troubleshoot:
      write_problem(part, question, writer);
      return;
    case Intent::greet:
      writer.block(writer.phrase(Phrase::greet));
      return;
    case Intent::thanks:
      writer.block(writer.phrase(Phrase::thanks));
      return;
    case Intent::help:
      writer.block(writer.phrase(Phrase::help));
      return;
    case Intent::human:
      writer.block(writer.phrase(Phrase::human));
      return;
    case Intent::none:
      return;
  }
}

}  // namespace

Reply answer(const Question& question, const Knowledge& knowledge) {
  ReplyWriter writer(knowledge, question.language);
  if (question.holds_password) writer.block(writer.phrase(Phrase::password_warning));
  for (std::size_t i = 0; i < question.parts.size(); ++i) {
    write_part(question.parts[i], question, writer);
    if (ends_settings(question.parts, i)) write_end_of_settings(question.parts[i], question, writer);
  }
  const bool nothing = question.parts.empty() && !question.holds_password;
  if (nothing) writer.block(writer.phrase(Phrase::not_understood));
  return writer.take();
}

Reply say(Phrase phrase, LanguageId language, const Knowledge& knowledge) {
  ReplyWriter writer(knowledge, language);
  writer.block(writer.phrase(phrase));
  return writer.take();
}

}  // namespace facteur
