// Any bytes as one file of the knowledge, beside files that are sound. The first line says which: its first letter is
// c (a concept), g (a guide), p (a problem), d (a provider and its domains), l (a language), a (addresses.toml).
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bot/assistant.h"
#include "bot/outcome_json.h"
#include "knowledge/check.h"
#include "tests/fuzz/promises.h"

namespace fs = std::filesystem;
using facteur::Knowledge;
using facteur::Loaded;
using facteur::fuzz::hold;

namespace {

void write(const fs::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  hold(static_cast<bool>(file.flush()), "the temporary folder can be written");
}

std::string language(std::string_view name, bool is_default) {
  std::string text =
      "name = \"" + std::string(name) + "\"\n" + (is_default ? "default = true\n" : "") +
      "function_words = \"le la the\"\nhelp_commands = [\"help\"]\nforget_commands = [\"forget\"]\n[phrases]\n";
  for (const facteur::PhraseRule& rule : facteur::phrase_rules()) {
    text += std::string(rule.name) + " = \"" + std::string(rule.name);
    for (const std::string_view placeholder : rule.placeholders)
      text += placeholder.empty() ? "" : " {" + std::string(placeholder) + "}";
    text += "\"\n";
  }
  return text +
         "[cues]\nsend = [\"send\", 'en(?:voyer|voi)']\ncannot = [\"cannot\"]\nwhat = [\"what\"]\nown = [\"own\"]\n";
}

constexpr std::string_view addresses = "host_prefixes = [\"imap\"]\ndomain_endings = [\"org\"]\n";

// A small sound base of one file each, in memory where the system has a folder there; gone at the end.
class Base {
 public:
  Base()
      : path_((fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
              ("facteur-knowledge-fuzz-" + std::to_string(getpid()))) {
    for (const char* folder : {"concepts", "guides", "problems", "providers", "languages"})
      fs::create_directories(path_ / folder);
    write(path_ / "languages/en.toml", language("English", true));
    write(path_ / "addresses.toml", addresses);
    write(path_ / "concepts/imap.toml",
          "source = \"x\"\nprotocol = \"imap\"\nkeywords = [\"imap\"]\n[en]\ntitle = \"IMAP\"\ntext = \"keeps\"\n");
    write(path_ / "guides/other.toml", "source = \"x\"\nclient = \"other\"\n[en]\ntitle = \"any\"\ntext = \"steps\"\n");
    write(path_ / "problems/cannot-send.toml",
          "source = \"x\"\nwhen = [[\"cannot\", \"send\"]]\n[en]\ntitle = \"t\"\nfirst = \"f\"\ntext = \"t\"\n");
    write(path_ / "providers/one.toml",
          "name = \"One\"\ndomains = [\"example.org\"]\nsource = \"x\"\n[imap]\nincoming = { host = "
          "\"imap.example.org\", port = 993, security = \"tls\" }\n");
  }
  Base(const Base&) = delete;
  Base& operator=(const Base&) = delete;
  ~Base() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  // Loads the base with `text` as a file of that kind.
  Loaded loaded_with(char kind, std::string_view text) const {
    const fs::path added = path_ / place_of(kind);
    write(added, text);
    Loaded loaded = facteur::load_knowledge(path_);
    if (kind == 'a')
      write(added, addresses);
    else
      fs::remove(added);
    return loaded;
  }

  static const char* place_of(char kind) {
    switch (kind) {
      case 'c':
        return "concepts/fuzzed.toml";
      case 'g':
        return "guides/fuzzed.toml";
      case 'p':
        return "problems/fuzzed.toml";
      case 'd':
        return "providers/fuzzed.toml";
      case 'l':
        return "languages/fr.toml";
      default:
        return "addresses.toml";
    }
  }

 private:
  fs::path path_;
};

void hold_promises_of_diagnostics(const facteur::Diagnostics& diagnostics, std::size_t lines) {
  for (const facteur::Diagnostic& each : diagnostics.all()) {
    hold(!each.message.empty() && !each.where.file.empty(), "a complaint says what and where");
    hold(each.where.line <= std::max<std::size_t>(lines, 100), "a complaint's line is in the file");
    static_cast<void>(nlohmann::json(to_string(each)).dump());  // throws unless it is UTF-8
  }
}

void answer_with(const Knowledge& knowledge, std::string_view text) {
  for (const std::string_view message :
       {std::string_view("what is imap"), std::string_view("cannot send, marie@example.org own"), text}) {
    const auto outcome = respond({std::string(message)}, {}, facteur::Time{}, knowledge);
    hold(nlohmann::json::accept(to_json(outcome, knowledge)), "whatever the knowledge says, the outcome is JSON");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Base base;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t first_line = std::min(input.find('\n'), input.size());
  const char kind = input.empty() ? 'c' : input.front();
  const std::string_view text = input.substr(std::min(first_line + 1, input.size()));
  Loaded loaded = base.loaded_with(std::string_view("cgpdl").find(kind) == std::string_view::npos ? 'a' : kind, text);
  hold((loaded.knowledge == nullptr) == loaded.diagnostics.has_errors(), "knowledge loads unless there is an error");
  if (loaded.knowledge) {
    check_knowledge(*loaded.knowledge, loaded.diagnostics);
    answer_with(*loaded.knowledge, text);
  }
  hold_promises_of_diagnostics(loaded.diagnostics,
                               static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2);
  return 0;
}
