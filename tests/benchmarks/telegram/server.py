"""The fake Bot API server, which asks, counts and times."""

import gc
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "telegram"))

import customers  # noqa: E402
from fake_bot_api import FakeBotApi  # noqa: E402

FIRST_CHAT = 1000
PATIENCE = 300.0  # seconds


class Asking:
    """Each question comes from a chat of its own, so that no budget of a chat binds."""

    def __init__(self, messages):
        sys.setswitchinterval(0.0002)
        gc.disable()  # everything it records stays; looking through it again and again only costs time
        self.telegram = FakeBotApi()
        self.messages = messages
        self.asked = 0
        self.answered = {}  # chat -> when its first answer came
        self.telegram.run(self.prepare)

    def prepare(self):
        world = self.telegram.world
        world.polling.wake_delay = 0.0
        world.on_sent = lambda sent: self.answered.setdefault(sent.chat_id, sent.at)

    def address(self):
        return self.telegram.url, self.telegram.token

    def questions(self, count):
        first, self.asked = self.asked, self.asked + count
        return [customers.private(self.messages[n % len(self.messages)], FIRST_CHAT + n) for n in range(first, self.asked)]

    def push(self, count):
        self.telegram.push(*self.questions(count))

    def wait(self):
        """Until every question has its answer."""
        self.telegram.wait_for(lambda _: len(self.answered) >= self.asked, PATIENCE)

    def clear_backlog(self):
        """Answers a second from the first to the last of what was pushed, and the share of that time that this process was busy."""
        self.telegram.wait_for(lambda _: self.answered, PATIENCE)
        start, before = time.monotonic(), time.process_time()
        self.wait()
        busy = (time.process_time() - before) / (time.monotonic() - start)
        times = self.answered.values()
        return (len(times) - 1) / (max(times) - min(times)), busy

    def latencies(self, a_second, seconds):
        """Milliseconds from each question's arrival at the server to its answer's."""
        questions = self.questions(a_second * seconds)
        start, asked = time.monotonic(), []
        for number, question in enumerate(questions):
            time.sleep(max(0.0, start + number / a_second - time.monotonic()))
            asked.append(self.telegram.push(question))
        self.wait()
        pushed_at = self.telegram.world.pushed_at
        return [1000 * (self.answered[each["message"]["chat"]["id"]] - pushed_at[each["update_id"]]) for each in asked]

    def stop(self):
        self.telegram.stop()

    def violations(self):
        return sorted({f"{each.method}: {each.words}" for each in self.telegram.world.violations})
