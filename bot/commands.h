// Messages that are orders rather than questions: /help, /forget, /settings nplus.ca.
#pragma once

#include <optional>
#include <string>

#include "bot/conversation.h"
#include "connectors/message.h"
#include "knowledge/knowledge.h"

namespace facteur {

enum class CommandKind : std::uint8_t {
  question,  // stands for one
  help,
  forget,
  answer,   // an agent's: answer the message that this one replies to
  unknown,  // begins with a slash, and no language knows it
};

struct CommandRead {
  CommandKind kind = CommandKind::unknown;
  LanguageId language = 0;  // that the command's name tells, else the one spoken
  std::string question;     // what it stands for
};

// What the message orders; nothing where it begins with no slash. A name that several languages know is taken in the
// one that is spoken.
std::optional<CommandRead> read_command(const Message&, LanguageId spoken, const Knowledge&);

// Carries out the command that the message is, and says so; nothing where it is none, or stands for a question.
// `spoken` is the language where the conversation has none.
// "/forget" and its names in other languages empty the conversation; any other "/…" shows the help.
std::optional<Reply> obey(const Message&, Conversation&, LanguageId spoken, const Knowledge&);

// The message with the question that its command stands for in its place; otherwise as it is.
Message without_command(Message, LanguageId spoken, const Knowledge&);

}  // namespace facteur
