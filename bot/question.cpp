#include "bot/question.h"

#include <algorithm>

namespace facteur {

std::string_view to_string(Intent intent) {
  switch (intent) {
    case Intent::settings:
      return "settings";
    case Intent::explain:
      return "explain";
    case Intent::compare:
      return "compare";
    case Intent::guide:
      return "guide";
    case Intent::troubleshoot:
      return "troubleshoot";
    case Intent::greet:
      return "greet";
    case Intent::thanks:
      return "thanks";
    case Intent::help:
      return "help";
    case Intent::human:
      return "human";
    case Intent::none:
      return "none";
  }
  return "none";
}

bool is_talk(Intent intent) {
  return intent == Intent::greet || intent == Intent::thanks || intent == Intent::help || intent == Intent::human;
}

bool is_of_an_account(Intent intent) {
  return intent == Intent::settings || intent == Intent::guide || intent == Intent::troubleshoot;
}

bool is_explaining(Intent intent) { return intent == Intent::explain || intent == Intent::compare; }

bool asks_for(const std::vector<Field>& fields, Field field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool Question::is_of_an_account() const {
  return std::any_of(parts.begin(), parts.end(),
                     [](const Part& part) { return facteur::is_of_an_account(part.intent); });
}

}  // namespace facteur
