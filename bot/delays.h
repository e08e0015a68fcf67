// How long to wait after a failure.
#pragma once

#include <chrono>

namespace facteur {

// After so many failures in a row (from 1): a second, doubled with each one up to a minute, of which `chance` (0 to 1)
// takes up to a half away, so that what failed together doesn't come back together.
std::chrono::milliseconds growing_delay(int failures, double chance);

}  // namespace facteur
