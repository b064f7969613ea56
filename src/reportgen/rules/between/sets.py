"""Papers → comparisons: those of one unit and year are a set; sets of years that follow each other are compared too.

Documents of several files are compared with those of the others; documents of one file with each other.

Every document is held against the earliest of each other kind that says the same, so the work grows with the number of
papers and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from reportgen.packs.pack import Stage
from reportgen.rules.between import comparisons as between
from reportgen.rules.between.comparisons import Comparison, Retold
from reportgen.rules.between.papers import IndicatorList, Paper, Topic
from reportgen.rules.between.results_told import rates, results
from reportgen.rules.between.shared import told_once
from reportgen.rules.between.spelling import one_spelling
from reportgen.rules.between.told import Told, by_key
from reportgen.rules.between.years import of_years

_RETOLD: dict[Topic, type[Retold]] = {
    Topic.INITIAL: between.InitialRetold,
    Topic.BUDGET: between.BudgetRetold,
    Topic.SPENT: between.SpentRetold,
    Topic.SCORE: between.ScoreRetold,
    Topic.GRADE: between.GradeRetold,
    Topic.TARGET: between.TargetRetold,
    Topic.FACT: between.FactRetold,
    Topic.STAFF: between.StaffRetold,
}


Item = TypeVar("Item")
Apart = Callable[[Paper, Paper], bool]
"""Whether two documents are to be compared: two of one kind are versions, or stand for different projects."""


def files_apart(first: Paper, other: Paper) -> bool:
    """Documents of two files; what one file says of its own is compared when that file is checked."""
    return first.file != other.file and first.kind != other.kind


def forms_apart(first: Paper, other: Paper) -> bool:
    """Documents of one file."""
    return first.kind != other.kind


def comparisons(papers: Iterable[Paper]) -> Iterator[Comparison]:
    """Everything that can be compared between documents of several files, unit by unit."""
    units, spelt = one_spelling(told_once(papers))
    yield from spelt
    for unit in units:
        years: dict[int, list[Paper]] = defaultdict(list)
        for paper in sorted(unit, key=lambda paper: paper.stage.rank):
            years[paper.year].append(paper)
        for year, found in sorted(years.items()):
            yield from of_one_year(found, files_apart)
            if year - 1 in years:
                yield from of_years(years[year - 1], found)
        yield from _odd_years(years)


def comparisons_within(papers: Iterable[Paper]) -> Iterator[Comparison]:
    """Everything that can be compared between the documents of one file."""
    sets: dict[tuple[str, int], list[Paper]] = defaultdict(list)
    for paper in told_once(papers):
        sets[paper.unit, paper.year].append(paper)
    for found in sets.values():
        yield from of_one_year(found, forms_apart)


def of_one_year(papers: list[Paper], apart: Apart) -> Iterator[Comparison]:
    """The comparisons within a set, which stands in the order of its stages."""
    for topic, cls in _RETOLD.items():
        for told in by_key(papers, topic).values():
            for first, again in _retold(_meant(told), apart):
                yield cls(first.paper, again.paper, first.said, again.said)
    yield from results(papers, apart)
    yield from rates(papers, apart)
    for earlier, later in _pairs(papers, apart):
        if earlier.projects and later.projects:
            yield between.ProjectLists(earlier, later)
        if earlier.days and later.days:
            yield between.Days(earlier, later)
        if earlier.stage is Stage.TARGET and later.stage is Stage.SELF_EVALUATION:
            yield from _answered(earlier, later)
    yield from _evaluated(papers, apart)
    yield from _project_sums(papers, apart)


def _meant(told: list[Told]) -> list[Told]:
    """Without a 批复 that may be 年初预算, once a document says that the two are not the same."""
    unsure = [each for each in told if not each.said.sure and each.said.topic is Topic.INITIAL]
    both = any(each.said.sure and each.paper.stage is not Stage.TARGET for each in told)
    return [each for each in told if each not in unsure] if unsure and both else told


def _retold(told: list[Told], apart: Apart) -> Iterator[tuple[Told, Told]]:
    """Each statement with the first one of another document; with one that agrees, if any does.

    So a slip that two later documents share is said once.
    """
    firsts: dict[str, list[Told]] = defaultdict(list)
    for again in told:
        others = [first for kept in firsts.values() for first in kept if apart(first.paper, again.paper)]
        if others:
            yield next((first for first in others if first.said.agrees(again.said)), others[0]), again
        _keep(again, again.paper, firsts[again.paper.kind], [first.paper for first in firsts[again.paper.kind]])


def _keep(item: Item, paper: Paper, firsts: list[Item], known: list[Paper]) -> None:
    """One of a kind is enough; its own file's documents are held against a second one, of another file."""
    if not known or (len(known) == 1 and known[0].accompanied and known[0].file != paper.file):
        firsts.append(item)


