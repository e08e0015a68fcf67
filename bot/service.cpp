#include "bot/service.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "bot/poller.h"
#include "bot/reloading.h"
#include "bot/sender.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds tick{10'000};             // between two looks at the knowledge's files
constexpr std::chrono::minutes cleaning{1};      // between two cleanings of the store
constexpr milliseconds sending_may_take{4'500};  // of the five seconds that an end may take

class Service {
 public:
  Service(const ServiceSettings& settings, std::shared_ptr<const Knowledge> knowledge, std::vector<Account> accounts)
      : settings_(settings),
        supervisor_(settings.supervisor),
        store_(settings.store),
        knowledge_(std::move(knowledge)),
        reloading_(settings.knowledge, knowledge_),
        accounts_(std::move(accounts)),
        stops_(accounts_.size()) {
    std::vector<SenderAccount> senders;
    for (std::size_t i = 0; i < accounts_.size(); ++i) senders.push_back(prepare(i));
    sender_ = std::make_unique<Sender>(store_, exchanges_, std::move(senders), clock_);
  }

  Ended run() {
    const Signal meanwhile = supervisor_.next_signal(milliseconds{0});
    Ended ended = Ended::asked_to;
    if (meanwhile != Signal::end) {
      start(meanwhile);
      ended = until_the_end();
    }
    end();
    return ended;
  }

 private:
  SenderAccount prepare(std::size_t i) {
    const Account& account = accounts_[i];
    const AccountId id = store_.account(account.name);
    PollerAccount polled{id,
                         account.name,
                         account.groups,
                         account.connector.get(),
                         [this] { sender_->wake(); },
                         [this](const std::string& reason) { damaged(reason); }};
    pollers_.push_back(std::make_unique<Poller>(std::move(polled), store_, knowledge_, clock_));
    return {id, account.name, account.connector.get(), [this, i](const Verdict& verdict) { stopped(i, verdict); }};
  }

  void start(Signal meanwhile) {
    log::info(fmt::format("started: {} accounts, {} domains", accounts_.size(), knowledge_.get()->domains.size()));
    sending_ = std::jthread([this](const std::stop_token& stop) { sender_->run(stop, sending_may_take); });
    for (std::size_t i = 0; i < pollers_.size(); ++i) polling_.emplace_back([this, i] { poll(i); });
    supervisor_.ready();
    if (meanwhile == Signal::reload) reload();
  }

  void poll(std::size_t i) {
    pollers_[i]->run(stops_[i].get_token());
    supervisor_.wake();  // it may have been the last one
  }

  Ended until_the_end() {
    while (true) {
      const Signal signal = supervisor_.next_signal(std::min(tick, supervisor_.watchdog().value_or(tick)));
      if (signal == Signal::end) return Ended::asked_to;
      if (signal == Signal::reload) reload();
      if (nobody_left()) {
        log::error("no account is served any more");
        return Ended::nothing_left;
      }
      look_after();
    }
  }

  void stopped(std::size_t i, const Verdict& verdict) {
    log::error(fmt::format("{}: stopped: {}", accounts_[i].name, verdict.reason));
    stops_[i].request_stop();
    supervisor_.wake();
  }

  void damaged(const std::string& reason) {
    log::error(fmt::format("{}: start Facteur again to learn what to do", reason));
    for (auto& each : stops_) each.request_stop();
    supervisor_.wake();
  }

  bool nobody_left() const {
    for (std::size_t i = 0; i < pollers_.size(); ++i) {
      if (!pollers_[i]->stopped() && !stops_[i].stop_requested()) return false;
    }
    return true;
  }

  void reload() {
    supervisor_.reloading();
    reloading_.reload();
    if (const auto level = settings_.log_level()) log::set_level(*level);
    supervisor_.ready();
  }

  void look_after() {
    reloading_.reload_if_changed();
    const bool all_live =
        std::all_of(pollers_.begin(), pollers_.end(), [](const auto& each) { return each->makes_progress(); });
    if (all_live) supervisor_.alive();
    const Moment now = clock_();
    if (now < clean_at_) return;
    clean_at_ = now + cleaning;
    std::int64_t too_late = 0;
    report(store_.clean(in_seconds(now), too_late));
    if (too_late > 0) say_too_late(too_late);
  }

  // Once, until it works; whoever has something to store says that it works again.
  void report(const StoreResult& failure) {
    if (failure && !store_fails_) log::warning(failure->reason);
    store_fails_ = failure.has_value();
  }

  void end() {
    supervisor_.stopping();
    for (auto& each : stops_) each.request_stop();
    sending_.request_stop();
    polling_.clear();
    if (sending_.joinable()) sending_.join();
    log::info("ended");
  }

  const ServiceSettings& settings_;
  const Supervisor& supervisor_;
  Clock clock_ = steady_clock();
  Store store_;
  CurrentKnowledge knowledge_;
  Reloading reloading_;
  std::vector<Account> accounts_;
  std::vector<std::stop_source> stops_;  // by account
  HttpExchanges exchanges_;
  std::vector<std::unique_ptr<Poller>> pollers_;
  std::unique_ptr<Sender> sender_;
  bool store_fails_ = false;
  Moment clean_at_ = clock_() + cleaning;
  std::jthread sending_;
  std::vector<std::jthread> polling_;
};

}  // namespace

Ended serve(const ServiceSettings& settings, std::shared_ptr<const Knowledge> knowledge,
            std::vector<Account> accounts) {
  return Service(settings, std::move(knowledge), std::move(accounts)).run();
}

}  // namespace facteur
