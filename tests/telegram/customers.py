"""Updates as Telegram delivers them, for FakeBotApi.push: what customers, groups, channels and administrators do.

Every helper gives an update without its update_id, and a new message without its message_id: the server numbers both.
Field by field after https://core.telegram.org/bots/api#update. Offsets and lengths count UTF-16 code units.
"""

import itertools
import re
import time

from limits import utf16_length
from world import BOT_ID, USERNAME

LARGEST_ID = 2**52 - 1  # "at most 52 significant bits": the docs of User.id and Chat.id
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Facteur", "username": USERNAME}
CHANNELS_HERALD = {"id": 777000, "is_bot": False, "first_name": "Telegram"}  # sends what a channel forwards to its group
COMMAND = re.compile(r"/\w{1,32}(?:@\w+)?")
MENTION = re.compile(r"(?<!\w)@\w{3,32}")

_query_ids = itertools.count(4_611_686_018_427_387_905)  # query ids are 64-bit numbers, as text


# Who and where


def user(user_id, language="fr", **more):
    return {"id": user_id, "is_bot": False, "first_name": f"Client {user_id}", "language_code": language, **more}


def private_chat(user_id):
    return {"id": user_id, "type": "private", "first_name": f"Client {user_id}"}


def group_chat(number, title="Clients"):
    """A basic group: ids from -1 down."""
    return {"id": -number, "type": "group", "title": title}


def supergroup_chat(number, title="Clients", forum=False):
    """Ids from -1000000000001 down, far below 32 bits."""
    return {"id": -1_000_000_000_000 - number, "type": "supergroup", "title": title, **({"is_forum": True} if forum else {})}


def channel(number, title="Nouvelles"):
    return {"id": -1_000_000_000_000 - number, "type": "channel", "title": title}


# Messages


def entities(text):
    """The commands and mentions that Telegram marks by itself."""
    found = [(match, "bot_command") for match in COMMAND.finditer(text) if match.start() == 0 or text[match.start() - 1].isspace()]
    found += [(match, "mention") for match in MENTION.finditer(text)]
    inside = [(start.start(), start.end()) for start, kind in found if kind == "bot_command"]
    return [
        {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(match[0])}
        for match, kind in sorted(found, key=lambda pair: pair[0].start())
        if kind == "bot_command" or not any(begin <= match.start() < end for begin, end in inside)
    ]


def message_in(chat, sender, text=None, **more):
    message = {"message_id": None, "from": sender, "chat": chat, "date": int(time.time())}
    if text is not None:
        message["text"] = text
        marked = entities(text)
        if marked:
            message["entities"] = marked
    return {**message, **more}


def private(text, user_id, language="fr", **more):
    """A customer writes to the bot."""
    return {"message": message_in(private_chat(user_id), user(user_id, language), text, **more)}


def group(text, user_id, chat, language="fr", **more):
    """Somebody writes in a group; `@facteur_bot` and `/commands` in the text get their entities."""
    return {"message": message_in(chat, user(user_id, language), text, **more)}


def mention(text, user_id, chat, language="fr"):
    """The bot is called by name, after an emoji: two UTF-16 code units, four bytes, one character."""
    return group(f"👋 @{USERNAME} {text}", user_id, chat, language)


def text_mention(text, user_id, chat):
    """Called by its name without a user name: an entity that holds the user."""
    marked = [{"type": "text_mention", "offset": 0, "length": len(BOT["first_name"]), "user": BOT}]
    return group(f"{BOT['first_name']} {text}", user_id, chat, entities=marked)


def reply_to_bot(text, user_id, sent, chat=None, language="fr"):
    """A reply to a message of the bot's: a chats.Sent."""
    replied = {"message_id": sent.message_id, "from": BOT, "chat": chat or private_chat(sent.chat_id), "date": int(time.time()), "text": sent.text}
    return {"message": message_in(replied["chat"], user(user_id, language), text, reply_to_message=replied)}


def reply_to(text, user_id, message, language="fr"):
    """A reply to somebody else's message (of an update that was pushed), as an agent's /answer is."""
    replied = {key: value for key, value in message.items() if key != "reply_to_message"}
    return {"message": message_in(message["chat"], user(user_id, language), text, reply_to_message=replied)}


def in_topic(text, user_id, chat, thread, language="fr"):
    """In a topic of a forum; General has no thread, and is what group() gives."""
    return group(text, user_id, chat, language, message_thread_id=thread, is_topic_message=True)


