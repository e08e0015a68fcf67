#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "knowledge/check.h"
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

// One server of a provider, and what it is for.
struct Place {
  Protocol protocol;
  const Server& server;
  const FileLine& where;
};

void check_host(const Place& place, const Knowledge& knowledge, Diagnostics& diagnostics) {
  const std::string& host = place.server.host;
  const std::string_view label = std::string_view(host).substr(0, host.find('.'));
  const std::string_view protocol = to_string(place.protocol);
  for (const UsualName& usual : usual_names) {
    if (label == usual.label && usual.protocol != place.protocol) {
      diagnostics.warning(place.where, fmt::format("host `{}` is named for {}, but serves {}; expected a host for {}",
                                                   host, to_string(usual.protocol), protocol, protocol));
      return;
    }
  }
  const auto& known = knowledge.host_prefixes;
  if (std::find(known.begin(), known.end(), label) != known.end()) return;
  for (const UsualName& usual : usual_names) {
    if (usual.protocol == place.protocol && edit_distance(label, usual.label, 1) == 1) {
      diagnostics.warning(place.where,
                          fmt::format("host `{}` is one letter away from `{}{}`, the usual name for {}; is it a "
                                      "typing error?",
                                      host, usual.label, host.substr(label.size()), protocol));
      return;
    }
  }
}

void check_port(const Place& place, Diagnostics& diagnostics) {
  const Server& server = place.server;
  if (server.port == 25 && place.protocol == Protocol::smtp) {
    diagnostics.warning(place.where,
                        fmt::format("`{}` has port 25, which carries mail between servers; expected 465 or 587 "
                                    "(RFC 6409)",
                                    server.host));
    return;
  }
  const auto usual = usual_port(place.protocol, server.security);
  if (!usual || *usual == server.port) return;
  const Security other = server.security == Security::tls ? Security::starttls : Security::tls;
  if (usual_port(place.protocol, other) == server.port) {
    diagnostics.warning(place.where, fmt::format("port {} goes with {}, not {}; expected port {} (RFC 8314)",
                                                 server.port, to_string(other), to_string(server.security), *usual));
  } else {
    diagnostics.warning(place.where, fmt::format("port {} is unusual for {} with {}; expected {}", server.port,
                                                 to_string(place.protocol), to_string(server.security), *usual));
  }
}

void check_server(const Place& place, const Knowledge& knowledge, Diagnostics& diagnostics) {
  check_host(place, knowledge, diagnostics);
  if (place.server.security == Security::none) {
    diagnostics.warning(place.where,
                        fmt::format("`{}` has security = \"none\": passwords would travel in clear; expected tls or "
                                    "starttls",
                                    place.server.host));
  }
  check_port(place, diagnostics);
}

}  // namespace

void check_servers(const Provider& provider, const Knowledge& knowledge, Diagnostics& diagnostics) {
  const auto check = [&](Protocol protocol, const std::optional<Access>& access) {
    if (!access) return;
    if (access->incoming) check_server({protocol, *access->incoming, access->incoming_where}, knowledge, diagnostics);
    if (access->outgoing)
      check_server({Protocol::smtp, *access->outgoing, access->outgoing_where}, knowledge, diagnostics);
  };
  check(Protocol::imap, provider.imap);
  check(Protocol::pop, provider.pop);
}

}  // namespace facteur
