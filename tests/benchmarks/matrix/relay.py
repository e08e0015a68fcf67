"""Between a bot and its homeserver: passes everything on, and notes when a question went to the bot and when its answer came."""

import asyncio
import re
import statistics
import threading
import time

import aiohttp
from aiohttp import web

MARK = "test.question"  # in a question's content, with its number: "test.question.17": true
PATIENCE = 120.0  # seconds
MARKED = re.compile(re.escape(MARK).encode() + rb"\.(\d+)\"")
SEND = re.compile(r"/rooms/([^/]+)/send/m\.room\.message/")
JOIN = re.compile(r"/join(/|$)")
OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length", "host", "date", "server"}


def passed_on(headers):
    return {name: value for name, value in headers.items() if name.lower() not in OF_THE_CONNECTION}


class Relay:
    def __init__(self, homeserver):
        self.homeserver = homeserver
        self.shown = {}  # a question's number -> when the sync answer that carries it was about to go to the bot
        self.sends = []  # (room, when it came, when it had been sent)
        self.joins = 0
        self.syncs = 0  # those with a `since`
        self.changed = threading.Condition()
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.address = self.inside(self.start())

    def inside(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    async def start(self):
        self.gate = asyncio.Event()
        self.gate.set()
        self.client = aiohttp.ClientSession(
            auto_decompress=False, timeout=aiohttp.ClientTimeout(PATIENCE), connector=aiohttp.TCPConnector(limit=0)
        )
        application = web.Application(client_max_size=1 << 26)
        application.router.add_route("*", "/{path:.*}", self.pass_on)
        self.runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0, handler_cancellation=True)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        return f"http://127.0.0.1:{self.runner.addresses[0][1]}"

    async def pass_on(self, request):
        came = time.monotonic()
        path = request.raw_path
        sync = "/sync" in request.path
        if sync and "since=" in request.query_string:
            self.note(syncs=1)
        body = await request.read()
        async with self.client.request(
            request.method, self.homeserver + path, headers=passed_on(request.headers), data=body or None
        ) as answer:
            content = await answer.read()
            response = web.Response(body=content, status=answer.status, headers=passed_on(answer.headers))
        if sync:
            await self.gate.wait()
            now = time.monotonic()
            for number in MARKED.findall(content):
                self.shown.setdefault(int(number), now)
        elif response.status == 200:
            sent = SEND.search(request.path)
            if sent:
                self.note(send=(sent[1], came, time.monotonic()))
            elif JOIN.search(request.path):
                self.note(joins=1)
        return response

    def note(self, send=None, syncs=0, joins=0):
        with self.changed:
            self.syncs += syncs
            self.joins += joins
            if send:
                self.sends.append(send)
            self.changed.notify_all()

    def wait_for(self, predicate, what):
        with self.changed:
            if not self.changed.wait_for(predicate, PATIENCE):
                raise TimeoutError(f"waited {PATIENCE} s for {what}")

    # What is called from outside.

    def get_address(self):
        return self.address

    def wait_for_syncs(self, count):
        self.wait_for(lambda: self.syncs >= count, f"{count} syncs")

    def wait_for_joins(self, count):
        self.wait_for(lambda: self.joins >= count, f"{count} joins")

    def sent(self):
        return len(self.sends)

    def wait_for_sends(self, count):
        self.wait_for(lambda: len(self.sends) >= count, f"{count} answers")

    def latencies(self, rooms):
        """`rooms`: number -> room, of questions that were asked one after another. Milliseconds from each one's way to the bot to
        its answer's arrival here."""
        found = []
        for number, room in rooms.items():
            shown = self.shown[number]
            found.append(1000 * (min(came for where, came, _ in self.sends if where == room and came >= shown) - shown))
        return statistics.median(found), statistics.quantiles(found, n=100)[98]

    def hold_back(self):
        self.loop.call_soon_threadsafe(self.gate.clear)

    def let_go(self, answers):
        """Lets the bot see what was held back. Answers a second, from here to the last of so many."""
        before, begin = len(self.sends), time.monotonic()
        self.loop.call_soon_threadsafe(self.gate.set)
        self.wait_for_sends(before + answers)
        return answers / (self.sends[before + answers - 1][2] - begin)

    def stop(self):
        self.inside(self.end())
        self.loop.call_soon_threadsafe(self.loop.stop)

    async def end(self):
        await self.runner.cleanup()
        await self.client.close()
