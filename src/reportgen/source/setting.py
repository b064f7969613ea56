"""A value of a content file set to another: the smallest edits of its text, so that comments and layout stay.

Words change where they stand; of a list only the items that differ; keys that are new come where their pack lays them
out. What stands around is neither read nor written anew.
"""

import json
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Items
from difflib import SequenceMatcher

from reportgen.diagnostics.repair import Edit
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.braces import behind_brace, is_flow
from reportgen.source.composed_text import flow_text, written_entry, written_item
from reportgen.source.item_lines import inserted, reordered
from reportgen.source.moved_items import is_moved, renamed_keys
from reportgen.source.node import Entry, Mapping, Node, Sequence
from reportgen.source.regions import Regions
from reportgen.source.scalars import key, scalar
from reportgen.source.sheet import Sheet
from reportgen.source.tree import Path, Tree, Unsettable, exactly, given_of, tree_of, with_value
from reportgen.source.word_edits import behind_bar, in_one_line, instead_of, is_plain

Order = Callable[[Path], Items[str]]
"""The keys that a mapping may have, as they are laid out, by the path that leads to it; none where they are free."""


def setting(text: str, root: Mapping, path: Path, value: Tree | None, order: Order) -> list[Edit]:
    """The edits of a text after which the value at a path is another; None takes the key, or the item, out.

    `root` is what the text reads as, as it is written. Raises Unsettable.
    """
    sheet = Sheet(root.place.file, text)
    try:
        return list(_Setting(sheet, Regions(sheet), order).entry(root, (), path, value))
    except KeyError as error:
        raise Unsettable(path) from error


