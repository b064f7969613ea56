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
        lines = list(written_entry(name, value, ""))
        yield from lines
        if len(lines) > 1:
            yield ""


def written_entry(name: str, value: Given, indent: str) -> Iterator[str]:
    """A key and its value, `indent` blanks from the left."""
    head = f"{indent}{key(name)}:"
    inner = indent + "  "
    match value:
        case str():
            yield f"{head} {scalar(value)}" if value else head
        case Running(lines):
            yield from _running(head, lines, inner)
        case dict() if (flow := flow_text(value)) and len(head) + len(flow) < _LONGEST_FLOW:
            yield f"{head} {flow}"
        case dict():
            yield head
            for part, own in value.items():
                yield from written_entry(part, own, inner)
        case list():
            yield head
            for item in value:
                yield from written_item(item, inner)


def _running(head: str, lines: tuple[str, ...], indent: str) -> Iterator[str]:
    if len(lines) == 1 and PLAIN.fullmatch(lines[0]):
        yield f"{head} {lines[0]}"
        return
    yield f"{head} |"
    yield from (indent + line for line in lines)


def written_item(item: Given, indent: str) -> Iterator[str]:
    """An item of a list, its dash `indent` blanks from the left."""
    flow = flow_text(item) if isinstance(item, dict) else ""
    if flow and len(indent) + len(flow) < _LONGEST_FLOW:
        yield f"{indent}- {flow}"
    elif isinstance(item, dict):
        lead = "- "
        for name, value in item.items():
            lines = list(written_entry(name, value, indent + "  "))
            yield indent + lead + lines[0][len(indent) + 2 :]
            yield from lines[1:]
            lead = "  "
    elif isinstance(item, Running) and len(item.lines) > 1:
        yield f"{indent}- |"
        yield from (f"{indent}  {line}" for line in item.lines)
    else:
        words = item.lines[0] if isinstance(item, Running) else str(item)
        yield f"{indent}- {scalar(words)}"


def flow_text(value: dict[str, Given]) -> str:
    """A mapping of short words in braces; empty where something in it needs more room."""
    parts = [f"{key(name)}: {scalar(own)}" for name, own in value.items() if isinstance(own, str)]
    return "{" + ", ".join(parts) + "}" if parts and len(parts) == len(value) else ""
