#include "connectors/http.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <new>
#include <unordered_map>

#include "connectors/curl_library.h"

namespace facteur {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds connecting_lasts{10'000};
constexpr milliseconds longest_retry_after = std::chrono::hours{24};
constexpr std::size_t most_header_bytes = std::size_t{256} << 10;
constexpr long most_connections_kept = 512;

// libcurl frees what it copied; these free what it handed out.
struct FreeEasy {
  void operator()(CURL* easy) const { curl().easy_cleanup(easy); }
};
struct FreeMulti {
  void operator()(CURLM* multi) const { curl().multi_cleanup(multi); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using Multi = std::unique_ptr<CURLM, FreeMulti>;
using List = std::unique_ptr<curl_slist, FreeList>;

// One easy handle, which one exchange after the other is made with. It stays where it is: libcurl holds its address.
class Transfer {
 public:
  Transfer();
  void prepare(const HttpRequest&);
  HttpResult result(CURLcode);
  CURL* easy() const { return easy_.get(); }
  std::uint64_t number = 0;

 private:
  static std::size_t take_body(const char* bytes, std::size_t one, std::size_t count, void* self);
  static std::size_t take_header(const char* bytes, std::size_t one, std::size_t count, void* self);
  static int before_request(void* self, char* to, char* from, int to_port, int from_port);
  void set_method(const HttpRequest&);
  bool any_byte_left() const;
  std::string what_failed(CURLcode) const;

  Easy easy_{curl().easy_init()};
  List headers_;
  HttpRequest request_;
  std::string body_;
  std::size_t header_bytes_ = 0;
  bool oversized_ = false;
  std::array<char, CURL_ERROR_SIZE> error_{};
};

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  if (curl().easy_setopt(easy, option, value) != CURLE_OK) throw std::bad_alloc();
}

Transfer::Transfer() {
  if (!easy_) throw std::bad_alloc();
  CURL* easy = easy_.get();
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_PROXY, "");  // the environment's would see the token
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_USERAGENT, "Facteur/" FACTEUR_VERSION);
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connecting_lasts.count()));
  set(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set(easy, CURLOPT_TCP_KEEPIDLE, 30L);
  set(easy, CURLOPT_TCP_KEEPINTVL, 10L);
  set(easy, CURLOPT_MAXAGE_CONN, 60L);
  // A name server that is down must not hold up the others: the look-up's thread is left to itself, not joined.
  set(easy, CURLOPT_QUICK_EXIT, 1L);
  set(easy, CURLOPT_ERRORBUFFER, error_.data());
  set(easy, CURLOPT_WRITEFUNCTION, take_body);
  set(easy, CURLOPT_WRITEDATA, this);
  set(easy, CURLOPT_HEADERFUNCTION, take_header);
  set(easy, CURLOPT_HEADERDATA, this);
  set(easy, CURLOPT_PREREQFUNCTION, before_request);
  set(easy, CURLOPT_PREREQDATA, this);
}

void Transfer::prepare(const HttpRequest& request) {
  request_ = request;
  body_.clear();
  header_bytes_ = 0;
  oversized_ = false;
  error_[0] = '\0';
  List headers(curl().slist_append(nullptr, "Expect:"));  // no waiting for a 100 before a large body
  for (const std::string& header : request_.headers) {
    curl_slist* longer = curl().slist_append(headers.get(), header.c_str());
    if (longer == nullptr) throw std::bad_alloc();
  }
  headers_ = std::move(headers);
  CURL* easy = easy_.get();
  set(easy, CURLOPT_URL, request_.url.c_str());
  set(easy, CURLOPT_HTTPHEADER, headers_.get());
  set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<milliseconds::rep>(1, request_.deadline.count())));
  set_method(request_);
}

void Transfer::set_method(const HttpRequest& request) {
  CURL* easy = easy_.get();
  if (request.method == "GET") {
    set(easy, CURLOPT_HTTPGET, 1L);
  } else {
    set(easy, CURLOPT_POST, 1L);
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(easy, CURLOPT_POSTFIELDS, request.body.c_str());
  }
  const bool usual = request.method == "GET" || request.method == "POST";
  set(easy, CURLOPT_CUSTOMREQUEST, usual ? nullptr : request.method.c_str());
}

// Debian 12's libcurl doesn't hold a chunked response to CURLOPT_MAXFILESIZE, so the bytes are counted here.
std::size_t Transfer::take_body(const char* bytes, std::size_t one, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t size = one * count;
  transfer.oversized_ = size > transfer.request_.most_bytes - transfer.body_.size();
  if (transfer.oversized_) return 0;
  transfer.body_.append(bytes, size);
  return size;
}

std::size_t Transfer::take_header(const char* /*bytes*/, std::size_t one, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.header_bytes_ += one * count;
  transfer.oversized_ = transfer.header_bytes_ > most_header_bytes;
  return transfer.oversized_ ? 0 : one * count;
}

// When a kept connection dies under a request, libcurl sends the request again on a new one, of its own accord. Whether
// a repetition is harmless only the caller knows.
int Transfer::before_request(void* self, char* /*to*/, char* /*from*/, int /*to_port*/, int /*from_port*/) {
  return static_cast<Transfer*>(self)->any_byte_left() ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

bool Transfer::any_byte_left() const {
  long bytes = 0;
  curl().easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &bytes);
  return bytes > 0;
}

