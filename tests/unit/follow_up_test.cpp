#include "bot/follow_up.h"

#include <chrono>
#include <string>

#include "bot/remember.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

using facteur::Conversation;
using facteur::Direction;
using facteur::DomainMention;
using facteur::Field;
using facteur::Intent;
using facteur::Leaning;
using facteur::Part;
using facteur::Protocol;
using facteur::Question;
using facteur::Sequel;
using facteur::Time;
using facteur::test::base_knowledge;
using facteur::test::language;
using namespace std::chrono_literals;

namespace {

constexpr Time noon{std::chrono::seconds{1'800'000'000}};

DomainMention ours(std::string_view domain) {
  const auto id = base_knowledge().domains.exact(domain);
  REQUIRE(id);
  return {std::string(domain), std::string(domain), {*id}, true, 0, 1};
}

DomainMention unknown(std::string_view domain) { return {std::string(domain), std::string(domain), {}, false, 0, 1}; }

DomainMention either_of(std::string_view one, std::string_view other) {
  return {"either", "either", {ours(one).candidates.front(), ours(other).candidates.front()}, false, 0, 1};
}

Part part_of(Intent intent) {
  Part part;
  part.intent = intent;
  return part;
}

Question question_of(Part part) {
  Question question;
  question.language = language("en");
  question.language_is_told = true;
  question.parts = {std::move(part)};
  return question;
}

// "IMAP port for nplus.ca?"
Question imap_port_of_nplus() {
  Part part = part_of(Intent::settings);
  part.protocol = Protocol::imap;
  part.direction = Direction::incoming;
  part.fields = {Field::port};
  Question question = question_of(part);
  question.domain = ours("nplus.ca");
  return question;
}

// What is remembered when that was answered at noon.
Conversation after_imap_port() { return remember(imap_port_of_nplus(), {}, noon); }

// "and for POP?": nothing understood but the protocol.
Question and_for_pop() {
  Question question;
  question.language = language("en");
  question.language_is_told = true;
  question.bare.protocol = Protocol::pop;
  question.leaning = Leaning::strong;
  question.words.says_to_follow = true;
  return question;
}

Question in_that_context(Question question, const Conversation& conversation, Time now) {
  return in_context(std::move(question), conversation, now, base_knowledge());
}

}  // namespace

TEST_CASE("a follow-up takes what it leaves open from the question before") {
  const Question question = in_that_context(and_for_pop(), after_imap_port(), noon + 1min);
  CHECK(question.is_follow_up);
  REQUIRE(question.parts.size() == 1);
  CHECK(question.intent() == Intent::settings);
  CHECK(question.parts.front().protocol == Protocol::pop);
  CHECK(question.parts.front().direction == Direction::incoming);
  CHECK(question.parts.front().fields == std::vector{Field::port});
  REQUIRE(question.domain);
  CHECK(question.domain->domain == "nplus.ca");
}

TEST_CASE("a conversation lasts thirty minutes to the second, and not one more") {
  const Conversation conversation = after_imap_port();
  CHECK(in_that_context(and_for_pop(), conversation, noon + 30min).is_follow_up);
  const Question late = in_that_context(and_for_pop(), conversation, noon + 30min + 1s);
  CHECK_FALSE(late.is_follow_up);
  CHECK_FALSE(late.domain);
  CHECK(late.parts.empty());
}

TEST_CASE("each answer makes the conversation last another thirty minutes") {
  Conversation conversation = after_imap_port();
  for (int turn = 1; turn <= 5; ++turn) {
    const Time now = noon + turn * 29min;
    const Question question = in_that_context(and_for_pop(), conversation, now);
    REQUIRE(question.is_follow_up);
    conversation = remember(question, conversation, now);
  }
  CHECK(conversation.last == noon + 5 * 29min);
  CHECK(conversation.domain);
}

TEST_CASE("a clock that was set back doesn't end a conversation") {
  CHECK(in_that_context(and_for_pop(), after_imap_port(), noon - 1h).is_follow_up);
}

TEST_CASE("without a conversation a question stays as it is") {
  const Question alone = in_that_context(imap_port_of_nplus(), {}, noon);
  CHECK(alone.parts == imap_port_of_nplus().parts);
  CHECK(alone.domain == imap_port_of_nplus().domain);
  CHECK_FALSE(alone.is_follow_up);
  CHECK_FALSE(in_that_context(and_for_pop(), {}, noon).is_follow_up);
}

TEST_CASE("an expired conversation leaves nothing behind in the next one") {
  Question before = imap_port_of_nplus();
  before.client = 0;
  const Conversation old = remember(before, {}, noon);
  const Conversation next = remember(question_of(part_of(Intent::explain)), old, noon + 31min);
  CHECK_FALSE(next.domain);
  CHECK_FALSE(next.client);
  CHECK(next.parts == std::vector{part_of(Intent::explain)});
}

TEST_CASE("a domain that isn't ours is answered, but not remembered") {
  Question question = imap_port_of_nplus();
  question.domain = unknown("example.org");
  const Conversation conversation = remember(question, {}, noon);
  CHECK_FALSE(conversation.domain);
  CHECK(conversation.domain_was_asked_for);
  CHECK_FALSE(in_that_context(and_for_pop(), conversation, noon).domain);
}

TEST_CASE("a domain that isn't ours doesn't take the place of one that is") {
  Question question = imap_port_of_nplus();
  question.domain = unknown("example.org");
  const Conversation conversation = remember(question, after_imap_port(), noon);
  REQUIRE(conversation.domain);
  CHECK(conversation.domain->domain == "nplus.ca");
}

TEST_CASE("where two domains could be meant, neither is remembered, and the one then named completes the question") {
  Question question = imap_port_of_nplus();
  question.domain = either_of("nplus.ca", "gabskycom.com");
  const Conversation conversation = remember(question, {}, noon);
  CHECK_FALSE(conversation.domain);
  REQUIRE(conversation.domain_was_asked_for);
  Question reply;
  reply.domain = ours("gabskycom.com");
  reply.leaning = Leaning::strong;
  const Question completed = in_that_context(reply, conversation, noon);
  CHECK(completed.parts == question.parts);
  CHECK(completed.domain->domain == "gabskycom.com");
}

TEST_CASE("a domain that was asked for completes the question, whatever it was") {
  for (const Intent intent : {Intent::settings, Intent::guide, Intent::troubleshoot}) {
    CAPTURE(to_string(intent));
    Question asked = question_of(part_of(intent));
    if (intent == Intent::troubleshoot) asked.parts.front().problem = 0;
    asked.client = 0;
    const Conversation conversation = remember(asked, {}, noon);
    REQUIRE(conversation.domain_was_asked_for);
    Question reply;
    reply.domain = ours("nplus.ca");
    reply.leaning = Leaning::strong;
    const Question completed = in_that_context(reply, conversation, noon + 2min);
    CHECK(completed.is_follow_up);
    CHECK(completed.parts == asked.parts);
    CHECK(completed.client == asked.client);
    const Conversation after = remember(completed, conversation, noon + 2min);
    CHECK_FALSE(after.domain_was_asked_for);
    CHECK(after.domain->domain == "nplus.ca");
  }
}

TEST_CASE("a question that needs no domain doesn't ask for one") {
  for (const Intent intent : {Intent::explain, Intent::compare}) {
    CHECK_FALSE(remember(question_of(part_of(intent)), {}, noon).domain_was_asked_for);
  }
}

TEST_CASE("the domain and the program stay with the conversation when it turns to something else and back") {
  Question first = imap_port_of_nplus();
  first.client = 0;
  Conversation conversation = remember(first, {}, noon);
  conversation = remember(in_that_context(question_of(part_of(Intent::explain)), conversation, noon + 1min),
                          conversation, noon + 1min);
  for (const Intent intent : {Intent::settings, Intent::guide, Intent::troubleshoot}) {
    CAPTURE(to_string(intent));
    const Question later = in_that_context(question_of(part_of(intent)), conversation, noon + 2min);
    REQUIRE(later.domain);
    CHECK(later.domain->domain == "nplus.ca");
    CHECK(later.client == first.client);
  }
}

TEST_CASE("what the question names itself outweighs the conversation") {
  Question question = question_of(part_of(Intent::settings));
  question.domain = ours("gabskycom.com");
  question.client = 1;
  question.parts.front().protocol = Protocol::pop;
  Question before = imap_port_of_nplus();
  before.client = 0;
  const Question meant = in_that_context(question, remember(before, {}, noon), noon);
  CHECK(meant.domain->domain == "gabskycom.com");
  CHECK(meant.client == question.client);
  CHECK(meant.parts.front().protocol == Protocol::pop);
}

TEST_CASE("an explanation takes no domain from the conversation") {
  CHECK_FALSE(in_that_context(question_of(part_of(Intent::explain)), after_imap_port(), noon).domain);
}

TEST_CASE("small talk changes nothing of what the conversation is about") {
  for (const Intent intent : {Intent::greet, Intent::thanks, Intent::help, Intent::human}) {
    CAPTURE(to_string(intent));
    const Conversation before = after_imap_port();
    const Question talk = in_that_context(question_of(part_of(intent)), before, noon + 5min);
    CHECK_FALSE(talk.is_follow_up);
    CHECK(talk.intent() == intent);
    const Conversation after = remember(talk, before, noon + 5min);
    CHECK(after.parts == before.parts);
    CHECK(after.domain == before.domain);
    CHECK(after.last == noon + 5min);
  }
}

TEST_CASE("what wasn't understood changes nothing of what the conversation is about") {
  const Conversation before = after_imap_port();
  const Conversation after = remember(Question{}, before, noon + 5min);
  CHECK(after.parts == before.parts);
  CHECK(after.domain == before.domain);
}

TEST_CASE("a message whose words tell no language is answered in the conversation's") {
  Question question = question_of(part_of(Intent::settings));
  question.language = language("fr");
  question.language_is_told = false;
  CHECK(in_that_context(question, after_imap_port(), noon).language == language("en"));
  CHECK(in_that_context(question, after_imap_port(), noon + 31min).language == language("fr"));
  question.language_is_told = true;
  CHECK(in_that_context(question, after_imap_port(), noon).language == language("fr"));
}

TEST_CASE("the language stays after a greeting too") {
  const Conversation conversation = remember(question_of(part_of(Intent::greet)), {}, noon);
  Question question = question_of(part_of(Intent::settings));
  question.language = language("fr");
  question.language_is_told = false;
  CHECK(in_that_context(question, conversation, noon + 1min).language == language("en"));
}

TEST_CASE("a message of several questions stands by itself") {
  Question question = question_of(part_of(Intent::explain));
  question.parts.push_back(part_of(Intent::compare));
  question.leaning = Leaning::strong;
  const Question meant = in_that_context(question, after_imap_port(), noon);
  CHECK_FALSE(meant.is_follow_up);
  CHECK(meant.parts == question.parts);
}

TEST_CASE("what isn't understood after steps were told wants more, elsewhere it doesn't") {
  const auto after = [](Intent intent) { return remember(question_of(part_of(intent)), {}, noon); };
  Question unclear;
  unclear.leaning = Leaning::strong;
  CHECK(in_that_context(unclear, after(Intent::troubleshoot), noon + 1min).sequel == Sequel::is_unclear);
  CHECK(in_that_context(unclear, after(Intent::guide), noon + 1min).sequel == Sequel::is_unclear);
  CHECK(in_that_context(unclear, after(Intent::explain), noon + 1min).sequel == Sequel::none);
  CHECK(in_that_context(unclear, after(Intent::guide), noon + 31min).sequel == Sequel::none);
  unclear.leaning = Leaning::none;
  CHECK(in_that_context(unclear, after(Intent::guide), noon + 1min).sequel == Sequel::none);
}

TEST_CASE("an account named after the steps only completes them, a program doesn't") {
  const Conversation conversation = remember(question_of(part_of(Intent::guide)), {}, noon);
  Question named;
  named.leaning = Leaning::strong;
  named.domain = ours("nplus.ca");
  CHECK(in_that_context(named, conversation, noon + 1min).sequel == Sequel::names_account);
  named.client = 0;
  CHECK(in_that_context(named, conversation, noon + 1min).sequel != Sequel::names_account);
}

TEST_CASE("a value that was proposed waits for the domain that it is of, a name that was typed doesn't") {
  Part part = part_of(Intent::settings);
  part.fields = {Field::port};
  part.proposals = {{.port = "587"}, {.host = "smtp.example.com"}};
  const Conversation after = remember(question_of(part), {}, noon);
  REQUIRE(after.parts.size() == 1);
  CHECK(after.domain_was_asked_for);
  CHECK(after.parts.front().proposals == std::vector<facteur::Proposal>{{.port = "587"}});
  Question named;
  named.leaning = Leaning::strong;
  named.domain = ours("nplus.ca");
  const Question meant = in_that_context(named, after, noon + 1min);
  REQUIRE(meant.parts.size() == 1);
  CHECK(meant.parts.front().proposals.size() == 1);
  CHECK(remember(meant, after, noon + 1min).parts.front().proposals.empty());
}

TEST_CASE("a language that is asked for gets what was told, in it") {
  Question question = question_of(part_of(Intent::greet));
  question.asks_for_language = question.language_is_told = true;
  question.language = language("en");
  question.leaning = Leaning::strong;
  const Question meant = in_that_context(question, after_imap_port(), noon + 1min);
  CHECK(meant.parts == after_imap_port().parts);
  CHECK(meant.domain);
  CHECK(meant.language == language("en"));
  CHECK(in_that_context(question, after_imap_port(), noon + 31min).intent() == Intent::greet);
}

TEST_CASE("after a trouble, how and where are asked of the program's settings") {
  const std::uint16_t program = 0;
  Question how;
  how.words.asks_how = true;
  how.leaning = Leaning::strong;
  const Conversation after = remember(question_of(part_of(Intent::troubleshoot)), {}, noon);
  CHECK(in_that_context(how, after, noon + 1min).sequel == Sequel::asks_program);
  how.client = program;
  CHECK(in_that_context(how, after, noon + 1min).sequel == Sequel::asks_steps);
  const Conversation explained = remember(question_of(part_of(Intent::explain)), {}, noon);
  CHECK(in_that_context(how, explained, noon + 1min).sequel == Sequel::none);
}

TEST_CASE("after a trouble, yes says that the steps were taken, elsewhere it takes note") {
  Question yes = question_of(part_of(Intent::thanks));
  yes.words.says_yes = true;
  yes.leaning = Leaning::strong;
  const auto after = [](Intent intent) { return remember(question_of(part_of(intent)), {}, noon); };
  CHECK(in_that_context(yes, after(Intent::troubleshoot), noon + 1min).sequel == Sequel::is_unclear);
  CHECK(in_that_context(yes, after(Intent::settings), noon + 1min).intent() == Intent::thanks);
}

TEST_CASE("who doesn't know which domain to name is told what it is") {
  Question unclear;
  unclear.leaning = Leaning::strong;
  const Conversation asked = remember(question_of(part_of(Intent::settings)), {}, noon);
  CHECK(in_that_context(unclear, asked, noon + 1min).sequel == Sequel::asks_domain);
  CHECK(in_that_context(unclear, after_imap_port(), noon + 1min).sequel == Sequel::none);
}

TEST_CASE("a value that was proposed isn't remembered") {
  Part part = part_of(Intent::settings);
  part.fields = {Field::port};
  part.proposals = {{.port = "25"}};
  Question question = question_of(part);
  question.domain = ours("nplus.ca");
  const Conversation after = remember(question, {}, noon);
  REQUIRE(after.parts.size() == 1);
  CHECK(after.parts.front().proposals.empty());  // what was typed
}
