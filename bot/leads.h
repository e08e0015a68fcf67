// What a reply about settings begins with: the value that was asked for, and whether the one proposed is right.
#pragma once

#include "bot/account_view.h"
#include "bot/question.h"

namespace facteur {

// Whether the value that the part proposes is one of these.
bool is_confirmed(const Part&, const std::optional<Access>&);

// Nothing where the whole settings were asked for.
void write_leads(const Part&, const AccountView&);

}  // namespace facteur
