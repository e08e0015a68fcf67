// What a message shows of its intent, as signs that are there or not: the cues that it holds, and what follows from
// them.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bot/evidence.h"
#include "bot/facts.h"

namespace facteur {

// A sign beside the cues, which come first and keep their numbers.
enum class Sign : std::uint8_t {
  our_domain,
  other_domain,
  program,             // a mail program, or what mail is read on
  general_guide,       // a set-up that is of no single program
  technical,           // a concept that a setting has: protocol, direction, field
  sided,               // a concept that names a direction
  telling,             // a concept of mail and nothing else
  other_concept,       // one that no setting has: webmail
  protocol,            // one of them alone
  only_protocol,       // and nothing of an account or a server
  field,               // a value other than the server's name
  fields,              // several values
  host,                // the server's name
  implied_host,        // the same, as a protocol or a side stands alone
  compared,            // the sides of a comparison
  compared_protocols,  // and they are protocols
  compared_numbers,    // "465 or 587", of no account
  chosen_security,     // "SSL ou STARTTLS" of a side or an account
  wanted_settings,     // "dans mes réglages" only says where something stands
  explained_concept,   // "what's a security certificate": the words that ask for a meaning stand just before it
  asked_protocol,      // "what is SMTP"
  asked_value,         // "what is my port"
  any_such,            // "a port", "un serveur POP"
  this_one,            // "the port", "mon serveur POP"
  only_talk,           // nothing is named or asked: "merci"
  meaning_of_concept,  // a meaning is asked for, and there is a concept that has one
  value_of_account,    // a value, and an account that has it
  settings_of_both,    // the settings of two protocols, rather than what sets them apart
  several_compared,    // two concepts that no comparison is known of, and a word that sets them against each other
  weighed_up,          // the sides of a comparison, and a word that sets them against each other
  set_up_on,           // a set-up, and the program or the device
  how_on,              // how to do something, in a program
  where_it_is,         // how to get to what no setting has: "where is the webmail"
  mail_trouble,        // something fails, and it has to do with mail
  problem,             // one that two cues tell of
  told_problem,        // one that more cues tell of
  named_problem,       // one that has a name: "550 5.7.1"
  certain_problem,     // one that all this tells of
  stated_trouble,      // that something fails is told, rather than asked what to fill in
  question_mark,
  no_question,  // nothing asks
  few_words,    // up to 2, 4 and 9
  some_words,
  many_words,
  very_many_words,  // 25 and more
  count_
};

inline constexpr std::size_t sign_count =
    static_cast<std::size_t>(Cue::count_) + static_cast<std::size_t>(Sign::count_);
using Signs = std::bitset<sign_count>;

// A cue's name, or the sign's. REQUIRES: number < sign_count.
std::string_view name_of_sign(std::size_t number);

Signs signs_of(const Facts&, const Evidence&);

}  // namespace facteur
