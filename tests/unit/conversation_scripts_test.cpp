// Replays tests/conversations/*.txt through the whole assistant; tests/conversations/README.md says how they are
// written. With FACTEUR_APPROVE=1 in the environment it writes what Facteur says now into them, for a review of the
// difference.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "bot/commands.h"
#include "tests/unit/base_knowledge.h"
#include "tests/unit/catch.h"

namespace fs = std::filesystem;
using facteur::Conversation;
using facteur::Message;
using facteur::Reply;
using facteur::Time;
using facteur::test::base_knowledge;

namespace {

constexpr std::string_view indent = "    ";

// One message and what is said back.
struct Turn {
  std::size_t line = 0;
  std::vector<std::string> before;  // comments, places, times and blank lines, as they stand in the file
  std::vector<std::string> spoken;  // the message's own lines, as they stand
  std::string who;
  Message message;
  std::chrono::minutes later{0};  // since the turn before
  std::string answer;             // the lines from "facteur:" on
};

struct Script {
  std::vector<Turn> turns;
  std::vector<std::string> after;  // what stands below the last turn
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

class Parser {
 public:
  explicit Parser(const fs::path& path) : path_(path), lines_(lines_of(path)) {}

  Script parse() {
    Script script;
    Turn turn;
    while (at_ < lines_.size()) {
      if (takes_stage_direction(turn)) continue;
      take_message(turn);
      take_answer(turn);
      script.turns.push_back(std::move(turn));
      turn = Turn{};
    }
    script.after = std::move(turn.before);
    return script;
  }

 private:
  bool takes_stage_direction(Turn& turn) {
    static const std::regex later(R"(\((\d+) minutes? later\))");
    const std::string& line = lines_[at_];
    std::smatch found;
    if (line == "(in a group)")
      place_ = facteur::Place::group;
    else if (line == "(in a direct chat)")
      place_ = facteur::Place::direct;
    else if (std::regex_match(line, found, later))
      turn.later += std::chrono::minutes(std::stoi(found[1]));
    else if (!line.empty() && !line.starts_with("#"))
      return false;
    turn.before.push_back(line);
    ++at_;
    return true;
  }

  void take_message(Turn& turn) {
    static const std::regex said(R"(([^:#( ][^:( ]*)( to facteur)?: ?(.*))");
    std::smatch found;
    if (!std::regex_match(lines_[at_], found, said) || found[1] == "facteur") {
      const std::string place = path_.filename().string() + ":" + std::to_string(at_ + 1);
      throw std::runtime_error(
          place + ": expected `NAME: message`, `NAME to facteur: message`, (in a group), (5 minutes later) or # …");
    }
    turn.line = at_ + 1;
    turn.who = found[1];
    turn.message = {found[3], place_, found[2].matched ? facteur::Addressed::yes : facteur::Addressed::no};
    turn.spoken.push_back(lines_[at_++]);
    for (; at_ < lines_.size() && lines_[at_].starts_with(indent); ++at_) {
      turn.message.text += "\n" + lines_[at_].substr(indent.size());
      turn.spoken.push_back(lines_[at_]);
    }
  }

  void take_answer(Turn& turn) {
    if (at_ == lines_.size() || !lines_[at_].starts_with("facteur:")) return;
    std::size_t end = at_ + 1;
    for (std::size_t next = end; next < lines_.size() && (lines_[next].empty() || lines_[next].starts_with(indent));
         ++next) {
      if (!lines_[next].empty()) end = next + 1;
    }
    for (; at_ < end; ++at_) turn.answer += lines_[at_] + "\n";
  }

  fs::path path_;
  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  facteur::Place place_ = facteur::Place::direct;
};

std::string as_written(const std::optional<Reply>& reply) {
  if (!reply) return "facteur: (says nothing)\n";
  std::string written = "facteur:\n";
  std::istringstream lines(reply->text);
  for (std::string line; std::getline(lines, line);) written += (line.empty() ? "" : std::string(indent)) + line + "\n";
  if (reply->choices.empty()) return written;
  written += std::string(indent) + "(to tap:";
  for (const std::string& choice : reply->choices) written += " [" + choice + "]";
  return written + ")\n";
}

// As bot/chat.cpp does: a command is obeyed, anything else answered. Everybody has a conversation of their own.
class Replay {
 public:
  std::string answer_to(const Turn& turn) {
    now_ += turn.later;
    Conversation& conversation = by_person_[turn.who];
    const auto& knowledge = base_knowledge();
    if (const auto done = obey(turn.message, conversation, knowledge.default_language(), knowledge))
      return as_written(done);
    auto outcome = respond(turn.message, conversation, now_, knowledge);
    conversation = std::move(outcome.conversation);
    return as_written(outcome.reply);
  }

 private:
  Time now_{std::chrono::seconds{1'800'000'000}};
  std::map<std::string, Conversation> by_person_;
};

void write(const fs::path& path, const Script& script, const std::vector<std::string>& answers) {
  std::ofstream file(path);
  const auto put = [&](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) file << line << "\n";
  };
  for (std::size_t i = 0; i < script.turns.size(); ++i) {
    put(script.turns[i].before);
    put(script.turns[i].spoken);
    file << answers[i];
  }
  put(script.after);
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

bool approving() {
  const char* approve = std::getenv("FACTEUR_APPROVE");  // NOLINT(concurrency-mt-unsafe): the tests have one thread
  return approve != nullptr && std::string_view(approve) == "1";
}

std::vector<fs::path> scripts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(FACTEUR_SOURCE_DIR "/tests/conversations")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("the conversations in tests/conversations go as they are written") {
  REQUIRE(scripts().size() >= 25);
  for (const fs::path& path : scripts()) {
    const Script script = Parser(path).parse();
    Replay replay;
    std::vector<std::string> answers;
    for (const Turn& turn : script.turns) {
      answers.push_back(replay.answer_to(turn));
      if (approving()) continue;
      INFO(path.filename().string() << ":" << turn.line << ": " << turn.spoken.front());
      CHECK(turn.answer == answers.back());
    }
    if (approving()) write(path, script, answers);
  }
}
