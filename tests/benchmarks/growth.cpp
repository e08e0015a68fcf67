// What a million domains cost beside five: an answer's time, memory, the load.
// Usage: growth [--quick] [GOOGLE-BENCHMARK-ARGUMENT...]
// It calls itself as `growth --load FOLDER`, so that each load is measured in a process of its own.

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <span>
#include <sstream>
#include <stdexcept>

#include "bot/assistant.h"
#include "connectors/markdown.h"
#include "connectors/terminal_renderer.h"
#include "knowledge/load.h"
#include "tests/benchmarks/domains.h"
#include "tests/benchmarks/figures.h"

namespace facteur::benchmarks {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t many = 1'000'000;
constexpr std::size_t asked_about = 4000;  // of each kind: more than a processor's caches keep at hand

const fs::path& base() {
  static const fs::path path = FACTEUR_SOURCE_DIR "/knowledge/base";
  return path;
}

// A folder that is gone when the program ends.
class Scratch {
 public:
  Scratch() {
    std::string name = fs::temp_directory_path() / "facteur-growth-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
    path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write_provider(const fs::path& file, std::span<const std::string> domains) {
  std::ofstream out(file);
  out << "name = \"Benchmark\"\nsource = \"none\"\ndomains = [\n";
  for (const std::string& domain : domains) out << "  \"" << domain << "\",\n";
  out << "]\n\n[imap]\n"
         "incoming = { host = \"imap.benchmark.example\", port = 993, security = \"tls\" }\n"
         "outgoing = { host = \"smtp.benchmark.example\", port = 465, security = \"tls\" }\n\n"
         "[pop]\n"
         "incoming = { host = \"pop.benchmark.example\", port = 995, security = \"tls\" }\n"
         "outgoing = { host = \"smtp.benchmark.example\", port = 465, security = \"tls\" }\n";
  if (!out.flush()) throw std::runtime_error(file.string() + " cannot be written");
}

// The base, and the domains as further providers, in so many files.
void write_knowledge(const fs::path& folder, std::span<const std::string> domains, std::size_t files) {
  fs::copy(base(), folder, fs::copy_options::recursive);
  const std::size_t each = (domains.size() + files - 1) / files;
  for (std::size_t file = 0; file < files; ++file) {
    const std::size_t begin = std::min(file * each, domains.size());
    const std::size_t count = std::min(each, domains.size() - begin);
    write_provider(folder / "providers" / fmt::format("benchmark-{:02}.toml", file), domains.subspan(begin, count));
  }
}

std::shared_ptr<const Knowledge> load(const fs::path& folder) {
  Loaded loaded = load_knowledge(folder);
  if (!loaded.knowledge) {
    for (const Diagnostic& each : loaded.diagnostics.all()) fmt::print(stderr, "{}\n", to_string(each));
    throw std::runtime_error("the knowledge has errors");
  }
  return loaded.knowledge;
}

// A line of /proc/self/status, in bytes.
double memory(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name + ":")) return 1024 * std::stod(line.substr(name.size() + 1));
  }
  throw std::runtime_error("/proc/self/status has no " + name);
}

struct LoadCost {
  double seconds = 0;
  double processor_seconds = 0;
  double resident = 0;
  double peak = 0;
};

// In this process; prints what measure_load() reads.
void load_and_tell(const fs::path& folder) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  const auto knowledge = load(folder);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const double processor_seconds = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
  fmt::print("{} {} {} {}\n", seconds.count(), processor_seconds, memory("VmRSS"), memory("VmHWM"));
}

LoadCost measure_load(const fs::path& folder) {
  const std::string command =
      fmt::format("'{}' --load '{}'", fs::read_symlink("/proc/self/exe").string(), folder.string());
  std::FILE* child = popen(command.c_str(), "r");
  if (child == nullptr) throw std::runtime_error("a load cannot be started");
  std::string line(256, '\0');
  const bool read = std::fgets(line.data(), static_cast<int>(line.size()), child) != nullptr;
  if (pclose(child) != 0 || !read) throw std::runtime_error("a load failed");
  LoadCost cost;
  std::istringstream(line) >> cost.seconds >> cost.processor_seconds >> cost.resident >> cost.peak;
  return cost;
}

// How a domain is spoken of. The questions around it are the same whatever the knowledge holds.
enum class Mention { exact, bare, misspelt, none };

std::string_view to_string(Mention mention) {
  switch (mention) {
    case Mention::exact:
      return "exact domain";
    case Mention::bare:
      return "bare name";
    case Mention::misspelt:
      return "near miss";
    case Mention::none:
      return "no domain";
  }
  return "";
}

std::string spoken_of(const std::string& domain, Mention mention, std::mt19937& random) {
  if (mention == Mention::exact) return "marie@" + domain;
  std::string name = DomainIndex::name_of(domain);
  if (mention == Mention::bare) return name;
  const std::size_t at = 1 + random() % (name.size() - 2);
  std::swap(name[at], name[at - 1]);
  return name + domain.substr(domain.find('.'));
}

