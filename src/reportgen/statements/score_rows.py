"""Scores of those that a table judges one by one, told again in the text: each must be one of the scores of its row.

「（四）救灾储备」 and below it 自评95.60分，核定79.40分: whose scores these are says the sentence, or else the heading.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.clauses import begin_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.grid import Grid
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_items import Scored
from reportgen.statements.score_kinds import Points
from reportgen.statements.score_totals import is_score
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Statement

_GOT = re.compile("得分|评分|分数|成绩")
_TOTAL = re.compile("合计|总计|总分|小计|平均|均值|综合|得分")
_PLAIN = re.compile(r"[（(][^）)]*[）)]|[“”\s]|^[一二三四五六七八九十\d]+[、.．]|项目$")
_OF_ANOTHER = re.compile(r"上年|去年|往年|20\d\d年|平均|高于|低于|相差|核减|提高|下降|满分")
_OF_ALL = re.compile("整体|部门|总体|综合|单位|平均")
_SAME_JUDGE = (("自评",), ("复核", "核定", "核实", "审定", "评审"), ("评价", "评估", "考评"))
_SHORTEST, _FEW, _LEAST = 2, 2, 20

Rows = Mapping[str, Sequence[Statement]]


def score_rows(told: Sequence[Scored], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Every score of the text whose row is known."""
    rows = _rows(grids)
    if not rows:
        return
    names = re.compile("|".join(map(re.escape, sorted(rows, key=len, reverse=True))))
    for scored in told:
        for each in scored.figures(Points.GOT):
            if each.quantity.value > _LEAST:
                yield from _against(each, rows.get(_row_of(each, scored.paragraph, names), ()))


def _rows(grids: Sequence[Grid]) -> Rows:
    """The scores of each row that has some and a name of its own, those of all tables together."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for grid in grids:
        scores = [each for each in grid.figures.values() if is_score(grid, each) and _GOT.search(each.column)]
        for each in scores:
            name = _PLAIN.sub("", each.row.split(" ")[0])
            if len(name) >= _SHORTEST and not _TOTAL.search(name) and each.quantity.number > _LEAST:
                found[name].append(each)
    return dict(found) if len(found) >= _FEW else {}


def _row_of(each: Statement, paragraph: Paragraph, names: re.Pattern[str]) -> str:
    """The row last named in the sentence before a score; where the sentence names none, the one of the heading."""
    text = paragraph.text
    begin = begin_of(text, each.start, "。；")
    if _OF_ANOTHER.search(text, begin_of(text, each.start, "，。；"), each.start):
        return ""
    named = [found[0] for found in names.finditer(text, begin, each.start)]
    headed = set(names.findall(paragraph.passage.section.rsplit("（", 1)[-1]))
    return named[-1] if named else next(iter(headed)) if len(headed) == 1 else ""


def _against(each: Statement, cells: Sequence[Statement]) -> Iterator[Claim]:
    if not cells:
        return
    same = next((cell for cell in cells if cell.quantity.number == each.quantity.number), None)
    if same is not None:
        yield Claim("total_score", Same(same, each), True)
        return
    cells = [cell for cell in cells if cell.quantity.decimals == each.quantity.decimals]
    slipped = [cell for cell in cells if is_slip_of(each.quantity, cell.quantity.number)]
    words = _words(each)
    own = _judge(words) if not _OF_ALL.search(words) else 0
    judged = [cell for cell in cells if own and _judge(cell.column) == own]
    meant = next((found for found in (slipped, judged) if len({cell.quantity.number for cell in found}) == 1), None)
    if meant:
        note = _("表中「{row}」是 {cell}", row=meant[0].row, cell=meant[0].text)
        label = _("应为 {due}", due=meant[0].text)
        yield Claim("total_score", Same(meant[0], each), False, Proof.LIKELY, each, label, (note,))


def _words(each: Statement) -> str:
    text = each.passage.text
    return text[begin_of(text, each.start, "，。；") : each.start]


def _judge(words: str) -> int:
    """Who has given a score, as a number; 0 where nobody is named."""
    told = [at for at, names in enumerate(_SAME_JUDGE, 1) if any(name in words for name in names)]
    return told[0] if len(told) == 1 else 0
