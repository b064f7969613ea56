"""Addresses of objects in a store (`s3://桶/名字`), which are also paths below a working folder.

`s3://bucket/a/b.yaml`, read as a path, leads to `s3:/bucket/a/b.yaml` below the folder that one stands in. There its
copy is put, so that whatever reads and writes files deals with objects as with files, and calls them by their address.
"""

import posixpath
from pathlib import Path, PurePath

from reportgen import patterns as re

_BEGINS = "s3:/"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
"""A letter alone is a disk of Windows."""


def is_address(word: str | PurePath) -> bool:
    """Whether somebody means an object, or a folder of objects."""
    return str(word).startswith(_BEGINS)


def is_elsewhere(word: str) -> bool:
    """Whether somebody means a place in the network that is none of these: `oss://…`, `https://…`."""
    return bool(_SCHEME.match(word)) and not is_address(word)


def path_of(name: str) -> Path:
    """Where the copy of an object stands, below the working folder. Its name is `bucket/key`."""
    return Path(f"{_BEGINS}{name}")


def name_of(path: PurePath) -> str:
    """The name of the object whose copy stands at a path; empty for a path that leads to none."""
    return _behind(posixpath.normpath(path.as_posix())).strip("/")


def spelt(path: str) -> str:
    """A path as messages have it: as an address where it leads to a copy."""
    name = _behind(path)
    return f"s3://{posixpath.normpath(name).lstrip('/')}" if name else path


def is_usable(name: str) -> bool:
    """Whether a copy can be called as its object is: a key may be any text, and one with `..` would lead elsewhere."""
    return bool(name) and not {"", ".", ".."} & set(name.split("/")) and "\0" not in name


def _behind(path: str) -> str:
    before, found, name = path.partition(_BEGINS)
    return name if found and (not before or before.endswith("/")) else ""
