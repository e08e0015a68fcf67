#include <istream>

#include "connectors/line_reader.h"

namespace facteur {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

class PipedLines final : public LineReader {
 public:
  explicit PipedLines(std::istream& input) : input_(input) {}

  std::optional<std::string> next() override {
    std::string line;
    char byte = 0;
    bool cut = false;
    bool any = false;
    while (input_.get(byte)) {
      any = true;
      if (byte == '\n') break;
      if (cut) continue;
      if (line.size() < max_line_bytes) {
        line += byte;
      } else {
        cut = true;
        if (continues_character(byte)) drop_last_character(line);
      }
    }
    if (!any) return std::nullopt;
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

 private:
  // At most the three bytes that UTF-8 can have begun; what else stands there is not text anyway.
  static void drop_last_character(std::string& line) {
    for (int byte = 0; byte < 3; ++byte) {
      bool first = !continues_character(line.back());
      line.pop_back();
      if (first) return;
    }
  }

  std::istream& input_;
};

}  // namespace

std::unique_ptr<LineReader> piped_lines(std::istream& input) { return std::make_unique<PipedLines>(input); }

}  // namespace facteur
