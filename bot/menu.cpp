#include "bot/menu.h"

namespace facteur {

Menu menu_of(const Knowledge& knowledge) {
  Menu menu;
  for (const Language& language : knowledge.languages) {
    MenuInLanguage of_language{language.id, {}};
    for (const Command& command : language.commands)
      of_language.commands.push_back({command.name, command.description});
    menu.insert(language.is_default ? menu.begin() : menu.end(), std::move(of_language));
  }
  return menu;
}

}  // namespace facteur
