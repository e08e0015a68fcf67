#include "bot/answer.h"

#include <algorithm>
#include <span>

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

void write_steps(const Guide& guide, const Part& part, const Question& question, ReplyWriter& writer) {
  const Wording& words = writer.words_of(guide);
  writer.block("**" + words.title + "**");
  writer.block(fill(words.text, {{"protocol", protocol_below(part, question, writer)}}));
}

void write_links(const Guide& guide, ReplyWriter& writer) {
  std::size_t links = 0;
  for (const Link& link : writer.words_of(guide).links) {
    if (links++ < most_guide_links) writer.link(link);
  }
}

using PartRange = std::span<const Part>;  // with the same intent

// The steps of each program, then the settings of each account, which the steps call those below.
void write_guides(PartRange parts, const Question& question, ReplyWriter& writer) {
  const Knowledge& knowledge = writer.knowledge();
  for (const Part& part : parts) {
    const Guide* guide = guide_of(part, question, knowledge);
    if (guide != nullptr && question.sequel != Sequel::names_account) write_steps(*guide, part, question, writer);
  }
  for (const Part& part : parts) {
    const Guide* guide = guide_of(part, question, knowledge);
    if (guide == nullptr || guide->shows_settings) write_settings_below(part, question, MissingDomain::ask, writer);
  }
  for (const Part& part : parts) {
    if (const Guide* guide = guide_of(part, question, knowledge)) write_links(*guide, writer);
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
  const Provider& provider = knowledge.provider_of(question.domain->candidates.front());
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
  if (problem->shows_settings) write_wrong_settings(part, question, writer);
  if (question.sequel != Sequel::names_account || !problem->shows_settings) {
    writer.block(words.first);
    writer.block(words.text);
  }
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

// The settings of each account, then what is said below them once.
void write_all_settings(PartRange parts, const Question& question, ReplyWriter& writer) {
  for (const Part& part : parts) write_settings(part, question, writer);
  write_other_protocol(parts.back(), question, writer);
  write_settings_link(parts.back(), question, writer);
}

void write_parts(PartRange parts, const Question& question, ReplyWriter& writer) {
  switch (parts.front().intent) {
    case Intent::settings:
      write_all_settings(parts, question, writer);
      return;
    case Intent::explain:
    case Intent::compare:
      for (const Part& part : parts) write_concepts(part, writer);
      return;
    case Intent::guide:
      write_guides(parts, question, writer);
      return;
    case Intent::troubleshoot:
      for (const Part& part : parts) write_problem(part, question, writer);
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

// The titles of the programs' guides, to choose from.
void ask_program(ReplyWriter& writer) {
  std::string list;
  for (const Guide& guide : writer.knowledge().guides) {
    if (!guide.client.empty()) list += writer.listed_choice(writer.words_of(guide).title);
  }
  writer.block(writer.phrase(Phrase::which_program, {{"choices", list}}));
}

// Where the settings of the account are opened in the program, and what they should be.
void write_where(const Question& question, ReplyWriter& writer) {
  const Part& trouble = question.parts.front();
  const Guide* guide = guide_of(trouble, question, writer.knowledge());
  if (guide == nullptr) return;
  const Wording& words = writer.words_of(*guide);
  if (words.existing.empty()) return write_guides({&trouble, 1}, question, writer);
  writer.block(words.existing);
  write_settings_below(trouble, question, MissingDomain::leave, writer);
}

void write_first_again(const Part& trouble, ReplyWriter& writer) {
  const Problem* problem = problem_of(trouble, writer.knowledge());
  if (trouble.intent == Intent::troubleshoot && problem != nullptr) writer.block(writer.words_of(*problem).first);
}

void send_to_person(ReplyWriter& writer) {
  writer.block(writer.phrase(Phrase::no_more_to_say));
  writer.block(writer.phrase(Phrase::human));
}

// The parts that go together, in order.
void write_all_parts(const Question& question, ReplyWriter& writer) {
  for (PartRange rest(question.parts); !rest.empty();) {
    const auto end =
        std::find_if(rest.begin(), rest.end(), [&](const Part& part) { return part.intent != rest.front().intent; });
    const auto size = static_cast<std::size_t>(end - rest.begin());
    write_parts(rest.first(size), question, writer);
    rest = rest.subspan(size);
  }
}

void write_nothing_understood(const Question& question, ReplyWriter& writer) {
  const bool elsewhere = question.is_of_another_subject || question.words.names_elsewhere;
  writer.block(writer.phrase(elsewhere ? Phrase::another_subject : Phrase::not_understood));
}

void write_sequel(const Question& question, ReplyWriter& writer) {
  switch (question.sequel) {
    case Sequel::none:
    case Sequel::names_account:
      if (question.parts.empty()) return write_nothing_understood(question, writer);
      return write_all_parts(question, writer);
    case Sequel::asks_steps:
      return write_where(question, writer);
    case Sequel::asks_program:
      return ask_program(writer);
    case Sequel::asks_domain:
      return writer.block(writer.phrase(Phrase::where_domain_is));
    case Sequel::asks_again:
      write_first_again(question.parts.front(), writer);
      return send_to_person(writer);
    case Sequel::repeats:
    case Sequel::is_unclear:
      return send_to_person(writer);
  }
}

}  // namespace

Reply answer(const Question& question, const Knowledge& knowledge) {
  ReplyWriter writer(knowledge, question.language);
  if (question.holds_password) writer.block(writer.phrase(Phrase::password_warning));
  // By itself, a password asks for nothing.
  if (!question.holds_password || !question.parts.empty()) write_sequel(question, writer);
  return writer.take();
}

Reply say(Phrase phrase, LanguageId language, const Knowledge& knowledge) {
  ReplyWriter writer(knowledge, language);
  writer.block(writer.phrase(phrase));
  return writer.take();
}

}  // namespace facteur
