"""A homeserver of one room, for what Synapse can't be made to show: `syncs` are told in turn, each a status and a body."""

import http.server
import json
import queue
import threading


class FakeHomeserver:
    def __init__(self, user):
        self.user, self.syncs, self.sent = user, queue.Queue(), queue.Queue()
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                self.take()

            do_POST = do_PUT = do_GET

            def take(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, text = fake.answer(self.path, body)
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                try:
                    self.wfile.write(text)
                except OSError:
                    self.close_connection = True  # the client has ended

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path, body):
        if "/sync?" in path:
            try:
                status, text = (200, {"next_batch": "s0"}) if "since=" not in path else self.syncs.get(timeout=1)
            except queue.Empty:
                status, text = 200, {"next_batch": "s0"}
            return status, text if isinstance(text, bytes) else json.dumps(text).encode()
        if "/send/" in path:
            self.sent.put(json.loads(body)["body"])
        answers = {"/versions": {"versions": ["v1.11"]}, "/whoami": {"user_id": self.user, "device_id": "D"}}
        return 200, json.dumps(next((told for end, told in answers.items() if path.endswith(end)), {"event_id": "$e"})).encode()
