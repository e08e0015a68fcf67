#include "bot/file_error.h"

#include <cerrno>
#include <string>

#include "tests/unit/catch.h"

using namespace facteur;

TEST_CASE("a file that can't be written is named, with why and what to do") {
  struct {
    int error;
    const char* why;
    const char* what_to_do;
  } const cases[] = {
      {ENOENT, "(No such file or directory)", "its folder must exist"},
      {EACCES, "(Permission denied)", "must belong to the user that Facteur runs as"},
      {EROFS, "(Read-only file system)", "mount its file system writable again"},
      {EPERM, "(Operation not permitted)", "chattr -i"},
      {ENOSPC, "(No space left on device)", "make room"},
      {EDQUOT, "(Disk quota exceeded)", "raise the quota"},
      {EIO, "(Input/output error)", "the disk that holds it fails"},
      {EFBIG, "(File too large)", "LimitFSIZE="},
      {0, "can't be written: ", "must belong to the user that Facteur runs as"},
  };
  for (const auto& each : cases) {
    const std::string words = cannot_be_written("/var/lib/facteur/facteur.db", each.error);
    CAPTURE(words);
    CHECK(words.starts_with("/var/lib/facteur/facteur.db can't be written"));
    CHECK(words.find(each.why) != std::string::npos);
    CHECK(words.find(each.what_to_do) != std::string::npos);
  }
}