std::string Transfer::what_failed(CURLcode code) const {
  std::string detail = error_.data();
  // libcurl's own words name a host at most; should they ever quote the address, its general ones do.
  const std::size_t host = request_.url.find("://");
  const std::size_t path = host == std::string::npos ? host : request_.url.find('/', host + 3);
  const std::string secret = path == std::string::npos ? request_.url : request_.url.substr(path);
  const bool quotes = secret.size() > 1 && detail.find(secret) != std::string::npos;
  if (code == CURLE_ABORTED_BY_CALLBACK) detail = "the connection died before the response";
  return detail.empty() || quotes ? curl().easy_strerror(code) : detail;
}

HttpResult Transfer::result(CURLcode code) {
  HttpResult result;
  if (oversized_) {
    result.exchange = Exchange::oversized;
    result.error = "the response is larger than expected";
    return result;
  }
  if (code != CURLE_OK) {
    result.exchange = any_byte_left() ? Exchange::uncertain : Exchange::unsent;
    result.error = what_failed(code);
    return result;
  }
  long status = 0;
  curl().easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_off_t seconds = 0;
  curl().easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &seconds);
  result.exchange = Exchange::answered;
  result.status = static_cast<int>(status);
  result.body = std::move(body_);
  const char* redirect = nullptr;
  if (curl().easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &redirect) == CURLE_OK && redirect != nullptr)
    result.redirect = redirect;
  if (seconds > 0) {
    constexpr auto most = std::chrono::duration_cast<std::chrono::seconds>(longest_retry_after);
    result.retry_after = std::min(std::chrono::seconds(seconds), most);
  }
  return result;
}

Multi new_multi() {
  Multi multi(curl().multi_init());
  if (!multi) throw std::bad_alloc();
  curl().multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, most_connections_kept);
  return multi;
}

// Takes what has ended from the multi handle: visit(easy handle, code).
template <typename Visit>
void each_ended(CURLM* multi, Visit visit) {
  int left = 0;
  while (const CURLMsg* message = curl().multi_info_read(multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* easy = message->easy_handle;
    const CURLcode code = message->data.result;  // the message is gone once its handle is removed
    curl().multi_remove_handle(multi, easy);
    visit(easy, code);
  }
}

int in_poll_range(milliseconds wait) {
  return static_cast<int>(std::clamp<milliseconds::rep>(wait.count(), 0, 60'000));
}

}  // namespace

struct HttpClient::Curl {
  Multi multi = new_multi();
  Transfer transfer;
};

HttpClient::HttpClient() : curl_(std::make_unique<Curl>()) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

HttpResult HttpClient::perform(const HttpRequest& request, const std::stop_token& stop) {
  CURLM* multi = curl_->multi.get();
  Transfer& transfer = curl_->transfer;
  transfer.prepare(request);
  curl().multi_add_handle(multi, transfer.easy());
  const std::stop_callback wake(stop, [multi] { curl().multi_wakeup(multi); });
  std::optional<HttpResult> result;
  while (!result && !stop.stop_requested()) {
    int running = 0;
    curl().multi_perform(multi, &running);
    each_ended(multi, [&](CURL*, CURLcode code) { result = transfer.result(code); });
    if (!result) curl().multi_poll(multi, nullptr, 0, in_poll_range(request.deadline), nullptr);
  }
  if (result) return std::move(*result);
  curl().multi_remove_handle(multi, transfer.easy());
  return {.exchange = Exchange::cancelled, .error = "cancelled"};
}

struct HttpExchanges::Curl {
  Curl() = default;
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;
  ~Curl() {
    for (const auto& [easy, transfer] : under_way) curl().multi_remove_handle(multi.get(), easy);
  }

  void collect(std::vector<Done>& done) {
    int running = 0;
    curl().multi_perform(multi.get(), &running);
    each_ended(multi.get(), [&](CURL* easy, CURLcode code) {
      auto ended = under_way.extract(easy);
      done.push_back({ended.mapped()->number, ended.mapped()->result(code)});
      idle.push_back(std::move(ended.mapped()));
    });
  }

  Multi multi = new_multi();
  std::vector<std::unique_ptr<Transfer>> idle;
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> under_way;
  std::atomic<bool> woken = false;
};

HttpExchanges::HttpExchanges() : curl_(std::make_unique<Curl>()) {}
HttpExchanges::~HttpExchanges() = default;

void HttpExchanges::start(std::uint64_t number, const HttpRequest& request) {
  if (curl_->idle.empty()) curl_->idle.push_back(std::make_unique<Transfer>());
  std::unique_ptr<Transfer> transfer = std::move(curl_->idle.back());
  curl_->idle.pop_back();
  transfer->prepare(request);
  transfer->number = number;
  CURL* easy = transfer->easy();
  curl_->under_way.emplace(easy, std::move(transfer));
  curl().multi_add_handle(curl_->multi.get(), easy);
}

std::vector<HttpExchanges::Done> HttpExchanges::wait(milliseconds longest) {
  const auto until = Clock::now() + longest;
  std::vector<Done> done;
  curl_->collect(done);
  while (done.empty() && !curl_->woken.exchange(false)) {
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
    if (left <= milliseconds{0}) break;
    curl().multi_poll(curl_->multi.get(), nullptr, 0, in_poll_range(left), nullptr);
    curl_->collect(done);
  }
  return done;
}

void HttpExchanges::wake() {
  curl_->woken = true;
  curl().multi_wakeup(curl_->multi.get());
}

std::size_t HttpExchanges::under_way() const { return curl_->under_way.size(); }

}  // namespace facteur
