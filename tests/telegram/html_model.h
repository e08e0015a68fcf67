// How Telegram reads a message's HTML, as strictly as its server does (tdlib, td/telegram/MessageEntity.cpp,
// parse_html) and stricter: what that would mend without a word (code in bold, a quotation in a quotation) is refused
// here.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace facteur::model {

struct Shown {
  std::string refused;  // why; empty: it was taken
  std::string text;
  std::size_t entities = 0;
  std::vector<std::string> targets;
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : rest_(html) {}

  Shown read() && {
    while (!rest_.empty() && shown_.refused.empty()) {
      if (rest_.front() == '<')
        read_tag();
      else if (rest_.front() == '&')
        read_entity();
      else
        take_text();
    }
    if (!open_.empty()) refuse("can't find end tag corresponding to start tag " + open_.back());
    return std::move(shown_);
  }

 private:
  void refuse(std::string why) {
    if (shown_.refused.empty()) shown_.refused = std::move(why);
  }

  void take_text() {
    if (rest_.front() == '>') refuse("a bare >");
    shown_.text += rest_.front();
    rest_.remove_prefix(1);
  }

  void read_entity() {
    constexpr std::array<std::array<std::string_view, 2>, 4> known{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}}};
    for (const auto& [name, character] : known) {
      if (!rest_.starts_with(name)) continue;
      shown_.text += character;
      rest_.remove_prefix(name.size());
      return;
    }
    refuse("a bare &");
  }

  void read_tag() {
    const std::size_t end = rest_.find('>');
    if (end == std::string_view::npos) return refuse("unclosed start tag");
    const std::string_view tag = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (tag.starts_with('/'))
      close(tag.substr(1));
    else
      open(tag);
  }

  void close(std::string_view name) {
    if (open_.empty()) return refuse("unexpected end tag");
    if (open_.back() != name) return refuse("unmatched end tag");
    if (shown_.text.size() == starts_.back()) refuse("an empty entity");
    open_.pop_back();
    starts_.pop_back();
  }

  void open(std::string_view tag) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    constexpr std::array<std::string_view, 6> known{"b", "i", "code", "pre", "blockquote", "a"};
    bool supported = false;
    for (const std::string_view one : known) supported = supported || one == name;
    if (!supported) return refuse("unsupported start tag " + std::string(name));
    if (name == "a")
      read_target(tag.substr(1));
    else if (name != tag)
      refuse("attributes of " + std::string(name));
    check_nesting(name);
    open_.emplace_back(name);
    starts_.push_back(shown_.text.size());
    ++shown_.entities;
  }

  void read_target(std::string_view attributes) {
    constexpr std::string_view begin = " href=\"";
    if (!attributes.starts_with(begin) || !attributes.ends_with('"')) return refuse("attributes of a");
    attributes = attributes.substr(begin.size(), attributes.size() - begin.size() - 1);
    if (attributes.empty() || attributes.find_first_of("\"<> ") != std::string_view::npos) refuse("the target");
    shown_.targets.emplace_back(attributes);
  }

  // https://core.telegram.org/bots/api#formatting-options
  void check_nesting(std::string_view name) {
    for (const std::string& outer : open_) {
      const bool holds_none = outer == "code" || outer == "pre";
      const bool fits_nowhere = (name == "code" || name == "pre") && outer != "blockquote";
      if (outer == name || holds_none || fits_nowhere) refuse(std::string(name) + " within " + outer);
    }
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::vector<std::size_t> starts_;
  Shown shown_;
};

inline Shown read_html(std::string_view html) { return HtmlReader(html).read(); }

}  // namespace facteur::model
