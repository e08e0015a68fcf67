// A chat platform in memory, for the service's tests: what happens there, what was sent to it, what it says back.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bot/clock.h"
#include "connectors/connector.h"

namespace facteur::test {

// Parcels are "chat|text", requests' bodies the same; a response's body is the verdict's number.
class ScriptedConnector : public Connector {
 public:
  Verdict start(const std::stop_token&) override { return started; }
  std::string name() const override { return "@scripted"; }
  Polled poll(const std::string& cursor, const std::stop_token&) override {
    cursors.push_back(cursor);
    if (polls.empty()) return {{}, {}, cursor};
    Polled next = polls.front();
    polls.pop_front();
    return next;
  }
  std::vector<Parcel> compose(const Event& event, const Answer& answer) const override {
    if (!answer.reply) return {};
    return {parcel(event.chat, event.id, answer.reply->text)};
  }
  HttpRequest request(const Parcel& parcel) const override {
    HttpRequest request;
    request.body = parcel.payload;
    return request;
  }
  Verdict judge(const Parcel& parcel, const HttpResult& result) const override {
    return verdict ? verdict(parcel, result) : Verdict{};
  }
  Parcel readdressed(Parcel parcel, const std::string& to) const override {
    parcel.payload = to + parcel.payload.substr(parcel.payload.find('|'));
    parcel.chat = to;
    return parcel;
  }
  std::optional<Budget> account_budget() const override { return account; }
  std::optional<Budget> chat_budget(std::string_view) const override { return chat; }

  static Parcel parcel(const std::string& to, const std::string& event, const std::string& text) {
    return {.chat = to, .key = event, .event = event, .payload = to + "|" + text};
  }

  Verdict started;
  std::deque<Polled> polls;
  std::vector<std::string> cursors;  // that were polled with
  std::function<Verdict(const Parcel&, const HttpResult&)> verdict;
  std::optional<Budget> account;
  std::optional<Budget> chat;
};

// Nothing ends until the test says so.
class ScriptedExchanges : public Exchanges {
 public:
  void start(std::uint64_t number, const HttpRequest& request) override {
    sent.push_back(request.body);
    numbers.push_back(number);
  }
  std::vector<Done> wait(std::chrono::milliseconds) override { return end_all(); }
  void wake() override { woken = true; }
  std::size_t under_way() const override { return numbers.size(); }

  std::vector<Done> end_all() {
    std::vector<Done> done;
    for (const std::uint64_t number : std::exchange(numbers, {})) done.push_back({number, {.exchange = result}});
    return done;
  }

  Exchange result = Exchange::answered;
  std::vector<std::string> sent;
  std::vector<std::uint64_t> numbers;
  bool woken = false;
};

struct FakeClock {
  Moment now{std::chrono::hours{500'000}};
  Clock clock() {
    return [this] { return now; };
  }
};

}  // namespace facteur::test
