#include "knowledge/load.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/catch.h"
#include "tests/unit/temporary_folder.h"

namespace facteur {
namespace {

using test::TemporaryFolder;
using Lines = std::vector<std::string>;

std::string phrases() {
  std::string toml = "[phrases]\n";
  for (const PhraseRule& rule : phrase_rules()) {
    toml += std::string(rule.name) + " = \"" + std::string(rule.name);
    for (const std::string_view placeholder : rule.placeholders) {
      if (!placeholder.empty()) toml += " {" + std::string(placeholder) + "}";
    }
    toml += "\"\n";
  }
  return toml;
}

// The least that loads: two languages, and a file of each kind that refers to others.
class SmallBase : public TemporaryFolder {
 public:
  SmallBase() {
    write("addresses.toml", "host_prefixes = ['imap']\ndomain_endings = ['org', 'ca']\n");
    write("languages/aa.toml", "name = 'A'\nfunction_words = 'Le café, LE'\n" + phrases() +
                                   "[cues]\nask = ['quel', 'd ou']\nown = ['zut']\n");
    write("languages/bb.toml", "name = 'B'\ndefault = true\nfunction_words = 'the'\nhelp_commands = 'aid'\n" +
                                   phrases() +
                                   "[cues]\nask = 'which'\nown = ['drat']\n[concepts.tea]\ntitle = 'Tea in B'\ntext = "
                                   "'Green'\npatterns = ['brew']\n");
    write("concepts/tea.toml",
          "source = 'RFC 1'\nprotocol = 'imap'\nkeywords = ['thee']\n[aa]\ntitle = 'Tea'\ntext = '''\nHot\n'''\n"
          "links = [ { title = 'L', url = 'https://example.org/a' } ]\nexamples = ['q']\npatterns = ['the chaud', "
          "'infusions?']\n");
    write(
        "concepts/tea-or-coffee.toml",
        "source = ['RFC 1', 'RFC 2']\ncompares = ['tea', 'coffee']\nkind_of = 'tea'\n[bb]\ntitle = 'T'\ntext = 'T'\n");
    write("concepts/coffee.toml",
          "source = 'RFC 1'\ndirection = 'outgoing'\nfield = 'port'\ntelling = true\n[bb]\ntitle = 'C'\ntext = 'C'\n");
    write("guides/kettle.toml", "source = 'RFC 1'\nclient = 'other'\nrank = 2\n[bb]\ntitle = 'K'\ntext = 'K'\n");
    write("problems/cold.toml",
          "source = 'RFC 1'\nshows_settings = true\nwhen = [['own', 'tea'], ['kettle', 'ask', 'own']]\n"
          "[bb]\ntitle = 'C'\nfirst = 'Try'\ntext = 'C'\n");
    write("providers/p.toml", provider("['example.org', 'exemple.paris']") +
                                  "[[notice]]\ndate = '2027-01-31'\nsource = 'x'\nproblems = ['cold']\nbb = 'Soon'\n");
  }

  static std::string provider(const std::string& domains) {
    return "name = 'P'\nsource = 'x'\nusername = 'local-part'\ndomains = " + domains +
           "\n[imap]\nincoming = { host = 'imap.example.org', port = 993, security = 'tls', authentication = 'oauth2' "
           "}\n"
           "outgoing = { host = 'smtp.example.org', port = 587, security = 'starttls' }\n";
  }
};

Lines complaints(const TemporaryFolder& base) {
  Lines lines;
  const Loaded loaded = load_knowledge(base.path());
  CHECK((loaded.knowledge == nullptr) == loaded.diagnostics.has_errors());
  for (const Diagnostic& each : loaded.diagnostics.all()) lines.push_back(to_string(each));
  return lines;
}

std::vector<std::string> meanings_of(std::string_view word, const Knowledge& knowledge) {
  std::vector<std::string> names;
  const KnownWord* known = knowledge.lexicon.find(word);
  if (known == nullptr) return {"(unknown)"};
  for (const std::uint32_t pattern : known->patterns)
    names.emplace_back(knowledge.name_of(knowledge.patterns[pattern].meaning));
  return names;
}

}  // namespace

TEST_CASE("every field of every kind of file reaches the knowledge") {
  const SmallBase base;
  CHECK(complaints(base).empty());
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);

