"""Charts that one line of prose asks for: 图 各项得分率：{{ 评分表.得分汇总 }}（来源：评分表）.

What is drawn is written elsewhere in the content file; the kind goes by what it is, or is named:
{{ 问卷.观众.讲解 | 环形图 }}. They are numbered with the pictures and the other charts, as they stand.
"""

from collections.abc import Callable, Iterator

from reportgen import patterns as re
from reportgen.compose.chart_placement import ChartPlacement
from reportgen.compose.chart_sources import Source, source_of
from reportgen.compose.flow import FlowLine
from reportgen.compose.illustrations import GROUP, illustration, is_free, is_illustration, numbered_otherwise
from reportgen.compose.questionnaire_tables import Asked
from reportgen.diagnostics.kinds import WRONG_TYPE
from reportgen.language import _
from reportgen.model.chart import ChartKind
from reportgen.model.chart_plan import ChartPlan
from reportgen.model.content import Indicators
from reportgen.model.document import Block
from reportgen.model.questionnaire import QuestionKind, Questionnaire
from reportgen.packs.charts_reader import COLUMNS, STAGES, kinds_by_name
from reportgen.place import Written
from reportgen.record import replace
from reportgen.source.expect import did_you_mean

_LINE = re.compile(
    r"图(?P<number>\d{0,2})[\s:：]+(?P<name>[^:：\n{}]+?)\s*[:：]\s*"
    r"\{\{\s*(?P<path>[^{}|]+?)\s*(?:\|\s*(?P<kind>[^{}|]+?)\s*)?\}\}"
    r"\s*(?:[（(]\s*(?:数据)?来源[:：]\s*(?P<source>[^）)]+)[）)])?"
)
_MOST_OF_A_PIE = 5
"""More options than these are compared by bars."""


Figure = Callable[[Written, FlowLine, ChartPlacement, str], Iterator[Block]]
"""What makes the blocks of a figure, in a section."""


def figure_of(written: Written, line: FlowLine) -> Figure | None:
    """What makes the figure that a line of prose asks for, a chart or pictures; None where it asks for none."""
    if is_illustration(written, line):
        return illustration
    asks = not (line.depth or line.item) and _LINE.fullmatch(written.text, line.start, line.end)
    return _asked_chart if asks else None


def _asked_chart(written: Written, line: FlowLine, charts: ChartPlacement, section: str) -> Iterator[Block]:
    """The chart with its number, its name and where its figures are from; nothing where it cannot be drawn."""
    match = _LINE.fullmatch(written.text, line.start, line.end)
    assert match
    name, path = _part(written, match, "name"), _part(written, match, "path")
    if not is_free(name, charts):
        return
    source = _part(written, match, "source") if match["source"] else None
    plan = ChartPlan(name, ChartKind.COLUMN, path, COLUMNS, None, source)
    data = source_of(plan, charts.content, charts.found)
    kind = _kind(written, match, data, charts)
    if data is None or kind is None:
        return
    columns = STAGES if kind is ChartKind.WATERFALL else COLUMNS
    plan = replace(plan, kind=kind, columns=columns)
    yield from charts.stand(plan, data, (GROUP, *name.text.split(".")), section)
    numbered_otherwise(match["number"], name, charts)


def _part(written: Written, match: re.Match[str], group: str) -> Written:
    return Written(match[group], written.place_at(match.start(group), len(match[group])))


def _kind(written: Written, match: re.Match[str], data: Source | None, charts: ChartPlacement) -> ChartKind | None:
    """The kind that is named, or else the one that shows such figures best."""
    if not match["kind"]:
        return _usual(data)
    kinds = kinds_by_name()
    if match["kind"] not in kinds:
        label = _("「类型」写 {kinds}", kinds=_("、").join(kind.value for kind in ChartKind))
        place = written.place_at(match.start("kind"), len(match["kind"]))
        charts.found.append(WRONG_TYPE.at(place, label, fix=did_you_mean(match["kind"], list(kinds))))
    return kinds.get(match["kind"])


def _usual(data: Source | None) -> ChartKind:
    match data:
        case Asked(question=question):
            many = len(question.options) > _MOST_OF_A_PIE
            return ChartKind.BAR if many or question.kind is QuestionKind.SEVERAL else ChartKind.PIE
        case Questionnaire():
            return ChartKind.DISTRIBUTION
        case Indicators():
            return ChartKind.BAR
        case _:
            return ChartKind.COLUMN
