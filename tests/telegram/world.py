"""The fake's world: its bot, chats and queries, and the ground truth that tests ask for.

Not thread-safe; FakeBotApi runs everything here in the server's own thread.
"""

import collections
import time

from chats import Chats
from polling import Polling
from update_queue import UpdateQueue, kind_of

BOT_ID = 7_000_000_001
USERNAME = "facteur_bot"
NEW_MESSAGES = {"message", "channel_post", "business_message"}
QUERY_LIVES = {"callback_query": 150, "inline_query": 30}  # seconds in which it may be answered

# A rule broken by the bot: `refused`, or overlooked as the real server would.
Violation = collections.namedtuple("Violation", "method words parameters refused")


class World:
    def __init__(self, loop, first_update_id=100_000_001, any_chat=False):
        self.me = {"id": BOT_ID, "is_bot": True, "first_name": "Facteur", "username": USERNAME}
        self.me_in_full = {**self.me, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True,
                           "supports_guest_queries": False, "can_connect_to_business": False, "has_main_web_app": False}
        self.chats = Chats(any_chat)
        self.queue = UpdateQueue(first_update_id)
        self.polling = Polling(self.queue, loop, self.unix_time)
        self.passed = 0.0  # seconds by which the clock was put forward
        self.rich_messages = True  # Bot API 10.1
        self.ephemeral_messages = False  # Bot API 10.3
        self.queries = {}  # id -> until when it may be answered
        self.pushed_at = {}  # update id -> seconds of time.monotonic()
        self.on_sent = None  # called with each Sent, in the server's thread

        self.sent = []  # every message the bot sent, in order
        self.uncertain = []  # those of them whose answer was lost
        self.edits, self.deleted, self.left = [], [], []
        self.callback_answers, self.inline_answers = [], []
        self.commands = {}  # (scope as JSON, language code) -> commands
        self.violations = []
        self.requests = collections.Counter()
        self.current = ("", {})  # the method and parameters under way

    def unix_time(self):
        return int(time.time() + self.passed)

    # What the bot does

    def applied(self, sent):
        self.sent.append(sent)
        if self.on_sent:
            self.on_sent(sent)

    def overlook(self, words):
        self.violations.append(Violation(self.current[0], words, self.current[1], False))

    def refuse(self, refused):
        if refused.ours:
            self.violations.append(Violation(self.current[0], refused.description, self.current[1], True))

    # What happens to the bot

    def push(self, update, age=0.0):
        """The update as it will be delivered: with its id, and a message_id where it had none. None: the bot didn't ask for it."""
        kind = kind_of(update)
        body = update[kind]
        happened = self.unix_time() - age
        message = body.get("message") if kind == "callback_query" else body
        if isinstance(message, dict) and "chat" in message:
            chat = self.chats.learn(message["chat"])
            if kind in NEW_MESSAGES:
                chat.take_in(message)
            elif kind == "my_chat_member":
                self.change_membership(chat, body["new_chat_member"]["status"])
        if kind in QUERY_LIVES:
            self.queries[body["id"]] = happened + QUERY_LIVES[kind]
        delivered = self.queue.push(update, happened)
        if delivered:
            self.pushed_at[delivered["update_id"]] = time.monotonic()
            self.polling.wake()
        return delivered

    def change_membership(self, chat, status):
        if status not in ("kicked", "left"):
            chat.gone = None
        elif chat.info["type"] == "private":
            chat.gone = "blocked"
        else:
            chat.gone = "left" if status == "left" else "kicked_supergroup" if chat.info["type"] == "supergroup" else "kicked"

    def push_raw(self, data):
        update_id = self.queue.push_raw(data, self.unix_time())
        self.polling.wake()
        return update_id

    # Ground truth

    def sent_to(self, chat_id):
        return [sent for sent in self.sent if sent.chat_id == chat_id]

    def duplicates(self, key=None):
        """What customers saw more than once: {(chat, message replied to, text): times}, or by a key of your own."""
        key = key or (lambda sent: (sent.chat_id, sent.reply_to, sent.text))
        return {what: times for what, times in collections.Counter(map(key, self.sent)).items() if times > 1}
