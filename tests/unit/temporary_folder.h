// A folder for one test's files.
#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace facteur::test {

// Empty at first, of this test alone, gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::canonical(std::filesystem::temp_directory_path()) / fresh_name()) {
    std::filesystem::create_directories(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Writes a file below the folder, with the folders that lead to it.
  std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  static std::string fresh_name() {
    std::random_device random;
    return "facteur-test-" + std::to_string(random()) + std::to_string(random());
  }

  std::filesystem::path path_;
};

}  // namespace facteur::test
