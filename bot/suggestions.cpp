#include "bot/suggestions.h"

#include <algorithm>

#include "bot/account_view.h"
#include "bot/answer.h"
#include "bot/wording.h"

namespace facteur {
namespace {

constexpr std::size_t most_suggestions = 10;
constexpr std::size_t longest_description = 100;

// A line of CommonMark without its marks, for a list that shows plain text.
std::string plain(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of("\n "), text.size());
  std::string line(text.substr(begin, text.find('\n', begin) - begin));
  std::erase_if(line, [](char c) { return c == '*' || c == '`' || c == '\\'; });
  if (line.size() <= longest_description) return line;
  std::size_t end = longest_description;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
  return line.substr(0, end) + "…";
}

Question about(const Question& question, Part part) {
  Question one = question;
  one.parts = {std::move(part)};
  return one;
}

std::string hosts(const Access& access) {
  std::string line;
  for (const auto* server : {&access.incoming, &access.outgoing}) {
    if (!*server) continue;
    line += (line.empty() ? "" : " · ") + (*server)->host + ":" + std::to_string((*server)->port);
  }
  return line;
}

void add_settings(const Question& question, std::optional<Protocol> wanted, const Knowledge& knowledge,
                  std::vector<Suggestion>& all) {
  if (!question.domain || !question.domain->known()) return;
  const Provider& provider = knowledge.provider_of(question.domain->candidates.front());
  const ReplyWriter writer(knowledge, question.language);
  for (const auto& [protocol, access] :
       {std::pair{Protocol::imap, &provider.imap}, std::pair{Protocol::pop, &provider.pop}}) {
    if (!*access || (wanted && *wanted != Protocol::smtp && *wanted != protocol)) continue;
    const auto title = writer.phrase(Phrase::settings_heading,
                                     {{"domain", question.domain->domain}, {"protocol", name_of(protocol, writer)}});
    const Part part{.intent = Intent::settings, .protocol = protocol};
    all.push_back({plain(title), hosts(**access), answer(about(question, part), knowledge)});
  }
}

void add_topic(const Question& question, const Topic& topic, Part part, const Knowledge& knowledge,
               std::vector<Suggestion>& all) {
  const Wording& words = wording(topic, question.language, knowledge.default_language());
  Reply reply = answer(about(question, std::move(part)), knowledge);
  if (reply.text.empty()) return;
  all.push_back({words.title.empty() ? topic.id : words.title, plain(words.first.empty() ? words.text : words.first),
                 std::move(reply)});
}

}  // namespace

std::vector<Suggestion> suggestions(const Question& question, const Knowledge& knowledge) {
  std::vector<Suggestion> all;
  std::optional<Protocol> protocol = question.bare.protocol;
  std::vector<std::uint16_t> concepts = question.bare.concepts;
  for (const Part& part : question.parts) {
    if (part.protocol) protocol = part.protocol;
    for (const std::uint16_t each : part.concepts) {
      if (std::find(concepts.begin(), concepts.end(), each) == concepts.end()) concepts.push_back(each);
    }
  }
  add_settings(question, protocol, knowledge, all);
  for (const std::uint16_t each : concepts)
    add_topic(question, knowledge.concepts[each], {.intent = Intent::explain, .concepts = {each}}, knowledge, all);
  if (question.client)
    add_topic(question, knowledge.guides[*question.client], {.intent = Intent::guide, .guide = question.client},
              knowledge, all);
  for (const Part& part : question.parts) {
    if (part.problem)
      add_topic(question, knowledge.problems[*part.problem], {.intent = Intent::troubleshoot, .problem = part.problem},
                knowledge, all);
  }
  if (all.size() > most_suggestions) all.resize(most_suggestions);
  return all;
}

}  // namespace facteur
