"""A screen without a browser: its application behind its guard, and a client that was let in."""

import asyncio
import warnings
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from reportgen.desk.app import application
from reportgen.desk.content.document import OpenDocument, Text
from reportgen.desk.content.history import History
from reportgen.desk.entrance import entrance_of
from reportgen.desk.home.checks import Checks
from reportgen.desk.password import Password
from reportgen.desk.review.reviews import Reviews
from reportgen.desk.state import Desk
from reportgen.desk.workspace import Workspace

with warnings.catch_warnings():  # of another client, which the index does not have in every place
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient as TestClient  # noqa: PLC0414 - tests take it from here

PORT = 8000
TOKEN = "the token of the page"
_Told = TypeVar("_Told")
OWN = f"http://127.0.0.1:{PORT}"


class AtOnce(Executor):
    """Work is done when it is handed in: no process is started for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def awaited(work: Coroutine[Any, Any, _Told]) -> _Told:
    """What asynchronous work gives, in a thread of its own: in that of the tests Playwright's loop may be running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def saved(path: Path) -> Text:
    """A content file as it stands on the disk."""
    return OpenDocument(path, (), History(path)).read()


def desk_of(folder: Path, password: Password | None = None, proxy: str = "") -> Desk:
    """A screen of a folder; its files are checked when they are looked at."""
    workspace = Workspace(folder, token=TOKEN)
    entrance = entrance_of("127.0.0.1", PORT, frozenset({"/login"}) if password else frozenset(), proxy)
    desk = Desk(workspace, entrance, password=password, checks=Checks(workspace, AtOnce))
    desk.reviews = Reviews(workspace, AtOnce)
    return desk


def stranger(desk: Desk) -> TestClient:
    """Somebody who was not let in."""
    return TestClient(application(desk), base_url=OWN, follow_redirects=False)


def visitor(desk: Desk) -> TestClient:
    """The browser that was let in; it follows, and says the token as the pages do."""
    client = TestClient(application(desk), base_url=OWN)
    client.get("/", params={"key": desk.entrance.issue()}, follow_redirects=False)
    client.headers["X-Reportgen-Token"] = TOKEN
    return client


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Desk, TestClient]]:
    """A screen with its browser, closed behind the test."""
    desk = desk_of(folder)
    try:
        yield desk, visitor(desk)
    finally:
        desk.close()