class _Setting(Struct, frozen=True):
    sheet: Sheet
    regions: Regions
    order: Order

    def entry(self, node: Node, above: Path, path: Path, value: Tree | None) -> Iterator[Edit]:
        """What is to be done below a node to which the keys `above` lead."""
        name, rest = path[0], path[1:]
        match node:
            case Sequence() if name.isdecimal() and 1 <= int(name) <= len(node.items):
                yield from self._in_list(node, above, int(name) - 1, rest, value)
            case Mapping():
                yield from self._in_mapping(node, above, path, value)
            case _:
                raise Unsettable((*above, name))

    def _in_mapping(
        self, node: Mapping, above: Path, path: Path, value: Tree | None, beside: Items[str] = ()
    ) -> Iterator[Edit]:
        """`beside` are the keys of a mapping as it is to be, where no pack lays them out."""
        name, rest = path[0], path[1:]
        entry = next((entry for entry in node if entry.key.text == name), None)
        if entry is None:
            if value is not None:
                yield from self._added(node, above, name, with_value("", rest, value), beside)
        elif is_flow(node, self.sheet):
            yield from self._in_flow(node, entry, rest, value, (*above, name))
        elif rest and isinstance(entry.value, Mapping | Sequence) and self._has_room(entry.value, rest, value):
            yield from self.entry(entry.value, (*above, name), rest, value)
        elif rest and isinstance(entry.value, Mapping | Sequence):
            yield from self._rewritten(entry, with_value(tree_of(entry.value), rest, value))
        elif rest:
            yield from self._rewritten(entry, with_value("", rest, value))
        elif value is None:
            yield from self._taken_out(node, entry, (*above, name))
        else:
            yield from self._changed(entry, value, (*above, name))

    def _taken_out(self, node: Mapping, entry: Entry, path: Path) -> Iterator[Edit]:
        """A key with its value; one behind the dash of an item leaves that to the next."""
        line, column = entry.key.place.line, entry.key.place.column
        if not self.sheet.line(line)[: column - 1].strip():
            lines = self.regions.taken_out(node, node.entries.index(entry))
            yield from (self.sheet.without(first, last) for first, last in lines)
            return
        if len(node.entries) == 1:
            raise Unsettable(path)
        following = node.entries[1].key.place
        yield self.sheet.stretch((line, column), (following.line, following.column))

    def _in_flow(self, node: Mapping, entry: Entry, rest: Path, value: Tree | None, path: Path) -> Iterator[Edit]:
        """Within braces: words where they stand, else the braces anew."""
        if not rest and isinstance(value, str) and is_plain(entry.value) and "\n" not in value:
            yield from in_one_line(self.sheet, entry, value, flow=True)
            return
        changed = with_value(tree_of(node), (entry.key.text, *rest), value)
        assert isinstance(changed, dict)
        yield self._braces(node, changed, path)

    def _has_room(self, node: Mapping | Sequence, rest: Path, value: Tree | None) -> bool:
        """Whether a value can be put where it belongs: braces hold single lines, and brackets nothing new."""
        if not is_flow(node, self.sheet):
            return True
        return isinstance(node, Mapping) and _fits(with_value(tree_of(node), rest, value))

    def _braces(self, node: Mapping, changed: dict[str, Tree], path: Path) -> Edit:
        given = given_of(changed)
        assert isinstance(given, dict)
        flow = flow_text(given) if given else "{}"
        end = behind_brace(self.sheet, (node.place.line, node.place.column))
        if not flow or end is None:
            raise Unsettable(path)
        return self.sheet.stretch((node.place.line, node.place.column), end, flow)

    def _changed(self, entry: Entry, value: Tree, path: Path) -> Iterator[Edit]:
        """The whole value of a key in a mapping that is no braces."""
        old = tree_of(entry.value)
        if old == value and (self.order(path) or exactly(old) == exactly(value)):
            return
        match entry.value, value:
            case Written() as written, str() if is_plain(written) and "\n" not in value and "{{" not in value:
                yield from in_one_line(self.sheet, entry, value)
            case Written(block=True) as written, str() if value.strip():
                yield behind_bar(self.sheet, written, value)
            case Mapping() as mapping, dict() if self._has_room(mapping, (), value):
                yield from self._keys(mapping, value, path)
            case Sequence() as items, list() if items.items and value and not is_flow(items, self.sheet):
                yield from self._items(items, value, path)
            case _:
                yield from self._rewritten(entry, value)

    def _keys(self, node: Mapping, value: dict[str, Tree], path: Path) -> Iterator[Edit]:
        old = tree_of(node)
        assert isinstance(old, dict)
        if is_flow(node, self.sheet) and list(old) != list(value):
            yield self._braces(node, value, path)
            return
        renamed: dict[str, str] = {}
        if not self.order(path):
            if is_moved(old, value):
                yield from reordered(self.regions, node, list(old), list(value), path)
                return
            renamed = renamed_keys(old, value)
        yield from (
            instead_of(self.sheet, entry.key, key(renamed[entry.key.text]))
            for entry in node
            if entry.key.text in renamed
        )
        for name in [*old, *(name for name in value if name not in old)]:
            if name not in {*renamed, *renamed.values()} and exactly(old.get(name)) != exactly(value.get(name)):
                yield from self._in_mapping(node, path, (name,), value.get(name), list(value))

    def _rewritten(self, entry: Entry, value: Tree) -> Iterator[Edit]:
        """Key and value anew."""
        first = entry.key.place.line
        indent = " " * (entry.key.place.column - 1)
        lead = self.sheet.line(first)[: entry.key.place.column - 1]
        lines = list(written_entry(entry.key.text, given_of(value), indent))
        lines[0] = lead + lines[0][len(indent) :]  # behind the dash of an item
        yield self.sheet.instead(first, self.regions.last(entry.value, entry.key), *lines)

    def _added(self, node: Mapping, above: Path, name: str, value: Tree, beside: Items[str]) -> Iterator[Edit]:
        """A key that is new: behind those that are laid out before it."""
        if is_flow(node, self.sheet):
            old = tree_of(node)
            assert isinstance(old, dict)
            yield self._braces(node, old | {name: value}, (*above, name))
            return
        if not node.entries:
            raise Unsettable((*above, name))
        column = node.entries[0].key.place.column - 1
        lines = list(written_entry(name, given_of(value), " " * column))
        staying = [entry for entry in node if not beside or entry.key.text in beside]
        before = _before(staying or node.entries, name, self.order(above) or beside)
        if before is None:
            line = min([node.entries[0].key.place.line, *self.regions.bound(node, 0)])
            if self.sheet.line(line)[:column].strip():  # the dash of an item
                before = node.entries[0]
            else:
                yield self.sheet.above(line, *lines)
                return
        yield self.sheet.above(self.regions.last(before.value, before.key) + 1, *lines)

    # ---- lists ----

    def _in_list(self, node: Sequence, above: Path, at: int, rest: Path, value: Tree | None) -> Iterator[Edit]:
        item, name = node.items[at], (*above, str(at + 1))
        if is_flow(node, self.sheet):
            raise Unsettable(name)
        if rest and isinstance(item, Mapping | Sequence) and self._has_room(item, rest, value):
            yield from self.entry(item, name, rest, value)
        elif rest and isinstance(item, Mapping | Sequence):
            yield from self._item(node, at, with_value(tree_of(item), rest, value), name)
        elif rest:
            raise Unsettable(name)
        elif value is None:
            first, last = self.regions.item(node, at)
            yield self.sheet.without(first, last)
        else:
            yield from self._item(node, at, value, name)

    def _item(self, node: Sequence, at: int, value: Tree, path: Path) -> Iterator[Edit]:
        match node.items[at], value:
            case Mapping() as item, dict() if self._has_room(item, (), value):
                yield from self._keys(item, value, path)
            case Written() as item, str() if is_plain(item) and item.text and "\n" not in value and value.strip():
                yield instead_of(self.sheet, item, scalar(value.strip()))
            case item, _:
                lines = written_item(given_of(value), " " * self.regions.dash(item))
                yield self.sheet.instead(item.place.line, self.regions.last(item, None), *lines)

    def _items(self, node: Sequence, value: list[Tree], path: Path) -> Iterator[Edit]:
        old = [_key(tree_of(item)) for item in node.items]
        new = [_key(item) for item in value]
        if sorted(old) == sorted(new):
            yield from reordered(self.regions, node, old, new, path)
            return
        for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            both = min(last - first, end - start)
            for at in range(both):
                own = (*path, str(first + at + 1))
                yield from self._item(node, first + at, value[start + at], own)
            for at in range(first + both, last):
                yield self.sheet.without(*self.regions.item(node, at))
            if start + both < end:
                yield inserted(self.regions, node, first + both, value[start + both : end])


def _before(entries: Items[Entry], name: str, laid_out: Items[str]) -> Entry | None:
    """Behind which of these a key stands; None for one that comes before all."""
    if name not in laid_out:
        return entries[-1]
    earlier = laid_out[: laid_out.index(name)]
    return next((entry for entry in reversed(entries) if entry.key.text in earlier), None)


def _fits(tree: Tree) -> bool:
    """Whether it can stand in braces."""
    given = given_of(tree)
    return isinstance(given, dict) and (not given or bool(flow_text(given)))


def _key(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)  # keys in another order say the same
