// How an account comes by its tokens: a log-in by password, then refresh tokens (client-server API v1.19, "Login" and
// "Refreshing access tokens"). Requests, and what their answers say. Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "connectors/matrix_call.h"
#include "connectors/matrix_session.h"
#include "connectors/secret.h"

namespace facteur {

// A login without a device gets a new one, which is then called `device_name`.
MatrixCall matrix_login_call(const MatrixLogin& login, const Secret& password, const std::string& device_name);

MatrixCall matrix_refresh_call(const Secret& refresh_token);

// Takes the tokens of either's answer into the login, with the device that a log-in names; false where there are none.
// A refresh token that isn't replaced may be used again.
bool take_tokens(MatrixLogin& login, std::string_view answer, std::chrono::sys_seconds now);

}  // namespace facteur
