#include "knowledge/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "knowledge/edit_distance.h"

namespace facteur {
namespace {

// How servers of each side are usually called: the first label of their name.
struct UsualName {
  Protocol protocol;
  std::string_view label;
};
constexpr std::array<UsualName, 5> usual_names{{{Protocol::imap, "imap"},
                                                {Protocol::pop, "pop"},
                                                {Protocol::pop, "pop3"},
                                                {Protocol::smtp, "smtp"},
                                                {Protocol::smtp, "smtpout"}}};

void check_host(Protocol protocol, const Server& server, const FileLine& where, Diagnostics& diagnostics) {
  const std::string_view label = std::string_view(server.host).substr(0, server.host.find('.'));
  for (const UsualName& usual : usual_names) {
    if (label == usual.label && usual.protocol == protocol) return;
  }
  for (const UsualName& usual : usual_names) {
    if (usual.protocol == protocol && label != "mail" && edit_distance(label, usual.label, 1) == 1) {
      diagnostics.warning(where, fmt::format("host `{}` is one letter away from `{}{}`, the usual name for {}; is it a typing error?",
                                             server.host, usual.label, server.host.substr(label.size()), to_string(protocol)));
      return;
    }
  }
}

void check_server(Protocol protocol, const Server& server, const FileLine& where, Diagnostics& diagnostics) {
  check_host(protocol, server, where, diagnostics);
  if (server.security == Security::none) {
    diagnostics.warning(where, fmt::format("`{}` has security = \"none\": passwords would travel in clear; expected tls or starttls",
                                           server.host));
    return;
  }
  if (server.port == 25) {
    diagnostics.warning(where, fmt::format("`{}` has port 25, which carries mail between servers; expected 465 or 587 (RFC 6409)",
                                           server.host));
    return;
  }
  const Security other = server.security == Security::tls ? Security::starttls : Security::tls;
  if (usual_port(protocol, other) == server.port) {
    diagnostics.warning(where, fmt::format("port {} goes with {}, not {}; expected port {} (RFC 8314)", server.port, to_string(other),
                                           to_string(server.security), *usual_port(protocol, server.security)));
  } else if (usual_port(protocol, server.security) != server.port) {
    diagnostics.warning(where, fmt::format("port {} is unusual for {} with {}; expected {}", server.port, to_string(protocol),
                                           to_string(server.security), *usual_port(protocol, server.security)));
  }
}

void check_access(Protocol protocol, const std::optional<Access>& access, Diagnostics& diagnostics) {
  if (!access) return;
  if (access->incoming) check_server(protocol, *access->incoming, access->incoming_where, diagnostics);
  if (access->outgoing) check_server(Protocol::smtp, *access->outgoing, access->outgoing_where, diagnostics);
}

void check_wordings(const Topic& topic, const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (std::size_t language = 0; language < topic.wordings.size(); ++language) {
    const auto& wording = topic.wordings[language];
    const std::string& id = knowledge.languages[language].id;
    if (!wording) {
      diagnostics.warning(topic.where, fmt::format("has no words in {0}; expected a table [{0}], or one in languages/{0}.toml", id));
    } else if (wording->examples.empty()) {
      diagnostics.warning(wording->where, fmt::format("has no `examples` in {}; expected questions that this file answers", id));
    }
  }
}

void check_patterns(const Knowledge& knowledge, Diagnostics& diagnostics) {
  std::map<std::pair<std::string_view, std::pair<int, int>>, const PatternInfo*> seen;
  for (const PatternInfo& pattern : knowledge.patterns) {
    const std::pair meaning{static_cast<int>(pattern.meaning.kind), static_cast<int>(pattern.meaning.index)};
    const auto [first, fresh] = seen.try_emplace({pattern.text, meaning}, &pattern);
    if (!fresh && first->second->language == pattern.language) {
      diagnostics.warning(pattern.where, fmt::format("pattern `{}` stands twice; the other is in {}:{}", pattern.text,
                                                     first->second->where.file, first->second->where.line));
    }
  }
  for (const std::uint32_t number : knowledge.phrase_patterns) {
    const PatternInfo& pattern = knowledge.patterns[number];
    if (!matches_everything(pattern.text)) continue;
    diagnostics.warning(pattern.where, fmt::format("pattern `{}` matches everything; expected words", pattern.text));
  }
}

void give_notices(const Provider& provider, Diagnostics& diagnostics) {
  for (const Notice& notice : provider.notices) {
    const auto text = std::find_if(notice.text.begin(), notice.text.end(), [](const auto& each) { return !each.empty(); });
    if (text == notice.text.end()) {
      diagnostics.error(notice.where, "the notice has no text; expected some in a language, such as fr = \"…\"");
      continue;
    }
    diagnostics.notice(notice.where, fmt::format("{} ({}): {}", provider.name, notice.date, notice.text.back().empty() ? *text : notice.text.back()));
  }
}

}  // namespace

void check_knowledge(const Knowledge& knowledge, Diagnostics& diagnostics) {
  for (const Provider& provider : knowledge.providers) {
    check_access(Protocol::imap, provider.imap, diagnostics);
    check_access(Protocol::pop, provider.pop, diagnostics);
    give_notices(provider, diagnostics);
  }
  for (const Topic& topic : knowledge.concepts) check_wordings(topic, knowledge, diagnostics);
  for (const Topic& topic : knowledge.guides) check_wordings(topic, knowledge, diagnostics);
  for (const Topic& topic : knowledge.problems) check_wordings(topic, knowledge, diagnostics);
  check_patterns(knowledge, diagnostics);
}

}  // namespace facteur
