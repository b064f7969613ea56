"""The screen as a server: on this computer alone, until its last page has been gone for ten minutes."""

import http.client
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from reportgen.desk.app import application
from reportgen.desk.entrance import AGAIN, AGAIN_HEADER, FILE, KEY
from reportgen.desk.running import Running
from reportgen.desk.state import Desk
from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.refusals import reason

LOOPBACK = "127.0.0.1"
_PATIENCE = 2.0
"""Seconds for another process of this computer to answer."""


def listening(host: str, port: int) -> socket.socket:
    """A socket at an address of this computer; port 0 for any that is free.

    Raises EnvironmentProblem when the address is not this computer's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    own = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where another process could take the same port
            own.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        own.bind((host, port))
    except OSError as error:
        own.close()
        told = _("{host} 的端口 {port} 用不了：{why}", host=host, port=port, why=reason(error))
        raise EnvironmentProblem(told) from error
    return own


def serve(desk: Desk, own: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until Ctrl-C, or until the last page has been gone for ten minutes; `ready` is called when it begins."""

    async def look_round() -> None:
        if desk.presence.is_over:
            server.should_exit = True

    config = uvicorn.Config(
        application(desk),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",  # faults are written down by the application, and an end is no fault
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        callback_notify=look_round,
        timeout_notify=1,
    )
    server = _Server(config, desk, ready)
    try:
        server.run(sockets=[own])
    finally:
        desk.close()


class _Server(uvicorn.Server):
    """Tells when it listens; its streams end before it waits for them."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._desk = desk
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        self._ready()
        self._desk.contents.warm()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening."""
        self._desk.presence.closing = True
        await super().shutdown(sockets)


def address(host: str, port: int, key: str, file: str = "") -> str:
    """What a browser is given; it can be used once. With a file it leads to that."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/?" + urlencode({KEY: key} | ({FILE: file} if file else {}))


def address_of_running(folder: Path, file: str = "") -> str | None:
    """A new address of the screen that has this folder open already; None when there is none that answers."""
    running = Running.of(folder)
    if running is None:
        return None
    with (
        closing(http.client.HTTPConnection(running.host, running.port, timeout=_PATIENCE)) as connection,
        suppress(OSError, http.client.HTTPException, UnicodeDecodeError),
    ):
        connection.request("POST", AGAIN, headers={AGAIN_HEADER: running.again})
        answer = connection.getresponse()
        key = answer.read(200).decode("ascii")
        if answer.status == 200 and key:
            return address(running.host, running.port, key, file)
    return None


def browse(url: str) -> bool:
    """Open the default browser; False where there is none."""
    try:
        return webbrowser.open_new_tab(url)
    except (webbrowser.Error, OSError):
        return False
