// Whether a message in a group is surely one of Facteur's questions, as it was learned from labelled messages.
#pragma once

#include <string>
#include <vector>

#include "bot/evidence.h"
#include "bot/question.h"
#include "bot/signs.h"

namespace facteur {

Sureness sureness_of(const Question&, const Signs&, const Evidence& whole);

// One thing that speaks for or against it.
struct Reason {
  std::string name;  // a sign, two signs, or a word of the message
  int weight = 0;    // in hundredths of a natural logarithm of odds
};

struct Surety {
  int percent = 0;
  std::vector<Reason> reasons;  // the weightiest first
};

// How likely it is one of Facteur's questions by its signs and words alone, and why.
Surety explained_sureness(const Signs&, const Evidence& whole);

}  // namespace facteur
