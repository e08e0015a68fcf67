// Any bytes as the input of `facteur ask --jsonl`.
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>

#include "bot/ask.h"
#include "tests/fuzz/promises.h"

using facteur::fuzz::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::istringstream in(bytes);
  std::ostringstream out;
  hold(answer_lines(in, out, facteur::fuzz::base_knowledge(), [] { return facteur::Time{}; }),
       "the answers are written");
  const bool ends_open = !bytes.empty() && bytes.back() != '\n';
  const auto asked = std::count(bytes.begin(), bytes.end(), '\n') + (ends_open ? 1 : 0);
  std::istringstream lines(out.str());
  std::ptrdiff_t answered = 0;
  for (std::string line; std::getline(lines, line); ++answered) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    hold(json.is_object(), "each line is an object");
    hold(json.contains("error") ? json.size() == 1 && json["error"].is_string() : json.contains("reply"),
         "it is an answer or an error");
  }
  hold(asked == answered, "each line in is a line out");
  return 0;
}
