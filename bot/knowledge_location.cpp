#include "bot/knowledge_location.h"

#include <stdexcept>
#include <system_error>

namespace facteur {

std::filesystem::path knowledge_beside(const std::filesystem::path& program) {
  const auto folder = (program.parent_path() / "../share/facteur/knowledge").lexically_normal();
  std::error_code missing;
  auto found = std::filesystem::canonical(folder, missing);
  return missing ? folder : found;
}

std::filesystem::path default_knowledge() {
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  if (unknown) {
    throw std::runtime_error("cannot find the installed knowledge, because /proc/self/exe says \"" + unknown.message() +
                             "\": name its folder with --knowledge DIR");
  }
  return knowledge_beside(program);
}

}  // namespace facteur
