"""From a place in a content file to the key that it belongs to, and back: 整改措施.2.措施."""

from collections.abc import Iterable, Iterator

from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.source.node import Mapping, Node, Sequence


class Keyed(Struct, frozen=True):
    """A text of a content file and the keys that lead to it; items of a list are counted from 1."""

    path: tuple[str, ...]
    text: Written

    @property
    def name(self) -> str:
        """The path in one word, as messages say it."""
        return ".".join(self.path)


def texts_of(root: Node, path: tuple[str, ...] = ()) -> Iterator[Keyed]:
    """Every text below a node, in the order of the file."""
    match root:
        case Mapping():
            for entry in root.entries:
                yield from texts_of(entry.value, (*path, entry.key.text))
        case Sequence():
            for number, item in enumerate(root.items, start=1):
                yield from texts_of(item, (*path, str(number)))
        case Written():
            yield Keyed(path, root)


def keys_of(root: Node, path: tuple[str, ...] = ()) -> Iterator[Keyed]:
    """Every key below a node, in the order of the file; the path leads to what stands under it."""
    match root:
        case Mapping():
            for entry in root.entries:
                yield Keyed((*path, entry.key.text), entry.key)
                yield from keys_of(entry.value, (*path, entry.key.text))
        case Sequence():
            for number, item in enumerate(root.items, start=1):
                yield from keys_of(item, (*path, str(number)))
        case Written():
            pass


class Texts:
    """The texts and keys of a content file, to be asked what stands at a place."""

    def __init__(self, root: Node) -> None:
        self._texts, self._keys = _by_line(texts_of(root)), _by_line(keys_of(root))

    def at(self, place: Place) -> Keyed | None:
        """The text that a place lies in, else the key; None where it lies in neither."""
        return _innermost(self._texts, place) or _innermost(self._keys, place)


def _by_line(found: Iterable[Keyed]) -> dict[int, list[Keyed]]:
    lines: dict[int, list[Keyed]] = {}
    for keyed in found:
        for line in range(keyed.text.place.line, keyed.text.place.last + 1):
            lines.setdefault(line, []).append(keyed)
    return lines


def _innermost(lines: dict[int, list[Keyed]], place: Place) -> Keyed | None:
    """The last that begins at or before the place: a text over many lines ends where the next key begins."""
    around = (keyed for keyed in reversed(lines.get(place.line, ())) if _holds(keyed.text, place))
    return next(around, None)


def _holds(text: Written, place: Place) -> bool:
    begin = text.place
    if text.block or begin.last > begin.line:
        return True
    return begin.column <= place.column <= begin.column + len(text.text) + text.quoted


def text_under(root: Node, path: tuple[str, ...]) -> Written | None:
    """The text to which the keys lead; None where they lead to none."""
    return next((keyed.text for keyed in texts_of(root) if keyed.path == path), None)
