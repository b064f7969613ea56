"""Lines of a skeleton: explanations behind 「## 」, what is optional behind 「# 」."""

from collections.abc import Iterable, Iterator

_TOLD, _LEFT_OUT = "## ", "# "
Lines = Iterable[str]


def told(words: str) -> str:
    """A line that explains."""
    return _TOLD + words


def left_out(lines: Lines) -> Iterator[str]:
    """Lines of what is optional: without the mark before them they are content."""
    yield from (line if line.lstrip().startswith(_TOLD.strip()) else _LEFT_OUT + line for line in lines)


def within(lines: Lines, indent: str = "  ") -> Iterator[str]:
    """Lines below a key."""
    yield from (indent + line for line in lines)


def beside(meaning: str, sample: str = "") -> str:
    """What is to be known of a line, behind it."""
    words = [*([meaning] if meaning else []), *([f"例：{sample}"] if sample else [])]
    return f"    # {'；'.join(words)}" if words else ""
