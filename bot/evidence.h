// The finds of a stretch of a message, ready for the questions that understanding asks of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bot/question.h"
#include "bot/reading.h"

namespace facteur {

class Evidence {
 public:
  // The tokens [begin, end) of the reading.
  Evidence(const Reading&, const Knowledge&, std::uint16_t begin, std::uint16_t end);

  bool has(Cue cue) const { return cues_.test(static_cast<std::size_t>(cue)); }
  template <typename... Cues>
  bool has_any(Cues... cues) const {
    return (has(cues) || ...);
  }
  // Whether one of the cue's finds begins within `reach` tokens before or after one of the other's.
  bool near(Cue one, Cue other, int reach) const;
  // Whether one of the cue's finds ends where the other find begins, or at most `between` tokens before.
  bool follows(Cue, const Spot&, int between = 0) const;
  // Whether one of the cue's finds stands before a concept, with at most so many words between.
  bool leads_to_concept(Cue, int between) const;
  // Whether a word of negation stands just before the find, or one word before: "not POP", "pas en POP".
  bool denies(const Spot&) const;
  // Whether a `when` of the topic may be met.
  bool may_meet(const Topic& topic) const { return topic.when_cues.all() || (topic.when_cues & cues_).any(); }
  // Whether finds of all of these stand near each other, each on words of its own; how many words they span.
  std::optional<int> together(const When& when) const {
    return (when.cues & ~cues_).any() ? std::nullopt : span_of(when.meanings);
  }

  const std::vector<Spot>& spots() const { return spots_; }
  const std::vector<Spot>& concepts() const {
    return concepts_;
  }  // one find a concept, in order; comparisons not among them
  const std::vector<Spot>& comparisons() const { return comparisons_; }
  const std::vector<Spot>& clients() const { return clients_; }  // guides with a client
  const std::vector<Spot>& problems() const { return problems_; }
  // The first of ours that is neither denied nor a server's name, where there is one; else the best there is.
  const DomainMention* domain() const { return domain_; }
  // "Not gabsky".
  bool is_denied(const DomainMention&) const;

  // The words that tell something by themselves, each once however often it is said.
  const std::vector<const WordWeights*>& weighed_words() const { return weighed_words_; }

  bool is_question() const;  // a sentence ends here with a question mark
  bool only_states() const;  // it asks for nothing: a fact, most likely
  std::size_t words() const { return static_cast<std::size_t>(end_ - begin_); }
  bool covers(std::uint16_t token) const { return begin_ <= token && token < end_; }
  std::uint16_t begin() const { return begin_; }
  std::uint16_t end() const { return end_; }
  const Reading& reading() const { return *reading_; }
  const Knowledge& knowledge() const { return *knowledge_; }
  const Concept& concept_of(const Spot& spot) const { return knowledge_->concepts[spot.meaning.index]; }

 private:
  int worth_of(const DomainMention&) const;
  void sort_in(const Spot& spot);
  void find_weighed_words();
  std::optional<int> span_of(const std::vector<Meaning>&) const;
  // From a find of the first meaning, the words that it spans with the nearest find of each other one.
  std::optional<int> span_from(const Spot& first, const std::vector<Meaning>&) const;
  // The nearest find of the meaning that shares no word with those taken; null where there is none.
  const Spot* nearest_to(const Spot& first, Meaning, const std::vector<const Spot*>& taken) const;

  const Reading* reading_;
  const Knowledge* knowledge_;
  std::uint16_t begin_;
  std::uint16_t end_;
  CueSet cues_;
  std::vector<Spot> spots_;
  std::vector<const WordWeights*> weighed_words_;
  std::vector<Spot> concepts_;
  std::vector<Spot> comparisons_;
  std::vector<Spot> clients_;
  std::vector<Spot> problems_;
  const DomainMention* domain_ = nullptr;
};

}  // namespace facteur
