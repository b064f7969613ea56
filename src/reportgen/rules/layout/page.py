"""Paper, margins, lines and page numbers."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, Reset, Trait
from reportgen.language import _
from reportgen.model.layout import Layout, Side, Size
from reportgen.model.quantity import plain
from reportgen.model.standard import AREA, LEFT, PAPER, TOP
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_CUT = Decimal(2)
"""Paper is cut within so many mm."""


@rule("LAY001", "纸张或页边距与公文格式不同", Severity.WARNING, limit=Decimal(1))
def paper_and_margins(layout: Layout, scene: Scene) -> Iterator[Finding]:
    """用 A4 纸，天头 37 毫米，订口 28 毫米，版心 156×225 毫米，相差不超过 1 毫米；横排的页不查。

    PDF 的天头和版心量得粗一些，超出的只说疑似。

    为什么: Word 的默认页边距是 25.4 和 31.8 毫米，打印、盖章、装订都与公文对不上。
    错例（版面）:
        天头: 25.4
        订口: 31.8
        版心: 146.4×246.2
    正例（版面）:
        天头: 37.2
        订口: 28
        版心: 156×225
    依据: 《党政机关公文格式》（GB/T 9704-2012）：天头 37 mm±1 mm，订口 28 mm±1 mm，版心 156 mm×225 mm
    改法: 页面设置里改成 A4，上 37、下 35、左 28、右 26 毫米；本单位另有规定的，不必改
    """
    off = list(_off(layout, scene.limits["LAY001"]))
    if off:
        notes = tuple(_("{name}应为 {due} 毫米，实为 {found} 毫米", name=n, due=d, found=f) for n, d, f in off)
        label = _("、").join(_("{name} {found} 毫米", name=name, found=found) for name, _due, found in off)
        repair = _of_file(layout, Trait.PAPER)
        yield Finding(layout.place(off[0][0]), label, notes, certain=not layout.error, repair=repair)


def _of_file(layout: Layout, trait: Trait) -> Repair | None:
    return Repair(resets=(Reset(trait),)) if layout.settable else None


def _off(layout: Layout, limit: Decimal) -> Iterator[tuple[str, str, str]]:
    """What differs: its name, what it should be, what it is."""
    if layout.paper and _differs(layout.paper, PAPER, _CUT):
        yield _("纸张"), _size(PAPER), _size(layout.paper)
    if layout.top is not None and abs(layout.top - TOP) > limit + layout.error:
        yield _("天头"), plain(TOP), plain(layout.top)
    if layout.left is not None and abs(layout.left - LEFT) > limit:
        yield _("订口"), plain(LEFT), plain(layout.left)
    if layout.area and _differs(layout.area, AREA, limit + layout.error):
        yield _("版心"), _size(AREA), _size(layout.area)


def _differs(found: Size, due: Size, limit: Decimal) -> bool:
    """A side of 0 was not measured."""
    return any(one and abs(one - other) > limit for one, other in zip(found, due, strict=True))


def _size(size: Size) -> str:
    return "×".join(plain(side) for side in size if side)


_ROWS, _CHARACTERS = (21, 23), (27, 29)
"""22 lines of 28 characters, and one more or less: 28 磅 and 29 磅 are both usual."""


@rule("LAY003", "行数或每行字数与公文格式不同", Severity.HINT)
def lines_and_characters(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """一般每面排 22 行，每行排 28 个字，多一少一不算。正文不是三号字的，由 LAY002 说，这里不再说。

    为什么: 行距用了「单倍」「1.5 倍」，各台电脑上行数不一样，页码和落款跟着变。
    错例（版面）:
        行距: 24
    正例（版面）:
        行距: 28
        每行: 27.6
    依据: 《党政机关公文格式》（GB/T 9704-2012）5.2.3：一般每面排 22 行，每行排 28 个字，特定情况可以作适当调整
    改法: 正文行距设为固定值 28 磅或 28.95 磅；有意调整的，不必改
    """
    body = layout.lettering("正文")
    if body is None or body.size != 16:
        return
    rows, characters = _rows(layout), _characters(layout)
    found = [_("每面 {rows} 行", rows=rows)] if rows and not _ROWS[0] <= rows <= _ROWS[1] else []
    found += [_("每行 {count} 字", count=characters)] if characters and not _within(characters) else []
    if found:
        note = _("行距 {pitch} 磅", pitch=plain(layout.pitch)) if layout.pitch else ""
        told, place = (note,) if note else (), layout.place("行距", "每行")
        yield Finding(place, _("、").join(found), told, certain=False, repair=_lines_of(layout))


def _lines_of(layout: Layout) -> Repair | None:
    """The distances of lines and of characters; that they differ may be meant."""
    settings = tuple(("正文", placed.setting) for placed in layout.paragraphs("正文"))
    resets = Reset(Trait.PITCH, settings), Reset(Trait.DENSITY, settings)
    return Repair(safe=False, resets=resets) if layout.settable and settings else None


def _within(characters: int) -> bool:
    return _CHARACTERS[0] <= characters <= _CHARACTERS[1]


def _rows(layout: Layout) -> int:
    """How many lines of the usual distance the right type area holds: of another one LAY001 speaks."""
    return int(AREA[1] * 72 / Decimal("25.4") / layout.pitch + Decimal("0.1")) if layout.pitch else 0


def _characters(layout: Layout) -> int:
    """How many a line of the right type area holds: of another one LAY001 speaks."""
    width = layout.area[0] if layout.area else AREA[0]
    wrong = abs(width - AREA[0]) > _CUT and width
    return int((layout.characters or 0) * (AREA[0] / width if wrong else 1))


_DASHED = re.compile(r"[—－–]\s*\d+\s*[—－–]")


@rule("LAY004", "页码的写法或位置与公文格式不同", Severity.HINT)
def page_numbers(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """页码用阿拉伯数字，左右各一条一字线，写作「— 1 —」，单页靠右、双页靠左；只有一页的不要求。

    为什么: 没有页码的报告散了就排不回来，引用也说不清第几页。
    错例（版面）:
        页码: 第 1 页
    正例（版面）:
        页码: — 1 —
        页码位置: 外侧
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.5：页码左右各放一条一字线，单页码居右空一字，双页码居左空一字
    改法: 页脚插入页码，格式选「— 1 —」，奇偶页不同，奇数页靠右、偶数页靠左
    """
    if layout.number is None:
        return
    if not layout.number:
        yield Finding(layout.place("页码"), _("没有页码"), repair=_of_file(layout, Trait.NUMBERS))
    elif not _DASHED.fullmatch(layout.number):
        yield Finding(layout.place("页码"), _("页码写作「{number}」，应为「— 1 —」", number=layout.number))
    elif layout.side in (Side.MIDDLE, Side.OTHER):
        label = _("页码{side}，应单页靠右、双页靠左", side=_(layout.side.value))
        yield Finding(layout.place("页码位置", "页码"), label, repair=_of_file(layout, Trait.NUMBERS))
