// Concepts, guides and problems: a file each, with words for its subject in every language.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "knowledge/fold.h"
#include "knowledge/loading.h"

namespace facteur {
namespace {

// What a program may be called in the answers' JSON.
constexpr std::array<std::string_view, 7> clients{"outlook", "thunderbird", "apple-mail", "iphone",
                                                  "android", "gmail",       "other"};

bool is_link(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme)) return false;
  url.remove_prefix(scheme.size());
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return c > ' ' && c < '\x7F' && std::string_view("<>()\"\\").find(c) == std::string_view::npos;
  });
  return plain && url.find_first_of("/?#") != 0 && !url.empty();
}

std::optional<Link> read_link(TomlTable& table) {
  const auto title = table.required_text("title");
  const auto url = table.required_text("url");
  table.finish();
  if (!title || !url) return std::nullopt;
  if (!is_link(*url)) {
    table.error("url",
                fmt::format("`{}` is no link; expected https://… without spaces, brackets or accents", shown(*url)));
    return std::nullopt;
  }
  return Link{*title, *url};
}

void read_whens(TomlTable& file, Meaning topic, Loading& loading) {
  const FileLine where = file.where("when");
  for (auto& names : file.text_lists("when")) {
    if (names.size() < 2) {
      file.error(
          "when",
          "a list in `when` has fewer than two names; expected what stands together, such as [\"cannot\", \"send\"]");
      continue;
    }
    loading.whens.push_back({topic, std::move(names), where});
  }
}

// Everything that concepts, guides and problems have in common.
void read_topic(const std::string& id, TomlTable& file, Meaning meaning, Topic& topic, Loading& loading) {
  topic.id = id;
  topic.where = file.at(0);
  topic.sources = read_sources(file);
  topic.telling = file.boolean("telling").value_or(false);
  topic.wordings.resize(loading.knowledge.languages.size());
  for (const LinedText& keyword : file.texts("keywords")) {
    add_pattern(keyword, meaning, std::nullopt, Spelling::tolerant, file, loading);
  }
  for (const LinedText& pattern : file.texts("patterns")) {
    add_pattern(pattern, meaning, std::nullopt, Spelling::exact, file, loading);
  }
  read_whens(file, meaning, loading);
  for (std::size_t language = 0; language < loading.knowledge.languages.size(); ++language) {
    auto table = file.table(loading.knowledge.languages[language].id);
    if (!table) continue;
    topic.wordings[language] = read_wording(*table, meaning.kind, loading);
    for (const LinedText& pattern : table->texts("patterns")) {
      add_pattern(pattern, meaning, static_cast<LanguageId>(language), Spelling::exact, file, loading);
    }
    table->finish();
  }
}

template <typename Value>
std::optional<Value> read_name(TomlTable& file, std::string_view key, std::optional<Value> (*from)(std::string_view),
                               std::string_view expected) {
  const auto name = file.text(key);
  if (!name) return std::nullopt;
  const auto value = from(*name);
  if (!value) file.error(key, fmt::format("{} `{}` is unknown; expected {}", key, shown(*name), expected));
  return value;
}

int read_rank(TomlTable& file) {
  constexpr std::int64_t highest = 9;
  const std::int64_t rank = file.integer("rank").value_or(1);
  if (rank >= 1 && rank <= highest) return static_cast<int>(rank);
  file.error("rank", fmt::format("rank {} is not 1 to {}", rank, highest));
  return 1;
}

// The guide that the file names; guides are loaded before problems.
std::optional<std::uint16_t> read_guide(TomlTable& file, const Loading& loading) {
  const auto id = file.text("guide");
  if (!id) return std::nullopt;
  const auto& guides = loading.knowledge.guides;
  const auto guide = std::find_if(guides.begin(), guides.end(), [&](const Guide& each) { return each.id == *id; });
  if (guide != guides.end()) return static_cast<std::uint16_t>(guide - guides.begin());
  if (!loading.unread.contains(*id))
    file.error("guide", fmt::format("`{}` is unknown; expected the name of a file in guides", shown(*id)));
  return std::nullopt;
}

