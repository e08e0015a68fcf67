"""A homeserver of one room, for what Synapse can't be made to show. What it answers is told in advance, one answer a request, by the
end of the request's path; a sync that nothing was told for waits, as a quiet server's does.

It holds no rule of the specification but the one that a send repeated with its transaction is the same event:
https://spec.matrix.org/latest/client-server-api/#transaction-identifiers. All else is shown against Synapse. But what is said is
kept, and faults() holds it against the specification's schemas: every request, every answer, and that those which a test tells
as bent are.
"""

import collections
import http.server
import json
import queue
import socket
import struct
import sys
import threading
import urllib.parse

LONG_POLL = 1.0  # seconds
USER, DEVICE, ROOM, CUSTOMER = "@bot:test", "DEVICE", "!r:test", "@a:test"

# `bent`: not what the specification allows, on purpose.
Answer = collections.namedtuple("Answer", "status body headers bent", defaults=({}, False))
RESET = Answer(0, b"")  # the connection is reset once the request was read
Request = collections.namedtuple("Request", "method path query token body")


def bent(status, body, headers=None):
    return Answer(status, body, headers or {}, True)


def refused(status, errcode, headers=None, **more):
    return Answer(status, {"errcode": errcode, "error": "scripted", **more}, headers or {})


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):  # which a client's end is, and its mistrust in our certificate
            super().handle_error(request, client_address)


def answer_faults(specification, request, answer):
    try:
        body = json.loads(answer.body) if isinstance(answer.body, bytes) else answer.body
    except ValueError as error:
        return [f"{request.path}: {error}"]
    return specification.answer_faults(request.method, request.path, answer.status, body)


class FakeHomeserver:
    """On a free port of loopback, or over TLS under a name that leads there."""

    def __init__(self, name="127.0.0.1", port=0, tls=None):
        self.told = collections.defaultdict(queue.Queue)  # end of a path -> Answers, taken one by one
        self.always = {"/versions": {"versions": ["v1.11"]}, "/whoami": {"user_id": USER, "device_id": DEVICE},
                       "/messages": {"chunk": [], "start": "m"}, "/filter": {"filter_id": "1"}, "/leave": {}}  # fmt: skip
        self.requests = queue.Queue()
        self.exchanges = []  # (Request, Answer)
        self.sent = queue.Queue()  # bodies, each transaction once
        self.transactions = set()
        self.batch = 0
        self.server = Server(("127.0.0.1", port), self.handler())
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.address = f"{'https' if tls else 'http'}://{name}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def tell(self, end, *answers):
        for answer in answers:
            self.told[end].put(answer)

    def tell_sync(self, *events, room=ROOM, bent=False, **timeline):
        """The next sync brings these events to the room; `timeline` says more of it (limited, prev_batch)."""
        self.tell_rooms({"join": {room: {"timeline": {"events": list(events), **timeline}}}}, bent)

    def tell_rooms(self, rooms, bent=False, **more):
        self.batch += 1
        self.tell("/sync", Answer(200, {"next_batch": f"s{self.batch}", "rooms": rooms, **more}, {}, bent))

    def faults(self, specification):
        """What of all that was said isn't as the specification says it must be, or is though it was told as bent."""
        faults = []
        for request, answer in list(self.exchanges):
            faults += specification.request_faults(request.method, request.path, request.query, request.body)
            if answer is not RESET:
                found = answer_faults(specification, request, answer)
                faults += found if not answer.bent else [] if found else [f"{request.path}: {answer} isn't bent"]
        return faults

    def answer(self, request):
        for end, answers in list(self.told.items()):
            if not request.path.endswith(end):
                continue
            try:
                # The very first sync looks at what there is, and nothing happens in it.
                if end != "/sync" or "since" in request.query:
                    return answers.get(timeout=LONG_POLL if end == "/sync" else 0)
            except queue.Empty:
                pass
        if request.path.endswith("/sync"):
            return Answer(200, {"next_batch": request.query.get("since", ["s0"])[0]})
        if "/send/" in request.path:
            if request.path not in self.transactions:
                self.transactions.add(request.path)
                self.sent.put(json.loads(request.body))
            return Answer(200, {"event_id": "$" + request.path.rpartition("/")[2]})
        always = next((body for end, body in self.always.items() if request.path.endswith(end)), {})
        return Answer(200, always)

    def handler(self):
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                """Tests say what they saw themselves."""

            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                split = urllib.parse.urlsplit(self.path)
                token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
                request = Request(self.command, split.path, urllib.parse.parse_qs(split.query), token, body)
                fake.requests.put(request)
                answer = fake.answer(request)
                fake.exchanges.append((request, answer))
                self.close_connection = answer is RESET
                try:
                    if answer is RESET:
                        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                        self.connection.close()
                    else:
                        self.say(answer)
                except OSError:
                    self.close_connection = True  # the client has gone

            do_POST = do_PUT = do_GET

            def say(self, answer):
                text = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
                self.send_response(answer.status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(text)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text)

            def finish(self):
                try:
                    super().finish()
                except OSError:
                    pass  # reset on purpose, or the client has gone

        return Handler
