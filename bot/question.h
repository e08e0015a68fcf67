// What somebody asks, as far as Facteur understood it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/addresses.h"
#include "bot/reading.h"
#include "knowledge/knowledge.h"

namespace facteur {

enum class Intent : std::uint8_t { settings, explain, compare, guide, troubleshoot, greet, thanks, help, human, none };

std::string_view to_string(Intent);
bool is_talk(Intent);           // a greeting, thanks, a call for help or for a person: it is about no subject
bool is_of_an_account(Intent);  // settings, a guide or a trouble
bool is_explaining(Intent);     // what something is, or how it differs

// Whether the field is among those asked for.
bool asks_for(const std::vector<Field>&, Field);

// How surely the message is one of Facteur's questions, judged from its words alone: what a group chat is answered by.
enum class Sureness : std::uint8_t { doubtful, likely, sure };

// Whether a message stands by itself or leans on what came before.
enum class Leaning : std::uint8_t { none, weak, strong };

// What the message says itself of a server, and may ask to have confirmed: "is it port 25?"
struct Proposal {
  std::optional<std::string> host;  // lower case
  std::optional<std::string> port;  // digits
  std::optional<Security> security;
  std::optional<Direction> side;  // the server's, where it is told
  bool operator==(const Proposal&) const = default;
};

// One thing asked; a message may ask several.
struct Part {
  Intent intent = Intent::none;
  std::optional<Protocol> protocol;
  std::optional<Direction> direction;
  std::vector<Field> fields;            // none: all settings
  bool host_is_implied = false;         // fields is {host} only because a protocol or a side was named: "et pour POP ?"
  std::vector<std::uint16_t> concepts;  // in Knowledge::concepts, in order of mention, comparisons last
  std::vector<Proposal> proposals;      // whether these are the values is what is asked
  std::optional<DomainIndex::Id> account;  // of which it is asked, where that isn't the question's domain
  std::optional<std::uint16_t> guide;      // in Knowledge::guides
  std::optional<std::uint16_t> problem;    // in Knowledge::problems
  bool operator==(const Part&) const = default;
};

// How a question goes on from the answer before it, where that isn't plainly another question.
enum class Sequel : std::uint8_t {
  none,
  names_account,  // the one that the answer left open: no more of it is asked
  repeats,        // its answer would be the one before
  asks_again,     // the same, as a question: "so should I accept it?"
  asks_steps,     // "on my iPhone", "how do I do that?" after what to do about a trouble: where its settings are opened
  asks_program,   // "and on my phone?": which program isn't said
  asks_domain,    // "I don't know", where a domain was asked for
  is_unclear      // not understood, and said after the answer to a trouble or a guide
};

// What its words say beside that, by which a message is read after what came before.
struct Words {
  bool says_to_follow = false;   // it opens with "et pour", "what about"
  bool names_setting = false;    // it holds a concept: "port", "POP"
  bool names_device = false;     // "phone", "computer"
  bool names_host = false;       // "smtp.nplus.ca"
  bool names_elsewhere = false;  // "invoice", "calendar": another subject
  bool asks_whole = false;       // "settings", so that a follow-up doesn't inherit a single field
  bool asks_meaning = false;     // "what does it mean", so that it is no question about values
  bool asks_what = false;        // "what is": a meaning or a value
  bool asks_how = false;         // "how do I do that?", "where is it?"
  bool asks_whether = false;     // a yes or a no
  bool compares = false;         // "difference", "better"
  bool advises = false;          // "which one", "lequel"
  bool says_any = false;         // "a port": any such thing
  bool says_this = false;        // "the port": one in particular
  bool says_yes = false;
  bool only_states = false;  // nothing is asked for: a fact, most likely
};

struct Question {
  LanguageId language = 0;
  bool language_is_told = false;  // by its words; otherwise it is the conversation's, or the default
  std::vector<Part> parts;        // in order; none when nothing was understood
  std::optional<DomainMention> domain;
  std::vector<DomainIndex::Id> accounts;  // all that it names, in order
  std::optional<std::uint16_t> client;    // a guide with a client, in Knowledge::guides
  Sureness sureness = Sureness::doubtful;
  Leaning leaning = Leaning::none;
  bool holds_password = false;
  Words words;
  Part bare;                           // what the message is about when no intent was heavy enough: "port?"
  bool is_of_another_subject = false;  // "how do I add a signature?": about mail, but not about its set-up
  bool is_follow_up = false;           // it was completed from the conversation
  bool asks_for_language = false;      // "in English please": what was told, in that language
  Sequel sequel = Sequel::none;

  Intent intent() const { return parts.empty() ? Intent::none : parts.front().intent; }
  bool is_of_an_account() const;  // any of its parts
};

}  // namespace facteur
