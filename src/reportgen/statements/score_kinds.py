"""Points of a class of indicators: those to be had, those got and those lost, by its name, from prose and tables.

过程满分25分，得23.28分，扣1.72分; 该指标权重18分 under a heading 决策; 产出34.00分（满分35分）; cells of a table.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import zip_longest

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_groups import bare_class, groups_of
from reportgen.statements.statement import Period, Role, Statement


class Points(Enum):
    """What points are."""

    FULL = "满分"
    GOT = "得分"
    LOST = "扣分"


class ClassPoints(Struct, frozen=True):
    """Points of a class: one figure of prose, or the figures of its rows."""

    name: str
    kind: Points
    figures: tuple[Statement, ...]


_FILLING = r"(?:分|去|除|减|掉|了|为|是|共|的|合计|总计|[:：])*$"
_LOSSES = re.compile(r"(?:扣分|失分)(?:情况|明细|项目?|原因|的是|主要是|如下|为|是|[:：])*[:：为是]")
_FULL = re.compile(r"(?:满分|权重分?|分值|标准分)(?:为|是|[:：])*$")
_TAIL = re.compile(
    r"(?:共|合计|各|均|扣分?|扣减|扣除|扣去|失分?|丢|减|掉|了|打分?|记|计|实?得分?|自评|满分|权重分?|分值|标准分|为|是|[:：（(])+$"
)
_LEAD = re.compile(
    r"^(?:其中|另外|此外|同时|扣分的?|失分的?|情况|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[:：])+"
)
_BESIDE = re.compile("[、和及与]|以及")
"""满分分别为30分、30分、40分: all of a kind."""
_ALL_OF_THEM = re.compile(r"[，,]?(?:得|记|计|打)?满分")
"""公用经费控制5分，满分: all that was to be had."""
_HUNDRED, _CLAUSES, _CLOSE = 100, 3, 3
_THIS = re.compile(r"^(?:该|本|此)(?:项|类|部分|一级|二级)*指标$|^该项$")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*")
_SEVERAL = r"[一二两三四五六七八九十\d]+[项类块]|各[项类]|以上|上述"
_ADDED = re.compile(
    rf"(?:{_SEVERAL}|(?!{_SEVERAL})[^，。；\d部分项块]{{0,4}}[部分项块])*"
    r"(?:总共|共计|合计|一共|总计|共|相加|加总)(?:扣|失|得)?"
)
"""四项共扣, 各类合计, 过程部分共; no words can be read in two ways, of which there would be more than can be tried."""
_ALL_LOST = re.compile("(?:扣|失|丢)(?:掉|去|分)?的$")


def told_points(paragraph: Paragraph) -> Iterator[ClassPoints]:
    """The points that a paragraph tells of classes by name."""
    before: tuple[str, int] = ("", -1)
    last: tuple[Points, int] = (Points.GOT, -1)
    told = [each for each in paragraph.statements if _is_told(each, paragraph.lexicon)]
    for each, following in zip_longest(told, told[1:]):
        name = _name(each) or (before[0] if before[1] == each.sentence and each.label.strip() else "")
        if _THIS.match(name):
            name = bare_class(_NUMBER.sub("", paragraph.passage.section))
        beside = last[1] >= 0 and _BESIDE.fullmatch(paragraph.text, last[1], each.start)
        kind = last[0] if beside else _kind(each, following, paragraph)
        last = kind, each.end
        if kind is Points.GOT and is_added(each):
            name = ""  # 效果19.50分（满分20分），合计92.35分: of no class
        before = name, each.sentence
        yield ClassPoints(name, kind, (each,))
        if kind is Points.FULL and _ALL_OF_THEM.match(paragraph.text, each.end):
            yield ClassPoints(name, Points.GOT, (each,))


def _is_told(each: Statement, lexicon: Lexicon) -> bool:
    """Points, also those that a verb of change takes: 核减3.20分."""
    if each.quantity.unit != "分" or not each.exact:
        return False
    return each.role is Role.AMOUNT or (each.role is Role.CHANGE and is_lost(each, lexicon))


def is_got(each: Statement, lexicon: Lexicon) -> bool:
    """Whether the words right before points say that they were got: 得, 打, 记."""
    return bool(lexicon.pattern("got", lambda words: _ending("得分词", words)).search(each.label))


def is_lost(each: Statement, lexicon: Lexicon) -> bool:
    """Whether the words right before points say that they were lost: 扣, 失, 丢了."""
    return bool(lexicon.pattern("lost", lambda words: _ending("失分词", words)).search(each.label))


def _ending(key: str, words: Lexicon) -> str:
    return rf"(?<![合总统累])(?<!共(?=计))(?:{alternation(words.lists[key])}){_FILLING}"


def is_to_be_had(each: Statement, following: Statement | None, paragraph: Paragraph) -> bool:
    """决策20分，得18.00分; 执行10分，按执行率折算得7.56分: what there was to be had, and what was got or lost of it."""
    if each.concept == "满分":
        return True
    if following is None or following.sentence != each.sentence or is_got(each, paragraph.lexicon):
        return False
    told = is_got(following, paragraph.lexicon) or is_lost(following, paragraph.lexicon)
    between = paragraph.text[each.end : following.start]
    round_number = each.quantity.value * 2 % 1 == 0 and each.quantity.value <= _HUNDRED
    near = "；" not in between and between.count("，") <= _CLAUSES and each.period is Period.NOW
    meant = _is_less(following, each) or (len(between) <= _CLOSE and following.quantity.value <= _HUNDRED)
    return told and near and round_number and not is_lost(each, paragraph.lexicon) and meant


def _is_less(got: Statement, full: Statement) -> bool:
    return got.quantity.value <= full.quantity.value and not re.search("得分|评分|总分|自评|评价|复核", full.label)


def is_added(each: Statement) -> bool:
    """Whether points are all of a kind together: 四项共扣7.22分, 丢掉的9.25分里."""
    return is_of_all(each) or bool(_ALL_LOST.search(each.label))


def is_of_all(each: Statement) -> bool:
    """Whether all classes are meant: 合计扣, and no 扣掉的1.4分里, which may be of one."""
    return bool(_ADDED.match(each.label))


def _kind(each: Statement, following: Statement | None, paragraph: Paragraph) -> Points:
    begin = paragraph.span(each.sentence)[0]
    if is_lost(each, paragraph.lexicon):
        return Points.LOST
    if _ALL_OF_THEM.match(paragraph.text, each.end):
        return Points.FULL
    if _FULL.search(each.label) or is_to_be_had(each, following, paragraph) or _in_bracket_before(each, paragraph):
        return Points.FULL
    return Points.LOST if _LOSSES.search(paragraph.text, begin, each.start) else Points.GOT


def _in_bracket_before(each: Statement, paragraph: Paragraph) -> bool:
    """预算管理（20分）19.19分; 产出指标（50分） as a heading."""
    text = paragraph.text
    alone = paragraph.passage.level > 0 and each.end == len(text) - 1
    return text[each.start - 1 : each.start] == "（" and (
        alone or bool(re.match(r"）(?:得|为|：)?\d", text[each.end :][:4]))
    )


def _name(each: Statement) -> str:
    text = each.passage.text
    words = each.label
    if text[each.start - 1 : each.start] in ("（", "("):
        words = re.split("[，。；：、（）()]", text[: each.start - 1])[-1]
    return bare_class(_TAIL.sub("", _LEAD.sub("", words.strip())))


def table_points(grid: Grid) -> Iterator[ClassPoints]:
    """The points of each class of a table, whether classes are its rows or its columns."""
    for name, figures in groups_of(grid):
        if name:
            yield ClassPoints(name, _of_head(figures[0].column.split(" ")[0]), figures)
    for row in across(grid):
        for each in row:
            name = bare_class(each.column.split(" ")[0])
            yield ClassPoints(name, _of_head(each.row), (each,))


def across(grid: Grid) -> Iterator[Sequence[Statement]]:
    """The rows of points of a table that lies on its side."""
    for row in grid.rows:
        figures = [grid.figures[row, column] for column in grid.numeric_columns if (row, column) in grid.figures]
        named = all(grid.lexicon.any_of("得分列").search(each.row) and "率" not in each.row for each in figures)
        if len(figures) > 2 and named and all(each.quantity.kind == "分" for each in figures):
            yield figures


def _of_head(head: str) -> Points:
    return Points.FULL if re.search("分值|权重|满分|标准分", head) else Points.GOT
