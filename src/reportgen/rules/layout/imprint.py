"""The imprint at the foot of the last page: who gets copies, who had it printed and when, and its lines."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, Reset, Trait
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.quantity import plain
from reportgen.model.setting import Divider, Placed, is_black
from reportgen.model.standard import AREA, PAPER, TOP
from reportgen.place import Place
from reportgen.rules.layout.deviations import at_right
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.punctuation import widened

_COPIES = re.compile(r"(?:抄送|主送)：.*", re.DOTALL)
_PRINTED = re.compile(r"[一-鿿（）()]+[\s　]*\d{4}年[1-9]\d?月[1-9]\d?日印发")


@rule("LAY023", "版记的写法不对", Severity.WARNING)
def imprint(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """抄送写作「抄送：机关，机关。」，最后用句号；印发机关左空一字，印发日期右空一字，用阿拉伯数字写全，后加「印发」二字。

    半角冒号由 PUN001 报告。

    为什么: 版记是办文的人核对抄送范围和印发时间的地方，写法全国一致。
    错例（版面）:
        段落:
          - {用途: 抄送, 文字: 抄送：某市审计局，某市教育局, 首行: 1}
          - {用途: 印发机关和印发日期, 文字: 某市水务局办公室 2025年3月21日印, 首行: 1, 右空: 1}
    正例（版面）:
        段落:
          - {用途: 抄送, 文字: 抄送：某市审计局，某市教育局。, 首行: 1}
          - {用途: 印发机关和印发日期, 文字: 某市水务局办公室 2025年3月21日印发, 首行: 1, 右空: 1}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.4.2：最后一个机关名称后标句号；7.4.3：左右各空一字
    改法: 抄送最后补句号；印发日期写成 2025年3月21日印发，用右对齐的制表位排到右空一字处
    """
    copies, printed = layout.paragraphs("抄送"), layout.paragraphs("印发机关和印发日期")
    for placed in copies[:1]:
        words = widened(placed.words.strip())
        if not _COPIES.fullmatch(words):
            yield Finding(placed.place, _("应写作「抄送：」"))
        elif not layout.error and not words.endswith("。"):  # in a PDF its further lines are paragraphs of their own
            yield Finding(placed.place, _("抄送机关最后没有句号"))
    for placed in printed:
        if not _PRINTED.fullmatch(placed.words.strip()):
            note = _("应为：印发机关 2025年3月21日印发")
            yield Finding(placed.place, _("印发机关和印发日期的写法不对"), (note,))
    yield from at_right("印发机关和印发日期", printed)


_FOOT, _FAR = PAPER[1] - TOP - AREA[1], Decimal(4)
"""In mm: where the type area ends above the edge of the paper, and how exactly that is told."""


@rule("LAY024", "版记的分隔线缺少或不对", Severity.HINT)
def lines_of_imprint(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """版记上下各有一条粗线（0.35 毫米），中间用细线（0.25 毫米），都与版心等宽；最后一条线与末页版心下边缘重合。

    信函格式的版记没有线，不查。

    为什么: 版记靠线与正文分开，没有线，抄送就像是正文的最后一段。
    错例（版面）:
        段落:
          - {用途: 抄送, 文字: 抄送：某市审计局。, 首行: 1}
          - {用途: 印发机关和印发日期, 文字: 某市水务局办公室 2025年3月21日印发, 首行: 1, 右空: 1}
        版记线: []
    正例（版面）:
        段落:
          - {用途: 抄送, 文字: 抄送：某市审计局。, 首行: 1}
          - {用途: 印发机关和印发日期, 文字: 某市水务局办公室 2025年3月21日印发, 首行: 1, 右空: 1}
        版记线:
          - {粗: 1, 页脚距: 35}
          - {粗: 0.75, 页脚距: 42}
          - {粗: 1, 页脚距: 35}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.4.1：首条分隔线和末条分隔线用粗线，中间的用细线
    改法: 版记用三行以内的表格排，上、下框线 1 磅，中间框线 0.75 磅，左右不要框线
    """
    lines, parts = layout.imprint, _rows(layout)
    if lines is None or layout.paragraphs("信函的发文字号"):  # the imprint of a letter has none (10.1)
        return
    place = layout.place("版记线") if "版记线" in layout.places else parts[0].place
    if len(lines) < len(parts) + 1:
        note = _("应有 {count} 条：上、下各一条粗线，中间细线", count=len(parts) + 1)
        yield Finding(place, _("版记有 {count} 条分隔线", count=len(lines)), (note,), repair=_set_lines(layout))
        return
    yield from _wrong_lines(layout, lines, parts[0].place)


def _set_lines(layout: Layout) -> Repair | None:
    return Repair(resets=(Reset(Trait.IMPRINT),)) if layout.settable else None


def _rows(layout: Layout) -> list[Placed]:
    """The rows of the imprint, between which there are lines."""
    return [*layout.paragraphs("抄送")[:1], *layout.paragraphs("印发机关和印发日期")[:1]]


def _wrong_lines(layout: Layout, lines: Sequence[Divider], place: Place) -> Iterator[Finding]:
    """What differs in the lines themselves, told at the first row of the imprint."""
    first, last, between = lines[0], lines[-1], lines[1:-1]
    if any(not is_black(line.color) for line in lines):
        yield Finding(place, _("版记的分隔线不是黑色"), repair=_set_lines(layout))
    weights = [line.weight for line in (first, last) if line.weight is not None]
    inner = [line.weight for line in between if line.weight is not None]
    if weights and inner and max(inner) >= min(weights):
        label = _("首条和末条分隔线应比中间的粗（0.35 毫米与 0.25 毫米）")
        yield Finding(place, label, repair=_set_lines(layout))
    if last.foot is not None and abs(last.foot - _FOOT) > _FAR:
        foot = plain(last.foot - _FOOT)
        yield Finding(place, _("最后一条线离版心下边缘 {foot} 毫米，应重合", foot=foot))
