"""The queue behind getUpdates, without clock or network: what an offset confirms, and what is delivered for it.

After TQueueImpl of tddb/td/db/TQueue.cpp in tdlib/td, and Client::do_get_updates of tdlib/telegram-bot-api.
"""

import collections
import json

from method_rules import UPDATE_TYPES

FUTURE = 10  # how far beyond the tail an offset may lie
PAST = 2_000_000  # how far below it
BATCH_BYTES = 1 << 22
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
RETENTION = {"inline_query": 30, "callback_query": 150, "shipping_query": 150, "pre_checkout_query": 150, "chosen_inline_result": 600}
RETENTION_OF_OTHERS = 86_400  # seconds
UNBOUNDED = 2**31

Entry = collections.namedtuple("Entry", "id data expires_at")


def kind_of(update):
    return next(key for key in update if key != "update_id")


class UpdateQueue:
    """`delivered` counts how often each id went out; `confirmed` lists the ids forgotten because an offset said so."""

    def __init__(self, first_id):
        self.tail = first_id  # the next update's id
        self.entries = collections.deque()
        self.allowed = set(UPDATE_TYPES) - NOT_BY_DEFAULT
        self.updates = {}
        self.delivered = collections.Counter()
        self.confirmed = []
        self.expired = []
        self.filtered = 0

    def allow(self, kinds):
        """Holds until the next list is given, for updates yet to come. An empty list is the default one."""
        self.allowed = set(kinds) if kinds else set(UPDATE_TYPES) - NOT_BY_DEFAULT

    def push(self, update, now):
        """The update with its id, or None where the bot didn't ask for its kind. `now` is when it happened."""
        kind = kind_of(update)
        if kind not in self.allowed:
            self.filtered += 1
            return None
        update = {"update_id": self.tail, **update}
        data = json.dumps(update, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        self.updates[self.tail] = update
        self.append(data, now + RETENTION.get(kind, RETENTION_OF_OTHERS))
        return update

    def push_raw(self, data, now):
        """Bytes as they are, with UPDATE_ID in them replaced: what a broken update looks like. Gives its id."""
        self.append(data.replace(b"UPDATE_ID", b"%d" % self.tail), now + RETENTION_OF_OTHERS)
        return self.tail - 1

    def append(self, data, expires_at):
        self.entries.append(Entry(self.tail, data, expires_at))
        self.tail += 1

    def jump(self, next_id):
        """After a week without updates the ids begin somewhere else, below as well as above (the docs of Update.update_id)."""
        if self.entries:
            raise ValueError("ids begin anew only in an empty queue; first have everything confirmed")
        self.tail = next_id

    def keep_last(self, count):
        """What a negative offset does: everything but the last `count` is forgotten."""
        while len(self.entries) > count:
            self.confirmed.append(self.entries.popleft().id)

    def get(self, offset, limit, now):
        """The data of at most `limit` updates from the offset on; everything below it is forgotten."""
        head = self.entries[0].id if self.entries else self.tail
        if offset <= 0 or offset > self.tail + FUTURE or offset < self.tail - PAST:
            offset = head
        found, size, entries = [], 0, self.entries
        while entries and (entries[0].id < offset or entries[0].expires_at < now):
            entry = entries.popleft()
            (self.confirmed if entry.id < offset else self.expired).append(entry.id)
        for entry in entries:
            if len(found) == limit:
                break
            if entry.expires_at < now:
                continue
            size += len(entry.data) + 50
            if size >= BATCH_BYTES and found:
                break
            found.append(entry.data)
            self.delivered[entry.id] += 1
        return found
