// A TCP server on loopback whose every connection plays a script, for what HTTP clients must survive.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

// One accepted connection, closed with the script's end.
class LoopbackConnection {
 public:
  explicit LoopbackConnection(int socket) : socket_(socket) {}
  ~LoopbackConnection() { ::close(socket_); }
  LoopbackConnection(const LoopbackConnection&) = delete;
  LoopbackConnection& operator=(const LoopbackConnection&) = delete;

  // The next request with its body, or "" once the other side has hung up.
  std::string request() {
    while (true) {
      const std::size_t head = read_.find("\r\n\r\n");
      if (head != std::string::npos && read_.size() >= head + 4 + length(head)) {
        std::string whole = read_.substr(0, head + 4 + length(head));
        read_.erase(0, whole.size());
        return whole;
      }
      if (!more()) return "";
    }
  }

  void say(std::string_view bytes) const { (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  void answer(std::string_view body, std::string_view head = "HTTP/1.1 200 OK\r\n") const {
    say(std::string(head) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
  }
  void wait_for_hang_up() {
    while (more()) {
    }
  }
  // Closes with RST instead of FIN.
  void reset() const {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }

 private:
  std::size_t length(std::size_t head) const {
    const std::size_t at = read_.find("Content-Length: ");
    return at < head ? std::stoul(read_.substr(at + 16)) : 0;
  }
  bool more() {
    std::array<char, 4096> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    read_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  std::string read_;
};

class LoopbackServer {
 public:
  using Script = std::function<void(LoopbackConnection&)>;

  // Each connection plays the script, on a thread of its own.
  explicit LoopbackServer(Script script) : script_(std::move(script)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 64) != 0) throw std::runtime_error("no loopback");
    ::getsockname(listener_, plain, &size);
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept_all(); });
  }
  ~LoopbackServer() {
    ::shutdown(listener_, SHUT_RDWR);
    accepting_.join();
    for (std::thread& each : connections_) each.join();
    ::close(listener_);
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  std::string url(std::string_view path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }
  int connections() const { return count_; }

 private:
  void accept_all() {
    while (true) {
      const int socket = ::accept(listener_, nullptr, nullptr);
      if (socket < 0) return;
      ++count_;
      connections_.emplace_back([this, socket] {
        LoopbackConnection connection(socket);
        script_(connection);
      });
    }
  }

  Script script_;
  int listener_;
  std::uint16_t port_ = 0;
  std::atomic<int> count_ = 0;
  std::vector<std::thread> connections_;
  std::thread accepting_;
};
