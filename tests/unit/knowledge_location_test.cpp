#include "bot/knowledge_location.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/catch.h"

namespace fs = std::filesystem;

namespace {

// An empty folder of this process alone, gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(fs::canonical(fs::temp_directory_path()) / ("facteur-location-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("an installed program finds the knowledge installed with it") {
  CHECK(facteur::knowledge_beside("/usr/bin/facteur") == "/usr/share/facteur/knowledge");
  CHECK(facteur::knowledge_beside("/opt/facteur-1/bin/facteur") == "/opt/facteur-1/share/facteur/knowledge");
}

TEST_CASE("a link to the knowledge is followed, so that messages name the files an agent edits") {
  const TemporaryFolder root;
  fs::create_directories(root.path() / "source/knowledge/base");
  fs::create_directories(root.path() / "build/bot");
  fs::create_directories(root.path() / "build/share/facteur");
  fs::create_directory_symlink(root.path() / "source/knowledge/base", root.path() / "build/share/facteur/knowledge");
  CHECK(facteur::knowledge_beside(root.path() / "build/bot/facteur") == root.path() / "source/knowledge/base");
}

TEST_CASE("a program run from its build folder finds the knowledge of its sources") {
  CHECK(facteur::default_knowledge() == fs::canonical(fs::path(FACTEUR_SOURCE_DIR) / "knowledge/base"));
}
