// A token or a password: whoever wants its characters says so, and nothing prints it by accident.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace facteur {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}

  // For the request that needs it, never for a log, an error or a command line.
  const std::string& reveal() const { return value_; }
  bool empty() const { return value_.empty(); }

  friend std::string_view to_string(const Secret& /*unused*/) { return "***"; }
  bool operator==(const Secret&) const = default;

 private:
  std::string value_;
};

}  // namespace facteur
