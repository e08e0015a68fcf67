"""The least that any bot can do: polls, and sends one sentence back to every chat that wrote. What a bot needs more time than this
for is what it adds; the rest is the server's own.

    python3 floor_peer.py URL TOKEN
"""

import http.client
import json
import sys
import urllib.parse


def caller(url, token):
    """A kept connection, and a method of the Bot API called over it."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def call(method, **parameters):
        connection.request("POST", f"/bot{token}/{method}", json.dumps(parameters), {"Content-Type": "application/json"})
        return json.load(connection.getresponse())["result"]

    return call


def main():
    url, token = sys.argv[1:]
    poll, send = caller(url, token), caller(url, token)
    offset = 0
    while True:
        for update in poll("getUpdates", offset=offset, timeout=30, allowed_updates=["message"]):
            offset = update["update_id"] + 1
            send("sendMessage", chat_id=update["message"]["chat"]["id"], text="Bonjour")


if __name__ == "__main__":
    main()
