"""A screen over a real socket, in a thread of the test."""

import http.client
import threading
from contextlib import closing
from email.message import Message
from pathlib import Path

from reportgen.desk.entrance import entrance_of
from reportgen.desk.home.checks import Checks
from reportgen.desk.presence import Presence
from reportgen.desk.running import Running
from reportgen.desk.serving import LOOPBACK, address, listening, serve
from reportgen.desk.state import Desk
from reportgen.desk.workspace import Workspace
from reportgen.record import Struct


class Answer(Struct, frozen=True):
    """What came back."""

    status: int
    headers: Message
    text: str


class Served:
    """A screen that answers in a thread of its own."""

    def __init__(self, folder: Path, checks: Checks | None = None) -> None:
        own = listening(LOOPBACK, 0)
        self.port = own.getsockname()[1]
        entrance = entrance_of(LOOPBACK, self.port)
        self.desk = Desk(Workspace(folder, token="token"), entrance, Presence(), checks=checks)
        self.running = Running(LOOPBACK, self.port, entrance.again)
        ready = threading.Event()
        self.thread = threading.Thread(target=serve, args=(self.desk, own, ready.set), daemon=True)
        self.thread.start()
        assert ready.wait(5)

    def connected(self) -> http.client.HTTPConnection:
        """A way to it."""
        return http.client.HTTPConnection(LOOPBACK, self.port, timeout=5)

    def ask(self, method: str, path: str, **headers: str) -> Answer:
        """One request."""
        with closing(self.connected()) as connection:
            connection.request(method, path, headers={name.replace("_", "-"): said for name, said in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())

    def cookie(self, url: str) -> str:
        """What a browser gets at a first address."""
        answer = self.ask("GET", url.partition(str(self.port))[2])
        assert answer.status == 303
        return str(answer.headers["Set-Cookie"]).partition(";")[0]

    @property
    def address(self) -> str:
        """One that lets a browser in."""
        return address(LOOPBACK, self.port, self.desk.entrance.issue())

    def end(self) -> None:
        """As if the last page had been gone long enough."""
        self.desk.presence.leave_after = 0
        self.thread.join(5)
