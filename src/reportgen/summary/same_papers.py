"""One document in several formats counts once: a content file and the Word file and PDF that were made of it."""

from collections.abc import Hashable, Sequence
from pathlib import PurePath

from reportgen.rules.between.names import plain, short
from reportgen.summary.entries import Entry, FileRead

_PREFERRED = (".yaml", ".yml", ".docx", ".pdf", ".txt")
"""What tells most comes first."""


def told_once(files: Sequence[FileRead]) -> tuple[list[FileRead], dict[str, str]]:
    """The files that count, in their order; and for each that does not, the one that is the same in another format.

    Two files of one format are versions, and both count: what they say differently is told.
    """
    first: dict[Hashable, str] = {}
    same: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (_order(file.file), file.file)):
        keys = [_key(entry) for entry in file.entries if entry.unit]
        known = [first[key] for key in keys if key in first]
        if keys and len(known) == len(keys) and _order(known[0]) != _order(file.file):
            same[file.file] = known[0]
        for key in keys:
            first.setdefault(key, file.file)
    return [file for file in files if file.file not in same], same


def _order(file: str) -> int:
    ending = PurePath(file).suffix.lower()
    return _PREFERRED.index(ending) if ending in _PREFERRED else len(_PREFERRED)


def _key(entry: Entry) -> Hashable:
    return short(entry.unit), entry.year, entry.stage, plain(entry.title)
