"""The bot of peers/peer.py on Matrix, by matrix-nio.

    nio_peer.py KNOWLEDGE URL USER_ID < TOKEN
"""

import asyncio
import pathlib
import sys

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, RoomMessageText

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from peers import peer  # noqa: E402: the folder lies beside


async def main():
    knowledge, url, own = sys.argv[1:]
    answers = peer.Bot(peer.read_knowledge(knowledge), joined=True)
    client = AsyncClient(url, own, config=AsyncClientConfig(encryption_enabled=False))
    client.restore_login(own, "BENCHMARK", sys.stdin.readline().strip())

    async def join(room, event):
        if event.membership == "invite" and event.state_key == own:
            await client.join(room.room_id)

    async def answer(room, event):
        if event.sender != own:
            content = {"msgtype": "m.notice", "body": answers.answer(event.body)["reply"] or "?", "m.mentions": {}}
            await client.room_send(room.room_id, "m.room.message", content)
            await client.room_read_markers(room.room_id, event.event_id, event.event_id)

    client.add_event_callback(join, InviteMemberEvent)
    client.add_event_callback(answer, RoomMessageText)
    await client.sync_forever(timeout=30000)


asyncio.run(main())
