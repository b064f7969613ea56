"""One form for one thing: the ends of headings, dates, ranges of dates."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.calendar import impossible_days
from reportgen.statements.passages import Passage

_END = re.compile(r"[。：；:;，,.]$")
_LEVELS = "一二三四"
_ADVISES = re.compile(r"[\d，]|建议|应|须|尽快|及时|进一步|加强|力争|确保")
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_FORM = re.compile(r"[一二三四五六七八九十\d\s]+")
_LONG = 14
"""What is longer, ends with a full stop and advises something, or tells a figure, is a sentence."""


@rule("FMT001", "同级标题末尾标点不一致", Severity.HINT)
def headings_end_alike(scene: Scene) -> Iterator[Finding]:
    """独占一行的标题末尾不用标点；至少同一级的标题要一致。

    别人写的文件里，「（一）市财政局尽快补足配套资金250.00万元。」这样编了号的整句话不算标题。

    为什么: 有的带句号有的不带，看起来像几个人拼起来的。
    错例:
        活动:
          - {部门: 内科。, 内容: 门诊全年开放。}
          - {部门: 护理部, 内容: 培训护理人员。}
    正例:
        活动:
          - {部门: 内科, 内容: 门诊全年开放。}
          - {部门: 护理部, 内容: 培训护理人员。}
    依据: 公文用语习惯：独占一行的标题末尾不用标点
    改法: 删去标题末尾的标点
    """
    headings = list(_headings(scene.printed_passages, scene.finished))
    for level in sorted({heading.level for heading in headings}):
        row = [heading for heading in headings if heading.level == level]
        ended = [heading for heading in row if _END.search(heading.text)]
        first = next((heading for heading in ended if heading.typed), None)
        if first and len(ended) < len(row):
            label = _("「{heading}」末尾有标点", heading=first.text)
            note = _counts(level, len(ended), len(row))
            edits = (heading.edit(len(heading.text) - 1, len(heading.text), "") for heading in ended if heading.typed)
            mended = repair(*edits, safe=False)
            yield Finding(first.place(len(first.text) - 1, len(first.text)), label, (note,), repair=mended)


def _headings(told: Sequence[Passage], finished: bool) -> Iterator[Passage]:
    """The headings that are meant as such; in a finished document a numbered sentence may look like one."""
    for heading, following in pairwise([*told, None]):
        if heading and heading.level:
            below = following and (0 < following.level <= heading.level or _goes_on(heading, following))
            if not (finished and _is_sentence(heading.text, bool(below))):
                yield heading


def _goes_on(heading: Passage, following: Passage) -> bool:
    """Whether a numbered paragraph follows that is numbered as the heading is: （三）… and （四）…."""
    number = _NUMBER.match(following.number or following.text)
    return bool(heading.number and number) and _FORM.sub("", heading.number) == _FORM.sub(
        "", number[0] if number else ""
    )


def _is_sentence(text: str, bare: bool) -> bool:
    """（一）市财政局尽快补足配套资金250.00万元。: a sentence with a number before it, and no heading.

    So is an item of a list, （二）开展日间照料服务。, with nothing below it (`bare`).
    """
    advises = len(text) > _LONG and _ADVISES.search(text) is not None
    return text.endswith(("。", "；")) and (bare or advises)


def _counts(level: int, ended: int, total: int) -> str:
    return _(
        "{level}级标题共 {total} 个，末尾有标点的 {ended} 个，没有的 {bare} 个",
        level=_LEVELS[level - 1],
        total=total,
        ended=ended,
        bare=total - ended,
    )


_PADDED = re.compile(r"(?:(?<!\d)\d{4}年)?(?<!\d)(?:0[1-9]月(?:[0-3]?\d日)?|1?\d月0[1-9]日)")
_DOTTED = re.compile(
    r"(?<![\d./_A-Za-z])(?P<year>(?:19|20)\d\d)(?P<sep>[./-])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>[0-2]?[1-9]|[1-3]0|31)(?![\d.]\d|[\d/_A-Za-z-])"
)


@rule("FMT002", "日期补了零或用了点号", Severity.WARNING, needs=("月./-", DIGIT))
def date_in_full(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """正文里的日期写成 2021年4月5日：月日前不补 0，不用点号、斜线。

    为什么: 系统导出和表格里的日期直接贴进正文，同一份文件就有了几种写法。
    错例:
        收支情况: 渠道维修项目于2024年04月05日开工，2024.9.30完工，支出控制在预算以内。
    正例:
        收支情况: 渠道维修项目于2024年4月5日开工，9月30日完工，支出控制在预算以内。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5.4：用阿拉伯数字将年、月、日标全，月、日不编虚位
    改法: 写成 2021年4月5日
    """
    for match in _PADDED.finditer(passage.text) if "0" in passage.text and "月" in passage.text else ():
        right = re.sub(r"(?<!\d)0", "", match[0])
        if not impossible_days(right):
            yield _date(passage, match, right, _("月、日前不补 0"))
    for match in _DOTTED.finditer(passage.text):
        right = f"{match['year']}年{int(match['month'])}月{int(match['day'])}日"
        if not impossible_days(right):
            yield _date(passage, match, right, _("用年、月、日"))


def _date(passage: Passage, match: re.Match[str], right: str, fix: str) -> Finding:
    label, mended = _("应为「{right}」", right=right), repair(passage.edit(*match.span(), right))
    return Finding(passage.place(*match.span()), label, (), fix, repair=mended)


_PLACES = either((*lists("units")["编号的处所"], *"文令公通会院站厂仓桥井段标"))
_SPOKEN = re.compile(rf"(?<!\d)(?P<day>(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9]))号(?!{_PLACES})")
_QUOTED = re.compile("“[^“”]*”")


@rule("FMT017", "日期写成了「号」", Severity.HINT)
def day_not_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """书面的日期写「日」：4月1日，不写 4月1号。引号里引的话、4月1号文件不算。

    为什么: 「号」是口语；公文里的号是编号，4月1号可以读成 4 月的 1 号文件。
    错例:
        收支情况: 4月1号起实行新的收费标准，全年收入略有增加。
    正例:
        收支情况: 4月1日起实行新的收费标准，群众说“4月1号再来”，按照4月1号文件办理。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5.4：用阿拉伯数字将年、月、日标全
    改法: 把「号」改成「日」
    """
    quoted = [match.span() for match in _QUOTED.finditer(passage.text)] if "号" in passage.text else []
    for match in _SPOKEN.finditer(passage.text) if "号" in passage.text else ():
        if not any(start < match.start() < end for start, end in quoted) and not impossible_days(f"{match['day']}日"):
            at = match.end("day")
            label = _("应为「{right}」", right=f"{match['day']}日")
            yield Finding(passage.place(*match.span()), label, repair=repair(passage.edit(at, at + 1, "日")))


_DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日?)?"
_RANGE = re.compile(
    rf"{_DAY}(?P<days>[-－–])(?:{_DAY}|\d{{1,2}}日)|(?<!\d)(?:19|20)\d\d年?(?P<years>[-－–])(?:19|20)\d\d年"
)


@rule("FMT003", "起止日期用了半角连字号", Severity.HINT, needs=("-－–", "年月"))
def range_of_dates(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """时间的起止用一字线：1月24日—6月12日。

    为什么: 半角的「-」是连字号、减号，占的位置也不够。
    错例:
        收支情况: 图书馆1月24日-6月12日闭馆，支出相应减少。
    正例:
        收支情况: 图书馆1月24日—6月12日闭馆，7月4日至8月29日延时开放。
    依据: 《标点符号用法》（GB/T 15834-2011）：时间、地域的起止用一字线
    改法: 把「-」换成「—」，或写「至」
    """
    for match in _RANGE.finditer(passage.text):
        span = match.span("days") if match["days"] else match.span("years")
        yield Finding(passage.place(*span), _("应为一字线「—」"), repair=repair(passage.edit(*span, "—")))
