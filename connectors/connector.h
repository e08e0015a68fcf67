// What a chat platform is to the rest of the house: something to poll for events, and to send parcels to.
//
//   poll ─► Event ─► (the bot) ─► Answer ─► compose ─► Parcel ─► (the outbox) ─► request ─► HTTP ─► judge
//
// An implementation promises:
//  - start() and poll() are called by one thread of the account, and may block; they return soon after the stop token
//    fires. compose(), request(), judge() and readdressed() do no I/O and are safe from any thread;
//  - nothing throws but the constructor, and no sentence in a Verdict holds a token or a customer's words;
//  - an event may come again after a crash: the cursor that poll() returned is the next one's only once it is stored;
//  - ids are opaque strings: numbers are never rounded on their way.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/http.h"
#include "connectors/message.h"

namespace facteur {

// What to do after a request, sorted by that alone.
enum class Next : std::uint8_t {
  done,         // it worked
  retry,        // it didn't, and may later: the caller's growing delay
  retry_after,  // as retry, not before `wait` is over
  skip,         // it never will: drop this one, go on with the next
  stop,         // nothing will, until a person changes something: this account ends, the others go on
  uncertain,    // it may have worked
};

struct Verdict {
  Next next = Next::done;
  std::chrono::milliseconds wait{};     // with retry_after
  std::string reason;                   // for the operator: what happened and, where a person is needed, what to do
  bool whole_account = false;           // retry_after holds for every chat, not only for this one
  bool chat_is_gone = false;            // skip: whatever else waits for this chat may be dropped too
  bool is_a_bug = false;                // counted as one of ours: markup that was refused, say
  std::optional<std::string> moved_to;  // retry: the chat has another id from now on
  std::optional<std::string> instead;   // retry: with this payload
  bool operator==(const Verdict&) const = default;
};

enum class EventKind : std::uint8_t {
  message,    // somebody said something
  tap,        // somebody tapped one of a reply's choices; `message.text` is the choice
  search,     // somebody looks for something to drop into another chat (Telegram's inline mode)
  moved,      // the chat has the id `moved_to` from now on
  gone,       // no longer there, or not allowed to speak there: what waits for it is dropped
  withdrawn,  // the message `withdrawn` was taken back: an answer that waits for it is dropped
};

// One thing that happened. What the bot needs is named; the rest of what compose() needs to answer is in `context`.
struct Event {
  EventKind kind = EventKind::message;
  std::string id;      // unique within the account, the same when the event comes again
  std::string chat;    // answers to one chat are sent in order
  std::string sender;  // unique within the account
  Message message;
  bool from_agent = false;              // the sender is one of the account's agents
  std::optional<Message> answered;      // the message that this one replies to, where it has text and isn't ours
  std::optional<std::string> language;  // the sender's, as the platform tells it (RFC 5646)
  std::optional<std::chrono::sys_seconds> said;  // when, by the platform's clock: what is old is no news to a group
  std::string moved_to;
  std::string withdrawn;
  std::string context;  // the connector's own, opaque
  bool operator==(const Event&) const = default;
};

// What somebody who searched may drop into a chat.
struct Suggestion {
  std::string title;        // plain text
  std::string description;  // plain text
  Reply reply;
};

// What the bot makes of an event.
struct Answer {
  std::optional<Reply> reply;
  std::vector<Suggestion> suggestions;  // to a search
  bool to_answered = false;             // the reply goes to the message that the event replied to, for an agent
  bool erase_question = false;          // the message holds a password: take it away where the platform allows
};

// One request to the platform, ready to be stored; what belongs to one event is sent in this order.
struct Parcel {
  std::string chat;
  std::string key;          // unique within the account, from the event's id: stored once however often the event comes
  std::string event;        // the event's id
  std::string payload;      // the connector's own, opaque: JSON
  bool repeatable = false;  // the platform takes a repetition for the same message: never uncertain
  bool supersedes = false;  // what still waits for the same chat says nothing that this one doesn't, and goes
  std::chrono::seconds lasts{std::chrono::hours{24}};  // no use in sending it later
  bool operator==(const Parcel&) const = default;
};

// What a platform's own menu offers after a slash.
struct MenuCommand {
  std::string name;         // 1 to 32 of a-z, 0-9 and _
  std::string description;  // plain text
};
struct MenuInLanguage {
  std::string language;  // ISO 639-1
  std::vector<MenuCommand> commands;
};
using Menu = std::vector<MenuInLanguage>;  // the default language first

struct Polled {
  Verdict verdict;
  std::vector<Event> events;
  std::string cursor;  // where the next poll begins, once everything of this one is stored
};

// How much the platform takes; nothing: as much as there is.
struct Budget {
  double per_second = 0;
  double burst = 1;
  bool operator==(const Budget&) const = default;
};

class Connector {
 public:
  Connector() = default;
  virtual ~Connector() = default;
  Connector(const Connector&) = delete;
  Connector& operator=(const Connector&) = delete;

  // Learns who it is on the platform, and whether the token works. Without that nothing is polled.
  virtual Verdict start(const std::stop_token&) = 0;
  // Its name there, such as "@facteur_bot"; empty before start().
  virtual std::string name() const = 0;
  // What the platform's settings keep from working, for the operator, with what to do; after start().
  virtual std::vector<std::string> hints() const { return {}; }

  // Waits for what happens next. An empty cursor is the account's very first.
  virtual Polled poll(const std::string& cursor, const std::stop_token&) = 0;

  virtual std::vector<Parcel> compose(const Event&, const Answer&) const = 0;
  virtual HttpRequest request(const Parcel&) const = 0;
  virtual Verdict judge(const Parcel&, const HttpResult&) const = 0;
  // The same parcel for another chat: the one that its chat moved to.
  virtual Parcel readdressed(Parcel, const std::string& chat) const = 0;

  virtual std::optional<Budget> account_budget() const = 0;
  virtual std::optional<Budget> chat_budget(std::string_view chat) const = 0;
};

}  // namespace facteur
