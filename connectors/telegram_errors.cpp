#include "connectors/telegram_errors.h"

#include <algorithm>
#include <array>

namespace facteur {
namespace {

// The server changes its words' case and adds "Bad Request: " and the like; these fragments have been stable for years.
constexpr auto errors = std::to_array<TelegramError>({
    {401, "", Next::stop, "the token is wrong or was revoked: get a new one from @BotFather with /token"},
    {404, "method not found", Next::skip, "the Bot API server does not know this method: it is too old",
     Remedy::otherwise},
    {404, "", Next::stop, "the token is not one that the Bot API server knows: check the token and `api`"},
    {409, "webhook", Next::stop,
     "a webhook takes this bot's updates: delete it (deleteWebhook) or give Facteur a bot of its own"},
    {409, "", Next::retry_after, "another program polls with this bot's token: stop it, or give each a bot of its own"},
    {421, "", Next::stop, "the Bot API server does not serve this bot: check `api`"},

    {403, "bot was blocked", Next::skip, "", Remedy::none, true},
    {403, "user is deactivated", Next::skip, "", Remedy::none, true},
    {403, "bot was kicked", Next::skip, "", Remedy::none, true},
    {403, "bot is not a member", Next::skip, "", Remedy::none, true},
    {403, "can't initiate conversation", Next::skip, "", Remedy::none, true},
    {403, "", Next::skip, "Telegram does not let the bot write there", Remedy::otherwise, true},
    {400, "chat not found", Next::skip, "", Remedy::none, true},
    {400, "group chat was deactivated", Next::skip, "", Remedy::none, true},
    {400, "peer_id_invalid", Next::skip, "", Remedy::none, true},
    {400, "not enough rights to send", Next::skip, "the bot may not write in a group: its admins can allow it",
     Remedy::none, true},
    {400, "have no rights to send", Next::skip, "the bot may not write in a group: its admins can allow it",
     Remedy::none, true},
    {400, "chat_write_forbidden", Next::skip, "the bot may not write in a group: its admins can allow it", Remedy::none,
     true},
    {400, "topic_closed", Next::skip, ""},

    {400, "can't parse entities", Next::retry, "Telegram refused an answer's markup; it goes out as plain text",
     Remedy::plain_text, false, true},
    {400, "message thread not found", Next::skip, "", Remedy::without_thread},
    {400, "replied message not found", Next::skip, "", Remedy::without_reply},
    {400, "message to be replied not found", Next::skip, "", Remedy::without_reply},
    {400, "message to reply not found", Next::skip, "", Remedy::without_reply},
    {400, "button", Next::skip, "Telegram refused an answer's buttons", Remedy::without_buttons, false, true},
    {400, "inline keyboard", Next::skip, "Telegram refused an answer's buttons", Remedy::without_buttons, false, true},
    {400, "message is not modified", Next::done, ""},
    {400, "query is too old", Next::skip, ""},
    {400, "query id is invalid", Next::skip, ""},
    {400, "query_id_invalid", Next::skip, ""},
    {400, "message to delete not found", Next::done, ""},
    {400, "message can't be deleted", Next::skip, ""},
    {400, "message is too long", Next::skip, "Telegram refused an answer as too long", Remedy::none, false, true},
    {400, "message text is empty", Next::skip, "Telegram refused an answer as empty", Remedy::none, false, true},
    {400, "", Next::skip, "Telegram refused a request", Remedy::otherwise, false, true},
    {413, "", Next::skip, "Telegram refused a request as too large", Remedy::otherwise, false, true},
});

}  // namespace

const TelegramError* telegram_error(int code, std::string_view description) {
  const auto* found = std::find_if(errors.begin(), errors.end(), [&](const TelegramError& error) {
    return error.code == code && description.find(error.fragment) != std::string_view::npos;
  });
  return found == errors.end() ? nullptr : found;
}

}  // namespace facteur