  REQUIRE(knowledge->languages.size() == 2);
  CHECK(knowledge->languages[0].id == "aa");
  CHECK(knowledge->languages[1].name == "B");
  CHECK(knowledge->default_language() == 1);
  CHECK(knowledge->languages[1].help_commands == Lines{"aid"});
  CHECK(knowledge->languages[0].phrases[static_cast<std::size_t>(Phrase::settings_lead)] ==
        "settings_lead {what} {domain} {value}");
  REQUIRE(knowledge->lexicon.find("le") != nullptr);
  CHECK(knowledge->lexicon.find("le")->is_function_word_of(0));
  CHECK_FALSE(knowledge->lexicon.find("le")->is_function_word_of(1));
  CHECK(knowledge->lexicon.knows("the"));

  REQUIRE(knowledge->concepts.size() == 3);  // in the order of their names
  const Concept& coffee = knowledge->concepts[0];
  const Concept& compared = knowledge->concepts[1];
  const Concept& tea = knowledge->concepts[2];
  CHECK(coffee.id == "coffee");
  CHECK(coffee.direction == Direction::outgoing);
  CHECK(coffee.field == Field::port);
  CHECK(coffee.telling);
  CHECK(compared.compares == std::vector<std::uint16_t>{2, 0});
  CHECK(compared.kind_of == std::vector<std::uint16_t>{2});
  CHECK(compared.sources == Lines{"RFC 1", "RFC 2"});
  CHECK(knowledge->concept_named("tea") == &tea);
  CHECK(knowledge->concept_named("te") == nullptr);
  CHECK(tea.protocol == Protocol::imap);
  CHECK(tea.where == FileLine{"concepts/tea.toml", 0});
  REQUIRE(tea.wordings[0].has_value());
  CHECK(tea.wordings[0]->text == "Hot\n");
  CHECK(tea.wordings[0]->examples == Lines{"q"});
  REQUIRE(tea.wordings[0]->links.size() == 1);
  CHECK(tea.wordings[0]->links[0].url == "https://example.org/a");

  REQUIRE(knowledge->guides.size() == 1);
  CHECK(knowledge->guides[0].client == "other");
  CHECK(knowledge->guides[0].rank == 2);
  REQUIRE(knowledge->problems.size() == 1);
  CHECK(knowledge->problems[0].shows_settings);
  CHECK(knowledge->problems[0].wordings[1]->first == "Try");

  REQUIRE(knowledge->providers.size() == 1);
  const Provider& provider = knowledge->providers[0];
  CHECK(provider.username == UserName::local_part);
  CHECK_FALSE(provider.pop.has_value());
  REQUIRE(provider.imap.has_value());
  CHECK(provider.imap->incoming == Server{"imap.example.org", 993, Security::tls, Authentication::oauth2});
  CHECK(provider.imap->outgoing == Server{"smtp.example.org", 587, Security::starttls, std::nullopt});
  CHECK(provider.imap->outgoing_where == FileLine{"providers/p.toml", 7});
  REQUIRE(provider.notices.size() == 1);
  CHECK(provider.notices[0].text == Lines{"", "Soon"});
  CHECK(provider.notices[0].problems == std::vector<std::uint16_t>{0});
  CHECK(knowledge->hosts.contains("smtp.example.org"));
  CHECK(knowledge->domains.exact("exemple.paris").has_value());
}

TEST_CASE("words and phrases lead to what they were written for") {
  const SmallBase base;
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  CHECK(meanings_of("thee", *knowledge) == Lines{"tea"});
  CHECK(meanings_of("infusion", *knowledge) == Lines{"tea"});
  CHECK(meanings_of("infusions", *knowledge) == Lines{"tea"});
  CHECK(meanings_of("brew", *knowledge) == Lines{"tea"});
  CHECK(meanings_of("quel", *knowledge) == Lines{"ask"});
  CHECK(meanings_of("zut", *knowledge) == Lines{"own"});
  CHECK(meanings_of("drat", *knowledge) == Lines{"own"});
  CHECK(knowledge->expression_patterns.empty());
  const auto word = [&](std::string_view text) {
    const KnownWord* known = knowledge->lexicon.find(text);
    return known == nullptr ? std::uint32_t{0} : known->number;
  };
  const auto node = knowledge->phrases.next(knowledge->phrases.next(PhraseTree::root, word("the")), word("chaud"));
  std::vector<std::uint32_t> ending;
  knowledge->phrases.each_pattern(node, [&](std::uint32_t pattern) { ending.push_back(pattern); });
  REQUIRE(ending.size() == 1);
  const PatternInfo& chaud = knowledge->patterns[ending.front()];
  CHECK(chaud.text == "the chaud");
  CHECK(chaud.language == LanguageId{0});
  CHECK(chaud.where == FileLine{"concepts/tea.toml", 11});
}

