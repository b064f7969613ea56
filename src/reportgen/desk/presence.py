"""Which pages are open, when the last was left, and what has changed on the disk meanwhile: one stream a page."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from itertools import chain
from pathlib import Path
from time import monotonic

from reportgen.desk.review.documents import watched
from reportgen.desk.workspace import Workspace
from reportgen.digest import digest_of
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.world import Stamps, read_bytes, stamps

LEAVE_AFTER = 600.0
"""Seconds without any page until the screen is closed."""
_PACE = 0.5
"""Seconds between two looks at the disk."""
_SELDOM = 20
"""Of the time so much is spent otherwise than by looking through a folder."""
_BEAT = 15
"""Seconds of silence after which a page is asked whether it is still there."""


class Presence:
    """The pages that are open. `closing` ends their streams, so that the server need not wait for them.

    One that `stays` waits for people at other computers, and is never over.
    """

    def __init__(self, leave_after: float = LEAVE_AFTER, stays: bool = False) -> None:
        self.open = 0
        self.closing = False
        self.leave_after = leave_after
        self._stays = stays
        self._left = monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the last page has been gone long enough."""
        return not self._stays and not self.open and monotonic() - self._left > self.leave_after

    def enter(self) -> None:
        """A page was opened."""
        self.open += 1

    def leave(self) -> None:
        """A page was closed."""
        self.open -= 1
        self.touch()

    def touch(self) -> None:
        """A page is there, though it holds no stream."""
        self._left = monotonic()


Beside = Callable[[str], Iterable[Path]]
"""The files that belong to the content file of a name."""


async def stream(
    workspace: Workspace, presence: Presence, names: list[str], beside: Beside, pace: float = _PACE
) -> AsyncIterator[str]:
    """Server-sent events for a page: `changed` for each of its files that is written, `folder` when others are.

    Without a digest the file is as it was, and one beside it is not.
    """
    presence.enter()
    try:
        files, silent = _Files(workspace, names, beside), 0.0
        folder = None if names else _Folder(workspace)
        yield "retry: 1000\n\n"
        while not presence.closing:
            await asyncio.sleep(pace)
            silent += pace
            told = files.changed()
            if folder is not None and await asyncio.to_thread(folder.has_changed):
                told.append(_event("folder", {}))
            for event in told or ([": \n\n"] if silent >= _BEAT else []):
                silent = 0.0
                yield event
    finally:
        presence.leave()


class _Files:
    """The files of a page, and those beside them."""

    def __init__(self, workspace: Workspace, names: list[str], beside: Beside) -> None:
        self._workspace, self._names, self._beside = workspace, names, beside
        self._seen = dict(stamps(self._shown()))

    def changed(self) -> list[str]:
        """An event for each that is otherwise than it was; for one that is just being written, when it can be read."""
        shown = self._shown()
        former, self._seen = self._seen, dict(stamps(shown))
        told: dict[str, None] = {}
        for path in [path for path, stamp in self._seen.items() if path in former and stamp != former[path]]:
            try:
                told[_changed(self._workspace, shown[path], path)] = None
            except (UsageProblem, EnvironmentProblem):
                self._seen[path] = former[path]
        return list(told)

    def _shown(self) -> dict[Path, str]:
        """Each with the name of the file that it belongs to."""
        others = {path: name for name in self._names for path in self._beside(name)}
        return others | {self._workspace.path(name): name for name in self._names}


class _Folder:
    """The content files of a folder; a large one is looked through more seldom."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen: Stamps | None = None
        self._next = 0.0

    def has_changed(self) -> bool:
        """Whether it is otherwise than when it was looked through before; False when that was just now."""
        begun = monotonic()
        if begun < self._next:
            return False
        former, self._seen = self._seen, stamps(chain(self._workspace.content_files(), watched(self._workspace)))
        self._next = monotonic() + (monotonic() - begun) * _SELDOM
        return former is not None and former != self._seen


def _changed(workspace: Workspace, name: str, path: Path) -> str:
    """The file and its digest now, an empty one when it has gone; none where another has changed that belongs to it."""
    own = workspace.path(name)
    told = {"file": workspace.name(own)}
    if path == own:
        told["digest"] = digest_of(read_bytes(path)) if path.is_file() else ""
    return _event("changed", told)


def _event(name: str, values: dict[str, str]) -> str:
    return f"event: {name}\ndata: {json.dumps(values, ensure_ascii=False)}\n\n"