def _pairs(papers: list[Paper], apart: Apart) -> Iterator[tuple[Paper, Paper]]:
    firsts: dict[str, list[Paper]] = defaultdict(list)
    for later in papers:
        yield from ((earlier, later) for kept in firsts.values() for earlier in kept if apart(earlier, later))
        _keep(later, later, firsts[later.kind], firsts[later.kind])


def _answered(earlier: Paper, later: Paper) -> Iterator[between.Answered]:
    approved, evaluated = _once(earlier.indicators), _once(later.indicators)
    for key in approved.keys() & evaluated.keys():
        yield between.Answered(earlier, later, approved[key], evaluated[key])


def _once(lists: tuple[IndicatorList, ...]) -> dict[str, IndicatorList]:
    """By project; none of projects that have the same name."""
    counts = Counter(each.key for each in lists)
    return {each.key: each for each in lists if counts[each.key] == 1}


def _evaluated(papers: list[Paper], apart: Apart) -> Iterator[between.Evaluated]:
    """Lists of projects alone: an approval of the whole unit lists tasks that nobody evaluates one by one."""
    approvals = [paper for paper in papers if paper.stage is Stage.TARGET and not paper.whole and paper.projects]
    evaluations = [paper for paper in papers if paper.stage is Stage.SELF_EVALUATION and paper.projects]
    for approved in approvals[:1]:
        own = tuple(each for each in approved.projects if each.unit in ("", approved.unit))
        others = [paper for paper in evaluations if apart(approved, paper)]
        listed = tuple(project for paper in others for project in paper.projects if project.listed)
        if own and listed:
            yield between.Evaluated(approved, others[-1], own, listed)


def _project_sums(papers: list[Paper], apart: Apart) -> Iterator[between.ProjectSum]:
    """What self-evaluations of single projects have spent, against 项目资金 of a table of funds in another document."""
    parts: dict[str, Told] = {}
    for paper in papers:
        if paper.stage is Stage.SELF_EVALUATION:
            for project in paper.projects:
                spent = project.amount(Topic.SPENT)
                if project.listed and spent:
                    parts.setdefault(project.name, Told(paper, spent))
    if len(parts) < 2:
        return
    first = next(iter(parts.values())).paper
    for told in by_key(papers, Topic.SPENT).get("项目资金", []):
        if all(apart(part.paper, told.paper) for part in parts.values()):
            said = tuple(part.said for part in parts.values())
            yield between.ProjectSum(first, told.paper, told.said, said)


def _odd_years(years: dict[int, list[Paper]]) -> Iterator[between.OddYear]:
    """A file alone in its year, at least two files of other kinds in the next, and a date two years on."""
    for year, papers in years.items():
        others = years.get(year + 1, [])
        kinds = {paper.kind for paper in papers} & {paper.kind for paper in others}
        dated = {day.day.year for paper in papers for day in paper.days if day.name == "成文日期"}
        alone = len(papers) == 1 and len({paper.file for paper in others}) > 1
        if alone and not kinds and year + 2 in dated:
            yield between.OddYear(others[0], papers[0])
