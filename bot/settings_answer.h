// The part of a reply that gives settings, or asks which domain they are for.
#pragma once

#include "bot/question.h"
#include "bot/wording.h"

namespace facteur {

// What was asked first, then the rest of the settings.
void write_settings(const Part&, const Question&, ReplyWriter&);

// How to ask for the other protocol, where the question names none and the domain has it.
void write_other_protocol(const Part&, const Question&, ReplyWriter&);

// The name of the protocol whose settings stand below, or would if the domain were known.
std::string protocol_below(const Part&, const Question&, const ReplyWriter&);

// The whole settings of the question's domain below a guide or a problem; asks for the domain where it is missing and
// `asking` says so.
enum class MissingDomain : std::uint8_t { ask, leave };
void write_settings_below(const Part&, const Question&, MissingDomain, ReplyWriter&);

// Of the values that were told beside a trouble, those that aren't the account's: "587 STARTTLS, it times out".
void write_wrong_settings(const Part&, const Question&, ReplyWriter&);

}  // namespace facteur
