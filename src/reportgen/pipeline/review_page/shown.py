"""What is said of a document, as the desk shows it: findings and facts with where they stand."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from reportgen.diagnostics.cards import kind_of
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text import weight
from reportgen.language import _
from reportgen.model.facts import Fact
from reportgen.pdf import Page
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page.standing import Standing
from reportgen.pipeline.review_page.strips import Strip
from reportgen.pipeline.review_page.typed import Stretch, Typed
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.render.desk.data import Box, ShownFact, ShownFinding
from reportgen.review.fingerprint import Fingerprints, words_in
from reportgen.source.paths import Texts
from reportgen.verify.comparison import squeeze

NOWHERE_ON_PAGES = (-1, -1)


class Sight(Struct, frozen=True):
    """All by which a place of the file is found on the pages."""

    checked: Checked
    strips: Sequence[Strip]
    typed: Typed
    standing: Standing
    texts: Texts | None
    """None for a document that somebody else finished."""

    def path(self, place: Place) -> str:
        """The keys that lead to a place; empty where none do."""
        keyed = self.texts.at(place) if self.texts and place.file == self.checked.source.file and place.line else None
        return keyed.name if keyed else ""

    def line(self, place: Place) -> int:
        """The line of the content file; 0 for what stands in another file, or in one without lines."""
        return place.file_line if place.file == self.checked.source.file else 0

    def told(self, place: Place, words: str) -> list[Stretch]:
        """Where the `words` of a place are printed, or more where its characters have no places of their own.

        A cell that was worked out (得分) has the place of what it was worked out from (分值): so those that say just
        these words come before all others.
        """
        found = self.typed.at(place)
        exact = [stretch for stretch in found if self._text(stretch) == squeeze(words)]
        return exact or [self._narrowed(stretch, words) for stretch in found]

    def _text(self, stretch: Stretch) -> str:
        return squeeze(self.strips[stretch.strip].text[stretch.start : stretch.end])

    def _narrowed(self, stretch: Stretch, words: str) -> Stretch:
        at = self.strips[stretch.strip].text.find(words, stretch.start, stretch.end) if words else -1
        return stretch if at < 0 else Stretch(stretch.strip, at, at + len(words))

    def boxes(self, stretches: Sequence[Stretch]) -> tuple[Box, ...]:
        """Where some words stand."""
        return tuple(box for stretch in stretches for box in self.standing.boxes(stretch))

    def on(self, stretches: Sequence[Stretch]) -> tuple[int, int]:
        """The line of the desk in which the first of some words stand, and the character of its text."""
        for stretch in stretches[:1]:
            return stretch.strip, self.strips[stretch.strip].offsets()[stretch.start]
        return NOWHERE_ON_PAGES


def sight_of(checked: Checked, strips: Sequence[Strip], documents: Sequence[Sequence[Page]]) -> Sight:
    """The strips of a file's documents on their pages."""
    root = checked.source.root
    texts = Texts(root) if root is not None else None
    return Sight(checked, strips, Typed(strips), Standing(strips, documents), texts)


def findings_shown(sight: Sight) -> list[ShownFinding]:
    """Every finding, in the order of the pages; those that stand on none come last."""
    names = Fingerprints(sight.checked.source)
    shown = [_finding(each, names.of(each), sight) for each in sight.checked.report]
    return sorted(shown, key=lambda each: (each.page < 0, each.page, *(each.boxes[0][2:0:-1] if each.boxes else ())))


def _finding(finding: Diagnostic, key: str, sight: Sight) -> ShownFinding:
    place = finding.place
    words = words_in(sight.checked.source, place)
    stretches = sight.told(place, words)
    boxes = sight.boxes(stretches)
    page = boxes[0][0] if boxes else (finding.page or place.spot.page) - 1
    return ShownFinding(
        key=key,
        kind=kind_shown(finding),
        weight=weight(finding),
        code=finding.code,
        title=finding.title,
        label=finding.label,
        notes=finding.notes,
        basis=finding.basis,
        fix=finding.fix,
        place=_where(place, sight),
        line=sight.line(place),
        path=sight.path(place),
        section=finding.section,
        page=min(page, len(sight.standing.pages) - 1),
        words=words,
        accepted=finding.acknowledged,
        boxes=boxes,
        on=sight.on(stretches),
    )


def kind_shown(finding: Diagnostic) -> str:
    """The class of its severity; what is not certain has one of its own."""
    return "doubt" if finding.pending and not finding.certain else kind_of(finding)


def _where(place: Place, sight: Sight) -> str:
    elsewhere = PurePath(place.file).name if place.file != sight.checked.source.file else ""
    line = _("第 {line} 行", line=place.line) if place.line else ""
    return _("，").join(filter(None, (elsewhere, place.spot.words or line)))


def facts_shown(facts: Sequence[Fact], sight: Sight) -> Iterator[ShownFact]:
    """The facts with a figure."""
    for fact in facts:
        yield ShownFact(fact.name, str(fact.quantity), sight.line(fact.place), sight.path(fact.place))