constexpr std::string_view of_a_language = "the table of a language needs that language's file in languages/";

Meaning next(Meaning::Kind kind, std::size_t size) { return {kind, static_cast<std::uint16_t>(size)}; }

}  // namespace

Wording read_wording(TomlTable& table, Meaning::Kind kind, Loading& loading) {
  Wording wording;
  wording.where = table.where();
  wording.title = table.required_text("title").value_or("");
  if (kind == Meaning::Kind::problem) wording.first = table.required_text("first").value_or("");
  wording.text = table.required_text("text").value_or("");
  if (kind == Meaning::Kind::guide) {
    if (table.has("existing")) wording.existing = table.required_text("existing").value_or("");
    if (const auto unknown = unknown_placeholder(guide_placeholders, wording.text))
      table.error("text", fmt::format("`{{{}}}` is unknown in a guide; expected {{protocol}}", shown(*unknown)));
  }
  for (TomlTable& link : table.tables("links")) {
    if (auto read = read_link(link)) wording.links.push_back(std::move(*read));
  }
  for (LinedText& example : table.texts("examples")) wording.examples.push_back(std::move(example.text));
  for (const std::string* text : {&wording.title, &wording.first, &wording.text}) {
    learn_spelling(*text, loading.knowledge.lexicon);
  }
  return wording;
}

void load_concept(const std::string& id, TomlTable file, Loading& loading) {
  auto& concepts = loading.knowledge.concepts;
  const Meaning meaning = next(Meaning::Kind::concept_, concepts.size());
  Concept& topic = concepts.emplace_back();
  topic.protocol = read_name(file, "protocol", protocol_from, "imap, pop or smtp");
  topic.direction = read_name(file, "direction", direction_from, "incoming or outgoing");
  topic.field = read_name(file, "field", field_from, "host, port, security, username or authentication");
  topic.security = read_name(file, "security", security_from, "tls, starttls or none");
  const auto name_others = [&](std::string_view key, std::vector<std::uint16_t> Concept::*named) {
    for (const LinedText& name : file.texts(key)) loading.concepts.push_back({meaning.index, name, key, named});
  };
  name_others("compares", &Concept::compares);
  name_others("kind_of", &Concept::kind_of);
  read_topic(id, file, meaning, topic, loading);
  file.finish(of_a_language);
}

void load_guide(const std::string& id, TomlTable file, Loading& loading) {
  auto& guides = loading.knowledge.guides;
  const Meaning meaning = next(Meaning::Kind::guide, guides.size());
  Guide& topic = guides.emplace_back();
  topic.client = file.text("client").value_or("");
  topic.rank = read_rank(file);
  topic.shows_settings = file.boolean("shows_settings").value_or(true);
  if (!topic.client.empty() && std::find(clients.begin(), clients.end(), topic.client) == clients.end()) {
    file.error("client", fmt::format("client `{}` is unknown; expected one of {}", shown(topic.client),
                                     fmt::join(clients, ", ")));
  }
  read_topic(id, file, meaning, topic, loading);
  file.finish(of_a_language);
}

void load_problem(const std::string& id, TomlTable file, Loading& loading) {
  auto& problems = loading.knowledge.problems;
  const Meaning meaning = next(Meaning::Kind::problem, problems.size());
  Problem& topic = problems.emplace_back();
  topic.shows_settings = file.boolean("shows_settings").value_or(false);
  topic.told_only = file.boolean("told_only").value_or(false);
  topic.of_no_program = file.boolean("of_no_program").value_or(false);
  topic.near_mail = file.boolean("near_mail").value_or(false);
  topic.invites_password = file.boolean("invites_password").value_or(false);
  topic.outweighs_settings = file.boolean("outweighs_settings").value_or(false);
  topic.guide = read_guide(file, loading);
  read_topic(id, file, meaning, topic, loading);
  file.finish(of_a_language);
}

}  // namespace facteur
