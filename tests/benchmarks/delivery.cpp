// Events through the assistant, the store and the sender, with durable delivery on and a platform that takes everything
// at once: what the house itself costs, HTTP left out.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <thread>

#include "bot/poller.h"
#include "bot/sender.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/scripted_platform.h"
#include "tests/unit/temporary_folder.h"

namespace {

using namespace facteur;

void answers_delivered(benchmark::State& state) {
  const test::TemporaryFolder folder;
  Store store({folder.path() / "facteur.db", {}});
  test::ScriptedConnector connector;
  test::ScriptedExchanges exchanges;
  CurrentKnowledge knowledge{{std::shared_ptr<const Knowledge>(), &test::base_knowledge()}};
  const AccountId account = store.account("a");
  Sender sender(store, exchanges, {{account, "a", &connector, {}}}, steady_clock());
  Poller poller({account, "a", Groups::sure, &connector, [&] { sender.wake(); }, {}}, store, knowledge, steady_clock());
  std::int64_t events = 0;
  std::size_t sent = 0;
  for (auto _ : state) {
    Polled polled;
    for (int i = 0; i < 100; ++i) {
      const std::string id = std::to_string(++events);
      polled.events.push_back({.id = id,
                               .chat = "chat" + std::to_string(events % 500),
                               .sender = "s",
                               .message = {"quel est le serveur entrant IMAP pour marie@nplus.ca ?"}});
    }
    polled.cursor = std::to_string(events);
    connector.polls.push_back(std::move(polled));
    poller.step({});
    do {
      exchanges.sent.clear();
      sender.turn(exchanges.end_all());
      sent += exchanges.sent.size();
    } while (exchanges.under_way() > 0);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(sent));
}
BENCHMARK(answers_delivered)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
