"""What of a content file's fields a finished document tells in plain words: year, unit, date, author, score."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.finished.dates import day_of
from reportgen.finished.title_words import unit_span, year_below, year_number
from reportgen.model.content import Dated, Score, Value, Year
from reportgen.model.document import Heading, Paragraph, Text, plain_text
from reportgen.model.facts import Fact
from reportgen.model.quantity import Quantity
from reportgen.model.table import Table
from reportgen.place import Place, Written
from reportgen.record import replace

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_RANGE = re.compile(r"(?<!\d)20\d{2}年?[—–\-－~～至到]{1,2}(20\d{2})(?=年)")
_AHEAD = re.compile("目标|计划|规划|方案|申报|申请|测算")
_UNIT = re.compile(
    r"(?:(?:部门|预算|填报|编报|项目)?[（(]?(?:单位|部门)[）)]?(?:[（(](?:部门|单位|盖章|公章)[）)])?名称|预算单位|填报单位|编报单位)"
    r"(?:[（(](?:盖章|公章)[）)])?"
)
_UNIT_LINE = re.compile(rf"{_UNIT.pattern}\s*[：:]\s*(?P<unit>[\w（）()·]{{4,40}})(?!\S)")
_POINTS = re.compile(
    r"(?<!指标)(?<!平均)(?<!方面)(?<!部分)(?<!上年)(?:总体得分|综合(?:得|评)分|总得分|总评分|自评(?:总|得)?分|(?:评价|绩效|最终)(?:评价)?(?:总|得)分)"
    r"\s*(?:[为是：:]|合计|共计|达到?)?\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分?(?![\d.%／/分制至以及～—（(-])"
)
"""综合得分为92.5分; no share, no limit, no score of a part or of the year before."""
_GRADE = re.compile(
    r"(?:等级|等次|档次|级别|结论|结果)\s*(?:评定|综合评定)?(?:为|是|[：:]|属于|属)?\s*[“\"「『]?"
    r"(?P<grade>优秀|良好|合格|不合格|较差|优|良|中|差)[”\"」』]?(?=[等级档次。，；！）)、]|$)"
)
_FULL = Decimal(100)
_HEAD_ROWS = 3
"""A form that has its title in its first row has its year and its unit in the next ones."""


def title_values(title: Sequence[Text]) -> Iterator[tuple[str, Value]]:
    """标题, and the unit and the year that it names."""
    if not title:
        return
    words = "".join(text.text for text in title)
    yield "标题", Written(words, title[0].origin)
    for text in (*title, Text(words, title[0].origin)):
        if found := _last_of_range(text.text) or _YEAR.search(text.text) or year_below(text.text):
            yield "年度", _year(text, found)
            break
    if named := unit_span(words):
        start, end = (min(at, len(title[0].text)) for at in named)
        yield "单位", Written("".join(words[slice(*named)].split()), _place(title[0].origin, start, end - start))


def _last_of_range(title: str) -> re.Match[str] | None:
    """2022—2024年…评价报告: what is over is told of when its last year is over; a plan begins with its first."""
    return None if _AHEAD.search(title) else _RANGE.search(title)


def closing_values(ending: Sequence[Text]) -> Iterator[tuple[str, Value]]:
    """署名 and 成文日期."""
    if len(ending) > 1:
        yield "署名", Written(ending[0].text.partition("\t")[0], ending[0].origin)
    if ending and (day := day_of(ending[-1].text)):
        yield "成文日期", Dated(day, Written(ending[-1].text, ending[-1].origin))


def form_values(lines: Sequence[Text], tables: Sequence[Table]) -> Iterator[tuple[str, Value]]:
    """年度 in brackets and 单位 behind its name: in the first lines, or in the cells of the first table."""
    for text in (*lines, *_heads(tables[:1])):
        if found := year_below(text.text):
            yield "年度", _year(text, found)
        if named := _UNIT_LINE.search(text.text):
            yield "单位", _part(text, named, "unit")
    for label, value in _pairs(tables[0]) if tables else ():
        if _UNIT.fullmatch(label.replace("\n", "")) and value.text:
            yield "单位", Written(value.text, value.origin)


def _heads(tables: Sequence[Table]) -> Iterator[Text]:
    """What stands in the first rows of a form alone in its row: its title and its year."""
    for table in tables:
        for row in range(min(_HEAD_ROWS, table.row_count)):
            cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
            inlines = [inline for cell in cells if len(cells) == 1 for line in cell.paragraphs for inline in line]
            yield from (inline for inline in inlines if isinstance(inline, Text))


def _pairs(table: Table) -> Iterator[tuple[str, Text]]:
    """Each cell with the words of the one at its right."""
    begin = {(cell.row, cell.column): cell for cell in table.cells}
    for cell in table.cells:
        right = begin.get((cell.row, cell.column + cell.columns))
        first = right.paragraphs[0][0] if right and right.paragraphs and right.paragraphs[0] else None
        if isinstance(first, Text):
            yield cell.text, first


def score_of(blocks: Sequence[Heading | Paragraph], tables: Sequence[Table]) -> Score | None:
    """The total score that a sentence states, or a form in a cell beside its name; None where there are several."""
    found = [score for block in blocks for score in _stated(block)]
    found += [score for table in tables for label, value in _pairs(table) if (score := _in_form(label, value))]
    graded = [score for score in found if score.grade] or found
    points = {score.points.quantity.number for score in graded if score.points and score.points.quantity}
    return graded[0] if len(points) == 1 else None


def _stated(block: Heading | Paragraph) -> Iterator[Score]:
    text = plain_text(block.inlines)
    inline = block.inlines[0] if block.inlines and "分" in text else None
    if not isinstance(inline, Text):
        return
    for points in _POINTS.finditer(text):
        grade = _GRADE.search(text, points.end())
        full = Decimal(points["points"]) == _FULL and "得" not in points[0] and grade is None
        if Decimal(points["points"]) <= _FULL and not full:  # 评价总分100分 says what there is to be had
            yield _score(_part(inline, points, "points"), _part(inline, grade, "grade") if grade else None)


def _in_form(label: str, value: Text) -> Score | None:
    points = _POINTS.fullmatch(label.replace("\n", "") + value.text)
    return _score(Written(points["points"], value.origin), None) if points else None


def _score(points: Written, grade: Written | None) -> Score:
    number = Quantity(Decimal(points.text), "", "分", text=points.text, implied="分")
    return Score(Fact(("评价", "得分"), number, points.place), grade, points.place)


def _year(text: Text, found: re.Match[str]) -> Year:
    return Year(year_number(found[1]), Written(found[1], _place(text.origin, found.start(1), 4)))


def _part(text: Text, found: re.Match[str], group: str) -> Written:
    return Written(found[group], _place(text.origin, found.start(group), len(found[group])))


def _place(origin: Place, start: int, length: int) -> Place:
    return replace(origin, column=origin.column + start, length=length)
