"""Two years that follow each other → what can be compared in them."""

from collections import defaultdict
from collections.abc import Iterator

from reportgen.packs.pack import Stage
from reportgen.rules.between import comparisons as between
from reportgen.rules.between.comparisons import Comparison, Retold
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.told import Told, by_key

_SAME_KEY: tuple[tuple[Topic, Topic, type[Retold]], ...] = (
    (Topic.CLOSING, Topic.OPENING, between.CarriedOver),
    (Topic.DONE, Topic.TARGET, between.TargetAfterResult),
    (Topic.STAFF, Topic.STAFF, between.StaffOfYears),
)
_COLUMNS = {Topic.INITIAL: "年初预算", Topic.BUDGET: "批复", Topic.SPENT: "支出"}
_GENERAL = ("合计", "实际", "完成", "支出", "本年")
"""What the figure of a group may be called that last year's is compared with: 接待观众.合计 for 接待观众.上年."""


def of_years(before: list[Paper], after: list[Paper]) -> Iterator[Comparison]:
    """The comparisons between a year's set and the next year's, both in the order of their stages.

    The last word of the old year is held against the first of the new: the rest is compared within its own year.
    """
    for old, new, cls in _SAME_KEY:
        former = by_key(before, old)
        for key, told in by_key(after, new).items():
            known = former.get(key, [])
            meant = [each for each in known if new is not Topic.OPENING or _one_scope(each.paper, told[0].paper)]
            if meant:
                yield cls(meant[-1].paper, told[0].paper, meant[-1].said, told[0].said)
    yield from _former(before, after)
    yield from _reports(before, after)


def _one_scope(first: Paper, other: Paper) -> bool:
    """Whether both speak of the whole unit, or are of one kind: a project has figures of its own beside the unit's."""
    return first.kind == other.kind or (first.whole and other.whole)


def _former(before: list[Paper], after: list[Paper]) -> Iterator[between.FormerRetold]:
    known: dict[str, list[Told]] = defaultdict(list)
    for paper in before:
        for said in paper.said:
            for name in _names(said):
                known[name].append(Told(paper, said))
    for paper in after:
        for said in paper.said:
            if said.topic is Topic.FORMER:
                names = (said.key, *(f"{said.key}.{word}" for word in _GENERAL))
                meant = [told for name in names for told in known[name] if _one_scope(told.paper, paper)]
                if len({told.said.words for told in meant}) == 1:
                    yield between.FormerRetold(meant[0].paper, paper, meant[0].said, said)


def _names(said: Said) -> tuple[str, ...]:
    """The names by which next year's document may speak of a figure."""
    match said.topic:
        case Topic.FACT:
            return (said.key,)
        case Topic.SPENT | Topic.BUDGET | Topic.INITIAL if said.sure:
            column = _COLUMNS[said.topic]
            return (f"{said.key}.{column}" if said.key else column,)
        case _:
            return ()


def _reports(before: list[Paper], after: list[Paper]) -> Iterator[Comparison]:
    """Each document of the year with the last one of its own kind, or report with report."""
    for later in after:
        same = [paper for paper in before if paper.kind == later.kind and paper.file != later.file]
        if same:
            yield between.FiguresOfYears(same[-1], later)
        reports = [paper for paper in before if paper.stage is later.stage is Stage.REPORT and paper.file != later.file]
        alike = [paper for paper in reports if paper.kind == later.kind] or reports
        if alike and alike[-1].paragraphs and later.paragraphs:
            yield between.Texts(alike[-1], later)
        if alike and alike[-1].problems and later.problems:
            yield between.ProblemsAgain(alike[-1], later)
        if alike and alike[-1].dated and later.dated and later.follows:
            yield between.Dated(alike[-1], later)
        if alike and alike[-1].measures and later.paragraphs and later.follows:
            yield between.Promises(alike[-1], later)
