"""The figures of a document as the desk shows them: what each is tied to, the working, and where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.pipeline.review_page.formulas import Workings, cell_name
from reportgen.pipeline.review_page.shown import Sight
from reportgen.pipeline.review_page.typed import Stretch
from reportgen.place import Place
from reportgen.record import replace
from reportgen.render.desk.data import ShownFigure
from reportgen.statements.contradictions import overlap, printed
from reportgen.statements.facts import facts_stated
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.ties import Tie, Tied, Ties
from reportgen.statements.workings import cell_names

_Key = tuple[str, int, int, int]


def facts_of(sight: Sight) -> list[Fact]:
    """Every fact of the file that is a figure, once."""
    scenes = (scene for scene in sight.checked.scenes if not scene.finished)
    facts = (fact for scene in scenes for fact in facts_stated(scene.content))
    return list({_key(fact.place): fact for fact in facts if fact.place.file == sight.checked.source.file}.values())


def figures_shown(sight: Sight, documents: Sequence[Ties], facts: Sequence[Fact]) -> list[ShownFigure]:
    """Every figure that is printed, in the order of the pages: those that somebody typed, then those that are printed
    by a reference and belong to no sentence, then those that the program worked out.
    """
    figures = _Figures(sight, _Facts(facts))
    stated = list(figures.stated(documents))
    covered = {box for figure in stated for box in figure.boxes}
    others = (each for each in (*figures.referred(), *figures.computed()) if not covered.intersection(each.boxes))
    return sorted([*stated, *others], key=lambda each: (each.boxes[0][0], each.boxes[0][2], each.boxes[0][1]))


class _Figures:
    """Makes the figures of a document."""

    def __init__(self, sight: Sight, facts: "_Facts") -> None:
        self._sight, self._facts, self._workings = sight, facts, Workings()
        self._numbers: dict[Statement, int] = {}

    def stated(self, documents: Sequence[Ties]) -> Iterator[ShownFigure]:
        """Each figure where it is printed: what was typed once may be printed in several tables, and stated in each."""
        typed: dict[tuple[Place, str], list[tuple[Tied, Ties]]] = defaultdict(list)
        for ties in documents:
            for tied in ties.every:
                typed[tied.figure.place, tied.figure.text].append((tied, ties))
                self._numbers[tied.figure] = len(self._numbers)
        for (place, text), statements in typed.items():
            for number, stretch in enumerate(self._sight.told(place, text)):
                yield from self._stated(stretch, *statements[min(number, len(statements) - 1)])

    def _stated(self, stretch: Stretch, tied: Tied, ties: Ties) -> Iterator[ShownFigure]:
        figure = tied.figure
        working = (self._formula(stretch.strip), *ties.workings(figure))
        told = ShownFigure(
            figure.text,
            tied.tie.name.lower(),
            tied.why,
            tuple(words for words in working if words not in ("", tied.why)),
            " · ".join(cell_names(figure)) if figure.origin is Origin.CELL else figure.label or figure.name,
            figure.passage.section,
            self._facts.tied(tied),
            number=self._numbers[figure],
            alike=tuple(self._numbers[each] for each in ties.alike(figure) if each in self._numbers),
        )
        yield from self._placed(told, stretch, figure.place)

    def referred(self) -> Iterator[ShownFigure]:
        """Figures that a reference prints where no sentence states them: in titles and captions."""
        for number, strip in enumerate(self._sight.strips):
            at = 0
            for inline, words in strip.pieces:
                if isinstance(inline, Number):
                    fact = self._facts.of(inline.fact)
                    told = ShownFigure(inline.text, Tie.BOUND.name.lower(), inline.fact.name, fact=fact)
                    yield from self._placed(told, Stretch(number, at, at + len(words)), inline.origin)
                at += len(words)

    def computed(self) -> Iterator[ShownFigure]:
        """Cells that the program has worked out from others."""
        for number, strip in enumerate(self._sight.strips):
            words = self._formula(number)
            if words and strip.cell and strip.table:
                name, text = cell_name(strip.table, strip.cell), strip.text
                told = ShownFigure(text.strip(), Tie.DERIVED.name.lower(), words, name=name)
                yield from self._placed(told, Stretch(number, 0, len(text)), strip.cell.origin)

    def _formula(self, strip: int) -> str:
        """How the cell of a strip was worked out; empty for what is no such cell."""
        found = self._sight.strips[strip]
        return self._workings.of(found.table, found.cell) if found.table and found.cell else ""

    def _placed(self, told: ShownFigure, stretch: Stretch, place: Place) -> Iterator[ShownFigure]:
        """The figure where it stands; none when that is on no page."""
        sight = self._sight
        if boxes := sight.boxes([stretch]):
            line, path = sight.line(place), sight.path(place)
            yield replace(told, boxes=boxes, on=sight.on([stretch]), line=line, path=path)


class _Facts:
    """The facts by the lines that they stand on, to be asked for the number of one."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._at = {_key(fact.place): number for number, fact in enumerate(facts)}
        self._named = {fact.name: number for number, fact in reversed(list(enumerate(facts)))}
        self._on_line: dict[tuple[str, int], list[tuple[int, Place]]] = defaultdict(list)
        for number, fact in enumerate(facts):
            self._on_line[fact.place.file, fact.place.line].append((number, fact.place))

    def of(self, fact: Fact) -> int:
        return self._at.get(_key(fact.place), -1)

    def tied(self, tied: Tied) -> int:
        """The fact that a figure prints, that it was filled from, or that it equals; -1 for none."""
        numbers = list(printed(tied.figure))
        if tied.tie not in (Tie.BOUND, Tie.MATCHED):
            return self.of(numbers[0].fact) if numbers else -1
        place = tied.figure.place
        filled = (number for number, given in self._on_line[place.file, place.line] if overlap(given, place))
        return self.of(numbers[0].fact) if numbers else next(filled, self._named.get(tied.why, -1))


def _key(place: Place) -> _Key:
    return place.file, place.line, place.column, place.length
