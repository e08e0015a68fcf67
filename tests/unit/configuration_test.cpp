#include "bot/configuration.h"

#include <sys/stat.h>

#include <algorithm>

#include "bot/log.h"
#include "tests/unit/catch.h"
#include "tests/unit/temporary_folder.h"

using namespace facteur;
using facteur::test::TemporaryFolder;

namespace {

struct Desk {
  TemporaryFolder folder;
  Desk() { token("123456:abc", 0600); }
  void token(const std::string& text, mode_t mode) const { ::chmod(folder.write("token", text).c_str(), mode); }
  ConfigurationRead read(const std::string& toml) const {
    return read_configuration(folder.write("facteur.toml", toml));
  }
  // The first complaint, without the file's name.
  std::string complaint(const std::string& toml) const {
    const auto all = read(toml).diagnostics.all();
    if (all.empty()) return "";
    const std::string text = to_string(all.front());
    return text.substr(text.find(".toml:") + 6);
  }
};

const std::string good = "state = \"facteur.db\"\n[telegram.support]\ntoken_file = \"token\"\n";

}  // namespace

TEST_CASE("a configuration says what to serve; paths start from its folder") {
  const Desk desk;
  const auto read =
      desk.read(good + "groups = \"addressed\"\nagents = [123456789, 9007199254740993]\napi = \"http://x/\"\n");
  REQUIRE(read.configuration);
  CHECK(read.configuration->state == desk.folder.path() / "facteur.db");
  REQUIRE(read.configuration->telegram.size() == 1);
  const TelegramAccount& account = read.configuration->telegram.front();
  CHECK(account.name == "telegram.support");
  CHECK(account.token.reveal() == "123456:abc");
  CHECK(account.groups == Groups::addressed);
  CHECK(account.agents == std::vector<std::int64_t>{123456789, 9007199254740993});
  CHECK(account.api == "http://x");
}

TEST_CASE("what is wrong with a configuration is said with its line and what was expected") {
  const Desk desk;
  CHECK(desk.complaint("").find("no `state`") != std::string::npos);
  CHECK(desk.complaint("state = \"facteur.db\"\n").find("no account") != std::string::npos);
  CHECK(desk.complaint(good + "grops = \"sure\"\n") ==
        "4: error: unknown key `grops` in [telegram.support]; did you mean `groups`?");
  CHECK(desk.complaint("lgo = \"info\"\n" + good).find("did you mean `log`?") != std::string::npos);
  CHECK(desk.complaint(good + "groups = \"loud\"\n").find("expected one of: sure, addressed, never") !=
        std::string::npos);
  CHECK(desk.complaint(good + "agents = [\"lea\"]\n").find("expected an integer") != std::string::npos);
  CHECK(desk.complaint(good + "agents = [0]\n").find("expected numbers above 0") != std::string::npos);
  CHECK(desk.complaint(good + "token_credential = \"x\"\n").find("one place for the token") != std::string::npos);
  CHECK(desk.complaint(good + "api = \"ftp://x\"\n").find("https://") != std::string::npos);
  CHECK(desk.complaint("state = \"nowhere/facteur.db\"\n[telegram.support]\ntoken_file = \"token\"\n")
            .find("doesn't exist") != std::string::npos);
}

TEST_CASE("a token that others may read is refused, and never quoted") {
  const Desk desk;
  desk.token("123456:abc", 0640);
  CHECK(desk.complaint(good).find("chmod 600") != std::string::npos);
  for (const std::string text : {"", "\n", "123456:abc def", "123456:abc\n\nmore", "123456:\xff"}) {
    desk.token(text, 0600);
    CAPTURE(text);
    const std::string complaint = desk.complaint(good);
    CHECK(complaint.find("3: error:") == 0);
    CHECK(complaint.find("abc") == std::string::npos);
  }
  desk.token("  123456:abc\n", 0600);
  CHECK(desk.complaint(good).empty());
}

TEST_CASE("no token passes the log") {
  const std::string token = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123456";
  for (const std::string before : {"", "x ", "https://api.telegram.org/bot", "\"", "token="}) {
    CAPTURE(before);
    CHECK(log::redacted(before + token + "/getMe") == before + "***/getMe");
  }
  CHECK(log::redacted("syt_YWxpY2U_abcdefghij_123456 x") == "*** x");
  CHECK(log::redacted("port 993: no route") == "port 993: no route");
  CHECK(log::redacted("2026-11-23 12:30:00") == "2026-11-23 12:30:00");
}
