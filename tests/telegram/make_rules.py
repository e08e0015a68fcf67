#!/usr/bin/env python3
"""Writes bot_api_rules.json: of the published Bot API, the parameters of the few methods that Facteur calls.

    python3 tests/telegram/make_rules.py path/to/api.json

api.json is the machine-readable form of https://core.telegram.org/bots/api that the repository
PaulSonOfLars/telegram-bot-api-spec on GitHub keeps. Run this again when a newer Bot API brings something Facteur uses.
"""

import json
import pathlib
import re
import sys

METHODS = """getMe getUpdates sendMessage sendRichMessage answerCallbackQuery answerInlineQuery deleteMessage setMyCommands
    getMyCommands deleteMyCommands getWebhookInfo deleteWebhook editMessageText editMessageReplyMarkup leaveChat getChat""".split()

# A type that isn't listed here stays out: a request that uses it is told that the fake doesn't know it.
TYPES = """MessageEntity LinkPreviewOptions ReplyParameters InlineKeyboardMarkup InlineKeyboardButton CopyTextButton
    SwitchInlineQueryChosenChat ReplyKeyboardRemove ForceReply InputRichMessage InlineQueryResult InlineQueryResultArticle
    InlineQueryResultsButton InputMessageContent InputTextMessageContent InputRichMessageContent BotCommand BotCommandScope
    BotCommandScopeDefault BotCommandScopeAllPrivateChats BotCommandScopeAllGroupChats BotCommandScopeAllChatAdministrators
    BotCommandScopeChat BotCommandScopeChatAdministrators BotCommandScopeChatMember""".split()

# Bot API 10.3 (24 August 2026, https://core.telegram.org/bots/api-changelog), which api.json doesn't hold yet.
EPHEMERAL = {
    "EphemeralMessageParameters": {
        "receiver_user_id": "Integer!",
        "callback_query_id": "String",
        "replace_callback_query_message": "Boolean",
    }
}


def rule(field):
    """`Integer|String!` is an Integer or a String, and required; `String!=article` must be that very word."""
    constant = re.search(r"must be \*?(\w+)\*?$", field["description"]) if field["name"] == "type" else None
    return "|".join(field["types"]) + ("!" if field["required"] else "") + (f"={constant[1]}" if constant else "")


def rules(entry):
    return {field["name"]: rule(field) for field in entry.get("fields", [])}


def main(path):
    api = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    types = {}
    for name in TYPES:
        members = [member for member in api["types"][name].get("subtypes", []) if member in TYPES]
        types[name] = members or rules(api["types"][name])
    methods = {name: rules(api["methods"][name]) for name in METHODS}
    for name in ("sendMessage", "sendRichMessage"):
        methods[name]["ephemeral_message_parameters"] = "EphemeralMessageParameters"
    updates = [field["name"] for field in api["types"]["Update"]["fields"] if field["name"] != "update_id"]
    table = {"version": api["version"], "methods": methods, "types": {**types, **EPHEMERAL}, "updates": updates}
    out = pathlib.Path(__file__).with_name("bot_api_rules.json")
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
