// HTTP over libcurl, which http.cpp calls. TLS is verified; no proxy, cookie, redirect or .netrc is
// followed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace facteur {

struct HttpRequest {
  std::string method = "POST";
  std::string url;                   // may hold a token: never logged, never in an error
  std::vector<std::string> headers;  // "Name: value"; may hold a token too
  std::string body;
  std::chrono::milliseconds deadline{30'000};     // for the whole exchange, from the name look-up to the last byte
  std::size_t most_bytes = std::size_t{1} << 20;  // of the response's body, after decoding
};

enum class Exchange : std::uint8_t {
  answered,   // a whole response came
  unsent,     // no byte of the request left: sending it again repeats nothing
  uncertain,  // the request, or some of it, left and no whole response came
  oversized,  // a response came that is larger than the request allows
  cancelled,  // the stop token fired first
};

struct HttpResult {
  Exchange exchange = Exchange::unsent;
  int status = 0;  // RFC 9110; 0 unless answered
  std::string body;
  std::optional<std::chrono::milliseconds> retry_after;  // RFC 9110, section 10.2.3: a header in seconds or as a date
  std::string redirect;                                  // where a 3xx status points to, as an address; not followed
  std::string error;  // for an operator: what libcurl says, without the URL; empty when answered
};

// For one thread: one exchange after the other, on connections that are kept.
class HttpClient {
 public:
  HttpClient();
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Blocks until the response is whole, the deadline is past or the token fires; running never throws.
  HttpResult perform(const HttpRequest&, const std::stop_token& = {});

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

// Many exchanges side by side. For one thread, except wake().
class Exchanges {
 public:
  struct Done {
    std::uint64_t number = 0;  // as start() was told
    HttpResult result;
  };

  Exchanges() = default;
  virtual ~Exchanges() = default;
  Exchanges(const Exchanges&) = delete;
  Exchanges& operator=(const Exchanges&) = delete;

  virtual void start(std::uint64_t number, const HttpRequest&) = 0;
  // What ended; waits at most so long for something to end, or for wake().
  virtual std::vector<Done> wait(std::chrono::milliseconds) = 0;
  // Ends the current or the next wait() at once. Safe from any thread.
  virtual void wake() = 0;
  virtual std::size_t under_way() const = 0;
};

// On one curl multi handle.
class HttpExchanges final : public Exchanges {
 public:
  HttpExchanges();
  ~HttpExchanges() override;
  HttpExchanges(const HttpExchanges&) = delete;
  HttpExchanges& operator=(const HttpExchanges&) = delete;

  void start(std::uint64_t number, const HttpRequest&) override;
  std::vector<Done> wait(std::chrono::milliseconds) override;
  void wake() override;
  std::size_t under_way() const override;

 private:
  struct Curl;
  std::unique_ptr<Curl> curl_;
};

}  // namespace facteur
