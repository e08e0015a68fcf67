// What the loaders of the single kinds of files share while knowledge is being put together.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/toml_file.h"

namespace facteur {

// A `when` whose names are looked up once everything is loaded.
struct PendingWhen {
  Meaning topic;
  std::vector<LinedText> names;
  FileLine where;
};

// A [concepts.ID], [guides.ID] or [problems.ID] of a language file: another file's words in that language.
struct PendingWording {
  Meaning::Kind kind = Meaning::Kind::concept_;
  std::string id;
  LanguageId language = 0;
  Wording wording;
  std::vector<LinedText> patterns;
};

// Another concept that one names.
struct PendingConcept {
  std::uint16_t topic = 0;
  LinedText name;
  std::string_view key;
  std::vector<std::uint16_t> Concept::*named = nullptr;  // where it goes
};

struct PendingNotice {
  std::size_t provider = 0;
  std::size_t notice = 0;
  LinedText problem;
};

struct Loading {
  Knowledge& knowledge;
  Diagnostics& diagnostics;
  std::vector<PendingWhen> whens;
  std::vector<PendingWording> wordings;
  std::vector<PendingConcept> concepts;
  std::vector<PendingNotice> notices;
  std::vector<std::uint32_t> domain_lines;  // by DomainIndex::Id
  std::set<std::string, std::less<>> domain_endings;
  std::optional<FileLine> default_language;   // where a language is said to be the default one
  std::set<std::string, std::less<>> unread;  // the names of files that have errors of their own: to name one is right
};

// One file of a kind, its table already parsed.
void load_language(const std::string& id, TomlTable file, Loading&);
void load_concept(const std::string& id, TomlTable file, Loading&);
void load_guide(const std::string& id, TomlTable file, Loading&);
void load_problem(const std::string& id, TomlTable file, Loading&);
void load_provider(const std::string& id, TomlTable file, Loading&);
void load_addresses(TomlTable file, Loading&);

// Shared parts.
void add_pattern(const LinedText& pattern, Meaning meaning, std::optional<LanguageId> language, Spelling shortest,
                 const TomlTable& file, Loading&);
Wording read_wording(TomlTable& table, Meaning::Kind kind, Loading&);
std::vector<std::string> read_sources(TomlTable& file);
std::optional<LanguageId> language_named(std::string_view id, const Knowledge&);
void learn_spelling(std::string_view text, Lexicon&);
// Whether it may stand between the dots of a host's or domain's name, in lower case (RFC 1123, section 2.1).
bool is_label(std::string_view text);

// Looks up what pended, after the last file, and puts what was gathered in its place.
void resolve(Loading&);

}  // namespace facteur
