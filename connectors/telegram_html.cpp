#include "connectors/telegram_html.h"

#include <algorithm>
#include <array>
#include <utility>

namespace facteur {
namespace {

struct Tag {
  std::string open;
  std::string_view close;
  bool operator==(const Tag&) const = default;
};

// Outermost first, so that what stays the same from run to run needs not be closed.
std::vector<Tag> tags_of(const TelegramMarks& marks) {
  std::vector<Tag> tags;
  if (marks.quote) tags.push_back({"<blockquote>", "</blockquote>"});
  if (marks.code_block) tags.push_back({"<pre>", "</pre>"});
  if (marks.code) tags.push_back({"<code>", "</code>"});
  if (!marks.target.empty()) tags.push_back({"<a href=\"" + escaped_for_telegram(marks.target) + "\">", "</a>"});
  if (marks.bold) tags.push_back({"<b>", "</b>"});
  if (marks.italic) tags.push_back({"<i>", "</i>"});
  return tags;
}

// One message as it grows: its HTML, and what Telegram will count of it.
class Page {
 public:
  void add(std::string_view text, const TelegramMarks& marks) {
    std::vector<Tag> tags = tags_of(marks);
    const auto kept = std::mismatch(open_.begin(), open_.end(), tags.begin(), tags.end());
    close_from(static_cast<std::size_t>(kept.first - open_.begin()));
    for (auto tag = kept.second; tag != tags.end(); ++tag) html_ += tag->open;
    open_ = std::move(tags);
    html_ += escaped_for_telegram(text);
  }

  std::string finish() && {
    close_from(0);
    return std::move(html_);
  }

 private:
  void close_from(std::size_t kept) {
    for (; open_.size() > kept; open_.pop_back()) html_ += open_.back().close;
  }

