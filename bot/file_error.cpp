#include "bot/file_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace facteur {
namespace {

struct Advice {
  int error;
  std::string_view what_to_do;
};

// An immutable file gives EPERM, to root too; an ext4 that met an error goes read-only by itself (ext4(5), errors=).
constexpr std::array<Advice, 7> all_advice{{
    {ENOENT, "its folder must exist"},
    {ENOSPC, "make room on the disk that holds it"},
    {EDQUOT, "make room, or raise the quota of the user that Facteur runs as"},
    {EROFS, "mount its file system writable again; where the kernel made it read-only, dmesg says why"},
    {EPERM, "it, or its folder, is protected even from root: lsattr shows it, chattr -i or -a ends it"},
    {EIO, "the disk that holds it fails: dmesg says more; move it to another one"},
    {EFBIG, "it is as large as the system lets files grow: raise that limit (ulimit -f, LimitFSIZE=)"},
}};
constexpr std::string_view otherwise =
    "it, its folder and the files beside it must belong to the user that Facteur runs as";

}  // namespace

std::string cannot_be_written(const std::filesystem::path& path, int error) {
  const auto* found =
      std::find_if(all_advice.begin(), all_advice.end(), [&](const Advice& each) { return each.error == error; });
  const std::string_view what_to_do = found == all_advice.end() ? otherwise : found->what_to_do;
  if (error == 0) return fmt::format("{} can't be written: {}", path.string(), what_to_do);
  return fmt::format("{} can't be written ({}): {}", path.string(), std::generic_category().message(error), what_to_do);
}

}  // namespace facteur
