// Any bytes as a reply: rendered for Telegram, whole and in pieces, and read back as strictly as its server reads.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "connectors/telegram_html.h"
#include "tests/fuzz/promises.h"
#include "tests/telegram/html_model.h"

namespace {

using facteur::fuzz::hold;

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

std::string text_of(const facteur::markdown::Document& document) {
  std::string text;
  for (const facteur::TelegramRun& run : facteur::telegram_runs(document)) text += run.text;
  return text;
}

void check_pieces(const facteur::markdown::Document& document, facteur::TelegramLimits limits) {
  std::string together;
  for (const std::string& piece : facteur::telegram_split(document, limits)) {
    const auto shown = facteur::model::read_html(piece);
    hold(shown.refused.empty(), "a piece is never refused");
    hold(facteur::utf16_length(shown.text) <= limits.units, "a piece is not too long");
    hold(shown.entities <= limits.entities, "a piece has not too many entities");
    hold(facteur::fuzz::is_clean(shown.text), "a piece is whole characters");
    hold(facteur::plain_of_telegram(piece, 0) == shown.text, "the plain twin has the same words");
    together += shown.text;
  }
  const std::string whole = without_blanks(text_of(document));
  const std::string parts = without_blanks(std::move(together));
  // Only a piece of nothing but unseen characters may go.
  hold(parts == whole || (parts.size() < whole.size() && limits.units < 4096) || parts.empty(), "no text is lost");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = facteur::markdown::parse(text);
  const auto whole = facteur::model::read_html(facteur::render_telegram(document));
  hold(whole.refused.empty(), "a reply is never refused");
  hold(whole.text == text_of(document), "the text is the document's");
  check_pieces(document, {});
  check_pieces(document, {.units = 20, .entities = 4});
  check_pieces(document, {.units = 2, .entities = 100});
  return 0;
}
