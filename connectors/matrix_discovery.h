// Where an account's homeserver is: server discovery (client-server API v1.19, "Well-known URI").
#pragma once

#include <stop_token>
#include <string>

#include "connectors/connector.h"
#include "connectors/matrix_call.h"

namespace facteur {

struct MatrixHomeserver {
  std::string address;  // without a slash at its end; worth using where the verdict is `done`
  Verdict verdict;
};

// Or a server's name.
bool is_matrix_address(std::string_view text);
std::string without_slash(std::string address);

// `homeserver`: an address, or a server's name whose /.well-known is asked; empty: that of the user's server. Whatever
// comes out answers /versions as a homeserver does.
//
// The specification's FAIL_PROMPT and FAIL_ERROR are both a stop, as there is nobody to prompt; what may pass, such as
// a server that is down, is a retry.
MatrixHomeserver find_matrix_homeserver(const std::string& homeserver, const std::string& user,
                                        const MatrixTransport& transport, const std::stop_token& stop);

}  // namespace facteur
