// Talking in the terminal: the connector behind `facteur chat`, and behind `facteur chat < questions > answers`.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "connectors/line_reader.h"
#include "connectors/message.h"

namespace facteur {

// What the customer reads that isn't a reply, in the customer's language.
struct TerminalWords {
  std::string prompt;      // before what is typed; plain text
  std::string how_to_end;  // CommonMark, shown when Ctrl-C is pressed in an empty line; may be empty
};

// The CommonMark as stdout wants it: with colours and as wide as the window on a terminal, plain in a pipe. No newline
// at its end.
std::string rendered_for_stdout(std::string_view markdown);

// One for a process, used by one thread: it reads stdin and writes stdout.
//
// When both are terminals, lines are edited and remembered (never on disk); otherwise they are read as they come, and
// no prompt is printed. Colours appear only on a terminal, when NO_COLOR is unset or empty and TERM is not `dumb`.
class Terminal {
 public:
  explicit Terminal(TerminalWords words);

  // Waits for the next line that isn't blank; nullopt at the end of the input or once stdout can't be written.
  std::optional<Message> poll();

  void send(const Reply& reply);

  // A notice that answers nobody, such as the welcome.
  void show(std::string_view markdown);

  // Whether stdout could not be written, so that some replies are lost: the program did not do what it was asked.
  bool failed() const { return failed_; }

 private:
  std::unique_ptr<LineReader> lines_;
  bool failed_ = false;
};

}  // namespace facteur
