"""getUpdates on top of the queue: waiting, being woken, and who is thrown out when two poll at once.

After process_get_updates_query, do_get_updates, abort_long_poll and fail_query_conflict of Client.cpp in tdlib/telegram-bot-api.
"""

LONGEST_POLL = 50.0
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def clamp(value, lowest, highest):
    return max(lowest, min(value, highest))


class Waiting:
    """A poll that was put off until an update comes, or its time is over."""

    def __init__(self, answer, offset, limit, timer):
        self.answer = answer
        self.offset = offset
        self.limit = limit
        self.timer = timer
        self.woken = False


class Polling:
    """`answer(updates)` answers a poll with a list of bytes, or with a string: the words of a 409.

    Switches, as the real server has them: same_offset_penalty, conflict_delay (seconds between two 409s), wake_delay (seconds
    that a woken poll waits for more updates).
    """

    def __init__(self, queue, loop, unix_time):
        self.queue = queue
        self.loop = loop
        self.unix_time = unix_time
        self.webhook_url = ""
        self.same_offset_penalty = True
        self.conflict_delay = 3.0
        self.wake_delay = 0.002
        self.waiting = None
        self.conflicts = 0
        self.next_conflict = 0.0
        self.last_offset = None
        self.last_start = float("-inf")

    def poll(self, parameters, answer):
        """The waiting poll, which `leave` takes back when its client goes away, or None when it was answered."""
        if self.webhook_url:
            self.conflict(WEBHOOK, answer)
            return None
        offset = parameters.get("offset", 0)
        limit = clamp(parameters.get("limit", 100), 1, 100)
        timeout = clamp(parameters.get("timeout", 0), 0, LONGEST_POLL)
        if "allowed_updates" in parameters:
            self.queue.allow(parameters["allowed_updates"])
        now = self.loop.time()
        if self.same_offset_penalty and offset == self.last_offset:
            if now < self.last_start + 3.0:
                timeout = max(timeout, 3.0)
            if now < self.last_start + 0.5:
                limit = 1
        self.last_offset, self.last_start = offset, now
        if offset < 0:
            self.queue.keep_last(-offset)
        return self.get(offset, limit, timeout, answer)

    def get(self, offset, limit, timeout, answer):
        updates = self.queue.get(offset, limit, self.unix_time())
        if updates or not timeout:
            answer(updates)
            return None
        if self.waiting:
            older = self.waiting
            self.leave(older)
            self.conflict(OTHER_POLLER, older.answer)
        self.waiting = waiting = Waiting(answer, offset, limit, None)
        waiting.timer = self.loop.call_later(timeout, self.release, waiting)
        return waiting

    def release(self, waiting):
        self.leave(waiting)
        self.get(waiting.offset, waiting.limit, 0, waiting.answer)

    def leave(self, waiting):
        waiting.timer.cancel()
        if self.waiting is waiting:
            self.waiting = None

    def wake(self):
        """Call it after each push."""
        waiting = self.waiting
        if waiting and not waiting.woken and self.queue.entries:
            waiting.woken = True
            waiting.timer.cancel()
            waiting.timer = self.loop.call_later(self.wake_delay, self.release, waiting)

    def conflict(self, words, answer):
        """At most one 409 in three seconds is sent at once; the others are put off."""
        self.conflicts += 1
        now = self.loop.time()
        if now >= self.next_conflict:
            self.next_conflict = now + self.conflict_delay
            answer(words)
        else:
            self.loop.call_later(self.conflict_delay, answer, words)
