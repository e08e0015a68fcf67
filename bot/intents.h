// Which of the intents a stretch of a message has, weighed from its evidence.
#pragma once

#include <array>

#include "bot/evidence.h"
#include "bot/facts.h"
#include "bot/question.h"
#include "bot/weights.h"

namespace facteur {

// How likely each intent is, in percent, by its number.
using Likelihoods = std::array<int, intent_count>;

// The part that the evidence makes, of the likeliest intent.
struct Weighed {
  Part part;
  Signs signs;
  Likelihoods percent{};
  int likelihood = 0;  // of the part's intent

  int of(Intent intent) const { return percent[static_cast<std::size_t>(intent)]; }  // REQUIRES: not Intent::none
};

// Intent::none where nothing tells what the message is about.
Weighed weigh(const Evidence&);

Likelihoods likelihoods(const Signs&, const Facts&, const Evidence&);

}  // namespace facteur
