"""The chats the fake knows, and what it remembers of their messages."""

import dataclasses
import typing

from refused import Refused

GONE = {  # why a chat can't be written to, in the server's words
    "blocked": "Forbidden: bot was blocked by the user",
    "deactivated": "Forbidden: user is deactivated",
    "kicked": "Forbidden: bot was kicked from the group chat",
    "kicked_supergroup": "Forbidden: bot was kicked from the supergroup chat",
    "left": "Forbidden: bot is not a member of the supergroup chat",
}


@dataclasses.dataclass(slots=True)
class Sent:
    """A message that the bot sent and the customer saw."""

    method: str
    chat_id: int
    message_id: int  # 0 for an ephemeral one
    text: str
    entities: list
    parameters: dict  # as checked
    at: float  # seconds of time.monotonic()
    tables: typing.Any = ()  # of a rich message: rows of cells
    deleted: bool = False

    @property
    def reply_to(self):
        return self.parameters.get("reply_parameters", {}).get("message_id")

    @property
    def thread(self):
        return self.parameters.get("message_thread_id")

    @property
    def buttons(self):
        rows = self.parameters.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def receiver(self):
        """The only one who sees an ephemeral message."""
        return self.parameters.get("ephemeral_message_parameters", {}).get("receiver_user_id")


class Chat:
    def __init__(self, info):
        self.info = info
        self.gone = None  # a key of GONE
        self.migrated_to = None
        self.can_delete = info["type"] == "private"  # others' messages
        self.next_message_id = 1
        self.incoming = {}  # message_id -> message, of others
        self.sent = {}  # message_id -> Sent
        self.topics = set()

    def number(self):
        self.next_message_id += 1
        return self.next_message_id - 1

    def take_in(self, message):
        """Numbers a message that has no id yet, and remembers it."""
        if message.get("message_id") is None:
            message["message_id"] = self.number()
        self.next_message_id = max(self.next_message_id, message["message_id"] + 1)
        self.incoming[message["message_id"]] = message
        if message.get("is_topic_message"):
            self.topics.add(message["message_thread_id"])
        if "migrate_to_chat_id" in message:
            self.migrated_to = message["migrate_to_chat_id"]

    def check_reachable(self):
        if self.migrated_to:
            raise Refused("Bad Request: group chat was upgraded to a supergroup chat", ours=False, migrate_to_chat_id=self.migrated_to)
        if self.gone:
            raise Refused(GONE[self.gone], 403, ours=False)

    def check_thread(self, thread):
        """General, the topic 1, is written to without an id."""
        if thread is not None and thread not in self.topics:
            raise Refused("Bad Request: message thread not found")

    def check_reply(self, reply):
        """Whether the message that is replied to is there."""
        message_id = reply["message_id"]
        if message_id in self.incoming or message_id in self.sent:
            return True
        if not reply.get("allow_sending_without_reply"):
            raise Refused("Bad Request: message to be replied not found", ours=False)
        return False


class Chats:
    """By id. With `any_chat`, one that nobody has heard of is taken for a customer instead of refused."""

    def __init__(self, any_chat=False):
        self.chats = {}
        self.any_chat = any_chat

    def learn(self, info):
        chat = self.chats.get(info["id"])
        if chat is None:
            chat = self.chats[info["id"]] = Chat(info)
        else:
            chat.info = info
        return chat

    def find(self, chat_id):
        chat = self.chats.get(chat_id)
        if chat is None:
            if not self.any_chat or type(chat_id) is not int:
                raise Refused("Bad Request: chat not found")
            chat = self.learn({"id": chat_id, "type": "private", "first_name": "Somebody"})
        return chat
