// Any bytes as a message: read, understood, explained.
#include <cstdint>
#include <string>
#include <string_view>

#include "bot/explain.h"
#include "bot/reading.h"
#include "bot/understand.h"
#include "tests/fuzz/promises.h"

using facteur::Knowledge;
using facteur::Part;
using facteur::Question;
using facteur::Reading;
using facteur::fuzz::hold;

namespace {

void hold_promises_of_names(std::string_view text, const Knowledge& knowledge) {
  std::uint32_t end = 0;
  for (const facteur::DottedName& name : find_dotted_names(text, knowledge)) {
    hold(name.span.begin >= end && name.span.begin < name.span.end && name.span.end <= text.size(),
         "names stand in the text, in order");
    hold(name.prefix.begin >= name.span.begin && name.prefix.begin <= name.prefix.end &&
             name.prefix.end <= name.span.end,
         "a host's labels stand in the name");
    hold(!name.name.empty() && name.name.find('.') != std::string::npos && facteur::fuzz::is_clean(name.name),
         "a name has a dot");
    end = name.span.end;
  }
}

void hold_promises_of_reading(const Reading& reading, const Knowledge& knowledge) {
  hold(facteur::fuzz::is_clean(reading.folded), "the folded text is UTF-8");
  std::uint32_t end = 0;
  for (const facteur::Token& token : reading.tokens) {
    hold(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= reading.folded.size(),
         "words stand in the text, in order");
    end = token.span.end;
  }
  std::uint16_t place = 0;
  for (const facteur::Spot& spot : reading.spots) {
    hold(spot.begin >= place && spot.begin < spot.end && spot.end <= reading.tokens.size(),
         "finds cover words, in order");
    hold(spot.pattern < knowledge.patterns.size() && knowledge.patterns[spot.pattern].meaning == spot.meaning,
         "a find names its pattern");
    place = spot.begin;
  }
  for (const facteur::DomainMention& mention : reading.domains) {
    hold(mention.begin < mention.end && mention.end <= reading.tokens.size(), "a domain covers words");
    for (const auto id : mention.candidates) hold(id < knowledge.domains.size(), "what may be meant is one of ours");
    hold(!mention.known() || knowledge.domains.name(mention.candidates.front()) == mention.domain,
         "a known domain goes by its own name");
    hold(facteur::fuzz::is_clean(mention.written), "a domain is kept as UTF-8");
  }
}

void hold_promises_of_part(const Part& part, const Knowledge& knowledge) {
  for (const std::uint16_t index : part.concepts) hold(index < knowledge.concepts.size(), "a concept is one of ours");
  hold(!part.guide || *part.guide < knowledge.guides.size(), "a guide is one of ours");
  hold(!part.problem || *part.problem < knowledge.problems.size(), "a problem is one of ours");
}

bool same(const Question& one, const Question& other) {
  return one.parts == other.parts && one.bare == other.bare && one.domain == other.domain &&
         one.client == other.client && one.language == other.language && one.sureness == other.sureness &&
         one.leaning == other.leaning && one.holds_password == other.holds_password;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Knowledge& knowledge = facteur::fuzz::base_knowledge();
  hold_promises_of_names(text, knowledge);
  const Reading reading = read(text, knowledge);
  hold_promises_of_reading(reading, knowledge);
  const Question question = understand(reading, knowledge);
  for (const Part& part : question.parts) {
    hold(part.intent != facteur::Intent::none, "what is asked has an intent");
    hold_promises_of_part(part, knowledge);
  }
  hold_promises_of_part(question.bare, knowledge);
  hold(!question.client || !knowledge.guides.at(*question.client).client.empty(), "a program is one that has a guide");
  hold(same(question, understand(read(text, knowledge), knowledge)), "the same message is understood the same way");
  hold(facteur::fuzz::is_clean(explain(text, knowledge)), "an explanation is text");
  return 0;
}
