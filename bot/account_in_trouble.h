// Which of several accounts a trouble is with: "nplus works but gabsky won't send".
#pragma once

#include "bot/evidence.h"
#include "bot/question.h"

namespace facteur {

// Makes it the question's: the one that most signs of trouble stand nearest to.
void find_account_in_trouble(Question&, const Evidence& whole);

}  // namespace facteur
