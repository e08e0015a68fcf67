#!/usr/bin/env python3
"""A strict Bot API server on loopback, for tests and benchmarks.

In a test:

    with FakeBotApi() as telegram:                      # telegram.url, telegram.token
        telegram.push(customers.private("port imap nplus?", 42))
        telegram.wait_for(lambda world: world.sent_to(42), timeout=5)
        assert telegram.world.violations == []

As a program, it prints one JSON line with its url and token, then serves until it is stopped; with --control, /control/ on the
same port takes updates and faults, and tells what happened (see control.py):

    python3 tests/telegram/fake_bot_api.py --port 0 --control

What a bot may send is refused as the real server refuses it, and recorded in `world.violations`.
"""

import argparse
import asyncio
import concurrent.futures
import contextlib
import gc
import json
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from bot_api import BotApi  # noqa: E402
from control import Control  # noqa: E402
from faults import Fault  # noqa: E402
from http_server import HttpServer  # noqa: E402
from world import BOT_ID, World  # noqa: E402

HOST = "127.0.0.1"
TOKEN = f"{BOT_ID}:AAFake-token_for-tests-only-0123456789"
POISON = b'{"update_id":UPDATE_ID,"message":{"message_id":1,"date":1,"text":"never ends'


class FakeBotApi:
    """The server in a thread of its own.

    Its methods may be called from any thread. `world` belongs to the server's thread: read it when the bot is at rest, or within
    `wait_for` and `read`. Options are those of World, and `token`, `seed` (of the faults' dice) and `control`.
    """

    def __init__(self, port=0, token=TOKEN, seed=1, control=False, **options):
        self.token = token
        self.awaited = []  # (predicate, future)
        self.thread = threading.Thread(target=self.serve, name="fake Bot API", daemon=True)
        self.started = concurrent.futures.Future()
        self.settings = (port, seed, control, options)
        self.thread.start()
        self.started.result()

    def serve(self):
        asyncio.run(self.main())

    async def main(self):
        port, seed, control, options = self.settings
        self.loop = asyncio.get_running_loop()
        self.stopped = asyncio.Event()
        self.world = World(self.loop, **options)
        self.bot_api = BotApi(self.world, self.token, seed, self.observe)
        handle = Control(self).handle if control else self.bot_api.handle
        self.http = HttpServer(handle, self.bot_api.resets_on_connect)
        try:
            await self.http.come_up(HOST, port)
        except OSError as error:
            self.started.set_exception(error)
            return
        self.url = f"http://{HOST}:{self.http.port}"
        self.started.set_result(None)
        await self.stopped.wait()
        await self.http.go_down()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.thread.is_alive():
            self.loop.call_soon_threadsafe(self.stopped.set)
            self.thread.join()

    # From any thread

    def read(self, function):
        """function(world), run in the server's thread."""
        return self.run(lambda: function(self.world))

    def run(self, function):
        if threading.current_thread() is self.thread:
            return function()
        done = concurrent.futures.Future()

        def call():
            try:
                done.set_result(function())
            except Exception as error:  # noqa: BLE001 - belongs to the caller
                done.set_exception(error)

        self.loop.call_soon_threadsafe(call)
        return done.result()

    def run_async(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    def wait_for(self, predicate, timeout=10.0):
        """What predicate(world) gives once it is true; it is asked again after each request. Raises TimeoutError."""
        found = concurrent.futures.Future()

        def ask():
            self.awaited.append((predicate, found))
            self.observe()

        self.run(ask)
        try:
            return found.result(timeout)
        except concurrent.futures.TimeoutError:
            raise TimeoutError(f"what was waited for didn't happen within {timeout} s") from None
        finally:
            self.run(lambda: self.awaited.remove((predicate, found)) if (predicate, found) in self.awaited else None)

    def observe(self):
        for entry in list(self.awaited) if self.awaited else ():
            predicate, found = entry
            if found.done():
                continue
            try:
                value = predicate(self.world)
            except Exception as error:  # noqa: BLE001 - belongs to whoever waits
                found.set_exception(error)
                continue
            if value:
                found.set_result(value)

    # What happens to the bot

    def push(self, *updates, age=0.0):
        """Queues updates (see customers.py) that happened `age` seconds ago; gives them as they are delivered (see World.push)."""
        pushed = []
        for begin in range(0, len(updates), 500):  # the bot is served in between
            some = updates[begin : begin + 500]
            pushed += self.run(lambda some=some: [self.world.push(update, age) for update in some])
        return pushed[0] if len(updates) == 1 else pushed

    def push_raw(self, data=POISON):
        """Queues an update of these very bytes, UPDATE_ID replaced; gives its id. The default spoils a whole batch's JSON."""
        return self.run(lambda: self.world.push_raw(data))

    def jump_update_ids(self, next_id):
        self.run(lambda: self.world.queue.jump(next_id))

    def pass_time(self, seconds):
        """The server's clock goes on: queries grow old, updates expire."""
        self.run(lambda: setattr(self.world, "passed", self.world.passed + seconds))

    def chat_is_gone(self, chat_id, why="blocked"):
        """`why`: a key of chats.GONE, or None: it is back."""
        self.run(lambda: setattr(self.world.chats.find(chat_id), "gone", why))

    def migrate(self, chat_id, new_chat):
        """The group becomes the supergroup `new_chat` (see customers.migration for the service messages)."""

        def change():
            self.world.chats.find(chat_id).migrated_to = new_chat["id"]
            self.world.chats.learn(new_chat)

        self.run(change)

    def set_webhook(self, url):
        self.run(lambda: setattr(self.world.polling, "webhook_url", url))

    # Faults

    def fault(self, kind, **when):
        """Plays a fault from now on: see faults.Fault. The one returned counts how often it was `played`."""
        fault = Fault(kind, **when)
        self.run(lambda: self.bot_api.faults.append(fault))
        return fault

    def clear_faults(self):
        self.run(self.bot_api.faults.clear)

    def revoke_token(self, revoked=True):
        def revoke():
            self.bot_api.revoked = revoked
            waiting = self.world.polling.waiting
            if revoked and waiting:
                self.world.polling.release(waiting)  # with what there is: nothing

        self.run(revoke)

    def go_down(self):
        """Nothing listens on the port any more, and every connection is reset."""
        self.run_async(self.http.go_down())

    def come_up(self):
        """On the same port again."""
        self.run_async(self.http.come_up(HOST))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--any-chat", action="store_true", help="take an unknown chat for a customer")
    parser.add_argument("--control", action="store_true", help="serve /control/")
    arguments = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # everything it records stays; looking through it again and again only costs time
    server = FakeBotApi(arguments.port, arguments.token, arguments.seed, arguments.control, any_chat=arguments.any_chat)
    print(json.dumps({"url": server.url, "token": server.token}), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        server.thread.join()


if __name__ == "__main__":
    main()
