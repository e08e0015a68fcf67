#include "knowledge/check.h"

#include <fmt/format.h>

namespace facteur {
namespace {

void check_topic(const Topic& topic, const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (std::size_t language = 0; language < topic.wordings.size(); ++language) {
    const auto& wording = topic.wordings[language];
    const std::string& id = knowledge.languages[language].id;
    if (!wording) {
      const std::string message =
          fmt::format("has no words in {0}; expected a table [{0}], or one in languages/{0}.toml", id);
      diagnostics.warning(topic.where, message);
    } else if (wording->examples.empty()) {
      diagnostics.warning(wording->where,
                          fmt::format("has no `examples` in {}; expected questions that this file answers", id));
    }
  }
}

void check_notice(const Notice& notice, const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (std::size_t language = 0; language < notice.text.size(); ++language) {
    if (!notice.text[language].empty()) continue;
    const std::string& id = knowledge.languages[language].id;
    diagnostics.warning(notice.where, fmt::format("the notice has no text in {0}; expected `{0}`", id));
  }
}

void give_notice(const Notice& notice, const Provider& provider, const Knowledge& knowledge, Diagnostics& diagnostics) {
  std::string_view text = notice.text[knowledge.default_language()];
  for (const std::string& other : notice.text) {
    if (text.empty()) text = other;
  }
  diagnostics.notice(notice.where, fmt::format("{} ({}): {}", provider.name, notice.date, text));
}

}  // namespace

void check_words(const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (const Topic& topic : knowledge.concepts) check_topic(topic, knowledge, diagnostics);
  for (const Topic& topic : knowledge.guides) check_topic(topic, knowledge, diagnostics);
  for (const Topic& topic : knowledge.problems) check_topic(topic, knowledge, diagnostics);
  for (const Provider& provider : knowledge.providers) {
    for (const Notice& notice : provider.notices) check_notice(notice, knowledge, diagnostics);
  }
}

void check_knowledge(const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (const Provider& provider : knowledge.providers) {
    check_servers(provider, knowledge, diagnostics);
    for (const Notice& notice : provider.notices) give_notice(notice, provider, knowledge, diagnostics);
  }
  check_words(knowledge, diagnostics);
  check_patterns(knowledge, diagnostics);
}

}  // namespace facteur
