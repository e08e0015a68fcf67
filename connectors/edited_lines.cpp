// The only file that knows libedit (BSD licence; GNU readline, which it resembles, would make Facteur GPL).
#include <histedit.h>
#include <langinfo.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "connectors/line_reader.h"

namespace facteur {
namespace {

constexpr int history_lines = 500;

// libedit reads and writes the characters of the locale. Facteur speaks UTF-8 even where LANG says nothing, so this
// thread's locale is a UTF-8 one while libedit runs; the process's own is left alone.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(newlocale(LC_CTYPE_MASK, "", nullptr)) {
    if (locale_ != nullptr && std::strcmp(nl_langinfo_l(CODESET, locale_), "UTF-8") == 0) return;
    if (locale_ != nullptr) freelocale(locale_);
    locale_ = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (locale_ != nullptr) freelocale(locale_);
  }

  class Use {
   public:
    explicit Use(const Utf8Locale& utf8) : before_(utf8.locale_ == nullptr ? nullptr : uselocale(utf8.locale_)) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() {
      if (before_ != nullptr) uselocale(before_);
    }

   private:
    locale_t before_;
  };

 private:
  locale_t locale_;
};

class EditedLines final : public LineReader {
 public:
  explicit EditedLines(LineEditing editing) : editing_(std::move(editing)) {
    Utf8Locale::Use use(utf8_);
    history_.reset(history_init());
    editor_.reset(el_init("facteur", stdin, stdout, stderr));
    if (!history_ || !editor_) throw std::runtime_error("the line editor can't be set up on this terminal");
    HistEvent event;
    history(history_.get(), &event, H_SETSIZE, history_lines);
    history(history_.get(), &event, H_SETUNIQUE, 1);
    EditLine* editor = editor_.get();
    el_set(editor, EL_CLIENTDATA, this);
    el_set(editor, EL_PROMPT, &EditedLines::prompt);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_HIST, history, history_.get());
    el_set(editor, EL_SIGNAL, 1);  // a deadly signal finds the terminal as it was, a resize redraws the line
    // While a line is edited Ctrl-C is a key, not a signal: nothing can die of it.
    el_set(editor, EL_SETTY, "-d", "-isig", nullptr);
    el_wset(editor, EL_ADDFN, L"facteur-drop-line", L"drops the line", &EditedLines::drop_line);  // el_set leaks here
    el_wset(editor, EL_ADDFN, L"facteur-suspend", L"gives the terminal to the shell", &EditedLines::suspend);
    el_set(editor, EL_BIND, "^C", "facteur-drop-line", nullptr);
    el_set(editor, EL_BIND, "^Z", "facteur-suspend", nullptr);
    el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  }

  std::optional<std::string> next() override {
    Utf8Locale::Use use(utf8_);
    while (true) {
      el_resize(editor_.get());
      el_set(editor_.get(), EL_PREP_TERM, 1);  // el_gets would do so after the prompt, and lose a Ctrl-D in between
      int size = 0;
      const char* typed = el_gets(editor_.get(), &size);
      if (typed == nullptr || size <= 0) {
        static_cast<void>(std::fputc('\n', stdout));  // the shell's prompt would stand behind ours
        return std::nullopt;
      }
      std::string line(typed, static_cast<std::size_t>(size));
      bool dropped = std::exchange(dropped_, false);
      if (dropped && line == "\n") editing_.on_empty_interrupt();
      if (dropped) continue;
      remember(line);
      return cut(line);
    }
  }

 private:
  static EditedLines& self(EditLine* editor) {
    void* reader = nullptr;
    el_get(editor, EL_CLIENTDATA, &reader);
    return *static_cast<EditedLines*>(reader);
  }

  static char* prompt(EditLine* editor) { return self(editor).editing_.prompt.data(); }

  static unsigned char drop_line(EditLine* editor, int /*key*/) {
    self(editor).dropped_ = true;
    el_push(editor, "\n");
    return CC_NORM;
  }

  // libedit's own handler puts the terminal back before it stops, and redraws the line once it goes on.
  static unsigned char suspend(EditLine* /*editor*/, int /*key*/) {
    return std::raise(SIGTSTP) == 0 ? CC_REDISPLAY : CC_ERROR;
  }

  void remember(const std::string& line) {
    if (line.find_first_not_of(" \t\r\n") == std::string::npos) return;
    HistEvent event;
    history(history_.get(), &event, H_ENTER, line.c_str());
  }

  static std::string cut(const std::string& line) {
    std::istringstream typed(line);
    return piped_lines(typed)->next().value_or("");
  }

  struct EndEditor {
    void operator()(EditLine* editor) const { el_end(editor); }
  };
  struct EndHistory {
    void operator()(History* history) const { history_end(history); }
  };

  Utf8Locale utf8_;
  LineEditing editing_;
  std::unique_ptr<History, EndHistory> history_;
  std::unique_ptr<EditLine, EndEditor> editor_;
  bool dropped_ = false;
};

}  // namespace

std::unique_ptr<LineReader> edited_lines(LineEditing editing) {
  return std::make_unique<EditedLines>(std::move(editing));
}

}  // namespace facteur
