// All that Facteur knows, as it was loaded: providers and their domains, concepts, guides, problems, languages, and
// every pattern that leads to one of them. Immutable once loaded, and shared between threads without a lock.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/diagnostics.h"
#include "knowledge/domain_index.h"
#include "knowledge/lexicon.h"
#include "knowledge/mail.h"
#include "knowledge/phrase_tree.h"
#include "knowledge/phrases.h"
#include "knowledge/regex.h"

namespace facteur {

struct Link {
  std::string title;
  std::string url;  // https
};

// What one file says about its subject in one language. Texts are CommonMark.
struct Wording {
  std::string title;
  std::string first;  // problems: the one step to try first
  std::string text;
  std::vector<Link> links;
  std::vector<std::string> examples;
  FileLine where;
  std::string existing;  // guides: where the settings of an account that is set up already are opened; may be empty
};

// Something that a message may say, named by a number in the list of its kind.
struct Meaning {
  enum class Kind : std::uint8_t { cue, concept_, guide, problem };
  Kind kind = Kind::cue;
  std::uint16_t index = 0;
  bool operator==(const Meaning&) const = default;
};

// What a word or phrase contributes by itself. The first ones are those that the bot's rules name; a language file may
// define more, for the `when` of a problem, a guide or a concept.
enum class Cue : std::uint16_t {
  explain,      // what does it mean, à quoi sert: a meaning is asked for
  compare,      // difference, versus, better
  alternative,  // or
  advise,       // which one should I choose
  set_up,       // configure, add, install
  how,          // how do I, comment
  wish,         // I want to, je voudrais: a weak how, which may only tell where a question comes from
  ask,          // which, what, give me
  settings,     // settings, paramètres, config
  mine,         // my, your, for me: a value in particular is meant
  trouble,      // problem, error, does not work
  cannot,       // unable to, impossible
  negation,     // not, no longer
  change,       // switch, migrate
  greet,
  thanks,
  help,
  human,
  follow,   // and for, what about
  what,     // what is, c est quoi: a meaning or a value is asked for
  whether,  // does, est ce que: yes or no is asked for
  mail,     // courriel, e-mail, mailbox
  account,
  server,
  send,
  receive,
  connect,
  toward,       // chez, for: a name follows
  inside,       // in, on, dans: the program that follows is the one to set up
  put,          // a weak set_up: put, get, mettre
  device,       // a phone, a computer
  joining,      // and: another thing of the same kind follows
  message,      // a message, a weak sign of mail
  both,         // both, les deux
  decoy,        // a phrase that holds one of our words but means something else
  elsewhere,    // a word of another subject: calendars, printing, music
  programming,  // one of those who build and run servers: it may well stand beside IMAP
  secret,       // what follows is a password
  owned,        // already have: what follows is not what is asked for
  indefinite,   // a, an: any such thing is meant, so that it is asked what it is
  definite,     // the, this: one in particular is meant
  acknowledge,  // ok, c est fait: by itself it takes note of an answer
  first_one,    // of the accounts that were named: the first one, la premiere
  second_one,
  other_one,
  last_one,     // of the domains that were listed
  yes,          // after the steps for a trouble: they were taken
  wrong,        // wrong, bad: a value is doubted, so that "yes" would be taken for its opposite
  in_language,  // in English, en anglais: the language of the file that the words stand in is asked for
  count_
};

inline constexpr std::size_t most_cues = 256;  // in all languages; knowledge with more of them is refused

inline bool is_cue(Meaning meaning, Cue cue) {
  return meaning == Meaning{Meaning::Kind::cue, static_cast<std::uint16_t>(cue)};
}

using CueSet = std::bitset<most_cues>;

// Meanings that say something by standing near each other.
struct When {
  std::vector<Meaning> meanings;
  CueSet cues;  // those among the meanings
};

// A concept, a guide or a problem: a file of its own, with words for it in each language.
struct Topic {
  std::string id;  // the file's name without its ending
  FileLine where;
  std::vector<std::string> sources;
  bool telling = false;                          // by itself it shows that a message is about mail set-up
  std::vector<When> when;                        // said when all meanings of one of these stand near each other
  CueSet when_cues;                              // one of each `when`: where none of these is found, none is met
  std::vector<std::optional<Wording>> wordings;  // by LanguageId
};

struct Concept : Topic {
  std::optional<Protocol> protocol;
  std::optional<Direction> direction;
  std::optional<Field> field;
  std::optional<Security> security;     // the value of the field that the words name: STARTTLS
  std::vector<std::uint16_t> compares;  // the concepts it sets side by side
  std::vector<std::uint16_t> kind_of;   // the more general ones: an app password is a password

