"""Keys, values and lists → the text of a content file, as a person would lay it out."""

from collections.abc import Iterator, Mapping

from reportgen.record import Struct
from reportgen.source.scalars import needs_quotes, scalar


class Leaf(Struct, frozen=True):
    """A value; prose stands behind a bar, a paragraph a line."""

    text: str = ""
    prose: bool = False


Tree = Leaf | Mapping[str, "Tree"] | list["Tree"]


def yaml_lines(tree: Mapping[str, Tree], indent: str = "") -> Iterator[str]:
    """The lines of a mapping; what is empty is a key with nothing behind it."""
    for key, value in tree.items():
        yield from _entry(scalar(key), value, indent)


def _entry(key: str, value: Tree, indent: str) -> Iterator[str]:
    match value:
        case Leaf(text=""):
            yield f"{indent}{key}:"
        case Leaf(prose=True) if "\n" in value.text or needs_quotes(value.text):
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line.strip()}" for line in value.text.splitlines() if line.strip())
        case Leaf():
            yield f"{indent}{key}: {scalar(value.text)}"
        case list():
            yield f"{indent}{key}:"
            yield from (line for item in value for line in _item(item, f"{indent}  "))
        case _:
            yield f"{indent}{key}:"
            yield from yaml_lines(value, f"{indent}  ")


def _item(item: Tree, indent: str) -> Iterator[str]:
    """An item of a list: its first line behind the dash."""
    lines = list(yaml_lines(item, f"{indent}  ")) if isinstance(item, Mapping) else []
    for number, line in enumerate(lines):
        yield line if number else f"{indent}- {line.lstrip()}"
