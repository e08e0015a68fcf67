#include "bot/conversations.h"

#include <chrono>
#include <string>

#include "tests/unit/catch.h"

using facteur::Conversation;
using facteur::Conversations;
using facteur::LanguageId;

namespace {

Conversation in_language(LanguageId language) {
  Conversation conversation;
  conversation.language = language;
  return conversation;
}

}  // namespace

TEST_CASE("a chat that was never heard of has an empty conversation, and gets no room") {
  const Conversations conversations(10);
  CHECK_FALSE(conversations.of("new").language);
  CHECK(conversations.of("new").parts.empty());
  CHECK(conversations.size() == 0);
}

TEST_CASE("each chat has its own conversation, of which the last one kept counts") {
  Conversations conversations(10);
  conversations.keep("one", in_language(1));
  conversations.keep("two", in_language(2));
  conversations.keep("one", in_language(3));
  CHECK(conversations.of("one").language == LanguageId{3});
  CHECK(conversations.of("two").language == LanguageId{2});
  CHECK(conversations.size() == 2);
}

TEST_CASE("a chat's name may be anything") {
  Conversations conversations(10);
  for (const std::string name : {"", " ", "\n", "é", "\xff", "!room:example.org|@lea:example.org"}) {
    conversations.keep(name, in_language(7));
    CHECK(conversations.of(name).language == LanguageId{7});
  }
  const std::string nul("\0", 1);
  conversations.keep(nul, in_language(8));
  CHECK(conversations.of(nul).language == LanguageId{8});
  CHECK(conversations.of("").language == LanguageId{7});
}

TEST_CASE("where there are too many conversations, the one kept longest ago makes room") {
  Conversations conversations(3);
  for (const char* chat : {"one", "two", "three"}) conversations.keep(chat, in_language(1));
  conversations.keep("one", in_language(2));  // "two" now rests longest
  conversations.keep("four", in_language(1));
  CHECK(conversations.size() == 3);
  CHECK_FALSE(conversations.of("two").language);
  CHECK(conversations.of("one").language == LanguageId{2});
  CHECK(conversations.of("three").language);
  CHECK(conversations.of("four").language);
}

TEST_CASE("however many chats write, no more than the limit are kept") {
  Conversations conversations(100);
  for (int chat = 0; chat < 10'000; ++chat) {
    conversations.keep(std::to_string(chat), in_language(1));
    REQUIRE(conversations.size() <= 100);
  }
  CHECK(conversations.of("9999").language);
  CHECK(conversations.of("9900").language);
  CHECK_FALSE(conversations.of("9899").language);
}

TEST_CASE("a limit of none keeps none") {
  Conversations conversations(0);
  conversations.keep("one", in_language(1));
  conversations.keep("one", in_language(1));
  CHECK(conversations.size() == 0);
  CHECK_FALSE(conversations.of("one").language);
}

TEST_CASE("what is forgotten is gone, and its room is free") {
  Conversations conversations(2);
  conversations.keep("one", in_language(1));
  conversations.keep("two", in_language(1));
  conversations.forget("one");
  conversations.forget("never heard of");
  CHECK(conversations.size() == 1);
  CHECK_FALSE(conversations.of("one").language);
  conversations.keep("three", in_language(1));
  CHECK(conversations.of("two").language);
  CHECK(conversations.of("three").language);
}
