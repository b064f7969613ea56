"""Values → the text of a content file, as a person would lay it out."""

from collections.abc import Iterator, Mapping

from reportgen.record import Struct
from reportgen.source.scalars import PLAIN, key, scalar

_LONGEST_FLOW = 110


class Running(Struct, frozen=True):
    """Text of several lines, written behind 「|」."""

    lines: tuple[str, ...]


Given = str | Running | dict[str, "Given"] | list["Given"]
"""What goes into a content file, before it is written down: words, running text, records and lists."""


def written(values: Mapping[str, Given]) -> Iterator[str]:
    """The lines of a mapping of the highest level, an empty line behind what takes several."""
    for name, value in values.items():
        lines = list(_entry(name, value, ""))
        yield from lines
        if len(lines) > 1:
            yield ""


def _entry(name: str, value: Given, indent: str) -> Iterator[str]:
    head = f"{indent}{key(name)}:"
    inner = indent + "  "
    match value:
        case str():
            yield f"{head} {scalar(value)}" if value else head
        case Running(lines):
            yield from _running(head, lines, inner)
        case dict() if (flow := _flow(value)) and len(head) + len(flow) < _LONGEST_FLOW:
            yield f"{head} {flow}"
        case dict():
            yield head
            for part, own in value.items():
                yield from _entry(part, own, inner)
        case list():
            yield head
            for item in value:
                yield from _item(item, inner)


def _running(head: str, lines: tuple[str, ...], indent: str) -> Iterator[str]:
    if len(lines) == 1 and PLAIN.fullmatch(lines[0]):
        yield f"{head} {lines[0]}"
        return
    yield f"{head} |"
    yield from (indent + line for line in lines)


def _item(item: Given, indent: str) -> Iterator[str]:
    flow = _flow(item) if isinstance(item, dict) else ""
    if flow and len(indent) + len(flow) < _LONGEST_FLOW:
        yield f"{indent}- {flow}"
    elif isinstance(item, dict):
        lead = "- "
        for name, value in item.items():
            lines = list(_entry(name, value, indent + "  "))
            yield indent + lead + lines[0][len(indent) + 2 :]
            yield from lines[1:]
            lead = "  "
    else:
        yield f"{indent}- {scalar(str(item))}"


def _flow(value: dict[str, Given]) -> str:
    """A mapping of short words in braces; empty where something in it needs more room."""
    parts = [f"{key(name)}: {scalar(own)}" for name, own in value.items() if isinstance(own, str)]
    return "{" + ", ".join(parts) + "}" if parts and len(parts) == len(value) else ""
