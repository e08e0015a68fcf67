#include "knowledge/load.h"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "knowledge/loading.h"

namespace facteur {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_topics = 10'000;
constexpr std::uintmax_t largest_topic = std::uintmax_t{2}
                                         << 20;  // a language, a concept, …: some are read at each start
constexpr std::uintmax_t largest_provider = std::uintmax_t{40} << 20;  // a million domains

constexpr std::array<std::string_view, 6> expected_names{"addresses.toml", "concepts", "guides",
                                                         "languages",      "problems", "providers"};

struct FileToLoad {
  fs::path path;
  std::string shown;  // "providers/nplus.toml"
  std::string id;     // "nplus"
};

// The names in a folder, in alphabetical order, without hidden ones and schemas.
std::vector<std::string> names_in(const fs::path& folder, const FileLine& where, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entries(folder, error); !error && entries != fs::directory_iterator();
       entries.increment(error)) {
    std::string name = entries->path().filename().string();
    if (!name.starts_with(".") && !name.ends_with(".schema.json")) names.push_back(std::move(name));
  }
  if (error)
    diagnostics.error(where, fmt::format("cannot be read: {}; expected a folder of TOML files", error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

// Whether the file lies in the knowledge, links followed. Where that can't be told, reading it says why.
bool lies_within(const fs::path& base, const fs::path& path) {
  std::error_code unknown;
  const fs::path real = fs::canonical(path, unknown);
  return unknown || std::mismatch(base.begin(), base.end(), real.begin(), real.end()).first == base.end();
}

// The TOML files in one folder of the base. What else lies there is warned of.
std::vector<FileToLoad> files_in(const fs::path& base, const std::string& folder, Diagnostics& diagnostics) {
  std::vector<FileToLoad> files;
  const FileLine where{folder, 0};
  const std::size_t errors = diagnostics.count(Severity::error);
  for (const std::string& name : names_in(base / folder, where, diagnostics)) {
    const fs::path path = base / folder / name;
    std::string shown = folder;
    shown.append("/").append(name);
    if (path.extension() == ".toml") {
      files.push_back({path, shown, path.stem().string()});
    } else {
      diagnostics.warning({shown, 0}, "is passed over; expected a name that ends in .toml");
    }
  }
  if (files.size() > most_topics) {
    diagnostics.error(where, fmt::format("has {} files; expected at most {}", files.size(), most_topics));
    files.clear();
  } else if (files.empty() && diagnostics.count(Severity::error) == errors) {
    diagnostics.warning(where, "holds no file that ends in .toml; expected one at least");
  }
  return files;
}

void warn_of_strangers(const fs::path& base, Diagnostics& diagnostics) {
  for (const std::string& name : names_in(base, {base.string(), 0}, diagnostics)) {
    if (std::find(expected_names.begin(), expected_names.end(), name) != expected_names.end()) continue;
    std::error_code unknown;
    const bool like_ours = name.ends_with(".toml") || fs::is_directory(base / name, unknown);
    if (!like_ours) continue;
    diagnostics.warning({name, 0}, fmt::format("is passed over; expected one of {}", fmt::join(expected_names, ", ")));
  }
}

std::optional<toml::table> read_within(const fs::path& base, const fs::path& path, const TomlSource& source,
                                       Diagnostics& diagnostics) {
  if (lies_within(base, path)) return read_toml(path, source, diagnostics);
  diagnostics.error({source.shown, 0}, "is a link out of the knowledge's folder; expected a file in it");
  return std::nullopt;
}

using Loader = void (*)(const std::string&, TomlTable, Loading&);

// Returns how many of the files could be read.
std::size_t load_files(const fs::path& base, const std::vector<FileToLoad>& files, Loader load, Loading& loading) {
  std::size_t read = 0;
  const std::uintmax_t largest = load == load_provider ? largest_provider : largest_topic;
  for (const FileToLoad& file : files) {
    const auto table = read_within(base, file.path, {file.shown, largest}, loading.diagnostics);
    if (!table) {
      loading.unread.insert(file.id);
      continue;
    }
    load(file.id, TomlTable(*table, file.shown, loading.diagnostics), loading);
    ++read;
  }
  return read;
}

void load_languages(const fs::path& base, Loading& loading) {
  const std::size_t errors = loading.diagnostics.count(Severity::error);
  auto files = files_in(base, "languages", loading.diagnostics);
  if (files.size() > language_limit) {
    const std::string message = fmt::format("has {} files; expected at most {}", files.size(), language_limit);
    loading.diagnostics.error({"languages", 0}, message);
    files.resize(language_limit);
  }
  for (const FileToLoad& file : files) loading.knowledge.languages.emplace_back().id = file.id;
  const std::size_t read = load_files(base, files, load_language, loading);
  // What couldn't be read may have been the default one.
  const bool all_seen = read == files.size() && (read > 0 || loading.diagnostics.count(Severity::error) == errors);
  if (!all_seen || loading.default_language) return;
  loading.diagnostics.error({"languages", 0}, "no language is the default; expected `default = true` in one file");
}

void report_duplicates(const std::vector<std::pair<DomainIndex::Id, DomainIndex::Id>>& duplicates, Loading& loading) {
  const auto place = [&](DomainIndex::Id id) {
    const Provider& provider = loading.knowledge.provider_of(id);
    return FileLine{provider.where.file, loading.domain_lines[id]};
  };
  for (const auto& [first, second] : duplicates) {
    const FileLine other = place(first);
    loading.diagnostics.error(place(second),
                              fmt::format("domain `{}` is given twice; it stands in {}:{} already",
                                          loading.knowledge.domains.name(second), other.file, other.line));
  }
}

void compile_patterns(Loading& loading) {
  try {
    loading.knowledge.expressions.compile();
    loading.knowledge.secrets.compile();
  } catch (const std::runtime_error& error) {
    loading.diagnostics.error({"the patterns of all files", 0}, error.what());
  }
}

void load_everything(const fs::path& base, Loading& loading) {
  Diagnostics& diagnostics = loading.diagnostics;
  warn_of_strangers(base, diagnostics);
  load_languages(base, loading);
  const TomlSource addresses{"addresses.toml", largest_topic};
  const auto table = read_within(base, base / addresses.shown, addresses, diagnostics);
  if (table) load_addresses(TomlTable(*table, addresses.shown, diagnostics), loading);
  load_files(base, files_in(base, "concepts", diagnostics), load_concept, loading);
  load_files(base, files_in(base, "guides", diagnostics), load_guide, loading);
  load_files(base, files_in(base, "problems", diagnostics), load_problem, loading);
  load_files(base, files_in(base, "providers", diagnostics), load_provider, loading);
  resolve(loading);
  report_duplicates(loading.knowledge.domains.freeze(), loading);
  loading.knowledge.phrases.freeze();
  if (!diagnostics.has_errors()) compile_patterns(loading);
}

}  // namespace

Loaded load_knowledge(const fs::path& base) {
  Loaded loaded;
  std::error_code error;
  const fs::path real = fs::canonical(base, error);
  if (error || !fs::is_directory(real, error)) {
    loaded.diagnostics.error({base.string(), 0},
                             "is not a folder that can be read; expected the knowledge (see --knowledge)");
    return loaded;
  }
  auto knowledge = std::make_shared<Knowledge>();
  for (std::size_t cue = 0; cue < static_cast<std::size_t>(Cue::count_); ++cue) {
    knowledge->cues.emplace_back(to_string(static_cast<Cue>(cue)));
  }
  Loading loading{*knowledge, loaded.diagnostics, {}, {}, {}, {}, {}, {}, {}, {}};
  load_everything(real, loading);
  if (!loaded.diagnostics.has_errors()) loaded.knowledge = std::move(knowledge);
  malloc_trim(0);  // parsing leaves much free memory behind, and the knowledge stays for long
  return loaded;
}

}  // namespace facteur
