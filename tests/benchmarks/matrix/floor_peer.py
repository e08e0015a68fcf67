"""The least that any bot can do: joins, syncs, and sends one sentence to every room that somebody wrote in. What a bot needs more
time than this for is what it adds; the rest is the homeserver's own and the relay's.

    python3 floor_peer.py URL USER_ID < TOKEN
"""

import http.client
import itertools
import json
import sys
import urllib.parse


def caller(url, token):
    """A kept connection, and a call of the client-server API over it."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def call(method, path, body=None):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        connection.request(method, "/_matrix/client/v3" + path, None if body is None else json.dumps(body), headers)
        return json.load(connection.getresponse())

    return call


def main():
    url, own = sys.argv[1:]
    token = sys.stdin.readline().strip()
    sync, act = caller(url, token), caller(url, token)
    numbers = itertools.count()
    since = sync("GET", "/sync")["next_batch"]
    while True:
        answer = sync("GET", f"/sync?timeout=30000&since={since}")
        since = answer["next_batch"]
        for room in answer.get("rooms", {}).get("invite", {}):
            act("POST", f"/join/{urllib.parse.quote(room, safe='')}", {})
        for room, joined in answer.get("rooms", {}).get("join", {}).items():
            for event in joined["timeline"]["events"]:
                if event["type"] == "m.room.message" and event["sender"] != own:
                    where = urllib.parse.quote(room, safe="")
                    act("PUT", f"/rooms/{where}/send/m.room.message/f{next(numbers)}", {"msgtype": "m.notice", "body": "Bonjour"})


if __name__ == "__main__":
    main()
