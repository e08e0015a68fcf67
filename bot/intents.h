// Which of the intents a stretch of a message has, weighed from its evidence.
#pragma once

#include "bot/evidence.h"
#include "bot/question.h"

namespace facteur {

// The part that the evidence makes, and how much speaks for its intent.
struct Weighed {
  Part part;
  int weight = 0;
};

// A weight from which on a clause is a question of its own, and below which nothing is understood.
inline constexpr int weight_of_a_question = 3;
inline constexpr int least_weight = 2;

Weighed weigh(const Evidence&);

// Every intent's weight, in the order in which a tie is decided.
std::vector<std::pair<Intent, int>> weights_of(const Evidence&);

}  // namespace facteur
