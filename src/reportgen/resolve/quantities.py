"""Figures of a content file → facts, whatever group they stand in."""

from reportgen.diagnostics.kinds import BAD_AMOUNT
from reportgen.language import _
from reportgen.model.facts import Fact, FactGroup
from reportgen.numbers.reader import MOST_DECIMALS, MOST_DIGITS, is_too_long, read_quantity
from reportgen.place import Written
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

TOTAL = "合计"
_ROOM = 60


def read_fact(path: tuple[str, ...], node: Node, expect: Expect, unit: str = "") -> Fact | None:
    """A figure such as 120, 100余人次 or 97.3%; `unit` is meant where none is written."""
    written = expect.text(node, path[-1])
    if written is None:
        expect.unreadable.append(path)
        return None
    text = figure_text(written, expect)
    if text is not None and text is not written.text:
        text = text.removesuffix(unit)  # the table's own unit stands in its head
    quantity = read_quantity(text, unit) if text is not None else None
    if text is None:
        expect.unreadable.append(path)
        return None
    if quantity is None:
        expect.report(BAD_AMOUNT, written.place, _("「{text}」不是一个数字", text=_short(written)), _advice(written))
        expect.unreadable.append(path)
        return None
    return Fact(path, quantity, written.place)


def figure_text(written: Written, expect: Expect) -> str | None:
    """The words of a figure, a reference to another one spelt out; None when that cannot be told."""
    return expect.spelt(written) if expect.spelt and "{{" in written.text else written.text


def _short(written: Written) -> str:
    """What was written, as far as a message has room for it."""
    text = written.text
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}……"


def _advice(written: Written) -> str:
    if is_too_long(written.text):
        most = {"whole": MOST_DIGITS, "decimals": MOST_DECIMALS}
        return _("数字太长了：整数部分最多 {whole} 位，小数最多 {decimals} 位", **most)
    if "，" in written.text or "：" in written.text:
        return _("这里有全角的逗号或冒号，请改成半角，后面空一格")
    if "," in written.text:
        return _("千分撇要三位一组：1,234.56")
    return _("例如 518.89、93812人次、9.38万人次、95%以上")


def read_group(path: tuple[str, ...], node: Node, expect: Expect, unit: str = "") -> FactGroup | None:
    """A group of named figures; groups may hold groups, and 合计 is the total of the rest.

    `unit` is meant where none is written.
    """
    mapping = expect.mapping(node, path[-1])
    if mapping is None:
        return None
    facts: list[Fact] = []
    groups: list[FactGroup] = []
    for entry in mapping:
        inner = (*path, entry.key.text)
        if isinstance(entry.value, Mapping):
            group = read_group(inner, entry.value, expect, unit)
            groups += [group] if group else []
        else:
            fact = read_fact(inner, entry.value, expect, unit)
            facts += [fact] if fact else []
    total = next((fact for fact in facts if fact.path[-1] == TOTAL), None)
    parts = tuple(fact for fact in facts if fact is not total)
    return FactGroup(path, mapping.place, parts, tuple(groups), total)
