"""Requests of the Bot API over HTTP: the token, the parameters in each of their forms, the faults, the answer."""

import json
import random
import re
import urllib.parse

import bot_methods
import method_rules
from faults import ON_CONNECT, error
from refused import Refused

WELL_FORMED = re.compile(r"[1-9]\d{0,16}:[A-Za-z0-9_-]{20,70}\Z")
to_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
UNMODELLED_FORM = "this fake reads JSON and application/x-www-form-urlencoded, no other body"


class BotApi:
    """Answers what comes to /bot<token>/. `observe` is called after each request, for those who wait for something."""

    def __init__(self, world, token, seed, observe):
        self.world = world
        self.token = token
        self.prefix = f"/bot{token}/"
        self.revoked = False
        self.faults = []
        self.random = random.Random(seed)
        self.observe = observe

    def resets_on_connect(self, connection):
        return bool(self.faults) and self.fault_for(ON_CONNECT, None, lambda fault: fault.kind == ON_CONNECT) is not None

    def fault_for(self, method, chat, eligible):
        return next((fault for fault in self.faults if eligible(fault) and fault.befalls(method, chat, self.random)), None)

    def handle(self, connection):
        if not connection.path.startswith(self.prefix) or self.revoked:
            self.answer_stranger(connection)
            return
        method = connection.path[len(self.prefix) :]
        world = self.world
        world.requests[method] += 1
        try:
            parameters = self.read(connection, method)
        except Refused as refused:
            self.finish(connection, None, refused.code, self.refusal(refused))
            return
        fault = None
        if self.faults:
            fault = self.fault_for(method, parameters.get("chat_id"), lambda fault: fault.kind != ON_CONNECT)
        if fault and not fault.applied:
            fault.play(connection, 0, b"")
            self.observe()
        elif method == "getUpdates":
            self.poll(connection, fault, parameters)
        else:
            self.call(connection, fault, method, parameters)

    def answer_stranger(self, connection):
        """401 for a token that could be one, 404 for anything else, as api.telegram.org has it."""
        token = connection.path[len("/bot") :].partition("/")[0]
        if connection.path.startswith("/bot") and WELL_FORMED.match(token):
            connection.respond(401, error(401, "Unauthorized"))
        else:
            connection.respond(404, error(404, "Not Found"))
        self.observe()

    def read(self, connection, method):
        """The parameters, checked by the rules of the method."""
        world = self.world
        world.current = (method, {})
        rule = method_rules.METHODS.get(method)
        if rule is None:
            raise Refused("Not Found: method not found", 404)
        if method == "sendRichMessage" and not world.rich_messages:
            raise Refused("Not Found: method not found", 404, ours=False)
        if connection.content_type == b"application/json" and connection.body:
            parameters, as_text = from_json(connection.body), False
        else:
            parameters, as_text = from_form(connection), True
        if connection.query:
            parameters.update(pairs(connection.query))
            as_text = True
        world.current = (method, parameters)
        return rule.read(parameters, as_text)

    def call(self, connection, fault, method, parameters):
        before = len(self.world.sent)
        try:
            result = bot_methods.METHODS[method](self.world, parameters)
            status, body = 200, b'{"ok":true,"result":' + to_json(result).encode() + b"}"
        except Refused as refused:
            status, body = refused.code, self.refusal(refused)
        self.finish(connection, fault, status, body, self.world.sent[before : before + 1])

    def poll(self, connection, fault, parameters):
        world = self.world
        if not 1 <= parameters.get("limit", 100) <= 100:
            world.overlook("limit is not 1 to 100")
        if parameters.get("offset", 0) < 0:
            world.overlook("a negative offset forgets updates")
        if not set(parameters.get("allowed_updates", [])) <= set(method_rules.UPDATE_TYPES):
            world.overlook("allowed_updates names what is no kind of update")

        def answer(updates):
            if isinstance(updates, str):
                self.finish(connection, fault, 409, error(409, updates))
            else:
                self.finish(connection, fault, 200, b'{"ok":true,"result":[' + b",".join(updates) + b"]}")

        waiting = world.polling.poll(parameters, answer)
        if waiting:
            connection.on_closed = lambda: world.polling.leave(waiting)
            self.observe()

    def refusal(self, refused):
        self.world.refuse(refused)
        return error(refused.code, refused.description, **refused.parameters)

    def finish(self, connection, fault, status, body, sent=()):
        """`sent`: what the request had sent, which is uncertain to the bot when this answer doesn't arrive."""
        if fault is None:
            self.deliver(connection, status, body, sent)
        elif fault.kind == "slow":
            connection.server.later(fault.seconds, self.deliver, connection, status, body, sent)
        else:
            self.world.uncertain += sent
            fault.play(connection, status, body)
            self.observe()

    def deliver(self, connection, status, body, sent):
        if not connection.respond(status, body):
            self.world.uncertain += sent
        self.observe()


def from_json(body):
    try:
        parameters = json.loads(body)
    except ValueError:
        raise Refused("Bad Request: can't parse request body as JSON") from None
    if type(parameters) is not dict:
        raise Refused("Bad Request: the request body must be a JSON object")
    return parameters


def from_form(connection):
    if connection.body and connection.content_type != b"application/x-www-form-urlencoded":
        raise Refused("Bad Request: " + UNMODELLED_FORM)
    return pairs(connection.body)


def pairs(text):
    try:
        text = text.decode("ascii") if isinstance(text, bytes) else text
        found = urllib.parse.parse_qsl(text, keep_blank_values=True, errors="strict", strict_parsing=bool(text))
    except ValueError:
        raise Refused("Bad Request: strings must be encoded in UTF-8") from None
    if len(dict(found)) < len(found):
        raise Refused("Bad Request: a parameter is given twice")
    return dict(found)