TEST_CASE("a keyword may be misspelt whatever its length from four letters on, another word from six") {
  const SmallBase base;
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  CHECK(knowledge->lexicon.nearest("theee") == std::vector<std::string_view>{"thee"});
  CHECK(knowledge->lexicon.nearest("infusin") == std::vector<std::string_view>{"infusion"});
  CHECK(knowledge->lexicon.nearest("brwe").empty());
}

TEST_CASE("a language's own file may hold the words of any topic") {
  const SmallBase base;
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  const Concept& tea = *knowledge->concept_named("tea");
  CHECK(wording(tea, 1, 0).title == "Tea in B");
  CHECK(wording(tea, 0, 1).title == "Tea");
  const Concept& coffee = *knowledge->concept_named("coffee");
  CHECK(wording(coffee, 0, 1).title == "C");  // no words in A: those of the default language
  CHECK(wording(coffee, 0, 0).title == "C");  // nor there: those there are
}

TEST_CASE("what stands together is looked up, cues first") {
  const SmallBase base;
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  const auto& when = knowledge->problems[0].when;
  REQUIRE(when.size() == 2);
  Lines names;
  for (const Meaning& meaning : when[1].meanings) names.emplace_back(knowledge->name_of(meaning));
  CHECK(names == Lines{"kettle", "ask", "own"});
  CHECK(when[0].meanings[1] == Meaning{Meaning::Kind::concept_, 2});
  CHECK(knowledge->topic_of(when[0].meanings[0]) == nullptr);
  CHECK(knowledge->topic_of(when[0].meanings[1]) == &knowledge->concepts[2]);
}

TEST_CASE("the ending of every domain given counts as one, so that a new one needs no other file") {
  const SmallBase base;
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  CHECK(knowledge->domain_endings == Lines{"ca", "org", "paris"});
}

TEST_CASE("files are read in the order of their names, whatever the folder's") {
  const SmallBase base;
  base.write("providers/a.toml", SmallBase::provider("['a.example.org']"));
  base.write("providers/z.toml", SmallBase::provider("['z.example.org']"));
  const auto knowledge = load_knowledge(base.path()).knowledge;
  REQUIRE(knowledge != nullptr);
  CHECK(knowledge->providers[0].id == "a");
  CHECK(knowledge->providers[1].id == "p");
  CHECK(knowledge->providers[2].id == "z");
}

TEST_CASE("the knowledge may be reached by a link, but nothing outside is read") {
  const SmallBase base;
  const TemporaryFolder outside;
  outside.write("secret.toml", SmallBase::provider("['secret.org']"));
  std::filesystem::create_directory_symlink(base.path(), outside.path() / "link");
  CHECK(load_knowledge(outside.path() / "link").knowledge != nullptr);

  std::filesystem::create_symlink("p.toml", base.path() / "providers/.hidden.toml");
  std::filesystem::rename(base.path() / "providers/p.toml", base.path() / "providers/.real");
  std::filesystem::create_symlink(".real", base.path() / "providers/p.toml");
  CHECK(complaints(base).empty());

  std::filesystem::create_symlink(outside.path() / "secret.toml", base.path() / "providers/out.toml");
  CHECK(complaints(base) ==
        Lines{"providers/out.toml: error: is a link out of the knowledge's folder; expected a file in it"});
  std::filesystem::remove(base.path() / "providers/out.toml");

  std::filesystem::rename(base.path() / "guides", outside.path() / "guides");
  std::filesystem::create_directory_symlink(outside.path() / "guides", base.path() / "guides");
  CHECK(complaints(base).front() ==
        "guides/kettle.toml: error: is a link out of the knowledge's folder; expected a file in it");
}

TEST_CASE("hidden files and schemas are let be; what else isn't ours is warned of, and the rest loads") {
  const SmallBase base;
  base.write("concepts/.tea.toml.swp", "\xFF");
  base.write("concepts/concept.schema.json", "{");
  base.write("README.md", "hello");
  base.write("addresses.schema.json", "{");
  base.write("concepts/tea.toml~", "\xFF");
  base.write("concept/tea.toml", "\xFF");
  base.write("p.toml", "\xFF");
  CHECK(complaints(base) == Lines{"concept: warning: is passed over; expected one of addresses.toml, concepts, guides, "
                                  "languages, problems, providers",
                                  "p.toml: warning: is passed over; expected one of addresses.toml, concepts, guides, "
                                  "languages, problems, providers",
                                  "concepts/tea.toml~: warning: is passed over; expected a name that ends in .toml"});
}

