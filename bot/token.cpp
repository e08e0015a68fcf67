#include "bot/token.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace facteur {
namespace {

constexpr std::size_t longest_token = 4096;

enum class Owner { checked, systemd };

TokenRead wrong(std::string error) { return {{}, std::move(error)}; }

// One word, whatever white space stands around it.
TokenRead checked(std::string text, const std::string& place) {
  constexpr std::string_view space = " \t\r\n";
  text.erase(0, std::min(text.find_first_not_of(space), text.size()));
  text.erase(text.find_last_not_of(space) + 1);
  if (text.empty()) return wrong(fmt::format("{} is empty; expected a token", place));
  for (const char c : text) {
    if (c <= ' ' || c > '~') return wrong(fmt::format("{} holds more than a token; expected one word", place));
  }
  return {Secret(std::move(text)), ""};
}

TokenRead from_file(const std::filesystem::path& path, Owner owner) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    return wrong(fmt::format("{} can't be read ({}); expected a file that holds the token", path.string(),
                             std::generic_category().message(errno)));
  }
  if (!S_ISREG(found.st_mode))
    return wrong(fmt::format("{} is no file; expected one that holds the token", path.string()));
  if (owner == Owner::checked && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return wrong(
        fmt::format("{} may be read by others; expected its owner alone: chmod 600 {}", path.string(), path.string()));
  }
  if (owner == Owner::checked && found.st_uid != ::geteuid() && found.st_uid != 0) {
    return wrong(fmt::format("{} belongs to another user; expected the one that Facteur runs as", path.string()));
  }
  std::ifstream file(path, std::ios::binary);
  std::string text(longest_token, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || (file.gcount() == 0 && !file.eof()))
    return wrong(fmt::format("{} can't be read; expected a file that this user may read", path.string()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return checked(std::move(text), path.string());
}

const char* variable(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
}

}  // namespace

TokenRead find_token(const TokenPlace& place) {
  if (!place.file.empty()) return from_file(place.file, Owner::checked);
  if (!place.environment.empty()) {
    const char* value = variable(place.environment.c_str());
    if (value == nullptr)
      return wrong(fmt::format("the environment has no {}; expected the token in it", place.environment));
    return checked(value, fmt::format("the environment's {}", place.environment));
  }
  const char* folder = variable("CREDENTIALS_DIRECTORY");
  if (folder == nullptr) {
    return wrong(
        "there are no credentials here ($CREDENTIALS_DIRECTORY is not set); expected a start by systemd, with "
        "LoadCredential= in the unit");
  }
  if (place.credential.find('/') != std::string::npos)
    return wrong(fmt::format("\"{}\" is a path; expected a credential's name", place.credential));
  return from_file(std::filesystem::path(folder) / place.credential, Owner::systemd);
}

}  // namespace facteur
