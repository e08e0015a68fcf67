// What it costs to understand a message and to answer it, beside the floor: folding it and one match of the same RE2
// set. There are two floors: the program's own set, which holds what is more than words, and every pattern of every
// file in one set, whatever the program does. Warm: the same messages again and again. Fresh: each one for the first
// time, in a program that has been running. Usage: understanding [--quick] [GOOGLE-BENCHMARK-ARGUMENT...]

#include <benchmark/benchmark.h>
#include <re2/set.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <stdexcept>

#include "bot/answer.h"
#include "bot/assistant.h"
#include "bot/reading.h"
#include "bot/understand.h"
#include "connectors/markdown.h"
#include "connectors/terminal_renderer.h"
#include "knowledge/fold.h"
#include "knowledge/load.h"
#include "tests/benchmarks/figures.h"
#include "tests/benchmarks/messages.h"

namespace facteur::benchmarks {
namespace {

constexpr std::size_t fresh_messages_a_run = 3000;

std::shared_ptr<const Knowledge> load() {
  Loaded loaded = load_knowledge(FACTEUR_SOURCE_DIR "/knowledge/base");
  if (!loaded.knowledge) throw std::runtime_error("the knowledge has errors: facteur check names them");
  return loaded.knowledge;
}

// What is measured. The fresh messages have one of their own: what they make its automaton hold would slow the others
// down.
struct Subject {
  std::shared_ptr<const Knowledge> knowledge = load();
  RE2::Set every_pattern = set_of(*knowledge);

  static RE2::Set set_of(const Knowledge& knowledge) {
    RE2::Options options;
    options.set_max_mem(std::int64_t{64} << 20);
    RE2::Set set(options, RE2::UNANCHORED);
    for (const PatternInfo& pattern : knowledge.patterns) set.Add(R"(\b(?:)" + pattern.text + R"()\b)", nullptr);
    if (!set.Compile()) throw std::runtime_error("the patterns are too many for one RE2 set");
    return set;
  }
};

const Subject& warm() {
  static const Subject subject;
  return subject;
}

const Subject& running() {
  static const Subject subject;
  return subject;
}

const Knowledge& knowledge() { return *warm().knowledge; }

std::vector<Message> messages_of(const std::vector<std::string>& texts) {
  std::vector<Message> messages;
  for (const std::string& text : texts) messages.push_back({text});
  return messages;
}

void floor_of(const Message& message, const Subject& subject) {
  thread_local std::string folded;
  thread_local std::vector<int> patterns;
  fold(message.text, folded);
  subject.knowledge->expressions.matching(folded, patterns);
  benchmark::DoNotOptimize(patterns.data());
}

void floor_of_every_pattern(const Message& message, const Subject& subject) {
  thread_local std::string folded;
  thread_local std::vector<int> patterns;
  fold(message.text, folded);
  subject.every_pattern.Match(folded, &patterns);
  benchmark::DoNotOptimize(patterns.data());
}

void understand_it(const Message& message, const Subject& subject) {
  const Question question = understand(read(message.text, *subject.knowledge), *subject.knowledge);
  benchmark::DoNotOptimize(&question);
}

std::string rendered(const Reply& reply) { return render_terminal(markdown::parse(reply.text), plain_style); }

void reply_to(const Message& message, const Subject& subject) {
  const Outcome outcome = respond(message, {}, Time{}, *subject.knowledge);
  const std::string text = outcome.reply ? rendered(*outcome.reply) : std::string();
  benchmark::DoNotOptimize(text.data());
}

// Each iteration takes the next of the items, round and round.
template <typename Items, typename Work>
void go_round(benchmark::State& state, const Items& items, Work work) {
  std::size_t next = 0;
  for (auto _ : state) {
    work(items[next]);
    if (++next == items.size()) next = 0;
  }
}

using Work = void (*)(const Message&, const Subject&);

void register_warm(const std::string& name, const std::vector<Message>& messages, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [&messages, work](benchmark::State& state) {
    for (const Message& message : messages) work(message, warm());
    go_round(state, messages, [work](const Message& message) { work(message, warm()); });
  });
}

FreshMessages& fresh_messages() {
  static FreshMessages messages;
  return messages;
}

void register_fresh(const std::string& name, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [work](benchmark::State& state) {
    const auto messages = messages_of(fresh_messages().take(fresh_messages_a_run));
    go_round(state, messages, [work](const Message& message) { work(message, running()); });
  })->Iterations(fresh_messages_a_run);
}

// Of this thread's processor time: waiting for a busy machine isn't slowness.
double microseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

// How slow the slowest are: a mean hides what one customer waits for.
void fresh_tail(benchmark::State& state) {
  const auto messages = messages_of(fresh_messages().take(fresh_messages_a_run));
  std::vector<double> times;
  std::size_t next = 0;
  for (auto _ : state) {
    const double start = microseconds();
    reply_to(messages[next++], running());
    times.push_back(microseconds() - start);
  }
  std::sort(times.begin(), times.end());
  state.counters["p50"] = times[times.size() / 2];
  state.counters["p99"] = times[times.size() * 99 / 100];
  state.counters["max"] = times.back();
}

