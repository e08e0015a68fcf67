"""Faults that a script plays: which request they befall, and what the client then sees instead of its answer."""

import dataclasses
import json
import typing

from chats import GONE
from http_server import HTML, JSON

NGINX = b"<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n<center><h1>%s</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
HUGE = 50 << 20


def error(code, description, **parameters):
    answer = {"ok": False, "error_code": code, "description": description}
    if parameters:
        answer["parameters"] = parameters
    return json.dumps(answer).encode()


@dataclasses.dataclass
class Fault:
    """`method`, `chat`: the requests it befalls (None: any). `probability` of each, `count` of times (None: for ever).

    `applied`: the request is carried out first, so that its effect stays while its answer is lost. The rest belongs to kinds:
    `seconds` to slow, `retry_after` to too_many_requests, `why` to forbidden (a key of chats.GONE), `to` to migrated,
    `description` to bad_request.
    """

    kind: str
    method: typing.Optional[str] = None
    chat: typing.Optional[int] = None
    probability: float = 1.0
    count: typing.Optional[int] = None
    applied: bool = False
    retry_after: int = 1
    seconds: float = 1.0
    why: str = "blocked"
    to: int = 0
    description: str = "Bad Request: something is wrong"
    played: int = 0

    def __post_init__(self):
        if self.kind not in KINDS and self.kind != ON_CONNECT:
            raise ValueError(f"no fault is called {self.kind}; there are {', '.join(KINDS)}, {ON_CONNECT}")
        self.applied = self.applied or self.kind in ALWAYS_APPLIED

    def befalls(self, method, chat, random):
        if self.count is not None and self.played >= self.count:
            return False
        if self.method not in (None, method) or self.chat not in (None, chat):
            return False
        if self.probability < 1.0 and random.random() >= self.probability:
            return False
        self.played += 1
        return True

    def play(self, connection, status, body):
        """`status`, `body`: that answer; nothing unless the fault is an applied one."""
        KINDS[self.kind](self, connection, status, body)


def json_error(code, description, **parameters):
    def play(fault, connection, status, body):
        connection.respond(code, error(code, description, **parameters))

    return play


def html_error(code, words):
    def play(fault, connection, status, body):
        connection.respond(code, NGINX % (words, words), HTML)

    return play


def too_many_requests(fault, connection, status, body):
    body = error(429, f"Too Many Requests: retry after {fault.retry_after}", retry_after=fault.retry_after)
    connection.respond(429, body, JSON, f"Retry-After: {fault.retry_after}\r\n")


def bad_request(fault, connection, status, body):
    connection.respond(400, error(400, fault.description))


def forbidden(fault, connection, status, body):
    connection.respond(403, error(403, GONE[fault.why]))


def migrated(fault, connection, status, body):
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    connection.respond(400, error(400, words, migrate_to_chat_id=fault.to))


def reset(fault, connection, status, body):
    connection.reset()


def no_answer(fault, connection, status, body):
    """Half-open: the connection stays, and nothing ever comes."""


def truncated_json(fault, connection, status, body):
    connection.respond(status, body[: len(body) // 2])


def broken_off(fault, connection, status, body):
    connection.break_off(status, body)


def huge(fault, connection, status, body):
    connection.respond_at_length(b'{"ok":true,"result":[', b" ", HUGE)


ON_CONNECT = "reset_on_connect"  # before a byte is read
ALWAYS_APPLIED = {"slow", "truncated_json", "broken_off"}
KINDS = {
    "too_many_requests": too_many_requests,
    "internal_error": json_error(500, "Internal Server Error: restart"),
    "bad_gateway": html_error(502, b"502 Bad Gateway"),
    "gateway_timeout": html_error(504, b"504 Gateway Time-out"),
    "unauthorized": json_error(401, "Unauthorized"),
    "not_found": json_error(404, "Not Found: method not found"),
    "conflict": json_error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
    "bad_request": bad_request,
    "forbidden": forbidden,
    "migrated": migrated,
    "reset": reset,
    "no_answer": no_answer,
    "slow": None,  # BotApi plays it: nothing but the true answer, later
    "truncated_json": truncated_json,
    "broken_off": broken_off,
    "huge": huge,
}
