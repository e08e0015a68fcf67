"""What may die or refuse between a Matrix room and Facteur: itself, the server, the token, the server's patience."""

import synapse

synapse.in_environment()

import asyncio  # noqa: E402
import random  # noqa: E402
import sys  # noqa: E402

import nio  # noqa: E402
from served import Person, Served, run_tests  # noqa: E402

FULL = "--full" in sys.argv
QUESTIONS, ROOMS, KILLS = (2000, 50, 100) if FULL else (60, 6, 6)


class Faults(Served):
    def test_what_was_asked_while_it_was_away_is_answered_once(self):
        room = self.group(Person(self.server))
        self.service.kill()
        for _ in range(70):  # more than one sync brings
            self.customer.say(room, "réglages de nplus.ca ?")
        self.start()
        self.answers(room, 70)
        self.service.end()
        self.start()
        self.stays(room, 70)
        asked = [each["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] for each in self.said(room)]
        self.assertEqual(71, len(set(asked)))

    def test_a_direct_room_is_still_one_after_a_restart(self):
        room = self.direct_room()
        self.service.end()
        self.start()
        self.ask(room, "bonjour")

    def test_a_question_taken_back_while_it_was_away_is_not_answered(self):
        room = self.direct_room()
        self.service.end()
        asked = self.customer.say(room, "réglages de gabskycom.com ?")
        self.customer.redact(room, asked)
        self.start()
        self.stays(room, 0)

    def test_invitations_that_waited_are_taken_up_at_the_very_start(self):
        self.service.end()
        rooms = [self.customer.room(self.bot["user_id"], direct=True) for _ in range(3)]
        self.start()
        for room in rooms:
            self.bot_joined(room)
        self.ask(rooms[0], "réglages de nplus.ca ?")

    def test_the_server_killed_and_started_again(self):
        room = self.direct_room()
        self.ask(room, "bonjour")
        self.server.kill()
        self.server.start()
        self.ask(room, "réglages de nplus.ca ?")
        self.assertEqual(2, len(self.said(room)))

    def test_a_revoked_token_stops_the_account_with_a_sentence(self):
        self.direct_room()
        self.server.call("POST", "/v3/logout", self.bot["access_token"], {})
        self.service.wait_for_log("the access token is not known")
        self.assertEqual(1, self.service.process.wait(30))


class Tight(Served):
    limits = "tight"

    def test_the_servers_own_rate_limits_are_kept_and_nothing_is_lost(self):
        room = self.direct_room()
        others = [Person(self.server), Person(self.server)]
        rooms = [room] + [self.direct_room(each) for each in others]
        for person, where in zip([self.customer, *others], rooms):
            for _ in range(5):
                person.say(where, "réglages de nplus.ca ?")
        for person, where in zip([self.customer, *others], rooms):
            self.wait_for(lambda who=person, there=where: len(self.said(there, who)) == 5, "all answers")


class AnotherClient(Served):
    def test_a_client_library_asks_and_is_answered(self):
        async def talk():
            person = self.server.user("nio-user")
            client = nio.AsyncClient(self.server.address, person["user_id"])
            client.restore_login(person["user_id"], person["device_id"], person["access_token"])
            heard = []
            client.add_event_callback(lambda room, event: heard.append(event), nio.RoomMessageNotice)
            created = await client.room_create(is_direct=True, invite=[self.bot["user_id"]])
            room = created.room_id
            until = asyncio.get_running_loop().time() + 60
            await client.sync(timeout=0)
            while self.bot["user_id"] not in client.rooms[room].users and asyncio.get_running_loop().time() < until:
                await client.sync(timeout=1000)
            await client.room_send(room, "m.room.message", {"msgtype": "m.text", "body": "quel port pour nplus.ca en envoi ?"})
            while not heard and asyncio.get_running_loop().time() < until:
                await client.sync(timeout=1000)
            await client.close()
            return heard

        heard = asyncio.run(talk())
        self.assertEqual(1, len(heard))
        self.assertIn("465", heard[0].body)


class Crash(Served):
    def test_killed_again_and_again_every_question_is_answered_exactly_once(self):
        chance = random.Random(4)
        other = Person(self.server)
        rooms = [self.group(other) for _ in range(ROOMS)]
        asked = {room: [] for room in rooms}
        for number in range(QUESTIONS):
            room = rooms[number % ROOMS]
            asked[room].append(other.say(room, "réglages de nplus.ca ?"))
            if number % (QUESTIONS // KILLS) == QUESTIONS // KILLS - 1:
                self.service.process.kill()
                self.service.process.wait()
                self.service.start()
                if chance.random() < 0.5:  # sometimes in the middle of a start
                    self.wait_for(lambda: self.service.log(), "a line")
        for room in rooms:
            def all_answered(room=room):
                return len(self.replies(room)) >= len(asked[room])

            self.wait_for(all_answered, "all answers")
        for room in rooms:
            self.assertEqual(asked[room], self.replies(room), "each once and in order")

    def replies(self, room):
        return [event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] for event in self.said(room)]


if __name__ == "__main__":
    run_tests()
