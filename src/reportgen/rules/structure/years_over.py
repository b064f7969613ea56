"""What cannot be in a year that is over, or in two: remedies, a year of account."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.clauses import SENTENCE_ENDS, begin_of, in_a_title
from reportgen.rules.structure.year_marks import Y2, Y3, Y4, Y5, Misplaced, Y, matches

_WHOLE_YEAR = re.compile(rf"{Y}1月1日\s*(?:起|开始)?\s*[至到—–\-－~～]+\s*(?P<last>20\d\d)年12月31日")
_SEVERAL_YEARS = re.compile(
    r"(?<!\d)[两二三四五六\d]\s*[个]?年(?:期|内|度)?|跨年|分年|逐年|实施期|建设期|合同期|有效期|服务期"
)
_TIED_TO = re.compile(
    rf"(?:编制|编报|编细编[准实]|编[好准实细]|细化|安排|申报){Y}度?(?:部门|项目)?预算|与{Y2}度?(?:部门|项目)?预算(?:安排|编制|资金)?[^。；，]{{0,4}}(?:挂钩|结合|衔接)"
    rf"|(?:列入|写入|纳入|编入|写进|列进|放入){Y3}度?[^，。；\d]{{0,8}}(?:要点|安排|计划|预算|任务|台账|清单)"
    rf"|(?:争取|力争|确保|打算){Y5}(?!末|底以前)|(?:自|于|从|争取在|力争在|计划在|在){Y4}(?:[一二三四]季度|第[一二三四]季度|上半年|下半年|年?初|年?底|年?内)(?![^，。；]{{0,12}}(?:已|了|曾))"
)
"""What a remedy is meant for lies ahead."""


def tied_to(text: str, own: int) -> Iterator[Misplaced]:
    """A budget that a remedy is meant for, of a year that is over."""
    for _match, year, start in matches(_TIED_TO, text):
        if year <= own and not in_a_title(text, start):
            why = _("{year} 年的预算已经执行完了，改进应落在以后的年度", year=year)
            yield Misplaced(year, start, certain=False, why=why)


def two_years(text: str) -> Iterator[Misplaced]:
    """从1月1日到次年12月31日 where one year is meant."""
    for match in _WHOLE_YEAR.finditer(text):
        several = _SEVERAL_YEARS.search(text, begin_of(text, match.start(), SENTENCE_ENDS), match.start())
        if int(match["last"]) - int(match["year"]) == 1 and not several and not in_a_title(text, match.start()):
            why = _("从 {first} 年1月1日到 {last} 年12月31日是两年", first=match["year"], last=match["last"])
            yield Misplaced(int(match["year"]), match.start("year"), certain=False, why=why)
