// What keeps a program from starting just now, and may pass by itself: a full disk, a file that another one holds. The
// process ends with EX_TEMPFAIL of sysexits.h, so that whoever watches over it tries again.
#pragma once

#include <stdexcept>

namespace facteur {

inline constexpr int try_again_later = 75;

struct PassingFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace facteur
