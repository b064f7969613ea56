"""The documents of two files, paired and compared."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from reportgen.diff.closing import SLOT, Names, closing_blocks, with_slot
from reportgen.diff.comparison import Comparison, compare
from reportgen.diff.dependants import Dependants
from reportgen.diff.figures import FigureChange, figures_of
from reportgen.diff.listing import Listed, listed
from reportgen.diff.marked import marked
from reportgen.model.document import Document
from reportgen.model.engine import Engine
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.pipeline.two_drafts.papers import Paper
from reportgen.record import Struct, replace
from reportgen.render.made_pdf import Pdf


class Compared(Struct, frozen=True):
    """A document in two drafts: what became of it, told in order."""

    old: Paper
    new: Paper
    comparison: Comparison
    told: tuple[Listed, ...]
    figures: tuple[FigureChange, ...]

    @property
    def name(self) -> str:
        """What its files are called behind the name of the file."""
        return self.new.name


class Alone(Struct, frozen=True):
    """Documents that only one of two files makes, by their titles."""

    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def compared(old: Sequence[Paper], new: Sequence[Paper]) -> tuple[list[Compared], Alone]:
    """The documents of both files: the main ones with each other, others with those of the same name."""
    before = {paper.name: paper for paper in old}
    pairs = [_compared(before.pop(paper.name), paper) for paper in new if paper.name in before]
    done = {pair.new.name for pair in pairs}
    return pairs, Alone(_titles(before.values()), _titles([paper for paper in new if paper.name not in done]))


def _titles(papers: Iterable[Paper]) -> tuple[str, ...]:
    return tuple(paper.document.metadata.title or paper.name for paper in papers)


def _compared(old: Paper, new: Paper) -> Compared:
    comparison = compare(old.side.members, new.side.members)
    told = tuple(listed(old.side, new.side, comparison))
    dependants = Dependants(new.document, new.ledger)
    figures = tuple(figures_of(old.side, new.side, comparison, dependants))
    return Compared(old, new, comparison, told, figures)


class Marked(Struct, frozen=True):
    """A 花脸稿 as it is printed: the marked document with its closing pages, in its frame."""

    document: Document
    frame: Frame
    looks: Looks


def marked_draft(pair: Compared, names: Names) -> Marked:
    """The 花脸稿 of a document; `names` are those of the two drafts, and say how words are marked."""
    old, new = pair.old.side, pair.new.side
    document = marked(old, new, pair.comparison)
    closing = closing_blocks(names, pair.comparison, pair.told, pair.figures)
    document = replace(document, blocks={**document.blocks, SLOT: closing})
    template = pair.new.template
    return Marked(document, with_slot(template.frame), replace(template.looks, marks=names.marks))


def marked_pdf(draft: Marked, engine: Engine, moment: datetime) -> Pdf:
    """Its PDF. Raises EnvironmentProblem when the engine or a font is missing."""
    from reportgen.render.engines import Printing, print_pdf
    from reportgen.world import own_fonts_folder

    return print_pdf(Printing(draft.document, draft.frame, draft.looks, moment, own_fonts_folder()), engine)


def marked_html(draft: Marked) -> bytes:
    """The same as a page for a browser."""
    from reportgen.render.html import render_html

    return render_html(draft.document, draft.frame, draft.looks, screen=True).encode()
