// The values that a message holds itself, which it may ask to have confirmed.
#pragma once

#include <vector>

#include "bot/evidence.h"

namespace facteur {

// One for each server that values are named for, in order. None where it asks which value it is ("quel port, 465 ou
// 587 ?"). `fields`: what is asked for; a single value that isn't among these is only mentioned.
std::vector<Proposal> proposals_in(const Evidence&, const std::vector<Field>& fields);

}  // namespace facteur