// The first message after a start finds no automaton yet.
void first_message(benchmark::State& state) {
  const auto messages = messages_of(questions());
  std::size_t next = 0;
  for (auto _ : state) {
    const Subject subject;
    const double start = microseconds();
    reply_to(messages[next++ * 37 % messages.size()], subject);
    state.counters["reply"] = microseconds() - start;
  }
}

// One step of the way at a time, on what the step before it made.
void register_steps(const std::vector<Message>& messages) {
  static std::vector<std::string> folded;
  static std::vector<Reading> readings;
  static std::vector<Question> understood;
  static std::vector<Reply> replies;
  for (const Message& message : messages) {
    folded.push_back(fold(message.text));
    readings.push_back(read(message.text, knowledge()));
    understood.push_back(understand(readings.back(), knowledge()));
    replies.push_back(answer(understood.back(), knowledge()));
  }
  const auto step = [](const char* name, const auto& items, auto work) {
    benchmark::RegisterBenchmark(name, [&items, work](benchmark::State& state) { go_round(state, items, work); });
  };
  step("step/fold", messages, [](const Message& message) {
    thread_local std::string into;
    fold(message.text, into);
    benchmark::DoNotOptimize(into.data());
  });
  step("step/match", folded, [](const std::string& text) {
    thread_local std::vector<int> patterns;
    knowledge().expressions.matching(text, patterns);
    benchmark::DoNotOptimize(patterns.data());
  });
  step("step/match_and_place", folded, [](const std::string& text) {
    thread_local std::vector<PatternSet::Hit> hits;
    hits.clear();
    knowledge().expressions.find(text, hits);
    benchmark::DoNotOptimize(hits.data());
  });
  step("step/find_domains_written_out", messages, [](const Message& message) {
    const auto names = find_dotted_names(message.text, knowledge());
    benchmark::DoNotOptimize(names.data());
  });
  step("step/read", messages, [](const Message& message) {
    const Reading reading = read(message.text, knowledge());
    benchmark::DoNotOptimize(&reading);
  });
  step("step/understand", readings, [](const Reading& reading) {
    const Question question = understand(reading, knowledge());
    benchmark::DoNotOptimize(&question);
  });
  step("step/answer", understood, [](const Question& question) {
    const Reply reply = answer(question, knowledge());
    benchmark::DoNotOptimize(&reply);
  });
  step("step/render", replies, [](const Reply& reply) {
    const std::string text = rendered(reply);
    benchmark::DoNotOptimize(text.data());
  });
}

void report_ratios(const QuickestReporter& found, const std::string& kind, const std::string& what) {
  if (!found.has(kind + "/floor") || !found.has(kind + "/understanding") || !found.has(kind + "/reply")) return;
  const std::string floor = kind + "/floor";
  const std::string whole_floor = kind + "/floor of every pattern";
  report("floor, " + what, found.microseconds(floor), "µs");
  report("floor of every pattern, " + what, found.microseconds(whole_floor), "µs");
  report("understanding / floor, " + what, found.ratio(kind + "/understanding", floor), "", "at most 6");
  report("understanding / floor of every pattern, " + what, found.ratio(kind + "/understanding", whole_floor), "",
         "at most 6");
  report("message to rendered reply / floor, " + what, found.ratio(kind + "/reply", floor), "", "at most 15");
  report("message to rendered reply / floor of every pattern, " + what, found.ratio(kind + "/reply", whole_floor), "",
         "at most 15");
  report("answers a second on one core, " + what, 1e6 / found.microseconds(kind + "/reply"), "", "at least 100000");
}

}  // namespace
}  // namespace facteur::benchmarks

int main(int argc, char** argv) {
  using namespace facteur::benchmarks;
  std::vector<std::string> arguments(argv, argv + argc);
  if (take_quick(arguments)) {
    const std::vector<std::string> quick{"--benchmark_min_time=0.03", "--benchmark_repetitions=7"};
    arguments.insert(arguments.begin() + 1, quick.begin(), quick.end());
  }
  const auto asked = messages_of(questions());
  const auto said = messages_of(chatter());
  const std::vector<std::pair<std::string, Work>> works{{"floor", floor_of},
                                                        {"floor of every pattern", floor_of_every_pattern},
                                                        {"understanding", understand_it},
                                                        {"reply", reply_to}};
  for (const auto& [name, work] : works) {
    register_warm("warm/" + name, asked, work);
    register_warm("chatter/" + name, said, work);
    register_fresh("fresh/" + name, work);
  }
  register_steps(asked);
  benchmark::RegisterBenchmark("fresh/tail", fresh_tail)->Iterations(fresh_messages_a_run);
  benchmark::RegisterBenchmark("first", first_message)->Iterations(1);

  QuickestReporter found;
  run(arguments, found);
  fmt::print("\n{} questions and {} other messages of 60 to 100 characters\n", asked.size(), said.size());
  report_ratios(found, "warm", "warm");
  report_ratios(found, "fresh", "messages never seen");
  report_ratios(found, "chatter", "messages of a group");
  if (found.has("fresh/tail") && found.has("first")) {
    report("first message after a start to reply", found.microseconds("first/reply"), "µs");
    report("message never seen to reply, 99th percentile", found.microseconds("fresh/tail/p99"), "µs");
    report("message never seen to reply, slowest of 3000", found.microseconds("fresh/tail/max"), "µs");
  }
}
