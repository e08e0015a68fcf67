#include "bot/conversations.h"

namespace facteur {

Conversation Conversations::of(const std::string& chat) const {
  const auto found = by_chat_.find(chat);
  return found == by_chat_.end() ? Conversation{} : found->second.conversation;
}

void Conversations::keep(const std::string& chat, Conversation conversation) {
  forget(chat);
  oldest_first_.push_back(chat);
  by_chat_.emplace(chat, Kept{std::move(conversation), std::prev(oldest_first_.end())});
  if (by_chat_.size() <= most_) return;
  by_chat_.erase(oldest_first_.front());
  oldest_first_.pop_front();
}

void Conversations::forget(const std::string& chat) {
  const auto found = by_chat_.find(chat);
  if (found == by_chat_.end()) return;
  oldest_first_.erase(found->second.place);
  by_chat_.erase(found);
}

}  // namespace facteur
