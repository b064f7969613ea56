"""规则 and 必需章节 of pack.yaml: what a bureau lays down about the program's rules, and the sections that it asks for.

规则:
  NUM018: {限值: 85, 级别: 警告, 依据: {文件: …, 文号: …, 条款: …}}
  FMT001: {停用: 是}
  YRS009: {限值: 20, 用词: [主要系]}

必需章节:
  - 绩效自评结果应用
  - {标题: 存在的问题, 别名: [主要问题], 依据: {文件: …}}

Which codes there are, and which of them have a threshold, is known only where the rules are.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.numbers import read_bare_number
from reportgen.packs.basis_reader import BASIS_KEY, read_basis
from reportgen.packs.pack import RequiredSection, Ruling
from reportgen.place import Written
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Entry, Mapping, Node

_WORDS = "用词"
_SEVERITIES = {severity.value: severity for severity in Severity if severity is not Severity.FATAL}


def read_rulings(node: Node | None, expect: Expect) -> dict[str, Ruling]:
    """The rulings by code."""
    mapping = expect.mapping(node, "规则") if node is not None else None
    rulings = (_ruling(entry, expect) for entry in mapping) if mapping else ()
    return {ruling.code: ruling for ruling in rulings if ruling}


def _ruling(entry: Entry, expect: Expect) -> Ruling | None:
    mapping = expect.mapping(entry.value, entry.key.text, ["限值", "级别", BASIS_KEY, "停用", _WORDS])
    if mapping is None:
        return None
    return Ruling(
        code=entry.key.text,
        place=entry.key.place,
        limit=_limit(expect.optional_text(mapping, "限值"), expect),
        severity=_severity(expect.optional_text(mapping, "级别"), expect),
        basis=read_basis(mapping.get(BASIS_KEY), expect),
        off=expect.yes(mapping.get("停用"), "停用"),
        words=_words(mapping.get(_WORDS), expect),
    )


def _words(node: Node | None, expect: Expect) -> tuple[str, ...]:
    """Words that the rule is to know, too."""
    items = expect.sequence(node, _WORDS) if node is not None else ()
    found = (expect.text(item, _WORDS) for item in items)
    return tuple(word.text for word in found if word)


def _limit(written: Written | None, expect: Expect) -> Decimal | None:
    number = read_bare_number(written.text) if written else None
    if written is None or number is not None:
        return number
    expect.report(PACK_WRONG, written.place, _("「限值」只写数字，单位见这条规则的说明"))
    return None


def _severity(written: Written | None, expect: Expect) -> Severity | None:
    if written is None:
        return None
    if written.text not in _SEVERITIES:
        label = _("「级别」写 {names}", names=_("、").join(_SEVERITIES))
        expect.report(PACK_WRONG, written.place, label, did_you_mean(written.text, _SEVERITIES))
    return _SEVERITIES.get(written.text)


def read_required_sections(node: Node | None, expect: Expect) -> tuple[RequiredSection, ...]:
    """The headings that a document must have, beside those of the outline."""
    return tuple(_sections(node, expect)) if node is not None else ()


def _sections(node: Node, expect: Expect) -> Iterator[RequiredSection]:
    for item in expect.sequence(node, "必需章节"):
        if isinstance(item, Written):
            heading, mapping = expect.text(item, "必需章节"), Mapping((), item.place)
        else:
            found = expect.mapping(item, "必需章节", ["标题", "别名", BASIS_KEY])
            mapping = found or Mapping((), item.place)
            heading = expect.required_text(found, "标题") if found else None
        aliases = mapping.get("别名")
        words = expect.sequence(aliases, "别名") if aliases is not None else ()
        others = tuple(word.text for word in words if isinstance(word, Written))
        if heading:
            yield RequiredSection(heading.text, others, read_basis(mapping.get(BASIS_KEY), expect))