std::vector<Message> questions_about(std::span<const std::string> domains, Mention mention) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> around{{
      {"bonjour, c'est quoi le serveur entrant pour ", " ? merci de votre aide"},
      {"quel port faut-il pour l'envoi avec ", ", en SSL, sur mon téléphone svp"},
      {"je veux les réglages imap pour mon compte chez ", " dans thunderbird"},
      {"hi, which outgoing server and port should I use for ", " on my phone?"},
      {"could you give me the pop settings for ", ", I am setting up outlook"},
      {"my mail for ", " won't send any more since yesterday, what can I do?"},
  }};
  std::mt19937 random(7);
  std::vector<Message> messages;
  for (std::size_t i = 0; i < asked_about; ++i) {
    const auto& [before, after] = around[i % around.size()];
    const std::string& domain = domains[random() % domains.size()];
    const std::string name = mention == Mention::none ? "ma compagnie" : spoken_of(domain, mention, random);
    messages.push_back({std::string(before) + name + std::string(after)});
  }
  return messages;
}

void register_answers(const std::string& name, std::vector<Message> messages, const Knowledge& knowledge) {
  benchmark::RegisterBenchmark(name.c_str(), [messages = std::move(messages), &knowledge](benchmark::State& state) {
    std::size_t next = 0;
    for (auto _ : state) {
      const Outcome outcome = respond(messages[next], {}, Time{}, knowledge);
      const std::string text = render_terminal(markdown::parse(outcome.reply ? outcome.reply->text : ""), plain_style);
      benchmark::DoNotOptimize(text.data());
      if (++next == messages.size()) next = 0;
    }
  });
}

void report_load(const std::string& what, const LoadCost& few, const LoadCost& grown, std::size_t further) {
  const auto count = static_cast<double>(further);
  report("load of 1,000,000 domains, " + what, grown.seconds, "s", "at most 5");
  report("load of 1,000,000 domains, processor time, " + what, grown.processor_seconds, "s");
  report("memory a further domain, resident, " + what, (grown.resident - few.resident) / count, "bytes", "at most 150");
  report("memory a further domain, peak of the load, " + what, (grown.peak - few.peak) / count, "bytes");
}

void measure(std::vector<std::string> arguments, bool quick) {
  const Scratch scratch;
  const fs::path few_folder = base();
  const fs::path one_file = scratch.path() / "one";
  const fs::path twenty_files = scratch.path() / "twenty";
  const auto few = load(few_folder);
  std::vector<std::string> few_domains;
  for (DomainIndex::Id id = 0; id < few->domains.size(); ++id) few_domains.emplace_back(few->domains.name(id));
  const std::vector<std::string> further = made_up_domains(many - few_domains.size());
  write_knowledge(one_file, further, 1);
  write_knowledge(twenty_files, further, 20);

  const LoadCost few_cost = measure_load(few_folder);
  report_load("one file", few_cost, measure_load(one_file), further.size());
  report_load("20 files", few_cost, measure_load(twenty_files), further.size());
  report("load of five domains, processor time", 1000 * few_cost.processor_seconds, "ms");

  const auto grown = load(quick ? twenty_files : one_file);
  constexpr std::array mentions{Mention::exact, Mention::bare, Mention::misspelt, Mention::none};
  for (const Mention mention : mentions) {
    const std::string name(to_string(mention));
    register_answers("five/" + name, questions_about(few_domains, mention), *few);
    register_answers("million/" + name, questions_about(few_domains, mention), *grown);
    if (mention != Mention::none) register_answers("any of million/" + name, questions_about(further, mention), *grown);
  }
  QuickestReporter found;
  run(std::move(arguments), found);
  for (const Mention mention : mentions) {
    const std::string name(to_string(mention));
    const std::string five = "five/" + name;
    if (!found.has(five)) continue;
    report("answer with 1,000,000 domains / with 5, " + name, found.ratio("million/" + name, five), "", "at most 1.3");
    if (!found.has("any of million/" + name)) continue;
    report("the same, about any of the million, " + name, found.ratio("any of million/" + name, five), "",
           "at most 1.3");
  }
}

}  // namespace
}  // namespace facteur::benchmarks

int main(int argc, char** argv) try {
  using namespace facteur::benchmarks;
  std::vector<std::string> arguments(argv, argv + argc);
  if (argc == 3 && arguments[1] == "--load") {
    load_and_tell(arguments[2]);
    return 0;
  }
  const bool quick = take_quick(arguments);
  if (quick) {
    const std::vector<std::string> less{"--benchmark_min_time=0.05", "--benchmark_repetitions=5"};
    arguments.insert(arguments.begin() + 1, less.begin(), less.end());
  }
  measure(std::move(arguments), quick);
} catch (const std::exception& error) {
  fmt::print(stderr, "growth: {}\n", error.what());
  return 1;
}
