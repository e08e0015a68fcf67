#include "connectors/telegram_buttons.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "connectors/clean_text.h"
#include "connectors/telegram_runs.h"

namespace facteur {
namespace {

using nlohmann::json;

constexpr std::size_t most_copied_units = 256;
constexpr std::size_t most_callback_bytes = 64;
constexpr std::size_t most_buttons = 24;  // Telegram takes a hundred; a phone's screen doesn't
constexpr std::size_t two_in_a_row = 18;  // labels up to so long stand beside one another
constexpr std::string_view copying = "📋 ";

std::vector<std::string> without_repetition(const std::vector<std::string>& texts) {
  std::vector<std::string> once;
  for (const std::string& text : texts) {
    const std::string clean = clean_text(text);
    const bool blank = clean.find_first_not_of(" \n\t") == std::string::npos;
    if (!blank && std::find(once.begin(), once.end(), clean) == once.end()) once.push_back(clean);
  }
  return once;
}

class Keyboard {
 public:
  void add(std::string_view label, json button) {
    if (count_++ >= most_buttons) return;
    const bool is_short = utf16_length(label) <= two_in_a_row;
    button["text"] = label;
    if (is_short && beside_ && !rows_.empty() && rows_.back().size() == 1)
      rows_.back().push_back(std::move(button));
    else
      rows_.push_back(json::array({std::move(button)}));
    beside_ = is_short;
  }
  void end_row() { beside_ = false; }

  json finish() && { return rows_.empty() ? json(nullptr) : json{{"inline_keyboard", std::move(rows_)}}; }

 private:
  json rows_ = json::array();
  std::size_t count_ = 0;
  bool beside_ = false;
};

}  // namespace

json telegram_buttons(const Reply& reply, Buttons which) {
  Keyboard keyboard;
  for (const std::string& text : without_repetition(reply.copies)) {
    if (utf16_length(text) > most_copied_units) continue;
    keyboard.add(std::string(copying) + text, {{"copy_text", {{"text", text}}}});
  }
  keyboard.end_row();
  if (which == Buttons::copying) return std::move(keyboard).finish();
  for (const std::string& text : without_repetition(reply.choices)) {
    if (text.size() <= most_callback_bytes) keyboard.add(text, {{"callback_data", text}});
  }
  return std::move(keyboard).finish();
}

}  // namespace facteur
