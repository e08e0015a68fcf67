// The value that a message holds itself, which it may ask to have confirmed.
#pragma once

#include <optional>
#include <vector>

#include "bot/evidence.h"

namespace facteur {

// Nothing where it asks which value it is ("quel port, 465 ou 587 ?"), or holds several.
std::optional<Proposal> proposal_in(const Evidence&, const std::vector<Field>& fields);

}  // namespace facteur
