// What the benchmarks found, for people on stdout and for the table of run.sh in the file that FACTEUR_FIGURES names.
#pragma once

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace facteur::benchmarks {

// One figure, in the order of the table. `aim` is "at most 6", "at least 100000" or empty.
inline void report(std::string_view name, double value, std::string_view unit, std::string_view aim = "") {
  fmt::print("{:<72} {:>12.6g} {:<14} {}\n", name, value, unit, aim.empty() ? "" : fmt::format("(aim: {})", aim));
  if (const char* path = std::getenv("FACTEUR_FIGURES")) {
    std::ofstream(path, std::ios::app) << fmt::format("{}\t{:.6g}\t{}\t{}\n", name, value, unit, aim);
  }
}

// Keeps, of each benchmark's repetitions, the processor time of the quickest, an iteration: what other programs on the
// machine add to a repetition (caches lost, cores shared) is no cost of ours. Prints the median beside it, to show how
// quiet it was.
class QuickestReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override {
    fmt::print("{:<40}{:>14}{:>14}{:>8}\n", "µs of processor time", "quickest", "median", "runs");
    return true;
  }

  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<double> times;
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      times.push_back(1e6 * run.cpu_accumulated_time / static_cast<double>(run.iterations));
      for (const auto& [name, counter] : run.counters)
        keep_least(run.run_name.function_name + "/" + name, counter.value);
    }
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    const std::string& name = runs.front().run_name.function_name;
    keep_least(name, times.front());
    fmt::print("{:<40}{:>14.3f}{:>14.3f}{:>8}\n", name, times.front(), times[times.size() / 2], times.size());
  }

  bool has(const std::string& name) const { return least_.contains(name); }
  double microseconds(const std::string& name) const { return least_.at(name); }
  double ratio(const std::string& one, const std::string& other) const { return least_.at(one) / least_.at(other); }

 private:
  void keep_least(const std::string& name, double value) {
    const auto [place, added] = least_.try_emplace(name, value);
    place->second = std::min(place->second, value);
  }

  std::map<std::string, double> least_;  // by benchmark, or by benchmark and counter
};

// Runs what is registered, the repetitions of all in a random order, so that a busy moment of the machine falls on all
// alike.
inline void run(std::vector<std::string> arguments, benchmark::BenchmarkReporter& reporter) {
  const std::vector<std::string> usual{"--benchmark_enable_random_interleaving=true", "--benchmark_repetitions=15",
                                       "--benchmark_min_time=0.2"};
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
