"""Two years that follow each other → what can be compared in them."""

from collections import defaultdict
from collections.abc import Iterator

from reportgen.packs.pack import Stage
from reportgen.rules.between import comparisons as between
from reportgen.rules.between.comparisons import Comparison, Retold
from reportgen.rules.between.papers import Paper, Said, Topic

_SAME_KEY: tuple[tuple[Topic, Topic, type[Retold]], ...] = (
    (Topic.CLOSING, Topic.OPENING, between.CarriedOver),
    (Topic.DONE, Topic.TARGET, between.TargetAfterResult),
    (Topic.STAFF, Topic.STAFF, between.StaffOfYears),
)
_GENERAL = ("合计", "实际", "完成", "支出", "本年")
"""What the figure of a group may be called that last year's is compared with: 接待观众.合计 for 接待观众.上年."""


def of_years(before: list[Paper], after: list[Paper]) -> Iterator[Comparison]:
    """The comparisons between a year's set and the next year's, both in the order of their stages."""
    for old, new, cls in _SAME_KEY:
        former = {said.key: (paper, said) for paper in before for said in paper.said if said.topic is old}
        for paper, said in _each_once(after, new):
            if said.key in former:
                origin, first = former[said.key]
                yield cls(origin, paper, first, said)
    yield from _former(before, after)
    yield from _reports(before, after)


def _each_once(papers: list[Paper], topic: Topic) -> Iterator[tuple[Paper, Said]]:
    """The first statement of each: what later documents repeat is compared within their own year."""
    said = {
        each.key: (paper, each) for paper in reversed(papers) for each in reversed(paper.said) if each.topic is topic
    }
    yield from said.values()


def _former(before: list[Paper], after: list[Paper]) -> Iterator[between.FormerRetold]:
    known: dict[str, dict[Said, Paper]] = defaultdict(dict)
    for paper in before:
        for said in paper.said:
            for name in _names(said):
                known[name].setdefault(said, paper)
    for paper in after:
        for said in paper.said:
            if said.topic is Topic.FORMER:
                meant = [
                    known[name] for name in (said.key, *(f"{said.key}.{word}" for word in _GENERAL)) if name in known
                ]
                values = {each.words for found in meant for each in found}
                if len(values) == 1:
                    first, origin = next(iter(meant[0].items()))
                    yield between.FormerRetold(origin, paper, first, said)


def _names(said: Said) -> tuple[str, ...]:
    """The names by which next year's document may speak of a figure."""
    match said.topic:
        case Topic.FACT:
            return (said.key,)
        case Topic.SPENT:
            return (f"{said.key}.支出" if said.key else "支出",)
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
