"""/control/ of the fake as a program, for who drives it from another process. Bodies and answers are JSON.

POST /control/push    a list of updates; gives their ids (null: not asked for)
POST /control/fault   {"kind": …}, as faults.Fault; from now on
POST /control/clear   no more faults
GET  /control/state   counts, and the violations
GET  /control/sent?N  what was sent, from the Nth message on
"""

import json

from faults import Fault


class Control:
    def __init__(self, fake):
        self.fake = fake
        self.world = fake.world
        self.handlers = {"push": self.push, "fault": self.fault, "clear": self.clear, "state": self.state, "sent": self.sent}

    def handle(self, connection):
        if not connection.path.startswith("/control/"):
            self.fake.bot_api.handle(connection)
            return
        handler = self.handlers.get(connection.path[len("/control/") :])
        try:
            result = handler(connection)
        except (TypeError, ValueError, KeyError, StopIteration) as error:  # TypeError: there is no such handler
            connection.respond(400, json.dumps({"error": repr(error)}).encode())
        else:
            connection.respond(200, json.dumps(result).encode())

    def push(self, connection):
        pushed = [self.world.push(update) for update in json.loads(connection.body)]
        return [update and update["update_id"] for update in pushed]

    def fault(self, connection):
        self.fake.bot_api.faults.append(Fault(**json.loads(connection.body)))

    def clear(self, connection):
        self.fake.bot_api.faults.clear()

    def state(self, connection):
        world = self.world
        return {
            "requests": world.requests,
            "pending": len(world.queue.entries),
            "delivered": len(world.queue.delivered),
            "confirmed": len(world.queue.confirmed),
            "sent": len(world.sent),
            "uncertain": len(world.uncertain),
            "duplicates": len(world.duplicates()),
            "conflicts": world.polling.conflicts,
            "violations": [[violation.method, violation.words] for violation in world.violations],
        }

    def sent(self, connection):
        return [
            {"method": sent.method, "chat": sent.chat_id, "message": sent.message_id, "text": sent.text, "reply_to": sent.reply_to}
            for sent in self.world.sent[int(connection.query or 0) :]
        ]
