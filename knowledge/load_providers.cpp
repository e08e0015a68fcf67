// A provider: its domains, its servers, what else a source tells of it.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "knowledge/fold.h"
#include "knowledge/loading.h"

namespace facteur {
namespace {

constexpr std::size_t longest_domain = 253;  // RFC 1035, section 2.3.4, without the final dot
constexpr std::size_t longest_label = 63;

bool is_number(std::string_view label) { return std::all_of(label.begin(), label.end(), is_digit); }

// Whether the name is a host's or a domain's, in lower case, of two labels at least, and no IP address.
bool is_domain(std::string_view name) {
  if (name.size() > longest_domain) return false;
  std::size_t labels = 0;
  while (true) {
    const std::size_t dot = name.find('.');
    if (!is_label(name.substr(0, dot))) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels > 1 && !is_number(name);
    name.remove_prefix(dot + 1);
  }
}

std::optional<std::uint16_t> read_port(TomlTable& table) {
  const auto port = table.integer("port");
  if (!port) {
    if (!table.has("port")) table.error("port", fmt::format("[{}] has no `port`; expected 1 to 65535", table.name()));
    return std::nullopt;
  }
  if (*port < 1 || *port > 65535) {
    table.error("port", fmt::format("port {} is not 1 to 65535", *port));
    return std::nullopt;
  }
  return static_cast<std::uint16_t>(*port);
}

std::optional<Server> read_server(TomlTable& access, std::string_view key) {
  auto table = access.table(key);
  if (!table) return std::nullopt;
  Server server;
  server.host = table->required_text("host").value_or("");
  if (!server.host.empty() && !is_domain(server.host)) {
    table->error("host",
                 fmt::format("`{}` is no host name; expected lower-case labels with dots between", shown(server.host)));
  }
  server.port = read_port(*table).value_or(0);
  const auto security = table->required_text("security");
  if (security) {
    const auto value = security_from(*security);
    if (!value)
      table->error("security",
                   fmt::format("security `{}` is unknown; expected tls, starttls or none", shown(*security)));
    server.security = value.value_or(Security::tls);
  }
  if (const auto authentication = table->text("authentication")) {
    server.authentication = authentication_from(*authentication);
    if (!server.authentication) {
      table->error("authentication",
                   fmt::format("authentication `{}` is unknown; expected password, encrypted-password or oauth2",
                               shown(*authentication)));
    }
  }
  table->finish();
  return server;
}

std::optional<Access> read_access(TomlTable& file, std::string_view protocol, Loading& loading) {
  auto table = file.table(protocol);
  if (!table) return std::nullopt;
  Access access{read_server(*table, "incoming"), read_server(*table, "outgoing"), table->where("incoming"),
                table->where("outgoing")};
  for (const auto& server : {access.incoming, access.outgoing}) {
    if (!server) continue;
    loading.knowledge.hosts.insert(server->host);
    loading.knowledge.host_domains.insert(server->host.substr(server->host.find('.') + 1));
  }
  if (!table->has("incoming")) {
    file.error(protocol, fmt::format("[{}] has no `incoming`; expected {{ host, port, security }}", protocol));
  }
  table->finish();
  return access;
}

void read_domains(TomlTable& file, std::uint32_t provider, Loading& loading) {
  file.each_text("domains", [&](std::string_view domain, std::uint32_t line) {
    if (!is_domain(domain)) {
      loading.diagnostics.error(file.at(line),
                                fmt::format("`{}` is no domain; expected lower-case letters, digits and hyphens "
                                            "with dots between (an international name in its xn-- form)",
                                            shown(domain)));
      return;
    }
    loading.knowledge.domains.add(domain, provider);
    loading.domain_lines.push_back(line);
    const std::string_view ending = domain.substr(domain.rfind('.') + 1);
    if (!loading.domain_endings.contains(ending)) loading.domain_endings.emplace(ending);
  });
  if (file.is_absent_or_empty("domains"))
    file.error("domains", "the provider has no `domains`; expected at least one, such as [\"example.org\"]");
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!is_number(text.substr(0, 4)) || !is_number(text.substr(5, 2)) || !is_number(text.substr(8))) return false;
  const auto number = [&](std::size_t at, std::size_t digits) {
    return std::stoi(std::string(text.substr(at, digits)));
  };
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return date.ok();
}

Notice read_notice(TomlTable& table, std::size_t provider, std::size_t number, Loading& loading) {
  Notice notice;
  notice.where = table.where();
  notice.date = table.required_text("date").value_or("");
  if (!notice.date.empty() && !is_date(notice.date)) {
    table.error("date",
                fmt::format("date `{}` is none; expected year, month and day, such as 2027-01-31", shown(notice.date)));
  }
  notice.sources = read_sources(table);
  for (const Language& language : loading.knowledge.languages) {
    notice.text.push_back(table.text(language.id).value_or(""));
  }
  if (std::all_of(notice.text.begin(), notice.text.end(), [](const std::string& each) { return each.empty(); })) {
    loading.diagnostics.error(notice.where, "the notice has no text; expected some in a language, such as fr = \"…\"");
  }
  for (LinedText& problem : table.texts("problems")) loading.notices.push_back({provider, number, std::move(problem)});
  table.finish();
  return notice;
}

}  // namespace

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > longest_label || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

void load_provider(const std::string& id, TomlTable file, Loading& loading) {
  const std::size_t number = loading.knowledge.providers.size();
  Provider& provider = loading.knowledge.providers.emplace_back();
  provider.id = id;
  provider.where = file.at(0);
  provider.name = file.required_text("name").value_or("");
  provider.sources = read_sources(file);
  read_domains(file, static_cast<std::uint32_t>(number), loading);
  provider.imap = read_access(file, "imap", loading);
  provider.pop = read_access(file, "pop", loading);
  if (!file.has("imap") && !file.has("pop")) {
    file.error("imap", "the provider has neither [imap] nor [pop]; expected one at least");
  }
  if (const auto username = file.text("username")) {
    if (*username == "address")
      provider.username = UserName::address;
    else if (*username == "local-part")
      provider.username = UserName::local_part;
    else
      file.error("username", fmt::format("username `{}` is unknown; expected address or local-part", shown(*username)));
  }
  for (TomlTable& notice : file.tables("notice")) {
    provider.notices.push_back(read_notice(notice, number, provider.notices.size(), loading));
  }
  file.finish();
}

}  // namespace facteur
