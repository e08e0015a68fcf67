// Putting a reply together: phrases of a language, blocks of CommonMark, links.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/message.h"
#include "knowledge/knowledge.h"

namespace facteur {

// Text of a user's, safe inside CommonMark: every character that could mean markup is escaped, control characters are
// gone.
std::string escaped(std::string_view text);

class ReplyWriter {
 public:
  ReplyWriter(const Knowledge& knowledge, LanguageId language) : knowledge_(&knowledge), language_(language) {}

  const Knowledge& knowledge() const { return *knowledge_; }
  LanguageId language() const { return language_; }
  const Wording& words_of(const Topic& topic) const {
    return wording(topic, language_, knowledge_->default_language());
  }
  std::string phrase(Phrase, std::initializer_list<Filling> = {}) const;

  void block(std::string_view text);  // a paragraph or a list, set off from what came before; said once
  void line(std::string_view text);   // a bullet that continues the block before
  void link(const Link&);
  void choice(std::string_view text);
  std::string listed_choice(std::string_view text);  // a choice, and the line of a list that shows it
  void copy(std::string_view text);
  void table(Table);

  bool says(std::string_view text) const;
  std::size_t bytes() const { return reply_.text.size(); }
  Reply take();

 private:
  const Knowledge* knowledge_;
  LanguageId language_;
  Reply reply_;
};

}  // namespace facteur
