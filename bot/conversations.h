// The conversations of many chats, of which a bounded number is kept.
#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "bot/conversation.h"

namespace facteur {

// Not safe for several threads at once.
class Conversations {
 public:
  explicit Conversations(std::size_t most) : most_(most) {}

  // The chat's conversation, an empty one where there is none.
  Conversation of(const std::string& chat) const;

  // Remembers it; the one that was kept longest ago makes room where there are too many.
  void keep(const std::string& chat, Conversation);

  void forget(const std::string& chat);
  std::size_t size() const { return by_chat_.size(); }

 private:
  struct Kept {
    Conversation conversation;
    std::list<std::string>::iterator place;
  };
  std::size_t most_;
  std::list<std::string> oldest_first_;
  std::unordered_map<std::string, Kept> by_chat_;
};

}  // namespace facteur
