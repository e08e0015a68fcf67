// What a reply about settings begins with: the value that was asked for, and whether those proposed are right.
#pragma once

#include "bot/account_view.h"
#include "bot/question.h"

namespace facteur {

// How well what the part proposes agrees with these servers; more is better.
int agreement(const Part&, const std::optional<Access>&);

// Of what the part proposes, what is wrong and what it should be.
void write_denials(const Part&, const AccountView&);

// Nothing where the whole settings were asked for.
void write_leads(const Part&, const AccountView&);

}  // namespace facteur