TEST_CASE("all errors of all files are told at once, and nothing is loaded") {
  const SmallBase base;
  base.write("addresses.toml", "host_prefixes = ['imap']\n");
  base.write("concepts/coffee.toml", "fiedl = 'port'\n");
  base.write("problems/cold.toml", "source = 'x'\nwhen = [['own', 'tae'], ['kettle']]\n");
  base.write("providers/p.toml", SmallBase::provider("['example.org']"));
  base.write("providers/q.toml", SmallBase::provider("[\n'a.org',\n'example.org']"));
  CHECK(
      complaints(base) ==
      Lines{"addresses.toml:1: error: the file has no `domain_endings`; expected an array of strings",
            std::string("concepts/coffee.toml:1: error: there is no `source`; expected where the facts come from: an "
                        "address, an RFC, a page's name"),
            "concepts/coffee.toml:1: error: unknown key `fiedl`; did you mean `field`?",
            "problems/cold.toml:2: error: a list in `when` has fewer than two names; expected what stands together, "
            "such as "
            "[\"cannot\", \"send\"]",
            "problems/cold.toml:2: error: `tae` in `when` is unknown; did you mean `tea`?",
            "concepts/coffee.toml: error: has words in no language; expected a table such as [fr]",
            "problems/cold.toml: error: has words in no language; expected a table such as [fr]",
            "providers/q.toml:6: error: domain `example.org` is given twice; it stands in providers/p.toml:4 already"});
}

TEST_CASE("a file with an error of its own isn't missed by those that name it; what is misspelt is told once a line") {
  const SmallBase base;
  base.write("concepts/tea.toml", "x");
  base.write("guides/kettle.toml", "x");
  base.write(
      "problems/lukewarm.toml",
      "source = 'x'\nwhen = [['own', 'tae'], ['kettle', 'tae']]\n[bb]\ntitle = 'C'\nfirst = 'Try'\ntext = 'C'\n");
  const Lines said = complaints(base);
  REQUIRE(said.size() == 3);
  CHECK(said[0].starts_with("concepts/tea.toml:1: error: not TOML: "));
  CHECK(said[1].starts_with("guides/kettle.toml:1: error: not TOML: "));
  CHECK(said[2].starts_with("problems/lukewarm.toml:2: error: `tae` in `when` is unknown"));
}

TEST_CASE("a notice's date is one of the calendar's") {
  const SmallBase base;
  for (const auto& [date, sound] : std::vector<std::pair<std::string, bool>>{{"2027-01-31", true},
                                                                             {"2028-02-29", true},
                                                                             {"2027-02-29", false},
                                                                             {"2027-00-10", false},
                                                                             {"2027-13-01", false},
                                                                             {"2027-1-1", false},
                                                                             {"31-01-2027", false},
                                                                             {"2027-01-3a", false}}) {
    CAPTURE(date);
    base.write("providers/p.toml",
               SmallBase::provider("['a.org']") + "[[notice]]\ndate = '" + date + "'\nsource = 'x'\nbb = 'Soon'\n");
    CHECK(complaints(base).empty() == sound);
  }
}

TEST_CASE("a pattern that no folded text has is told") {
  const SmallBase base;
  const auto told = [&](const std::string& pattern) {
    base.write("concepts/water.toml",
               "source = 'x'\npatterns = ['''" + pattern + "''']\n[bb]\ntitle = 'C'\ntext = 'C'\n");
    const Lines said = complaints(base);
    return !said.empty() && said[0].find("can never match") != std::string::npos;
  };
  for (const std::string pattern : {"a  b", "Tea", "th\xC3\xA9", "l'eau", "e-mail", "(?:a|b)  (?:c|d)"}) {
    CAPTURE(pattern);
    CHECK(told(pattern));
  }
  for (const std::string pattern :
       {"a b", "a \\w b", "a [bc] d", "a  ?b", "a  *b", "a  {0,1}b", "[A-Z] x", "e[- ]mail", "(?:a )?(?: b)?"}) {
    CAPTURE(pattern);
    CHECK_FALSE(told(pattern));
  }
}

TEST_CASE("a folder that isn't there is an error, not an empty knowledge") {
  const TemporaryFolder empty;
  const auto missing = empty.path() / "missing";
  const Loaded loaded = load_knowledge(missing);
  CHECK(loaded.knowledge == nullptr);
  REQUIRE(loaded.diagnostics.all().size() == 1);
  CHECK(to_string(loaded.diagnostics.all()[0]) ==
        missing.string() + ": error: is not a folder that can be read; expected the knowledge (see --knowledge)");
  CHECK(complaints(empty).size() == 6);
}

}  // namespace facteur
