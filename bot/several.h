// A question that is asked of several accounts or programs in one breath: "for nplus.ca and gabskycom.com".
#pragma once

#include "bot/evidence.h"
#include "bot/question.h"

namespace facteur {

// Gives each account and each program that is listed beside the question's own a part like the one it stands in.
void ask_of_each(Question&, const Evidence& whole);

}  // namespace facteur
