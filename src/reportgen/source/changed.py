"""A text with one value changed, read once more: nothing but that value may read otherwise."""

from reportgen.source.edits import edited
from reportgen.source.moved_items import moved
from reportgen.source.node import Mapping
from reportgen.source.reader import Source, read_source
from reportgen.source.setting import Order, setting
from reportgen.source.tree import Path, Tree, Unsettable, alike, exactly, tree_at, tree_of, with_value


def changed_text(text: str, root: Mapping, path: Path, value: Tree | None, order: Order) -> tuple[str, Source]:
    """The text after which the value at a path is another, and what it reads as; None takes the key or item out.

    `root` is what the text reads as, as it is written. Raises Unsettable, too, where the edits would change what
    stands elsewhere.
    """
    old = tree_at(tree_of(root), path)
    arranged = moved(old, value)
    if exactly(arranged) == exactly(old):
        return _changed(text, root, path, value, order)
    try:
        between, source = _changed(text, root, path, arranged, order)
    except Unsettable:
        return _changed(text, root, path, value, order)
    assert isinstance(source.root, Mapping)
    return _changed(between, source.root, path, value, order)


def _changed(text: str, root: Mapping, path: Path, value: Tree | None, order: Order) -> tuple[str, Source]:
    after = edited(text, setting(text, root, path, value, order))
    source, _found = read_source(after, root.place.file)
    if not (source.as_written and alike(tree_of(source.root), with_value(tree_of(root), path, value))):
        raise Unsettable(path)
    return after, source
