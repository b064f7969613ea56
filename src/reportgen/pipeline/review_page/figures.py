"""The figures of a document as the desk shows them: what each is tied to, the working, and where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.pipeline.review_page.formulas import cell_name, formula_words
from reportgen.pipeline.review_page.shown import Sight
from reportgen.pipeline.review_page.typed import Stretch
from reportgen.place import Place
from reportgen.render.desk.data import Box, ShownFigure
from reportgen.statements.contradictions import overlap, printed
from reportgen.statements.facts import facts_stated
from reportgen.statements.statement import Origin
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
    known = _Facts(facts)
    stated = list(_stated(sight, documents, known))
    covered = {box for figure in stated for box in figure.boxes}
    others = (each for each in (*_referred(sight, known), *_computed(sight)) if not covered.intersection(each.boxes))
    return sorted([*stated, *others], key=lambda each: (each.boxes[0][0], each.boxes[0][2], each.boxes[0][1]))


def _stated(sight: Sight, documents: Sequence[Ties], facts: "_Facts") -> Iterator[ShownFigure]:
    """Each figure where it is printed: what was typed once may be printed in several tables, and is stated in each."""
    typed: dict[tuple[Place, str], list[tuple[Tied, Ties]]] = defaultdict(list)
    for ties in documents:
        for tied in ties.every:
            typed[tied.figure.place, tied.figure.text].append((tied, ties))
    for (place, text), statements in typed.items():
        for number, stretch in enumerate(sight.told(place, text)):
            tied, ties = statements[min(number, len(statements) - 1)]
            if boxes := sight.boxes([stretch]):
                yield _figure(tied, ties, boxes, sight.on([stretch]), sight, facts)


class _Facts:
    """The facts by the lines that they stand on, to be asked for the number of one."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._at = {_key(fact.place): number for number, fact in enumerate(facts)}
        self._named = {fact.name: number for number, fact in reversed(list(enumerate(facts)))}
        self._facts = facts

    def of(self, fact: Fact) -> int:
        return self._at.get(_key(fact.place), -1)

    def tied(self, tied: Tied) -> int:
        """The fact that a figure prints, that it was filled from, or that it equals; -1 for none."""
        numbers = list(printed(tied.figure))
        if tied.tie not in (Tie.BOUND, Tie.MATCHED):
            return self.of(numbers[0].fact) if numbers else -1
        filled = (number for number, fact in enumerate(self._facts) if overlap(fact.place, tied.figure.place))
        return self.of(numbers[0].fact) if numbers else next(filled, self._named.get(tied.why, -1))


def _figure(  # noqa: PLR0913, PLR0917 - a figure, and where it stands
    tied: Tied, ties: Ties, boxes: tuple[Box, ...], on: tuple[int, int], sight: Sight, facts: _Facts
) -> ShownFigure:
    figure = tied.figure
    return ShownFigure(
        text=figure.text,
        tie=tied.tie.name.lower(),
        why=tied.why,
        working=tuple(words for words in ties.workings(figure) if words != tied.why),
        name=" · ".join(cell_names(figure)) if figure.origin is Origin.CELL else figure.label or figure.name,
        section=figure.passage.section,
        fact=facts.tied(tied),
        line=sight.line(figure.place),
        path=sight.path(figure.place),
        boxes=boxes,
        on=on,
    )


def _referred(sight: Sight, facts: _Facts) -> Iterator[ShownFigure]:
    """Figures that a reference prints where no sentence states them: in titles and captions."""
    for number, strip in enumerate(sight.strips):
        at = 0
        for inline, words in strip.pieces:
            if isinstance(inline, Number):
                stretches = [Stretch(number, at, at + len(words))]
                if boxes := sight.boxes(stretches):
                    place, name = inline.origin, inline.fact.name
                    yield _plain(
                        inline.text, Tie.BOUND, (name, ""), facts.of(inline.fact), place, boxes, sight, stretches
                    )
            at += len(words)


def _computed(sight: Sight) -> Iterator[ShownFigure]:
    """Cells that the program has worked out from others."""
    for number, strip in enumerate(sight.strips):
        if strip.cell and strip.table and strip.cell.formula and strip.text.strip():
            stretches = [Stretch(number, 0, len(strip.text))]
            if boxes := sight.boxes(stretches):
                why, name = formula_words(strip.table, strip.cell), cell_name(strip.table, strip.cell)
                text, place = strip.text.strip(), strip.cell.origin
                yield _plain(text, Tie.DERIVED, (why, name), -1, place, boxes, sight, stretches)


def _plain(  # noqa: PLR0913, PLR0917 - what is known of a figure that no statement has
    text: str,
    tie: Tie,
    told: tuple[str, str],
    fact: int,
    place: Place,
    boxes: tuple[Box, ...],
    sight: Sight,
    stretches: list[Stretch],
) -> ShownFigure:
    line, path, on, (why, name) = sight.line(place), sight.path(place), sight.on(stretches), told
    return ShownFigure(text, tie.name.lower(), why, (), name, "", fact, line, path, boxes, on)


def _key(place: Place) -> _Key:
    return place.file, place.line, place.column, place.length
