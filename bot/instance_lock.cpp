#include "bot/instance_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>

#include "bot/file_error.h"
#include "bot/passing_failure.h"

namespace facteur {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

// What the holder wrote: "process 1234 on mail1".
std::string holder(int file) {
  std::array<char, 512> text{};
  const auto size = ::pread(file, text.data(), text.size(), 0);
  std::string said(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  for (char& c : said) {
    if (c < ' ') c = ' ';
  }
  return said.empty() ? "a process that hasn't said its number yet" : said;
}

}  // namespace

InstanceLock::InstanceLock(const std::filesystem::path& state) {
  const std::string path = state.string() + ".lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file_ < 0) {
    throw std::runtime_error(cannot_be_written(path, errno));
  }
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const std::string who = holder(file_);
    ::close(file_);
    throw PassingFailure(
        fmt::format("{} is held by {}: stop it first, or name another state file", state.string(), who));
  }
  const std::string me = fmt::format("process {} on {}", ::getpid(), host_name());
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, me.data(), me.size(), 0) < 0) {
    // A full disk: the lock holds all the same, only a second instance won't learn by whom.
  }
}

InstanceLock::~InstanceLock() { ::close(file_); }

}  // namespace facteur
