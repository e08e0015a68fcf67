// A message of several questions: where each begins, and what it asks.
#pragma once

#include <vector>

#include "bot/evidence.h"
#include "bot/intents.h"
#include "bot/question.h"

namespace facteur {

struct ClauseParts {
  std::vector<Part> parts;        // none where the message is one clause, or none of them asks anything
  bool come_from_set_up = false;  // a set-up was told of first, and is not what is asked: it was left out
};

// The questions of the message's clauses that are complete by themselves, or by what stands before them.
ClauseParts parts_of_clauses(const Evidence& whole, const Likelihoods& of_whole);

}  // namespace facteur
