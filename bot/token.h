// Where a token may lie, and getting it from there.
#pragma once

#include <filesystem>
#include <string>

#include "connectors/secret.h"

namespace facteur {

// One of these is set.
struct TokenPlace {
  std::filesystem::path file;  // readable by its owner alone
  std::string credential;      // a file of that name in $CREDENTIALS_DIRECTORY: systemd's LoadCredential=
  std::string environment;     // a variable of that name
};

struct TokenRead {
  Secret token;
  std::string error;  // what is wrong and what was expected; empty when there is a token
};

TokenRead find_token(const TokenPlace&);

}  // namespace facteur
