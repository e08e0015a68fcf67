// Any bytes, folded.
#include <cstdint>
#include <string>
#include <string_view>

#include "knowledge/fold.h"
#include "tests/fuzz/promises.h"

using facteur::fold;
using facteur::fuzz::hold;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n'; }

void hold_promises_of_folded(const std::string& folded) {
  hold(facteur::fuzz::is_clean(folded) && folded.find('\t') == std::string::npos,
       "folded text is UTF-8 without control characters");
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    hold(!(c >= 'A' && c <= 'Z') && c != '\'' && c != '-' && c != '`',
         "folded text has no capitals, apostrophes or hyphens");
    const bool edge = i == 0 || i + 1 == folded.size();
    hold(!is_blank(c) || (!edge && !is_blank(folded[i + 1])), "blanks stand alone, and none at either end");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string folded = fold(text);
  hold_promises_of_folded(folded);
  hold(fold(folded) == folded, "folding again changes nothing");
  std::string reused = "what stood here before";
  fold(text, reused);
  hold(reused == folded, "a string that is used again gets the same");
  return 0;
}
