"""Years that two heads of a table, or two ranges of years, name differently."""

from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.model.document import Table, plain_text
from reportgen.model.table import Cell
from reportgen.numbers.clauses import in_a_title
from reportgen.rules.structure.budget_year import Standing
from reportgen.statements.passages import Passage

RANGE = re.compile(r"(?P<first>20\d\d)年?(?:至|到|—|–|-|－|~|～)+(?P<last>20\d\d)年")
_HEAD = re.compile(r"^20\d\d年度?[\u4e00-\u9fff（）()/]{1,14}$")


def ranges_apart(passages: Iterable[Passage], own: int) -> Iterator[tuple[Passage, int]]:
    """2024年—2027年 where the document speaks of 2025年至2027年 elsewhere."""
    found = [(passage, match) for passage in passages for match in RANGE.finditer(passage.text)]
    ends = {match["last"] for _passage, match in found if int(match["first"]) == own}
    for passage, match in found:
        if int(match["first"]) == own - 1 and match["last"] in ends and not in_a_title(passage.text, match.start()):
            yield passage, match.start()


def heads_apart(heads: list[tuple[str, Passage]], own: int) -> Iterator[tuple[Passage, int]]:
    """Heads of one table that name two years: the earlier one of a pair that is not next to the later one."""
    years = {int(words[:4]) for words, _passage in heads}
    if len(years) == 2 and max(years) == own and min(years) == own - 2:
        yield from ((passage, own - 2) for words, passage in heads if int(words[:4]) == own - 2)
    targets = [(words, passage) for words, passage in heads if _TARGET.search(words)]
    if targets and all(int(words[:4]) == own - 1 for words, _passage in targets):
        yield from ((passage, own - 1) for _words, passage in targets)


def tables_apart(tables: Iterable[Table], own: int, standing: Standing) -> Iterator[tuple[Passage, int]]:
    """Heads of a table that cannot be of last year: a budget beside an outcome that names no year or another one."""
    for table in tables:
        heads = [_passage(table, cell) for cell in table.cells if cell.row < _HEAD_ROWS or not cell.column]
        named = [each for each in heads if is_head(each.text)]
        others = [each.text for each in heads if not re.match(r"20\d\d年", each.text)]
        if standing in (Standing.AFTER, Standing.WITHIN):
            yield from _budget_apart(named, others, own)
        elif standing is Standing.AHEAD and _both_of_last_year(named, others, own):
            yield named[-1], own - 1


def _both_of_last_year(named: list[Passage], others: list[str], own: int) -> bool:
    """2025年年初预算, 2025年预算 and what is between them: the second is meant to be the year applied for."""
    alike = len(named) == _PAIR and {each.text[:4] for each in named} == {str(own - 1)}
    return alike and any(map(_MOVED.search, others))


def _budget_apart(named: list[Passage], others: list[str], own: int) -> Iterator[tuple[Passage, int]]:
    """2023年预算数 beside 实际支出, or beside 2024年决算数, in a paper on 2024."""
    stale = [each for each in named if each.text.startswith(str(own - 1))]
    budgets = [each for each in stale if _BUDGET.search(each.text)]
    alone = len(named) == len(budgets) == 1 and any(map(_OUTCOME.search, others))
    if alone and not any(map(_MOVED.search, others)):
        yield budgets[0], own - 1
    pair = (
        not any(map(_MOVED.search, others))
        and len(named) == _PAIR
        and len(stale) == 1
        and any(each.text.startswith(str(own)) for each in named)
    )
    if pair and {bool(_BUDGET.search(each.text)) for each in named} == {True, False}:
        yield stale[0], own - 1


def _passage(table: Table, cell: Cell) -> Passage:
    inlines = cell.paragraphs[0]
    return Passage(plain_text(inlines).strip(), inlines, table.section, cell=True)


_HEAD_ROWS, _PAIR = 3, 2
_BUDGET = re.compile(r"预算(?:数|安排|金额)?$")
_OUTCOME = re.compile("决算|执行数|实际支出|执行率|完成率|支出数|实际完成")
_MOVED = re.compile("增减|上年|变动|差额|增长")
_TARGET = re.compile(r"^20\d\d年度?(?:绩效)?(?:指标值|目标值)$")
"""A form holds its own year's targets."""


def is_head(text: str) -> bool:
    """Whether a cell names a year and what is told of it: 2024年预算数."""
    return bool(_HEAD.match(text))


_CAPTION = re.compile(
    r"^(?:附?表|图|公开)\s*[\d一二三四五六七八九十]|^第[一二三四五六七八九十]+部分|^[（(]\s*20\d\d年[^）)]*[）)]$"
)
_OF_A_TABLE = re.compile(
    r"^[^，。；：]{0,24}20\d\d年度?[^，。；：\d]{2,30}表$|^[^，。；：]{2,40}表[（(]20\d\d年度?[）)]$"
)
"""2024年度部门整体绩效目标申报表 above a form that is bound in."""
_LONGEST_CAPTION = 60


def is_caption(passage: Passage) -> bool:
    """Whether it is a heading, the name of a table, or that of a form that is bound in."""
    short = len(passage.text) <= _LONGEST_CAPTION and passage.text[-1:] not in "。；："
    named = not passage.cell and bool(_OF_A_TABLE.match(passage.text))
    return short and (passage.level > 0 or named or bool(_CAPTION.match(passage.text)))
