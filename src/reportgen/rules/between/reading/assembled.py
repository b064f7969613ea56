"""The papers of a document: what was read of it, put together."""

from collections.abc import Iterator

from reportgen.model.content import Content, Dated, Measures, Problems, Year
from reportgen.model.dates import read_date
from reportgen.model.document import Document, Metadata
from reportgen.numbers.clauses import sentences
from reportgen.packs.carrying import ANSWERS, FORMER
from reportgen.packs.pack import Stage
from reportgen.place import Written
from reportgen.record import replace
from reportgen.rules.between.papers import Day, Paper, Project, Said, Topic, Words
from reportgen.rules.between.reading.indicators import figures_of, listed, lists_of, score_of
from reportgen.rules.between.reading.money import (
    Row,
    funded_projects,
    funds_of,
    indicators_of,
    project_of,
    rows_of,
    totals_of,
)
from reportgen.rules.between.reading.rates import rates_of
from reportgen.rules.between.reading.reasons import reasons_in
from reportgen.rules.between.reading.recognised import (
    grade_in_prose,
    scores_in_prose,
    staff_in_prose,
    stage_of,
    unit_of,
)
from reportgen.rules.between.reading.statements import facts_of, former_of, scores_of
from reportgen.rules.scene import Scene

_ADJUSTED = ("追加", "调整", "调增", "调减", "压减", "追减")
_SHORTEST = 20
"""A paragraph of fewer characters is a formula: it says nothing that it stands in two reports."""
_NO_DOCUMENT = Document(Metadata("", ""), {}, {})


def papers_of(scene: Scene) -> list[Paper]:
    """The paper of the document's own unit, then those of other units that its projects name.

    None for what has no place in a budget year: no stage, no year, no unit.
    """
    title = scene.document.metadata.title
    stage, (unit, unit_place) = stage_of(scene), unit_of(scene)
    year = next(scene.content.every(Year), None)
    if stage is None or year is None or not unit:
        return []
    kind = scene.pack.name if not scene.finished or scene.pack.title in title else stage.value
    place = year.written.place_at(0, len(year.written.text))
    bare = replace(scene, content=Content(scene.content.file, {}), document=_NO_DOCUMENT, beside=())
    paper = Paper(scene.content.file, kind, stage, unit, unit_place, year.number, place, bare)
    named = replace(paper, title=title if scene.finished else scene.pack.title, accompanied=bool(scene.beside))
    paper = _filled(named, scene)
    return [paper, *_of_others(paper)]


def _filled(paper: Paper, scene: Scene) -> Paper:
    content, stage = scene.content, paper.stage
    adjusts = any(word in passage.text for passage in scene.passages for word in _ADJUSTED)
    lines = [(line, project) for line in rows_of(content) if (project := project_of(line, stage))]
    lists = list(lists_of(content, lines, stage))
    whole = "整体" in scene.document.metadata.title + scene.pack.title * (not scene.finished)
    said = [*_said(paper, scene, whole, adjusts), *(said for one in lists for said in figures_of(*one, content.facts))]
    return replace(
        paper,
        whole=whole,
        days=tuple(_days(content)),
        said=(*said, *_scores(scene, lines, stage)),
        projects=(*(project for _line, project in lines), *funded_projects(content)),
        indicators=tuple(listed(*one) for one in lists),
        problems=tuple(_problems(content, paper.year)),
        measures=tuple(_measures(content, paper.year)),
        follows=ANSWERS in content.values or any(fact.path[0] == FORMER for fact in content.facts.every()),
        dated=tuple(_dated(scene, paper.year)),
        reasons=tuple(reasons_in(scene)),
        paragraphs=tuple(_paragraphs(scene, paper.year)) if stage is Stage.REPORT else (),
        adjusts=adjusts,
    )


def _said(paper: Paper, scene: Scene, whole: bool, adjusts: bool) -> Iterator[Said]:
    content = scene.content
    yield from funds_of(content, whole, adjusts)
    yield from totals_of(content) if paper.stage is Stage.TARGET else ()
    yield from rates_of(content, whole)
    declared = [*facts_of(content, paper.year), *former_of(content), *scores_of(content, scene.pack, whole)]
    yield from declared
    if paper.stage is Stage.REPORT:
        given = {said.topic for said in declared}
        yield from () if Topic.STAFF in given else staff_in_prose(scene)
        yield from grade_in_prose(scene) if scene.finished else ()
        yield from (said for said in scores_in_prose(scene) if said.key or Topic.SCORE not in given)


def _scores(scene: Scene, lines: list[tuple[Row, Project]], stage: Stage) -> Iterator[Said]:
    for line, project in lines:
        yield from project.amounts
        rows = [row for value in indicators_of(line.row) for row in value.rows]
        score = score_of(project, rows, scene.pack) if stage is Stage.SELF_EVALUATION else None
        yield from [score] if score else []


def _days(content: Content) -> Iterator[Day]:
    for name in ("批复日期", "成文日期"):
        match content.values.get(name):
            case Dated(day, written):
                yield Day(name, day, written.place_at(0, len(written.text)))
            case Written() as written if given := read_date(written.text):
                yield Day(name, given, written.place_at(0, len(written.text)))
            case _:
                pass


def _problems(content: Content, year: int) -> Iterator[tuple[Words, ...]]:
    for problems in content.every(Problems):
        for problem in problems.items:
            texts = (problem.heading, *([problem.detail] if problem.detail else []))
            yield tuple(
                Words(_bare(text.text, year), text.place_at(0, len(text.text.split("\n")[0]) or 1)) for text in texts
            )


def _measures(content: Content, year: int) -> Iterator[Words]:
    for measures in content.every(Measures):
        for measure in measures.items:
            heading = measure.heading
            yield Words(_bare(heading.text, year).rstrip("。"), heading.place_at(0, len(heading.text)))


def _paragraphs(scene: Scene, year: int) -> Iterator[Words]:
    for passage in scene.passages:
        text = _bare(passage.text, year)
        if not passage.level and not passage.cell and len(text) >= _SHORTEST:
            yield Words(text, passage.place(0, len(passage.text)), passage.section)


def _dated(scene: Scene, year: int) -> Iterator[Words]:
    """Sentences with this year or the last in them; what a reference printed says its own year."""
    years = (f"{year}年", f"{year - 1}年")
    for passage in scene.passages:
        if not passage.cell and any(word in passage.text for word in years):
            for match in sentences(passage.text):
                if any(word in match[0] for word in years):
                    yield Words(match[0].strip(), passage.place(*match.span()), passage.section)


def _bare(text: str, year: int) -> str:
    """Without blanks, and with words for this year and the last: to change them is not to write anew."""
    return "".join(text.split()).replace(str(year), "本年").replace(str(year - 1), "上年")


def _of_others(paper: Paper) -> Iterator[Paper]:
    """For each other unit that uses the money of some projects: these projects and what is said of them."""
    units = dict.fromkeys(project.unit for project in paper.projects if project.unit not in ("", paper.unit))
    for unit in units:
        projects = tuple(project for project in paper.projects if project.unit == unit)
        names = {project.name for project in projects}
        yield replace(
            paper,
            unit=unit,
            whole=False,
            said=tuple(said for said in paper.said if said.key.partition("/")[0] in names),
            projects=projects,
            indicators=tuple(each for each in paper.indicators if each.key in names),
            problems=(),
            measures=(),
            dated=(),
            paragraphs=(),
        )
