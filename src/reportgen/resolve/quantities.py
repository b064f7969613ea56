"""Figures of a content file → facts, whatever group they stand in."""

from reportgen import patterns as re
from reportgen.diagnostics.kinds import BAD_AMOUNT, NUMBER_FORM
from reportgen.diagnostics.repair import repair, value_edit
from reportgen.language import _
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.hole import Hole, read_hole
from reportgen.model.quantity import RATES, Bound
from reportgen.numbers.reader import MOST_DECIMALS, MOST_DIGITS, is_too_long, read_quantity
from reportgen.place import Written
from reportgen.resolve.figure_slips import unread, untidy
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

TOTAL = "合计"
_RATE_NAMES = ("率", "比例", "占比", "满意度")
_ROOM = 60


def read_fact(path: tuple[str, ...], node: Node, expect: Expect, unit: str = "") -> Fact | None:
    """A figure such as 120, 100余人次 or 97.3%; `unit` is meant where none is written."""
    written = expect.text(node, path[-1])
    if written is None:
        expect.unreadable.append(path)
        return None
    if hole := read_hole(written.text):
        return Fact(path, hole if hole.unit else Hole(unit), written.place)
    text = figure_text(written, expect)
    if text is not None and text is not written.text:
        text = text.removesuffix(unit)  # the table's own unit stands in its head
    quantity = read_quantity(text, unit) if text is not None else None
    if text is None:
        expect.unreadable.append(path)
        return None
    if quantity is None:
        _refuse(written, unit, expect)
        expect.unreadable.append(path)
        return None
    for slip in untidy(written.text):
        mended = repair(value_edit(written.place, written.text, slip.meant), safe=slip.safe)
        expect.offer(NUMBER_FORM.at(written.place, slip.words), mended)
    return Fact(path, quantity, written.place)


def read_amount(path: tuple[str, ...], node: Node, expect: Expect, unit: str) -> Fact | None:
    """The money of a cell, of which tables are made: about so much, or so much at least, is said to be none."""
    fact = read_fact(path, node, expect, unit)
    if fact and fact.quantity and fact.quantity.bound is not Bound.EXACT:
        label = _("金额要写准确的数，不写「约」「不少于」「以上」")
        expect.report(NUMBER_FORM, fact.place, label, _("写账上、批复上的数"))
    return fact


def _refuse(written: Written, unit: str, expect: Expect) -> None:
    slip = None if is_too_long(written.text) else unread(written.text, unit)
    label = _("「{text}」不是一个数字", text=_short(written))
    if slip is None:
        expect.report(BAD_AMOUNT, written.place, label, _advice(written))
        return
    fix = _("{words}；是不是「{meant}」？", words=slip.words, meant=slip.meant)
    mended = repair(value_edit(written.place, written.text, slip.meant), safe=slip.safe)
    expect.offer(BAD_AMOUNT.at(written.place, label, fix=fix), mended)


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
    if re.search(r"\d,\d", written.text):
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
    _name_bare(facts, expect)
    parts = tuple(fact for fact in facts if fact is not total)
    return FactGroup(path, mapping.place, parts, tuple(groups), total)


def _name_bare(facts: list[Fact], expect: Expect) -> None:
    """Figures without a unit among others of their group that have one: they would be printed bare."""
    figures = [(fact, fact.quantity) for fact in facts if fact.quantity]
    units = {quantity.scale + quantity.unit for _fact, quantity in figures if quantity.unit}
    for fact, quantity in figures if units else ():
        if not (quantity.unit or quantity.scale or quantity.implied):
            unit = _likely_unit(fact.path[-1], units)
            fix = _("是不是 {text}{unit}？", text=quantity.text, unit=unit) if unit else ""
            edit = value_edit(fact.place, quantity.text, quantity.text + unit) if unit else None
            label = _("没有单位，同一组别的数都有；正文里会只印出「{text}」", text=quantity.text)
            expect.offer(NUMBER_FORM.at(fact.place, label, fix=fix), repair(edit, safe=False))


def _likely_unit(name: str, units: set[str]) -> str:
    """The one unit of the other figures that are of the same sort: rates go by their names."""
    if name.endswith(_RATE_NAMES):
        return "%"
    counted = units - RATES.keys()
    return counted.pop() if len(counted) == 1 else ""
