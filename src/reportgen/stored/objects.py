"""What is known of a store's objects, and their copies below the folder that one stands in.

A copy bears the time that its object's tag stands for: so it says itself of which object it is a copy, whoever made it,
and only what is newer is brought.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reportgen.addresses import is_usable, name_of, path_of
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.stored.store import Object, Store
from reportgen.world import MOST_BYTES, read_bytes, shown, stamps, write_copy

_AT_ONCE = 64
"""So many are read side by side: their contents are in memory until they are written."""


class Objects:
    """Objects as they were when they were looked at; each is asked for once. Raises as `Store`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: dict[str, Object | None] = {}
        self._listed: set[str] = set()
        self.unusable: list[str] = []
        """Names that no file may have."""

    def know(self, found: Mapping[str, Object]) -> None:
        """What somebody else has looked at."""
        self._known |= found

    def list_below(self, folder: str, beginning: str = "") -> dict[str, Object]:
        """All below a folder, or those whose names go on with `beginning`; what is not among them is not there."""
        start = f"{folder}/{beginning}"
        found = {} if start in self._listed else self.store.below(folder, beginning)
        self._listed.add(start)
        self.unusable += [name for name in found if not is_usable(name)]
        usable = {name: each for name, each in found.items() if is_usable(name)}
        self._known |= usable
        return usable

    def known(self) -> Iterator[str]:
        """The names of those that are known to be there."""
        return (name for name, found in self._known.items() if found)

    def find(self, name: str) -> Object | None:
        """None where there is none."""
        if not is_usable(name):
            return None
        if name not in self._known:
            listed = any(name.startswith(start) for start in self._listed)
            self._known[name] = None if listed else self.store.one(name)
        return self._known[name]

    def bring(self, names: Iterable[str]) -> list[str]:
        """Make copies of those that have none, or an old one: their names.

        Raises UsageProblem for one that is too long to be read.
        """
        wanted = [name for name in names if (found := self.find(name)) and not _is_copy(path_of(name), found)]
        for at in range(0, len(wanted), _AT_ONCE):
            self._bring(wanted[at : at + _AT_ONCE])
        return wanted

    def _bring(self, names: list[str]) -> None:
        for name in names:
            found = self._known[name]
            if found and found.size > MOST_BYTES:
                size = found.size // 1_000_000
                told = _("{path} 有 {size} MB，太大了，没有读", path=shown(path_of(name)), size=size)
                raise UsageProblem(told)
        for name, content in self.store.read(names).items():
            found = self._known[name]
            write_copy(path_of(name), content, _time_of(found.tag if found else ""))

    def replace(self, path: Path, content: bytes) -> str:
        """Put what is to stand at a path into the place of what was seen there: its new tag. Raises Changed."""
        name = name_of(path)
        put = self._known[name] = self.store.replace(name, content, self.find(name))
        return put.tag

    # ---- as the manifest asks for files ----

    def stamp(self, path: Path) -> str | None:
        """The tag of the object at a path."""
        found = self.find(name_of(path))
        return found.tag if found else None

    def read(self, path: Path) -> bytes:
        """The content of the object at a path."""
        self.bring([name_of(path)])
        return read_bytes(path)


def _is_copy(path: Path, found: Object) -> bool:
    return bool(found.tag) and stamps([path])[path] == (_time_of(found.tag), found.size)


def _time_of(tag: str) -> int:
    """ns since 1970, within two years: no file is really so old."""
    return int.from_bytes(hashlib.sha256(tag.encode()).digest()[:7], "big") | 1
