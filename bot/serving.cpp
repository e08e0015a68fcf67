#include "bot/serving.h"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "bot/accounts.h"
#include "bot/configuration.h"
#include "bot/knowledge_location.h"
#include "bot/service.h"
#include "bot/stats.h"
#include "connectors/clean_text.h"
#include "knowledge/load.h"

namespace facteur {
namespace {

constexpr int done = 0;
constexpr int input_has_errors = 1;

void print(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics.all()) fmt::print("{}\n", clean_text(to_string(each)));
}

void complain(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics.all()) {
    const auto level = each.severity == Severity::error ? log::Level::error : log::Level::warning;
    fmt::print(stderr, "{}{}\n", log::journal_priority(level), clean_text(to_string(each)));
  }
}

std::optional<Configuration> read_or_complain(const ServingOptions& options) {
  ConfigurationRead read = read_configuration(options.configuration);
  complain(read.diagnostics);
  return std::move(read.configuration);
}

std::filesystem::path knowledge_folder(const ServingOptions& options, const Configuration& configuration) {
  if (!options.knowledge.empty()) return options.knowledge;
  return configuration.knowledge.empty() ? default_knowledge() : configuration.knowledge;
}

std::shared_ptr<const Knowledge> load_or_complain(const std::filesystem::path& folder) {
  const Loaded loaded = load_knowledge(folder);
  if (!loaded.knowledge) complain(loaded.diagnostics);
  return loaded.knowledge;
}

// Asks each platform who the account is there.
bool all_work(const std::vector<Account>& accounts) {
  bool all = true;
  for (const Account& each : accounts) {
    const Verdict verdict = each.connector->start({});
    if (verdict.next == Next::done) {
      fmt::print("{}: works, as {}\n", each.name, clean_text(each.connector->name()));
      if (!verdict.reason.empty())
        fmt::print("{}: warning: {}\n", each.name, clean_text(log::redacted(verdict.reason)));
      for (const std::string& hint : each.connector->hints()) fmt::print("{}: notice: {}\n", each.name, hint);
    } else {
      fmt::print("{}: error: {}\n", each.name, clean_text(log::redacted(verdict.reason)));
      all = false;
    }
  }
  return all;
}

// Of a configuration that has errors now, what is wrong; the level stays as it is.
std::optional<log::Level> log_level_now(const std::filesystem::path& file) {
  const ConfigurationRead read = read_configuration(file);
  if (read.configuration) return read.configuration->log_level;
  for (const Diagnostic& each : read.diagnostics.all()) {
    if (each.severity == Severity::error) log::error(clean_text(to_string(each)));
  }
  log::error(fmt::format("{} has errors, so the log level stays as it is", file.string()));
  return std::nullopt;
}

}  // namespace

int serve_command(const ServingOptions& options) {
  const Supervisor supervisor;  // first: a signal while everything is loaded waits until it can be heeded
  const auto configuration = read_or_complain(options);
  if (!configuration) return input_has_errors;
  const auto folder = knowledge_folder(options, *configuration);
  auto knowledge = load_or_complain(folder);
  if (!knowledge) return input_has_errors;
  log::start(configuration->log_level);
  const ServiceSettings settings{
      supervisor, folder, {configuration->state, {}}, [&] { return log_level_now(options.configuration); }};
  auto accounts = make_accounts(*configuration, *knowledge);
  return serve(settings, std::move(knowledge), std::move(accounts)) == Ended::asked_to ? done : input_has_errors;
}

int check_configuration(const ServingOptions& options) {
  ConfigurationRead read = read_configuration(options.configuration);
  print(read.diagnostics);
  const std::size_t errors = read.diagnostics.count(Severity::error);
  fmt::print("{}: {} errors, {} warnings\n", options.configuration.string(), errors,
             read.diagnostics.count(Severity::warning));
  if (!read.configuration) return input_has_errors;
  if (!options.online) return done;
  const auto knowledge = load_or_complain(knowledge_folder(options, *read.configuration));
  if (!knowledge) return input_has_errors;
  return all_work(make_accounts(*read.configuration, *knowledge)) ? done : input_has_errors;
}

int stats_command(const ServingOptions& options) {
  const auto configuration = read_or_complain(options);
  if (!configuration) return input_has_errors;
  const auto counted = Store::counted(configuration->state);
  fmt::print("{}", options.json ? stats_json(counted) + "\n" : stats_table(counted));
  return std::fflush(stdout) == 0 ? done : input_has_errors;
}

}  // namespace facteur
