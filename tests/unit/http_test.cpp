#include "connectors/http.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <latch>
#include <stop_token>
#include <thread>

#include "tests/unit/catch.h"
#include "tests/unit/loopback_server.h"

using namespace std::chrono_literals;
using facteur::Exchange;
using facteur::HttpClient;
using facteur::HttpExchanges;
using facteur::HttpRequest;
using facteur::HttpResult;

namespace {

HttpRequest post(const std::string& url, std::string body = "{}") {
  HttpRequest request;
  request.url = url;
  request.body = std::move(body);
  request.deadline = 20s;
  return request;
}

HttpResult one_exchange(const LoopbackServer::Script& script, const std::function<void(HttpRequest&)>& change = {}) {
  const LoopbackServer server(script);
  HttpClient client;
  HttpRequest request = post(server.url("/bot123456:SECRET/sendMessage"));
  if (change) change(request);
  return client.perform(request);
}

void answer_every_request(LoopbackConnection& connection) {
  while (!connection.request().empty()) connection.answer("yes");
}

}  // namespace

TEST_CASE("a whole response comes back with its status and body, whatever the status") {
  std::string heard;
  const LoopbackServer server([&](LoopbackConnection& connection) {
    heard = connection.request();
    connection.answer("<html>Bad Gateway</html>", "HTTP/1.1 502 Bad Gateway\r\n");
  });
  HttpClient client;
  HttpRequest request = post(server.url("/path"), "{\"a\":1}");
  request.headers = {"Content-Type: application/json"};
  const HttpResult result = client.perform(request);
  CHECK(result.exchange == Exchange::answered);
  CHECK(result.status == 502);
  CHECK(result.body == "<html>Bad Gateway</html>");
  CHECK(result.error.empty());
  CHECK(heard.starts_with("POST /path HTTP/1.1\r\n"));
  CHECK(heard.find("Content-Type: application/json\r\n") != std::string::npos);
  CHECK(heard.find("User-Agent: Facteur/") != std::string::npos);
  CHECK(heard.ends_with("\r\n\r\n{\"a\":1}"));
}

TEST_CASE("methods go out as they are told") {
  std::vector<std::string> heard;
  const LoopbackServer server([&](LoopbackConnection& connection) {
    for (std::string each = connection.request(); !each.empty(); each = connection.request()) {
      heard.push_back(each.substr(0, each.find("\r\n")));
      connection.answer("");
    }
  });
  {
    HttpClient client;
    for (const char* method : {"GET", "PUT", "POST", "DELETE", "GET"}) {
      HttpRequest request = post(server.url("/a"), "");
      request.method = method;
      CHECK(client.perform(request).status == 200);
    }
  }
  CHECK(heard == std::vector<std::string>{"GET /a HTTP/1.1", "PUT /a HTTP/1.1", "POST /a HTTP/1.1",
                                          "DELETE /a HTTP/1.1", "GET /a HTTP/1.1"});
}

TEST_CASE("one connection serves one exchange after the other") {
  const LoopbackServer server(answer_every_request);
  HttpClient client;
  for (int i = 0; i < 5; ++i) CHECK(client.perform(post(server.url())).body == "yes");
  CHECK(server.connections() == 1);
}

TEST_CASE("what certainly didn't leave is told apart from what may have arrived") {
  SECTION("nobody listens") {
    std::string url;
    { url = LoopbackServer(answer_every_request).url(); }
    HttpClient client;
    const HttpResult result = client.perform(post(url));
    CHECK(result.exchange == Exchange::unsent);
    CHECK_FALSE(result.error.empty());
  }
  SECTION("no such host") {
    HttpClient client;
    CHECK(client.perform(post("http://nowhere.invalid/")).exchange == Exchange::unsent);
  }
  SECTION("an address that is none") {
    HttpClient client;
    CHECK(client.perform(post("gopher://127.0.0.1/")).exchange == Exchange::unsent);
    CHECK(client.perform(post("file:///etc/passwd")).exchange == Exchange::unsent);
    CHECK(client.perform(post("")).exchange == Exchange::unsent);
  }
  SECTION("the other side hangs up after the request") {
    CHECK(one_exchange([](auto& connection) { connection.request(); }).exchange == Exchange::uncertain);
  }
  SECTION("the other side resets after the request") {
    const auto result = one_exchange([](auto& connection) {
      connection.request();
      connection.reset();
    });
    CHECK(result.exchange == Exchange::uncertain);
  }
  SECTION("the body ends early") {
    const auto result = one_exchange([](auto& connection) {
      connection.request();
      connection.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":tr");
    });
    CHECK(result.exchange == Exchange::uncertain);
    CHECK(result.body.empty());
  }
  SECTION("what comes isn't HTTP") {
    const auto result = one_exchange([](auto& connection) {
      connection.request();
      connection.say("SSH-2.0-OpenSSH_9.2\r\n");
    });
    CHECK(result.exchange == Exchange::uncertain);
  }
}

