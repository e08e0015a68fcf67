"""The limits that types alone don't tell, with the server's words for each.

From https://core.telegram.org/bots/api; the words in capitals are those of Telegram's own servers, which the Bot API server
passes on. `method_rules` calls these for objects whose fields are already known to be of the right types.
"""

import re

from refused import Refused

TEXT_UNITS = 4096  # UTF-16 code units, after the markup is taken out
ENTITIES = 100  # what is above is dropped without a word: tdlib/telegram-bot-api issue 820
CALLBACK_ANSWER_UNITS = 200
COMMANDS = 100
INLINE_RESULTS = 50
BUTTONS = 100

# The words for a required parameter that isn't there, where they are known.
EMPTY = {"chat_id": "Bad Request: chat_id is empty", "text": "Bad Request: message text is empty"}

COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
LANGUAGE = re.compile(r"[a-z]{2}\Z|\Z")
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
URL = re.compile(r"(?:(?:tg|ton|tonsite)://\S+|(?:https?://)?[^\s/:?#@]+\.[^\s/:?#.@]+(?::\d+)?(?:[/?#]\S*)?)\Z", re.IGNORECASE)
BUTTON_ACTIONS = ["url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat",
                  "switch_inline_query_chosen_chat", "copy_text", "web_app", "login_url", "callback_game", "pay"]


def refuse(words):
    raise Refused("Bad Request: " + words)


def utf16_length(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def button(value):
    if not value["text"].strip():
        refuse("can't parse inline keyboard button: the text of a button must not be empty")
    actions = [action for action in BUTTON_ACTIONS if action in value]
    if not actions:
        refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        refuse("can't parse inline keyboard button: exactly one of its optional fields must be used, not " + " and ".join(actions))
    if not 1 <= len(value.get("callback_data", "-").encode()) <= 64:
        refuse("BUTTON_DATA_INVALID")
    if not URL.match(value.get("url", "tg://user")):
        refuse(f"inline keyboard button URL '{value['url']}' is invalid: Wrong HTTP URL")
    if value.get("style", "danger") not in ("danger", "success", "primary"):
        refuse("invalid button style specified")


def copied_text(value):
    if not 1 <= utf16_length(value["text"]) <= 256:
        refuse("BUTTON_COPY_TEXT_INVALID")


def keyboard(value):
    rows = value["inline_keyboard"]
    if not all(rows):
        refuse("an inline keyboard must not have an empty row")
    if sum(map(len, rows)) > BUTTONS:
        refuse("REPLY_MARKUP_TOO_LONG")


def reply_parameters(value):
    if value["message_id"] <= 0:
        refuse("invalid message identifier specified")


def article(value):
    if not 1 <= len(value["id"].encode()) <= 64:
        refuse("RESULT_ID_INVALID")
    if not value["title"].strip():
        refuse("ARTICLE_TITLE_EMPTY")
    for field in ("url", "thumbnail_url"):
        if not URL.match(value.get(field, "tg://user")):
            refuse("WEBDOCUMENT_URL_INVALID")


def inline_button(value):
    if not value["text"] or ("web_app" in value) == ("start_parameter" in value):
        refuse("can't parse inline query results button: exactly one of its optional fields must be used")
    if not START_PARAMETER.match(value.get("start_parameter", "-")):
        refuse("START_PARAM_INVALID")


def command(value):
    if not COMMAND.match(value["command"]):
        refuse("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(value["description"].strip()) <= 256:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")


def rich_message(value):
    if ("html" in value) == ("markdown" in value):
        refuse("exactly one of the fields html and markdown must be used in a rich message")


OF_TYPE = {
    "InlineKeyboardButton": button,
    "CopyTextButton": copied_text,
    "InlineKeyboardMarkup": keyboard,
    "ReplyParameters": reply_parameters,
    "InlineQueryResultArticle": article,
    "InlineQueryResultsButton": inline_button,
    "BotCommand": command,
    "InputRichMessage": rich_message,
}


def commands(parameters):
    found = parameters.get("commands", [])
    if len(found) > COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    if len({item["command"] for item in found}) < len(found):
        refuse("a command must not be given twice")  # the last one would win
    if not LANGUAGE.match(parameters.get("language_code", "")):
        refuse("LANG_CODE_INVALID")


def callback_answer(parameters):
    if utf16_length(parameters.get("text", "")) > CALLBACK_ANSWER_UNITS:
        refuse("MESSAGE_TOO_LONG")
    if parameters.get("cache_time", 0) < 0:
        refuse("cache_time must not be negative")


def inline_answer(parameters):
    results = parameters["results"]
    if len(results) > INLINE_RESULTS:
        refuse("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        refuse("RESULT_ID_DUPLICATE")
    if len(parameters.get("next_offset", "").encode()) > 64:
        refuse("NEXT_OFFSET_INVALID")
    if parameters.get("cache_time", 0) < 0:
        refuse("cache_time must not be negative")
