"""The end of a document: who wrote it, when, and what is remarked below."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, Trait
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.setting import Placed
from reportgen.record import replace
from reportgen.rules.layout.deviations import Asked, reset, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_LEAST = Decimal("0.4")
"""In 字: a date that stands two characters to the right of an author a little longer than it has half a one."""
_HALF = Decimal(10)
"""In 字: what begins before it stands at the left of the page."""
_BESIDE = Decimal(2)
_SEVERAL = re.compile(r"\t|\s{2,}")
"""Between organs that stand side by side, each with its seal."""


@rule("LAY019", "署名、成文日期的位置不对", Severity.WARNING)
def signature(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """署名右空二字，成文日期排在署名下一行，首字比署名首字右移二字；盖印章的，成文日期右空四字，署名以它为准居中。

    为什么: 落款靠左或顶着右边，印章压不住署名和日期。
    错例（版面）:
        段落:
          - {用途: 署名, 首行: 0, 右空: 20, 上空: 1}
          - {用途: 成文日期, 文字: 2025年3月20日, 首行: 0, 右空: 21.5}
    正例（版面）:
        段落:
          - {用途: 署名, 首行: 18, 右空: 2, 上空: 1}
          - {用途: 成文日期, 文字: 2025年3月20日, 首行: 20, 右空: 1.5}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5.2：成文日期首字比署名首字右移二字；7.3.5.1：一般右空四字
    改法: 署名、日期设为右对齐，右缩进 2 字符（盖章的日期右缩进 4 字符），不要打空格
    """
    authors = [placed for placed in layout.paragraphs("署名") if not _SEVERAL.search(placed.words.strip())]
    days = layout.paragraphs("成文日期")
    trait = Trait.SIGNATURE
    found = [
        *told("署名", authors, Asked(_("位置"), _("右空二字（盖章的以成文日期为准居中）"), trait), _not_at_right),
        *told("成文日期", days, Asked(_("位置"), _("右空二字（盖章的右空四字）"), trait), _not_at_right),
    ]
    pair = _pair(authors, days)
    yield from (replace(finding, repair=pair or finding.repair) for finding in found)
    if len(authors) == len(days) == 1 and not any(map(_not_at_right, (*authors, *days))):
        yield from (replace(finding, repair=pair) for finding in _beside(authors[0], days[0]))


def _pair(authors: Sequence[Placed], days: Sequence[Placed]) -> Repair | None:
    """Both at once: where one stands depends on the other."""
    if len(authors) != 1 or len(days) != 1:
        return None
    return reset(Trait.SIGNATURE, ("署名", authors[0]), ("成文日期", days[0]))


def _not_at_right(placed: Placed) -> str | None:
    first, right = placed.setting.first, placed.setting.right
    if first is None or right is None:
        return _("居中了") if placed.setting.middle and first is None else None
    if first < right:
        return _("在左边") if first < _HALF else _("居中了")
    return _("没有右空") if right < _LEAST else ""


def _beside(author: Placed, day: Placed) -> Iterator[Finding]:
    """How the date stands to the author: 2 characters further right, or both with one middle, or ending alike.

    Below the name of who signs it ends where that does, four characters from the right (§7.3.5.3).
    """
    one, other = _edges(author), _edges(day)
    if one is None or other is None:
        return
    right_of = abs(other[0] - one[0] - 2) <= _BESIDE / 2
    middle = abs((one[0] - one[1]) - (other[0] - other[1])) <= 2 * _BESIDE
    longer = abs(other[1] - 2) <= 1 and one[1] >= 2
    signed = abs(one[1] - other[1]) <= _LEAST and abs(one[1] - 4) <= _LEAST
    if not (right_of or middle or longer or signed):
        yield Finding(day.place, _("成文日期与署名没有对齐"), (_("应为：首字比署名首字右移二字，或两行居中对齐"),))


def _edges(placed: Placed) -> tuple[Decimal, Decimal] | None:
    first, right = placed.setting.first, placed.setting.right
    return None if first is None or right is None else (first, right)


_HANZI = re.compile(r"[〇○零一二三四五六七八九十]+年[一二三四五六七八九十]+月[一二三四五六七八九十]+日")


@rule("LAY020", "成文日期没有用阿拉伯数字", Severity.WARNING)
def date_in_figures(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """成文日期用阿拉伯数字写全年、月、日：2025年3月20日，不写二〇二五年三月二十日。

    为什么: 用汉字数字写成文日期是 2012 年以前的老规矩，现在的标准改了。
    错例（版面）:
        段落:
          - {用途: 成文日期, 文字: 二〇二五年三月二十日, 首行: 17, 右空: 2}
    正例（版面）:
        段落:
          - {用途: 成文日期, 文字: 2025年3月20日, 首行: 20, 右空: 2}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5.4：用阿拉伯数字将年、月、日标全，月、日不编虚位
    改法: 改成阿拉伯数字
    """
    for placed in layout.paragraphs("成文日期"):
        if _HANZI.fullmatch(placed.words.strip()):
            yield Finding(placed.place, _("「{day}」用的是汉字数字", day=placed.words.strip()))


@rule("LAY021", "附注没有加圆括号", Severity.HINT)
def note_in_brackets(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """附注（联系人、电话、公开范围等）左空二字，加全角圆括号，写在成文日期下一行。

    为什么: 没有括号的附注紧跟在日期后面，像是落款的一部分。
    错例（版面）:
        段落:
          - {用途: 附注, 文字: 联系人：王芳, 首行: 2}
    正例（版面）:
        段落:
          - {用途: 附注, 文字: （联系人：王芳）, 首行: 2}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.6：如有附注，居左空二字加圆括号编排在成文日期下一行
    改法: 加上全角圆括号
    """
    for placed in layout.paragraphs("附注"):
        words = placed.words.strip()
        if not (words.startswith("（") and words.endswith("）")):
            yield Finding(placed.place, _("附注没有加全角圆括号"))


_NO_TEXT = re.compile(r"[（(]?\s*(?:此|本)[页面]无正文\s*[）)]?[。]?")


@rule("LAY022", "用了「此页无正文」", Severity.WARNING, needs=("无", "文"))
def no_page_without_text(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """版面容不下落款时调整行距、字距，不写「此页无正文」。

    为什么: 单独一页只有落款，前面的页可以被换掉；标准早已不许用这种办法。
    错例（成文）:
        示例县人民医院2024年度工作总结
        一、主要工作
        全年门诊量增加，完成年度任务。
        （此页无正文）
    正例（成文）:
        示例县人民医院2024年度工作总结
        一、主要工作
        全年门诊量增加，完成年度任务。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5.5：可以采取调整行距、字距的措施解决
    改法: 删去这一行，略调前面的行距、字距，让正文与落款同页
    """
    if scene.finished and not passage.cell and _NO_TEXT.fullmatch(passage.text.strip()):
        yield Finding(passage.place(0, len(passage.text)), _("标准不许用这种办法"))
