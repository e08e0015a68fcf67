// The command line. Exit status: 0 done, 1 the input has errors, 2 wrong usage.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>

#include "bot/ask.h"
#include "bot/assistant.h"
#include "bot/chat.h"
#include "bot/explain.h"
#include "bot/knowledge_location.h"
#include "bot/log.h"
#include "bot/outcome_json.h"
#include "bot/passing_failure.h"
#include "bot/serving.h"
#include "connectors/clean_text.h"
#include "connectors/terminal.h"
#include "knowledge/check.h"
#include "knowledge/load.h"

namespace facteur {
namespace {

constexpr int done = 0;
constexpr int input_has_errors = 1;
constexpr int wrong_usage = 2;
constexpr const char* usual_configuration = "/etc/facteur/facteur.toml";

struct Options {
  std::string knowledge;
  std::vector<std::string> words;  // of the question, which needs no quotation marks
  std::string config;
  bool online = false;
  bool json = false;
  bool jsonl = false;
  bool explain = false;
};

Time now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::filesystem::path knowledge_folder(const Options& options) {
  return options.knowledge.empty() ? default_knowledge() : std::filesystem::path(options.knowledge);
}

// The knowledge, or null where it has errors. It stays to the end of the process, which gives all memory back at once:
// to take it apart would be a tenth of what a question costs.
const Knowledge* load_or_complain(const Options& options) {
  static const auto& loaded = *new Loaded(load_knowledge(knowledge_folder(options)));
  if (loaded.knowledge) return loaded.knowledge.get();
  for (const Diagnostic& each : loaded.diagnostics.all()) fmt::print(stderr, "{}\n", clean_text(to_string(each)));
  fmt::print(stderr, "facteur: the knowledge in {} has errors; mend them, or name another folder with --knowledge\n",
             knowledge_folder(options).string());
  return nullptr;
}

int run_chat(const Options& options) {
  const Knowledge* knowledge = load_or_complain(options);
  if (!knowledge) return input_has_errors;
  return chat(*knowledge, now) ? done : input_has_errors;
}

int unwritten() {
  fmt::print(stderr, "facteur: the output could not be written\n");
  return input_has_errors;
}

int written() { return std::fflush(stdout) == 0 ? done : unwritten(); }

int run_ask(const Options& options) {
  const std::string text = fmt::format("{}", fmt::join(options.words, " "));
  if (!options.jsonl && text.empty()) {
    fmt::print(stderr, "facteur ask: no question; expected one, such as: facteur ask \"c'est quoi IMAP ?\"\n");
    return wrong_usage;
  }
  const Knowledge* knowledge = load_or_complain(options);
  if (!knowledge) return input_has_errors;
  if (options.jsonl) {
    std::ios::sync_with_stdio(false);
    return answer_lines(std::cin, std::cout, *knowledge, now) ? done : unwritten();
  }
  if (options.explain) {
    fmt::print("{}", explain(text, *knowledge));
    return written();
  }
  const Outcome outcome = respond({text}, {}, now(), *knowledge);
  if (options.json) {
    fmt::print("{}\n", to_json(outcome, *knowledge));
  } else if (outcome.reply) {
    fmt::print("{}\n", rendered_for_stdout(outcome.reply->text));
  }
  return written();
}

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

int run_check(const Options& options) {
  const Loaded loaded = load_knowledge(knowledge_folder(options));
  Diagnostics diagnostics = loaded.diagnostics;
  if (loaded.knowledge) check_knowledge(*loaded.knowledge, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) fmt::print("{}\n", clean_text(to_string(each)));
  const std::size_t errors = diagnostics.count(Severity::error);
  const std::string found = counted(errors, "error") + ", " + counted(diagnostics.count(Severity::warning), "warning");
  if (loaded.knowledge) {
    const Knowledge& knowledge = *loaded.knowledge;
    fmt::print("{}: {}, {}, {}, {}, {}; {}\n", knowledge_folder(options).string(),
               counted(knowledge.domains.size(), "domain"), counted(knowledge.concepts.size(), "concept"),
               counted(knowledge.guides.size(), "guide"), counted(knowledge.problems.size(), "problem"),
               counted(knowledge.languages.size(), "language"), found);
  } else {
    fmt::print("{}: {}\n", knowledge_folder(options).string(), found);
  }
  const int status = written();
  return status != done ? status : errors > 0 ? input_has_errors : done;
}

void describe(CLI::App& app, Options& options) {
  app.add_option("--knowledge", options.knowledge, "the folder with the knowledge; without it, the installed one")
      ->type_name("DIR");
  app.set_version_flag("--version", "facteur " FACTEUR_VERSION);
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.add_subcommand("chat", "talk in the terminal (the default)");
  CLI::App* ask = app.add_subcommand("ask", "answer one question, or one a line with --jsonl");
  auto* text = ask->add_option("text", options.words, "the question")->type_name("TEXT");
  auto* json = ask->add_flag("--json", options.json, "print what was understood and the reply as JSON");
  auto* jsonl =
      ask->add_flag("--jsonl", options.jsonl, "read {\"text\": …} lines from standard input, write one JSON line each");
  auto* why = ask->add_flag("--explain", options.explain,
                            "print why the question is understood as it is: words, files, weights");
  json->excludes(jsonl)->excludes(why);
  jsonl->excludes(why)->excludes(text);
  const auto add_config = [&](CLI::App* command) {
    return command
        ->add_option("--config", options.config, std::string("the configuration; usually ") + usual_configuration)
        ->type_name("FILE");
  };
  CLI::App* check =
      app.add_subcommand("check", "validate the knowledge, or the configuration; warn of what is suspicious");
  auto* config = add_config(check);
  check->add_flag("--online", options.online, "ask each platform whether the account works")->needs(config);
  add_config(app.add_subcommand("run", "serve every account in the configuration"));
  CLI::App* stats = app.add_subcommand("stats", "show what was asked, by day and in total");
  add_config(stats);
  stats->add_flag("--json", options.json, "print it as JSON");
}

int run(int argc, char** argv) {
  CLI::App app{"Facteur answers questions about e-mail set-up, from its own knowledge files.", "facteur"};
  Options options;
  describe(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? done : wrong_usage;
  }
  if (app.got_subcommand("ask")) return run_ask(options);
  const std::string config = options.config.empty() ? usual_configuration : options.config;
  const ServingOptions serving{config, options.knowledge, options.json, options.online};
  if (app.got_subcommand("run")) return serve_command(serving);
  if (app.got_subcommand("stats")) return stats_command(serving);
  if (app.got_subcommand("check")) return options.config.empty() ? run_check(options) : check_configuration(serving);
  return run_chat(options);
}

}  // namespace
}  // namespace facteur

int main(int argc, char** argv) {
  try {
    return facteur::run(argc, argv);
  } catch (const std::exception& error) {
    const bool passes = dynamic_cast<const facteur::PassingFailure*>(&error) != nullptr;
    fmt::print(stderr, "{}facteur: {}\n", facteur::log::journal_priority(facteur::log::Level::error), error.what());
    return passes ? facteur::try_again_later : 1;
  }
}
