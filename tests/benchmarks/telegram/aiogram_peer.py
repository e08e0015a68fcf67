#!/usr/bin/env python3
"""The bot of peers/peer.py on Telegram, by aiogram.

    aiogram_peer.py KNOWLEDGE URL TOKEN
"""

import pathlib
import sys

import uvloop
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from peers import peer  # noqa: E402: the folder lies beside

LONGEST = 4096


async def main():
    knowledge, url, token = sys.argv[1:]
    answers = peer.Bot(peer.read_knowledge(knowledge), joined=True)
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message):
        await message.answer((answers.answer(message.text)["reply"] or "?")[:LONGEST])

    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    await dispatcher.start_polling(bot)


uvloop.run(main())