def edited(message, text):
    """An earlier message (of an update that was pushed) with other words."""
    kept = {key: value for key, value in message.items() if key != "entities"}
    marked = entities(text)
    return {"edited_message": {**kept, "edit_date": int(time.time()), "text": text, **({"entities": marked} if marked else {})}}


def from_bot(text, bot_id, chat):
    """Another bot speaks."""
    return group(text, bot_id, chat, **{"from": {"id": bot_id, "is_bot": True, "first_name": "Other", "username": "other_bot"}})


def via_bot(text, user_id, chat):
    """A customer or agent drops in one of our own inline results."""
    return group(text, user_id, chat, via_bot=BOT)


def channel_auto_forward(text, source, chat):
    """A channel's post, forwarded by Telegram to the group that discusses it."""
    origin = {"type": "channel", "chat": source, "message_id": 17, "date": int(time.time())}
    return {"message": message_in(chat, CHANNELS_HERALD, text, sender_chat=source, is_automatic_forward=True, forward_origin=origin)}


def anonymous_admin(text, chat):
    """An administrator who speaks as the group."""
    sender = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return {"message": message_in(chat, sender, text, sender_chat=chat)}


def channel_post(text, source):
    return {"channel_post": {"message_id": None, "sender_chat": source, "chat": source, "date": int(time.time()), "text": text}}


def photo(user_id, caption=None):
    size = {"file_id": "AgACAgQ", "file_unique_id": "AQAD", "width": 90, "height": 60, "file_size": 1200}
    return {"message": message_in(private_chat(user_id), user(user_id), photo=[size], **({"caption": caption} if caption else {}))}


# Service messages


def joined(chat, *members):
    return {"message": message_in(chat, members[0], new_chat_members=list(members))}


def went_away(chat, member):
    return {"message": message_in(chat, member, left_chat_member=member)}


def pinned(chat, sender, message):
    return {"message": message_in(chat, sender, pinned_message=message)}


def topic_created(chat, sender, thread, name="IMAP"):
    created = {"name": name, "icon_color": 7_322_096}
    return {"message": message_in(chat, sender, message_thread_id=thread, is_topic_message=True, forum_topic_created=created)}


def migration(chat, new_chat, sender):
    """A group becomes a supergroup: the last message of the one, the first of the other. Pushing it moves the chat."""
    herald = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return [
        {"message": message_in(chat, sender, migrate_to_chat_id=new_chat["id"])},
        {"message": message_in(new_chat, herald, sender_chat=new_chat, migrate_from_chat_id=chat["id"])},
    ]


def membership(chat, sender, old, new):
    """my_chat_member: `old` and `new` are member, administrator, left, kicked, restricted. Pushing it opens or closes the chat."""
    change = {"chat": chat, "from": sender, "date": int(time.time())}
    return {"my_chat_member": {**change, "old_chat_member": {"user": BOT, "status": old}, "new_chat_member": {"user": BOT, "status": new}}}


def blocked(user_id):
    return membership(private_chat(user_id), user(user_id), "member", "kicked")


def unblocked(user_id):
    return membership(private_chat(user_id), user(user_id), "kicked", "member")


# Queries


def pressed(sent, data, user_id, chat=None, language="fr"):
    """A button under a message of the bot's; what `data` holds need not be what the button held."""
    chat = chat or private_chat(sent.chat_id)
    message = {"message_id": sent.message_id, "from": BOT, "chat": chat, "date": int(time.time()), "text": sent.text}
    return callback(message, data, user_id, language)


def pressed_on_forgotten(data, user_id, message_id=1):
    """The same under a message that is gone: an InaccessibleMessage, whose date is 0."""
    return callback({"chat": private_chat(user_id), "message_id": message_id, "date": 0}, data, user_id)


def callback(message, data, user_id, language="fr"):
    query = {"id": str(next(_query_ids)), "from": user(user_id, language), "chat_instance": "-3141592653589793238", "data": data}
    return {"callback_query": {**query, "message": message}}


def inline(query, user_id, language="fr", offset=""):
    sender = user(user_id, language)
    return {"inline_query": {"id": str(next(_query_ids)), "from": sender, "chat_type": "supergroup", "query": query, "offset": offset}}


def backlog(questions, chats, first_user=1000):
    """Private questions, dealt out over so many customers in turn."""
    return [private(text, first_user + number % chats) for number, text in enumerate(questions)]
