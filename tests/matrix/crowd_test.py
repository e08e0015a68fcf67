"""Rooms with a long past, and many rooms at once.

    python3 tests/matrix/crowd_test.py path/to/facteur            # short: 300 messages, 20 rooms
    python3 tests/matrix/crowd_test.py path/to/facteur --full     # 5,000 messages, 200 rooms
"""

import synapse

synapse.in_environment()

import sys  # noqa: E402

from served import Person, Served, run_tests  # noqa: E402

FULL = "--full" in sys.argv
HISTORY, ROOMS = (5000, 200) if FULL else (300, 20)
QUESTION = "réglages de nplus.ca ?"
MOST_MEGABYTES = 64  # resident; about twice what the program takes on its first question


class LongPast(Served):
    def test_nothing_that_was_said_before_it_came_is_answered(self):
        room = self.customer.room()
        for number in range(HISTORY):
            self.customer.say(room, f"{QUESTION} {number}")
        self.customer.call("POST", f"/v3/rooms/{room}/invite", {"user_id": self.bot["user_id"]})
        self.bot_joined(room)
        self.stays(room, 0)
        self.assertLess(self.service.megabytes(), MOST_MEGABYTES)

    def test_what_was_said_while_it_was_away_for_long_is_read_to_the_end(self):
        room = self.direct_room()
        self.ask(room, "bonjour")
        self.service.end()
        for _ in range(HISTORY // 2):
            self.customer.send(room, {"msgtype": "m.notice", "body": "chatter of another bot"})
        self.customer.say(room, QUESTION)
        for _ in range(HISTORY // 2):
            self.customer.send(room, {"msgtype": "m.notice", "body": "chatter of another bot"})
        self.start()
        answer = self.answers(room, 2)[1]
        self.assertIn("mail.nplus.ca", answer["content"]["body"])
        self.assertLess(self.service.megabytes(), MOST_MEGABYTES)


class ManyRooms(Served):
    def test_each_of_many_rooms_is_answered_once(self):
        rooms = [self.customer.room(self.bot["user_id"], direct=True) for _ in range(ROOMS)]
        for room in rooms:
            self.bot_joined(room)
        for room in rooms:
            self.customer.say(room, QUESTION)
        for room in rooms:
            self.answers(room)
        self.stays(rooms[0], 1)
        self.assertEqual([1] * (ROOMS - 1), [len(self.said(room)) for room in rooms[1:]])
        memory = self.service.megabytes()
        print(f"{ROOMS} rooms: {memory:.0f} MB resident")
        self.assertLess(memory, MOST_MEGABYTES)

    def test_what_many_rooms_asked_while_it_was_away_is_answered_once(self):
        others = [Person(self.server) for _ in range(3)]
        rooms = [self.direct_room(others[number % 3]) for number in range(ROOMS // 4)]
        self.service.kill()
        for number, room in enumerate(rooms):
            others[number % 3].say(room, QUESTION)
        self.start()
        for number, room in enumerate(rooms):
            self.wait_for(lambda where=room, who=others[number % 3]: self.said(where, who), "an answer")
        self.assertEqual([1] * len(rooms), [len(self.said(room, others[number % 3])) for number, room in enumerate(rooms)])


if __name__ == "__main__":
    run_tests()
