// One line an event worth knowing, on the standard error, for an operator. Never a customer's text; a token that should
// get as far as here is blacked out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace facteur::log {

enum class Level { debug, info, warning, error };

std::optional<Level> level_named(std::string_view);

// Chooses the form once, at start: for the journal, a terminal or a file. Without it nothing is logged.
void start(Level);
void set_level(Level);

void debug(std::string_view);
void info(std::string_view);
void warning(std::string_view);
void error(std::string_view);

// What a line of that level begins with that a command writes to the standard error itself, such as why it can't start:
// the journal's priority; nothing in a terminal or a file.
std::string_view journal_priority(Level);

// The text with every token in it replaced by ***.
std::string redacted(std::string_view);

}  // namespace facteur::log
