"""What each method of the Bot API does to the fake's world: one function a method, found by its name.

Each takes the world and checked parameters, and gives the result, or raises Refused. getUpdates is in polling.py.
"""

import dataclasses
import json
import time

import formatted_text
import limits
import method_rules
import rich_html
from chats import Sent
from refused import Refused

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = ("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message")


@dataclasses.dataclass(slots=True)
class InlineAnswer:
    query_id: str
    results: list
    texts: list  # of each result, what the chat will read
    parameters: dict


@dataclasses.dataclass(slots=True)
class Edit:
    chat_id: int
    message_id: int
    text: str
    entities: list
    parameters: dict


def read_text(world, parameters, field="text"):
    text, entities, dropped = formatted_text.read(parameters, field)
    for what in dropped:
        world.overlook("markup that the server drops: " + what)
    return text, entities


def send(world, method, parameters, text, entities, tables=()):
    chat = world.chats.find(parameters["chat_id"])
    if "ephemeral_message_parameters" in parameters and not world.ephemeral_messages:
        raise Refused(f'Bad Request: {method} has no parameter "ephemeral_message_parameters"')
    chat.check_reachable()
    chat.check_thread(parameters.get("message_thread_id"))
    reply = parameters.get("reply_parameters")
    replied = chat.check_reply(reply) if reply else False
    message_id = 0 if "ephemeral_message_parameters" in parameters else chat.number()
    sent = Sent(method, chat.info["id"], message_id, text, entities, parameters, time.monotonic(), tables)
    if message_id:
        chat.sent[message_id] = sent
    world.applied(sent)
    return message_json(world, chat, sent, replied)


def message_json(world, chat, sent, replied=False):
    message = {"message_id": sent.message_id, "from": world.me, "chat": chat.info, "date": world.unix_time()}
    if sent.method == "sendRichMessage":
        message["rich_message"] = {"blocks": []}
    else:
        message["text"] = sent.text
        if sent.entities:
            message["entities"] = sent.entities
    if replied:
        message["reply_to_message"] = {"message_id": sent.reply_to, "chat": chat.info, "date": world.unix_time()}
    for field in ("message_thread_id", "reply_markup"):
        if field in sent.parameters:
            message[field] = sent.parameters[field]
    return message


def sendMessage(world, parameters):
    return send(world, "sendMessage", parameters, *read_text(world, parameters))


def sendRichMessage(world, parameters):
    text, tables = rich_html.parse(parameters["rich_message"])
    return send(world, "sendRichMessage", parameters, text, [], tables)


def own_message(world, parameters):
    """The message to edit and its chat, or None for one that was sent by way of inline mode."""
    if "inline_message_id" in parameters:
        return None
    if "chat_id" not in parameters or "message_id" not in parameters:
        raise Refused("Bad Request: message identifier is not specified")
    chat = world.chats.find(parameters["chat_id"])
    chat.check_reachable()
    sent = chat.sent.get(parameters["message_id"])
    if sent is None or sent.deleted:
        raise Refused("Bad Request: message to edit not found", ours=False)
    return chat, sent


def edit(world, parameters, text, entities):
    found = own_message(world, parameters)
    if found is None:
        world.edits.append(Edit(0, 0, text, entities, parameters))
        return True
    chat, sent = found
    markup = parameters.get("reply_markup")
    if text is None:
        text, entities = sent.text, sent.entities
    if (text, entities, markup) == (sent.text, sent.entities, sent.parameters.get("reply_markup")):
        raise Refused(NOT_MODIFIED, ours=False)
    kept = {field: value for field, value in sent.parameters.items() if field != "reply_markup"}
    sent.text, sent.entities, sent.parameters = text, entities, kept if markup is None else {**kept, "reply_markup": markup}
    world.edits.append(Edit(chat.info["id"], sent.message_id, text, entities, parameters))
    return message_json(world, chat, sent)


def editMessageText(world, parameters):
    if "rich_message" in parameters:
        return edit(world, parameters, rich_html.parse(parameters["rich_message"])[0], [])
    if "text" not in parameters:
        raise Refused(limits.EMPTY["text"])
    return edit(world, parameters, *read_text(world, parameters))


def editMessageReplyMarkup(world, parameters):
    return edit(world, parameters, None, None)


def deleteMessage(world, parameters):
    chat = world.chats.find(parameters["chat_id"])
    chat.check_reachable()
    message_id = parameters["message_id"]
    if message_id in chat.sent and not chat.sent[message_id].deleted:
        chat.sent[message_id].deleted = True
    elif message_id not in chat.incoming:
        raise Refused("Bad Request: message to delete not found", ours=False)
    elif not chat.can_delete:
        raise Refused("Bad Request: message can't be deleted", ours=False)
    else:
        del chat.incoming[message_id]
    world.deleted.append((chat.info["id"], message_id))
    return True


def use_query(world, query_id):
    """A query is answered once, and only while it is young."""
    if world.queries.pop(query_id, 0) < world.unix_time():
        raise Refused(TOO_OLD, ours=False)


def answerCallbackQuery(world, parameters):
    limits.callback_answer(parameters)
    use_query(world, parameters["callback_query_id"])
    world.callback_answers.append(parameters)
    return True


def answerInlineQuery(world, parameters):
    limits.inline_answer(parameters)
    texts = []
    for result in parameters["results"]:
        content = result["input_message_content"]
        if "rich_message" in content:
            texts.append(rich_html.parse(content["rich_message"])[0])
        else:
            texts.append(read_text(world, content, "message_text")[0])
    use_query(world, parameters["inline_query_id"])
    world.inline_answers.append(InlineAnswer(parameters["inline_query_id"], parameters["results"], texts, parameters))
    return True


def commands_key(parameters):
    scope = parameters.get("scope", {"type": "default"})
    return json.dumps(scope, sort_keys=True), parameters.get("language_code", "")


def setMyCommands(world, parameters):
    limits.commands(parameters)
    world.commands[commands_key(parameters)] = parameters["commands"]
    return True


def getMyCommands(world, parameters):
    limits.commands(parameters)
    return world.commands.get(commands_key(parameters), [])


def deleteMyCommands(world, parameters):
    limits.commands(parameters)
    world.commands.pop(commands_key(parameters), None)
    return True


def getMe(world, parameters):
    return world.me_in_full


def getWebhookInfo(world, parameters):
    return {"url": world.polling.webhook_url, "has_custom_certificate": False, "pending_update_count": len(world.queue.entries),
            "allowed_updates": sorted(world.queue.allowed)}


def deleteWebhook(world, parameters):
    world.polling.webhook_url = ""
    if parameters.get("drop_pending_updates"):
        world.overlook("drop_pending_updates loses questions")
        world.queue.keep_last(0)
    return True


def leaveChat(world, parameters):
    chat = world.chats.find(parameters["chat_id"])
    chat.check_reachable()
    chat.gone = "left"
    world.left.append(chat.info["id"])
    return True


def getChat(world, parameters):
    chat = world.chats.find(parameters["chat_id"])
    chat.check_reachable()
    return {**chat.info, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {}}


METHODS = {name: globals()[name] for name in method_rules.METHODS if name != "getUpdates"}
