// What the benchmarks found, for people on stdout and for the table of run.sh in the file that FACTEUR_FIGURES names.
#pragma once

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace facteur::benchmarks {

// One figure, in the order of the table. `aim` is "at most 6", "at least 100000" or empty.
inline void report(std::string_view name, double value, std::string_view unit, std::string_view aim = "") {
  fmt::print("{:<62} {:>12.6g} {:<14} {}\n", name, value, unit, aim.empty() ? "" : fmt::format("(aim: {})", aim));
  if (const char* path = std::getenv("FACTEUR_FIGURES")) {
    std::ofstream(path, std::ios::app) << fmt::format("{}\t{:.6g}\t{}\t{}\n", name, value, unit, aim);
  }
}

// Prints as usual, and keeps the median of each benchmark's repetitions: nanoseconds of processor time for one iteration.
class MedianReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Aggregate && run.aggregate_name != "median") continue;
      medians_[run.run_name.function_name] = 1e9 * run.cpu_accumulated_time / static_cast<double>(run.iterations);
      for (const auto& [name, counter] : run.counters) counters_[run.run_name.function_name + "/" + name] = counter.value;
    }
  }

  bool has(const std::string& name) const { return medians_.contains(name); }
  double nanoseconds(const std::string& name) const { return medians_.at(name); }
  double ratio(const std::string& one, const std::string& other) const { return medians_.at(one) / medians_.at(other); }
  double counter(const std::string& name) const { return counters_.at(name); }

 private:
  std::map<std::string, double> medians_;
  std::map<std::string, double> counters_;
};

// Runs what is registered, each benchmark several times in a random order, so that a busy moment of the machine falls on
// all of them alike. Arguments of Google Benchmark's in `arguments` go before these.
inline void run(std::vector<std::string> arguments, benchmark::BenchmarkReporter& reporter) {
  const std::vector<std::string> usual{"--benchmark_enable_random_interleaving=true", "--benchmark_repetitions=9",
                                       "--benchmark_display_aggregates_only=true"};
  arguments.insert(arguments.begin() + 1, usual.begin(), usual.end());
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  auto count = static_cast<int>(pointers.size());
  benchmark::Initialize(&count, pointers.data());
  if (benchmark::ReportUnrecognizedArguments(count, pointers.data())) std::exit(2);
  benchmark::RunSpecifiedBenchmarks(&reporter);
}

// Takes --quick out of the arguments.
inline bool take_quick(std::vector<std::string>& arguments) { return std::erase(arguments, "--quick") > 0; }

}  // namespace facteur::benchmarks