  // Whether it is, or compares, something that an account's settings hold: not a password, nor webmail.
  bool is_of_a_setting() const { return protocol || direction || field || security || !compares.empty(); }
};

struct Guide : Topic {
  int rank = 1;                // of several programs and machines in one message, the one of the highest is meant
  std::string client;          // "outlook" …, or empty for a guide about no single program
  bool shows_settings = true;  // the domain's settings stand below the steps
};

struct Problem : Topic {
  bool shows_settings = false;         // the domain's settings stand below the answer
  bool told_only = false;              // it is told, never asked about: "it works in webmail"
  bool of_no_program = false;          // not meant where a program or a device is named
  bool near_mail = false;              // meant only beside one of our domains, mail or a server: "is nplus down?"
  bool invites_password = false;       // people answer with their password, though nobody asks for it
  bool outweighs_settings = false;     // named, neither values nor steps are asked for: "993 without SSL?"
  std::optional<std::uint16_t> guide;  // to the program that it is about, where a message names none
};

// How a domain's mail is reached by one protocol.
struct Access {
  std::optional<Server> incoming;
  std::optional<Server> outgoing;
  FileLine incoming_where;
  FileLine outgoing_where;

  const std::optional<Server>& server(Direction side) const {
    return side == Direction::incoming ? incoming : outgoing;
  }
};

enum class UserName : std::uint8_t { address, local_part };

// Something dated about a provider that its customers may run into.
struct Notice {
  std::string date;                     // ISO 8601
  std::vector<std::uint16_t> problems;  // customers hear it with an answer to these
  std::vector<std::string> text;        // by LanguageId, empty where the file has none
  std::vector<std::string> sources;
  FileLine where;
};

struct Provider {
  std::string id;
  std::string name;
  std::vector<std::string> sources;
  std::optional<Access> imap;
  std::optional<Access> pop;
  std::optional<UserName> username;
  std::vector<Notice> notices;
  FileLine where;
};

// What may be typed after a slash, and is offered in a chat program's menu.
struct Command {
  std::string name;
  std::string description;
  std::string question;  // that it stands for, with {rest} for what follows the name; empty for one of the lists below
  FileLine where;
};

struct Language {
  std::string id;  // ISO 639-1
  std::string name;
  bool is_default = false;
  Phrases phrases;
  std::vector<std::string>
      elisions;  // what is written together with the next word when an apostrophe is left out: "d" of denvoyer
  std::vector<std::string> help_commands;  // what may be typed after a slash
  std::vector<std::string> forget_commands;
  std::vector<std::string> answer_commands;  // an agent's: answer the message that this one replies to
  std::vector<Command> commands;             // in the menu's order
  FileLine where;
};

struct PatternInfo {
  std::string text;
  Meaning meaning;
  std::optional<LanguageId> language;
  FileLine where;
};

struct Knowledge {
  std::vector<Language> languages;
  std::vector<Concept> concepts;
  std::vector<Guide> guides;
  std::vector<Problem> problems;
  std::vector<Provider> providers;
  DomainIndex domains;

  std::vector<std::string> cues;  // names; the first are those of enum Cue
  std::vector<PatternInfo> patterns;
  Lexicon lexicon;                                 // the patterns of one word, by their number in `patterns`
  PhraseTree phrases;                              // the patterns of several words, by the same numbers
  PatternSet expressions;                          // the patterns that are more than words …
  std::vector<std::uint32_t> expression_patterns;  // … by the same numbers
  PatternSet secrets;                              // what announces a password; the group is the password

  std::unordered_set<std::string> hosts;         // of every provider's servers
  std::unordered_set<std::string> host_domains;  // what comes after the first dot of these
  std::vector<std::string> host_prefixes;        // "imap" of imap.nplus.ca: labels that name a host, not a domain
  std::vector<std::string> domain_endings;       // "ca", "com": what makes a dotted word a domain
  std::vector<std::string> other_providers;      // "yahoo": mail providers that aren't ours

  const Provider& provider_of(DomainIndex::Id domain) const { return providers[domains.provider(domain)]; }
  LanguageId default_language() const;
  const Concept* concept_named(std::string_view id) const;
  std::string_view name_of(Meaning) const;
  const Topic* topic_of(Meaning) const;  // null for a cue
};

// What the topic says in that language, in the default one where it doesn't, else in any.
const Wording& wording(const Topic& topic, LanguageId language, LanguageId fallback);

std::string_view to_string(Cue);

}  // namespace facteur
