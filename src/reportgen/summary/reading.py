"""A document that was checked → what the summary keeps of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.model.content import Content, FundColumn, FundTable, Year
from reportgen.model.document import Document, Table
from reportgen.model.lattice import Lattice
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.rules.between.names import plain
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.reading import papers_of
from reportgen.rules.between.reading.recognised import stage_of, unit_of
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import signed_on
from reportgen.summary.entries import Amount, Entry, Measure, Points, Source
from reportgen.summary.scores import graded_score
from reportgen.summary.totals import whole_amounts
from reportgen.summary.words import DEPARTMENT, Material, column_of, material_of

_MEASURES: Mapping[Topic, Measure] = {
    Topic.INITIAL: Measure.INITIAL,
    Topic.BUDGET: Measure.BUDGET,
    Topic.SPENT: Measure.SPENT,
}
_BEHIND = re.compile(r"20\d\d|部门|单位|整体|项目|支出|绩效|预算|决算|财政|[（“]")
"""What stands behind the unit in a title."""
_INDEX = re.compile("^监督索引号[0-9]+")
"""What finance systems print above the title of published accounts."""
_OF_YEAR = re.compile(r"(20\d\d)年度")


def entries_of(scene: Scene) -> list[Entry]:
    """The entry of the document's own unit, then those of other units whose projects it lists."""
    papers = papers_of(_with_year(scene))
    own = _entry(scene, papers[0] if papers else None)
    return [own, *(_of_another(own, paper) for paper in papers[1:])]


def _entry(scene: Scene, paper: Paper | None) -> Entry:
    title = scene.document.metadata.title.replace("\n", "")
    unit = _unit(paper.unit if paper else unit_of(scene)[0], title)
    stage = paper.stage if paper else stage_of(scene)
    told = paper.said if paper else ()
    material = material_of(title or scene.pack.title, stage)
    whole = (paper.whole if paper else _speaks_of_all(title)) and material is not Material.MONITORING
    points, grade = _scored(scene, told, whole)
    return Entry(
        file=scene.content.file,
        title=title or scene.pack.title,
        kind=scene.pack.title,
        stage=stage,
        material=material,
        unit=unit,
        year=paper.year if paper else scene.year or _year_in_prose(scene),
        department=department_of(scene.document),
        day=signed_on(scene),
        amounts=() if material is Material.MONITORING else tuple(_amounts(scene, paper, unit, whole)),
        points=points,
        grade=grade,
    )


def _of_another(own: Entry, paper: Paper) -> Entry:
    """A list of projects grants money to the units that carry them out."""
    amounts = tuple(amount for said in paper.said if said.key and (amount := _amount(said)))
    department = own.department or own.unit
    return replace(own, unit=paper.unit, department=department, amounts=amounts, points=(), grade="", own=False)


def _with_year(scene: Scene) -> Scene:
    """A paper whose title has no year with the one that its prose tells, without which it would have no place."""
    year = 0 if any(True for _year in scene.content.every(Year)) else _year_in_prose(scene)
    if not year or not scene.finished:
        return scene
    given = Year(year, Written(str(year), Place(scene.content.file)))
    return replace(scene, content=replace(scene.content, values={**scene.content.values, "年度": given}))


def _year_in_prose(scene: Scene) -> int:
    """The year that it calls its own most often, 2020年度; 0 where none is told."""
    told = Counter(int(match[1]) for passage in scene.passages for match in _OF_YEAR.finditer(passage.text))
    return max(told, key=lambda year: (told[year], year), default=0)


def _unit(name: str, title: str) -> str:
    """Whose paper it is: where a firm has signed, the unit that the title begins with; empty where it names none."""
    known, name = lists("summary"), _INDEX.sub("", name)
    if not name.endswith(known["受托机构"]):
        return name
    own = _BEHIND.split(title)[0]
    return plain(own) if own != title and own.endswith(known["单位结尾"]) else ""


def _speaks_of_all(title: str) -> bool:
    """Whether a title without a document type is that of a paper about the whole unit."""
    return any(word in title for word in ("整体", "总体", "决算"))


# ---- money and points ----


def _amounts(scene: Scene, paper: Paper | None, unit: str, whole: bool) -> Iterator[Amount]:
    own = _own_projects(paper) if paper else frozenset()
    told = (said for said in (paper.said if paper else ()) if not said.key or said.key in own)
    stated = [amount for said in told if (amount := _amount(said))]
    yield from stated
    if not whole:
        project = scene.document.metadata.title.replace("\n", "")
        prose = [] if stated else whole_amounts(scene, unit)
        yield from (replace(each, project=project, source=Source.PROJECTS) for each in prose)
        return
    yield from _received(scene.content)
    known = {amount.measure for amount in stated if not amount.project}
    yield from (each for each in whole_amounts(scene, unit) if each.measure not in known)


def _own_projects(paper: Paper) -> frozenset[str]:
    """Without those that another unit carries out: it has them."""
    return frozenset(project.name for project in paper.projects if project.unit in ("", paper.unit))


def _amount(said: Said) -> Amount | None:
    """What a paper says of its unit (the empty key) or of a project, in 元."""
    if said.topic not in _MEASURES or not said.readings or (said.topic is Topic.INITIAL and not said.sure):
        return None
    quantity = said.readings[0].quantity
    source = Source.PROJECTS if said.key else Source.WHOLE
    return Amount(_MEASURES[said.topic], quantity.value, said.words, said.place, source, said.key)


def _received(content: Content) -> Iterator[Amount]:
    """到位, which only fund tables tell."""
    for table in content.every(FundTable):
        cell = table.year.cells.get(FundColumn.RECEIVED)
        if cell and cell.quantity:
            yield Amount(Measure.RECEIVED, cell.quantity.value, str(cell.value), cell.place)


def _scored(scene: Scene, told: Sequence[Said], whole: bool) -> tuple[tuple[Points, ...], str]:
    """Score and grade as the paper says them, else where its prose tells both in one breath."""
    own = [each for each in told if not each.key]
    points = tuple(
        Points(each.readings[0].quantity.value, each.words, each.place)
        for each in own
        if each.topic is Topic.SCORE and each.readings
    )
    grade = next((each.words for each in own if each.topic is Topic.GRADE), "")
    graded = graded_score(scene) if whole and scene.finished and not (points and grade) else None
    if graded is None or (points and points[0].value != graded.points.value):
        return points, grade
    return points or (graded.points,), grade or graded.grade


# ---- names ----


def department_of(document: Document) -> str:
    """What a form prints beside 主管部门; empty where none does."""
    for table in (block for block in document.walk() if isinstance(block, Table)):
        lattice = Lattice(table)
        for cell in table.lines():
            beside = lattice.beside(cell) if column_of(cell.compact) == DEPARTMENT else None
            if beside and (name := _name(beside.text)):
                return name
    return ""


def _name(words: str) -> str:
    """Without the code that stands behind it."""
    return plain("".join(part for part in words.split() if not part.isascii()))
