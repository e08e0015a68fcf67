"""As much HTTP/1.1 as a Bot API client speaks, on asyncio, and every way to let it down.

A request that came whole is handed over as its connection (one at a time: what a client sends ahead waits), which is answered
with `respond`, at once or later, or with one of the misdeeds below it.
"""

import asyncio
import re
import socket
import struct

LONGEST_HEADER = 64 << 10
LONGEST_BODY = 20 << 20
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
CONTENT_TYPE = re.compile(rb"\r\ncontent-type:[ \t]*([^\r;]+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked", re.IGNORECASE)
EXPECT = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
CLOSE = re.compile(rb"\r\nconnection:[ \t]*close", re.IGNORECASE)
TCP_ESTABLISHED = 1  # linux/tcp_states.h; the first byte of TCP_INFO
NOTHING_LEFT_TO_LINGER = struct.pack("ii", 1, 0)  # struct linger; closing a socket with it sends a reset

REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
           411: "Length Required", 413: "Request Entity Too Large", 429: "Too Many Requests", 500: "Internal Server Error",
           502: "Bad Gateway", 504: "Gateway Timeout"}
JSON, HTML = "application/json", "text/html"


def head(status, length, content_type=JSON, headers=""):
    return (f"HTTP/1.1 {status} {REASONS.get(status, 'Unknown')}\r\nServer: nginx\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {length}\r\nConnection: keep-alive\r\n{headers}\r\n").encode()


class Connection(asyncio.Protocol):
    """`path`, `query`, `content_type` and `body` are those of the request under way; `closed` once the client has gone."""

    def __init__(self, server):
        self.server = server
        self.buffer = b""
        self.busy = False
        self.closed = False
        self.continued = False
        self.on_closed = None
        self.may_write = None  # an event while the client is slow to read

    # From asyncio

    def connection_made(self, transport):
        self.transport = transport
        self.server.connections.add(self)
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.server.opened += 1
        if self.server.on_connect(self):
            self.reset()

    def connection_lost(self, error):
        self.closed = True
        self.server.connections.discard(self)
        self.resume_writing()
        if self.on_closed:
            self.on_closed()

    def data_received(self, data):
        self.buffer = self.buffer + data if self.buffer else data
        if not self.busy:
            self.read()

    def pause_writing(self):
        self.may_write = asyncio.Event()

    def resume_writing(self):
        if self.may_write:
            self.may_write.set()
            self.may_write = None

    # Requests

    def read(self):
        """Hands over the requests that lie whole in the buffer, until one isn't answered at once."""
        while not self.busy and not self.closed and self.buffer and self.read_one():
            pass

    def read_one(self):
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return len(self.buffer) > LONGEST_HEADER and self.refuse(400)
        header = self.buffer[:end]
        found = CONTENT_LENGTH.search(header)
        length = int(found[1]) if found else 0
        if CHUNKED.search(header):
            return self.refuse(411)
        if length > LONGEST_BODY:
            return self.refuse(413)
        if len(self.buffer) < end + 4 + length:
            if not self.continued and EXPECT.search(header):
                self.continued = True
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            return False
        line = header.split(b"\r\n", 1)[0].split(b" ")
        if len(line) != 3 or line[0] not in (b"GET", b"POST"):
            return self.refuse(400)
        self.path, _, self.query = line[1].decode("latin-1").partition("?")
        found = CONTENT_TYPE.search(header)
        self.content_type = found[1].strip().lower() if found else b""
        self.body = self.buffer[end + 4 : end + 4 + length]
        self.buffer = self.buffer[end + 4 + length :]
        self.last = CLOSE.search(header) is not None
        self.busy, self.continued = True, False
        self.server.handle(self)
        return True

    def refuse(self, status):
        self.transport.write(head(status, 0))
        self.transport.close()
        self.buffer = b""
        return False

    # Answers

    def client_is_gone(self):
        """Whether the client has closed its end, as the kernel knows before asyncio says so: what a process that died had written is
        read after its death."""
        if self.closed or self.transport.is_closing():
            return True
        information = self.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)
        return information[0] != TCP_ESTABLISHED

    def respond(self, status, body, content_type=JSON, headers=""):
        """Whether there was a client to answer; that isn't to say that it will read it."""
        if self.client_is_gone():
            return False
        self.transport.write(head(status, len(body), content_type, headers) + body)
        self.finish()
        return True

    def finish(self):
        self.busy = False
        self.on_closed = None
        if self.last:
            self.transport.close()
        elif self.buffer:
            asyncio.get_running_loop().call_soon(self.read)

    def reset(self):
        if not self.closed:
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NOTHING_LEFT_TO_LINGER)
            self.transport.abort()

    def break_off(self, status, body):
        """Announces the whole body, sends half of it and closes."""
        self.transport.write(head(status, len(body)) + body[: len(body) // 2])
        self.transport.close()

    def respond_at_length(self, start, filler, size):
        """A body of `size` bytes, no faster than the client reads it."""
        self.transport.write(head(200, size) + start)
        asyncio.get_running_loop().create_task(self.fill(filler * (1 << 16), size - len(start)))

    async def fill(self, chunk, left):
        while left > 0 and not self.closed:
            if self.may_write:
                await self.may_write.wait()
                continue
            self.transport.write(chunk[:left])
            left -= len(chunk)
        if not self.closed:
            self.finish()


class HttpServer:
    """`handle` is called with each connection that holds a request; `on_connect` says whether to reset a new one at once."""

    def __init__(self, handle, on_connect):
        self.handle = handle
        self.on_connect = on_connect
        self.connections = set()
        self.opened = 0
        self.port = 0
        self.listener = None

    def later(self, seconds, function, *arguments):
        asyncio.get_running_loop().call_later(seconds, function, *arguments)

    async def come_up(self, host, port=0):
        loop = asyncio.get_running_loop()
        self.listener = await loop.create_server(lambda: Connection(self), host, port or self.port, backlog=1024)
        self.port = self.listener.sockets[0].getsockname()[1]

    async def go_down(self):
        """Refuses new connections and resets the others."""
        if self.listener:
            self.listener.close()
            self.listener = None
        for connection in list(self.connections):
            connection.reset()
        await asyncio.sleep(0)  # lets the transports close
