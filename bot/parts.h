// Putting the parts of a question together.
#pragma once

#include <cstdint>
#include <vector>

#include "bot/question.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Adds to the part what another one with the same intent asks: two clauses with one intent are one question.
void merge(Part& part, const Part& other);

// Whether the concept is a comparison of several others, all of them among the named ones.
bool compares_all(const Concept&, const std::vector<std::uint16_t>& named);

// Appends those that are not there yet.
void add_once(std::vector<std::uint16_t>& concepts, const std::vector<std::uint16_t>& more);

// The settings part that follows an explained one: "… and does nplus use it?" asks for the field that was explained.
// Unchanged where it names a field of its own, or what was explained has none.
Part settings_of_explained(const Part& explained, Part settings, const Knowledge&);

}  // namespace facteur
