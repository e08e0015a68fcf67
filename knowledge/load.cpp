#include "knowledge/load.h"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <system_error>

#include "knowledge/loading.h"

namespace facteur {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_topics = 10'000;

struct FileToLoad {
  fs::path path;
  std::string shown;  // "providers/nplus.toml"
  std::string id;     // "nplus"
};

// The TOML files in one folder of the base, in alphabetical order. Other files there are warned of, except schemas and hidden ones.
std::vector<FileToLoad> files_in(const fs::path& base, const std::string& folder, Diagnostics& diagnostics) {
  std::vector<FileToLoad> files;
  std::error_code error;
  fs::directory_iterator entries(base / folder, error);
  if (error) {
    diagnostics.error({folder, 0}, fmt::format("cannot be read: {}; expected a folder of TOML files", error.message()));
    return files;
  }
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    const fs::path& path = entries->path();
    const std::string name = path.filename().string();
    if (name.starts_with(".") || name.ends_with(".schema.json")) continue;
    const std::string shown = folder + "/" + name;
    if (path.extension() != ".toml") {
      diagnostics.warning({shown, 0}, "is passed over; expected a name that ends in .toml");
      continue;
    }
    files.push_back({path, shown, path.stem().string()});
  }
  if (error) diagnostics.error({folder, 0}, fmt::format("cannot be read further: {}", error.message()));
  std::sort(files.begin(), files.end(), [](const FileToLoad& a, const FileToLoad& b) { return a.id < b.id; });
  if (files.size() > most_topics) {
    diagnostics.error({folder, 0}, fmt::format("has {} files; expected at most {}", files.size(), most_topics));
    files.clear();
  }
  return files;
}

using Loader = void (*)(const std::string&, TomlTable, Loading&);

void load_files(const std::vector<FileToLoad>& files, Loader load, Loading& loading) {
  for (const FileToLoad& file : files) {
    const auto table = read_toml(file.path, file.shown, loading.diagnostics);
    if (table) load(file.id, TomlTable(*table, file.shown, loading.diagnostics), loading);
  }
}

void load_languages(const fs::path& base, Loading& loading) {
  const auto files = files_in(base, "languages", loading.diagnostics);
  for (const FileToLoad& file : files) loading.knowledge.languages.emplace_back().id = file.id;
  load_files(files, load_language, loading);
  const auto& languages = loading.knowledge.languages;
  const auto defaults = std::count_if(languages.begin(), languages.end(), [](const Language& each) { return each.is_default; });
  if (defaults != 1 && !loading.diagnostics.has_errors()) {
    loading.diagnostics.error({"languages", 0}, fmt::format("{} languages have default = true; expected one", defaults));
  }
}

void report_duplicates(const std::vector<std::pair<DomainIndex::Id, DomainIndex::Id>>& duplicates, Loading& loading) {
  const auto place = [&](DomainIndex::Id id) {
    const Provider& provider = loading.knowledge.providers[loading.knowledge.domains.provider(id)];
    return FileLine{provider.where.file, loading.domain_lines[id]};
  };
  for (const auto& [first, second] : duplicates) {
    const FileLine other = place(first);
    loading.diagnostics.error(place(second), fmt::format("domain `{}` is given twice; it stands in {}:{} already",
                                                         loading.knowledge.domains.name(second), other.file, other.line));
  }
}

void compile_patterns(Loading& loading) {
  Knowledge& knowledge = loading.knowledge;
  try {
    knowledge.phrases.compile();
  } catch (const std::runtime_error& error) {
    loading.diagnostics.error({"languages", 0}, error.what());
  }
}

}  // namespace

Loaded load_knowledge(const fs::path& base) {
  Loaded loaded;
  auto knowledge = std::make_shared<Knowledge>();
  Loading loading{*knowledge, loaded.diagnostics, {}, {}, {}, {}, {}};
  for (std::size_t cue = 0; cue < static_cast<std::size_t>(Cue::count_); ++cue) {
    knowledge->cues.emplace_back(to_string(static_cast<Cue>(cue)));
  }
  std::error_code error;
  if (!fs::is_directory(base, error)) {
    loaded.diagnostics.error({base.string(), 0}, "is not a folder that can be read; expected the knowledge (see --knowledge)");
    return loaded;
  }
  load_languages(base, loading);
  const auto addresses = read_toml(base / "addresses.toml", "addresses.toml", loaded.diagnostics);
  if (addresses) load_addresses(TomlTable(*addresses, "addresses.toml", loaded.diagnostics), loading);
  load_files(files_in(base, "concepts", loaded.diagnostics), load_concept, loading);
  load_files(files_in(base, "guides", loaded.diagnostics), load_guide, loading);
  load_files(files_in(base, "problems", loaded.diagnostics), load_problem, loading);
  load_files(files_in(base, "providers", loaded.diagnostics), load_provider, loading);
  resolve(loading);
  report_duplicates(knowledge->domains.freeze(), loading);
  if (!loaded.diagnostics.has_errors()) compile_patterns(loading);
  if (!loaded.diagnostics.has_errors()) loaded.knowledge = std::move(knowledge);
  malloc_trim(0);  // parsing leaves much free memory behind, and the knowledge stays for long
  return loaded;
}

}  // namespace facteur
