"""Lists of content files: one path to a line, from a file or from standard input."""

import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.addresses import is_address
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.source.encoding import decoded
from reportgen.world import read_bytes, shown

STANDARD_INPUT = "-"


def with_lists(words: tuple[str, ...], lists: tuple[Path, ...]) -> tuple[str, ...]:
    """The words of a call with those of lists: `-` stands for standard input, whose paths are meant from here; those of
    a file are meant from its folder.

    Raises UsageProblem for a list that cannot be read or names nothing.
    """
    found: list[str] = []
    for word in words:
        found += _named(sys.stdin.buffer.read(), _("标准输入"), Path()) if word == STANDARD_INPUT else [word]
    for path in lists:
        found += _named(read_bytes(path), shown(path), path.parent)
    return tuple(found)


def _named(content: bytes, name: str, folder: Path) -> list[str]:
    text = decoded(content)
    if text is None:
        raise UsageProblem(_("{path} 不是文本，不能当名单用", path=name))
    found = list(_paths(text.text, folder))
    if not found:
        raise UsageProblem(_("{path} 里没有写内容文件：一行写一个文件或文件夹", path=name))
    return found


def _paths(text: str, folder: Path) -> Iterator[str]:
    """Empty lines and those that begin with # say nothing."""
    for line in text.removeprefix("\ufeff").splitlines():
        word = line.strip().strip('"')
        if word and not word.startswith("#"):
            yield word if is_address(word) else str(folder / word)