  std::string html_;
  std::vector<Tag> open_;
};

// How many tags `marks` opens after `before`: as many entities, at most.
std::size_t opened(const TelegramMarks* before, const TelegramMarks& marks) {
  const std::vector<Tag> now = tags_of(marks);
  const std::vector<Tag> open = before == nullptr ? std::vector<Tag>{} : tags_of(*before);
  const auto kept = std::mismatch(open.begin(), open.end(), now.begin(), now.end());
  return static_cast<std::size_t>(now.end() - kept.second);
}

// A place in the runs: before the byte `at` of the run `run`.
struct Place {
  std::size_t run = 0;
  std::size_t at = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that it compares with for a pointer
  auto operator<=>(const Place&) const = default;
};

std::size_t character_bytes(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

// What tdlib takes for nothing to see (td/telegram/misc.cpp, is_empty_string).
bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t bytes = std::min(character_bytes(static_cast<unsigned char>(text.front())), text.size());
    const std::string_view character = text.substr(0, bytes);
    static constexpr auto unseen = std::to_array<std::string_view>(
        {" ",      "\n",     "\u00A0", "\u00AD", "\u1680", "\u180E", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
         "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u202F", "\u205F", "\u2060", "\u2061",
         "\u2062", "\u2063", "\u2064", "\u2800", "\u3000", "\u3164", "\uFEFF", "\u115F", "\u1160", "\uFFA0"});
    const bool general_space = character >= "\u2000" && character <= "\u200A" && bytes == 3;
    if (!general_space && std::find(unseen.begin(), unseen.end(), character) == unseen.end()) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

class Splitter {
 public:
  Splitter(const TelegramRuns& runs, TelegramLimits limits) : runs_(runs), limits_(limits) {}

  std::vector<std::string> split() {
    std::vector<std::string> pieces;
    const Place end{runs_.size(), 0};
    for (Place begin = after_blanks({}); begin < end;) {
      const Place cut = cut_after(begin);
      Page page;
      std::string words;
      each(begin, cut, [&](std::string_view text, const TelegramMarks& marks) {
        page.add(text, marks);
        words += text;
      });
      if (!is_blank(words)) pieces.push_back(std::move(page).finish());
      begin = after_blanks(cut);
    }
    return pieces;
  }

 private:
  template <typename Do>
  void each(Place begin, Place end, Do act) const {
    for (std::size_t run = begin.run; run < runs_.size() && run <= end.run; ++run) {
      const std::size_t from = run == begin.run ? begin.at : 0;
      const std::size_t to = run == end.run ? end.at : runs_[run].text.size();
      if (from < to) act(std::string_view(runs_[run].text).substr(from, to - from), runs_[run].marks);
    }
  }

  // Telegram trims what it is sent: a message begins where there is something to see.
  Place after_blanks(Place place) const {
    for (; place.run < runs_.size(); ++place.run, place.at = 0) {
      place.at = runs_[place.run].text.find_first_not_of(" \n", place.at);
      if (place.at != std::string::npos) return place;
    }
    return {runs_.size(), 0};
  }

  // The best places to end a message at, seen so far: after a block, a line, a word, a character.
  struct Cuts {
    std::array<Place, 4> place{};
    std::array<std::size_t, 4> units{};

    std::size_t length = 0;  // UTF-16 units
    char before = 0;
    Place last;

    void note(std::size_t kind, Place where, std::size_t at) {
      place[kind] = where;
      units[kind] = at;
    }
    // Takes the character there, which begins with `c`, into the message; false where that makes it longer than `most`.
    bool take(char c, std::size_t bytes, Place where, std::size_t most) {
      if (length > 0 && c == ' ') note(2, where, length);
      if (length > 0 && c == '\n' && before != '\n') note(1, where, length);
      if (length > 1 && c == '\n' && before == '\n') note(0, last, length - 1);
      length += bytes == 4 ? 2 : 1;
      if (length > most) return false;
      before = c;
      last = where;
      note(3, {where.run, where.at + bytes}, length);
      return true;
    }
    // The widest gap in the second half of the message; where there is none, in all of it.
    Place best() const {
      const std::size_t most = units.back();
      for (const std::size_t least : {std::max<std::size_t>(most / 2, 1), std::size_t{1}}) {
        for (std::size_t kind = 0; kind < place.size(); ++kind) {
          if (units[kind] >= least) return place[kind];
        }
      }
      return place.back();
    }
  };

  Place cut_after(Place begin) const {
    Cuts cuts;
    std::size_t entities = 0;
    const TelegramMarks* marks = nullptr;
    for (std::size_t run = begin.run; run < runs_.size(); ++run) {
      const std::string& text = runs_[run].text;
      entities += opened(std::exchange(marks, &runs_[run].marks), runs_[run].marks);
      if (entities > limits_.entities) return cuts.best();
      for (std::size_t at = run == begin.run ? begin.at : 0; at < text.size();) {
        const std::size_t bytes = character_bytes(static_cast<unsigned char>(text[at]));
        if (!cuts.take(text[at], bytes, {run, at}, limits_.units)) return cuts.best();
        at += bytes;
      }
    }
    return {runs_.size(), 0};
  }

  const TelegramRuns& runs_;
  TelegramLimits limits_;
};

constexpr auto entities =
    std::to_array<std::pair<std::string_view, char>>({{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}});

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto* entity = std::find_if(entities.begin(), entities.end(),
                                      [&](const auto& known) { return text.substr(at).starts_with(known.first); });
    plain += entity == entities.end() ? text[at] : entity->second;
    at += entity == entities.end() ? 1 : entity->first.size();
  }
  return plain;
}

}  // namespace

std::string escaped_for_telegram(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto* entity =
        std::find_if(entities.begin(), entities.end(), [c](const auto& known) { return known.second == c; });
    if (entity == entities.end())
      safe += c;
    else
      safe += entity->first;
  }
  return safe;
}

std::string render_telegram(const markdown::Document& document) {
  Page page;
  for (const TelegramRun& run : telegram_runs(document)) page.add(run.text, run.marks);
  return std::move(page).finish();
}

std::vector<std::string> telegram_split(const markdown::Document& document, TelegramLimits limits) {
  const TelegramRuns runs = telegram_runs(document);
  return Splitter(runs, limits).split();
}

std::string plain_of_telegram(std::string_view html, std::size_t most_units) {
  constexpr std::string_view link = "<a href=\"";
  std::string words;
  std::string with_targets;
  std::string target;
  const auto add = [&](std::string_view escaped) {
    words += unescaped(escaped);
    with_targets += unescaped(escaped);
  };
  while (!html.empty()) {
    const std::size_t tag = std::min(html.find('<'), html.size());
    add(html.substr(0, tag));
    html.remove_prefix(tag);
    if (html.empty()) break;
    const std::size_t end = std::min(html.find('>'), html.size() - 1) + 1;
    if (html.starts_with(link)) target = unescaped(html.substr(link.size(), end - link.size() - 2));
    if (html.starts_with("</a>") && !with_targets.ends_with(target)) with_targets += " (" + target + ")";
    html.remove_prefix(end);
  }
  return utf16_length(with_targets) <= most_units ? with_targets : words;
}

}  // namespace facteur
