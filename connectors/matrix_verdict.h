// What to do after a call of a Matrix homeserver: one table of its errors (client-server API v1.19, section 4.1).
#pragma once

#include <string>

#include "connectors/connector.h"
#include "connectors/http.h"
#include "connectors/matrix_call.h"

namespace facteur {

struct MatrixJudgement {
  Verdict verdict;
  bool logged_out = false;       // the token isn't known any more
  bool soft_logged_out = false;  // …but the device is: logging in again with its id goes on where it was
};

// Pure. Sentences name neither token nor text, and none of the server's own words but its errors' names.
MatrixJudgement judge_matrix(const MatrixCall& call, const HttpResult& result);

}  // namespace facteur
