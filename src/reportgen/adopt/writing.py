"""Values → the text of a content file."""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.adopt.values import Given, Running

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=｛［｝］][^#:{}\[\],\"'\n]*")
"""What YAML takes as it stands, in braces too."""
_LONGEST_FLOW = 110


def written(values: Mapping[str, Given]) -> Iterator[str]:
    """The lines of a mapping of the highest level, an empty line behind what takes several."""
    for name, value in values.items():
        lines = list(_entry(name, value, ""))
        yield from lines
        if len(lines) > 1:
            yield ""


def _entry(name: str, value: Given, indent: str) -> Iterator[str]:
    key = f"{indent}{scalar(name)}:"
    inner = indent + "  "
    match value:
        case str():
            yield f"{key} {scalar(value)}".rstrip()
        case Running(lines):
            yield from _running(key, lines, inner)
        case dict() if (flow := _flow(value)) and len(key) + len(flow) < _LONGEST_FLOW:
            yield f"{key} {flow}"
        case dict():
            yield key
            for part, own in value.items():
                yield from _entry(part, own, inner)
        case list():
            yield key
            for item in value:
                yield from _item(item, inner)


def _running(key: str, lines: tuple[str, ...], indent: str) -> Iterator[str]:
    if len(lines) == 1 and _PLAIN.fullmatch(lines[0]) and not lines[0].startswith("- "):
        yield f"{key} {lines[0]}"
        return
    yield f"{key} |"
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
    parts = [f"{scalar(name)}: {scalar(own)}" for name, own in value.items() if isinstance(own, str)]
    return "{" + ", ".join(parts) + "}" if parts and len(parts) == len(value) else ""


def scalar(words: str) -> str:
    """Words on one line, in quotes where YAML would read them otherwise.

    >>> scalar("95%以上"), scalar("其中：当年"), scalar("a: b"), scalar("# 5")
    ('95%以上', '其中：当年', '"a: b"', '"# 5"')
    """
    line = " ".join(words.split("\n"))
    if line == line.strip() and (not line or _PLAIN.fullmatch(line)):
        return line or '""'
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