TEST_CASE("a server that takes the request and never answers ends with the deadline") {
  const auto result = one_exchange(
      [](auto& connection) {
        connection.request();
        connection.wait_for_hang_up();
      },
      [](HttpRequest& request) { request.deadline = 30ms; });
  CHECK(result.exchange == Exchange::uncertain);
}

TEST_CASE("a server that trickles bytes ends with the deadline too") {
  const auto result = one_exchange(
      [](auto& connection) {
        connection.request();
        connection.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na");
        connection.wait_for_hang_up();
      },
      [](HttpRequest& request) { request.deadline = 30ms; });
  CHECK(result.exchange == Exchange::uncertain);
}

TEST_CASE("a request is never repeated on its own when a kept connection dies under it") {
  std::atomic<int> requests = 0;
  const LoopbackServer server([&](LoopbackConnection& connection) {
    if (connection.request().empty()) return;
    ++requests;
    connection.answer("first");
    if (!connection.request().empty()) ++requests;  // read, perhaps applied, and no answer
  });
  HttpClient client;
  CHECK(client.perform(post(server.url())).body == "first");
  CHECK(client.perform(post(server.url())).exchange == Exchange::uncertain);
  CHECK(requests == 2);
}

TEST_CASE("a response larger than allowed is cut off, however it is framed") {
  const auto small = [](HttpRequest& request) { request.most_bytes = 1000; };
  const std::string big(100'000, 'x');
  SECTION("with a length") {
    const auto result = one_exchange(
        [&](auto& connection) {
          connection.request();
          connection.answer(big);
        },
        small);
    CHECK(result.exchange == Exchange::oversized);
    CHECK(result.body.empty());
  }
  SECTION("in chunks") {
    const auto result = one_exchange(
        [&](auto& connection) {
          connection.request();
          connection.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n186A0\r\n" + big + "\r\n0\r\n\r\n");
        },
        small);
    CHECK(result.exchange == Exchange::oversized);
  }
  SECTION("in its headers") {
    const auto result = one_exchange([&](auto& connection) {
      connection.request();
      connection.say("HTTP/1.1 200 OK\r\n");
      for (int i = 0; i < 5; ++i) connection.say("X-" + std::to_string(i) + ": " + big.substr(0, 90'000) + "\r\n");
      connection.say("\r\n");
    });
    CHECK(result.exchange == Exchange::oversized);
  }
  SECTION("but not one that just fits") {
    const auto result = one_exchange(
        [&](auto& connection) {
          connection.request();
          connection.answer(big.substr(0, 1000));
        },
        small);
    CHECK(result.exchange == Exchange::answered);
    CHECK(result.body.size() == 1000);
  }
}

TEST_CASE("redirects are not followed") {
  const auto result = one_exchange([](auto& connection) {
    connection.request();
    connection.answer("", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n");
  });
  CHECK(result.exchange == Exchange::answered);
  CHECK(result.status == 302);
}

TEST_CASE("Retry-After is read in seconds and as a date") {
  const auto with = [](const std::string& value) {
    return one_exchange([&](auto& connection) {
             connection.request();
             connection.answer("", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: " + value + "\r\n");
           })
        .retry_after;
  };
  CHECK(with("7") == 7s);
  CHECK_FALSE(with("soon"));
  CHECK_FALSE(with("Wed, 21 Oct 2015 07:28:00 GMT"));
  CHECK(with("99999999999") == 24h);
  std::array<char, 64> date{};
  const std::time_t in_an_hour = std::time(nullptr) + 3600;
  std::tm parts{};
  gmtime_r(&in_an_hour, &parts);
  std::strftime(date.data(), date.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  const auto wait = with(date.data());
  REQUIRE(wait);
  CHECK(*wait > 3500s);
  CHECK(*wait <= 3600s);
}

TEST_CASE("errors never hold the address, which may hold a token") {
  const auto result = one_exchange([](auto& connection) { connection.request(); });
  CHECK(result.error.find("SECRET") == std::string::npos);
  HttpClient client;
  for (const char* url :
       {"http://[bad/bot123456:SECRET/x", "bot123456:SECRET", "http://127.0.0.1:99999/bot1:SECRET/x"}) {
    const HttpResult refused = client.perform(post(url));
    CHECK(refused.exchange == Exchange::unsent);
    CHECK(refused.error.find("SECRET") == std::string::npos);
  }
}

TEST_CASE("the stop token ends an exchange at once") {
  std::stop_source stop;
  const auto result = [&] {
    const LoopbackServer server([&](LoopbackConnection& connection) {
      connection.request();
      stop.request_stop();
      connection.wait_for_hang_up();
    });
    HttpClient client;
    return client.perform(post(server.url()), stop.get_token());
  }();
  CHECK(result.exchange == Exchange::cancelled);
}

TEST_CASE("after a cancelled exchange the client goes on") {
  const LoopbackServer server(answer_every_request);
  HttpClient client;
  std::stop_source stop;
  stop.request_stop();
  CHECK(client.perform(post(server.url()), stop.get_token()).exchange == Exchange::cancelled);
  CHECK(client.perform(post(server.url())).body == "yes");
}

TEST_CASE("many exchanges run side by side, and each result has its number") {
  std::latch all_there(20);  // nobody is answered before everybody has asked
  const LoopbackServer server([&](LoopbackConnection& connection) {
    const std::string request = connection.request();
    all_there.arrive_and_wait();
    connection.answer(request.substr(request.find("\r\n\r\n") + 4));
    connection.wait_for_hang_up();
  });
  HttpExchanges exchanges;
  for (std::uint64_t i = 0; i < 20; ++i) exchanges.start(i, post(server.url(), std::to_string(i)));
  CHECK(exchanges.under_way() == 20);
  std::size_t ended = 0;
  while (exchanges.under_way() > 0) {
    for (const auto& each : exchanges.wait(20s)) {
      CHECK(each.result.body == std::to_string(each.number));
      ++ended;
    }
  }
  CHECK(ended == 20);
}

TEST_CASE("exchanges reuse connections, and one that fails hurts no other") {
  const LoopbackServer server(answer_every_request);
  const LoopbackServer broken([](LoopbackConnection& connection) { connection.request(); });
  HttpExchanges exchanges;
  for (int round = 0; round < 3; ++round) {
    exchanges.start(1, post(server.url()));
    exchanges.start(2, post(broken.url()));
    while (exchanges.under_way() > 0) {
      for (const auto& each : exchanges.wait(20s)) {
        CHECK(each.result.exchange == (each.number == 1 ? Exchange::answered : Exchange::uncertain));
      }
    }
  }
  CHECK(server.connections() == 1);
}

TEST_CASE("waiting ends with wake(), whether it comes before or during") {
  HttpExchanges exchanges;
  exchanges.wake();
  CHECK(exchanges.wait(60s).empty());
  std::thread waker([&] { exchanges.wake(); });
  CHECK(exchanges.wait(60s).empty());
  waker.join();
  CHECK(exchanges.wait(0ms).empty());
}

TEST_CASE("exchanges under way may be abandoned") {
  const LoopbackServer server([](LoopbackConnection& connection) {
    connection.request();
    connection.wait_for_hang_up();
  });
  HttpExchanges exchanges;
  exchanges.start(1, post(server.url()));
  exchanges.wait(1ms);
  CHECK(exchanges.under_way() == 1);
}
