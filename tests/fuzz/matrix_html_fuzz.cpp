// Any bytes as a reply on Matrix: its tags are those that the specification allows, closed in order.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "connectors/matrix_html.h"
#include "tests/fuzz/promises.h"

namespace {

using facteur::fuzz::hold;

void check_tags(std::string_view html) {
  static const std::vector<std::string_view> allowed{"h1", "h2", "h3",     "h4",   "h5",  "h6",
                                                     "p",  "a",  "ul",     "ol",   "li",  "em",
                                                     "hr", "br", "strong", "code", "pre", "blockquote"};
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    hold(end != std::string_view::npos, "each tag ends");
    std::string_view tag = html.substr(at + 1, end - at - 1);
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    tag = tag.substr(0, tag.find(' '));
    hold(std::find(allowed.begin(), allowed.end(), tag) != allowed.end(), "only tags that are allowed");
    if (tag == "br" || tag == "hr") continue;
    if (closes) {
      hold(!open.empty() && open.back() == tag, "tags are closed in order");
      open.pop_back();
    } else {
      open.push_back(tag);
    }
  }
  hold(open.empty(), "every tag is closed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_tags(facteur::render_matrix(facteur::markdown::parse(text)));
  for (const std::size_t most : {std::size_t{64}, facteur::most_matrix_bytes}) {
    for (const auto& each : facteur::matrix_texts({.text = std::string(text)}, most)) {
      hold(each.body.size() + each.html.size() <= most, "no event is too large");
      hold(!each.body.empty(), "every event says something");
      hold(facteur::fuzz::is_clean(each.body), "what is sent is valid UTF-8");
      check_tags(each.html);
    }
  }
  return 0;
}
