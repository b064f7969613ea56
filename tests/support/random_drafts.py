"""Drafts of the content files, changed at random, as Word files with revisions: what two readers make of them."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.support.numbers_cut import cut_numbers
from tests.support.office import Way, settled_by_office
from tests.support.random_edits import edited

from reportgen.diff.revised import revised
from reportgen.model.document import Document
from reportgen.pipeline.two_drafts.papers import Paper, papers_at
from reportgen.record import Struct
from reportgen.render.docx import render_docx
from reportgen.word.accepted import accepted, refused, texts
from reportgen.word.characters import text_of
from reportgen.word.opened import Opened
from reportgen.word.package import Package, W
from reportgen.word.tracked import Author, Tracked

MOMENT = datetime(2025, 3, 5, 9, tzinfo=UTC)
AUTHOR = Author("张三", "2025-03-05T09:00:00Z")
REVIEWER = Author("王审核", "2025-01-06T08:00:00Z")
EDITS_OF_A_DRAFT, REVISIONS = 5, 10
_LONG = 12
"""Characters of a paragraph in which a reviewer finds something to change."""


class Trial(Struct, frozen=True):
    """Two drafts as Word files, and the newer one with revisions."""

    name: str
    old: Package
    new: Package
    made: Package


def trials(content: Path, edits: int, reviewed: bool = False) -> Iterator[Trial]:
    """Drafts of the main document of a content file; `reviewed`: somebody has been through the newer one before."""
    paper = papers_at(content, ())[0]
    old = word_file(paper, paper.document)
    for seed in range(edits // EDITS_OF_A_DRAFT):
        random = Random(seed)
        new = word_file(paper, edited(paper.document, random, EDITS_OF_A_DRAFT))
        new = with_revisions(new, random) if reviewed else new
        name = f"{content.stem}-{seed}{'-reviewed' if reviewed else ''}"
        yield Trial(name, old, new, revised(old, new, AUTHOR))


def with_revisions(package: Package, random: Random) -> Package:
    """A file with tracked changes of a reviewer, anywhere in its words."""
    file = Opened(package)
    tracked = Tracked(file, REVIEWER)
    held = [paragraph for paragraph in file.body.iter(W + "p") if len(text_of(paragraph)) > _LONG]
    for paragraph in random.sample(held, REVISIONS):
        at = random.randrange(len(text_of(paragraph)) - _LONG)
        match random.randrange(3):
            case 0:
                tracked.insert(paragraph, at, "认真贯彻")
            case 1:
                tracked.delete(paragraph, at, at + random.randrange(1, 4))
            case _:
                tracked.replace(paragraph, at, at + 3, "另行安排")
    return file.finished()


def revisions_of(package: Package, author: Author) -> Counter[tuple[str, str]]:
    """The tracked changes of an author by what they do and to which words, pieces of one beside each other."""
    root = package.main()
    found: Counter[tuple[str, str]] = Counter()
    for node in root.iter(W + "ins", W + "del") if root is not None else ():
        if (node.get(W + "author"), node.get(W + "date")) == (author.name, author.date):
            found.update((node.tag, character) for text in node.iter(W + "t", W + "delText") for character in text.text)
    return found


def word_file(paper: Paper, document: Document) -> Package:
    """The Word file of a document."""
    template = paper.template
    content = render_docx(document, template.content, template.frame, template.looks, MOMENT)
    return Package("x.docx", content)


def said(package: Package) -> list[str]:
    """Its paragraphs, without empty ones: no program agrees with another about these at the edges of tables."""
    return [text for text in texts(package) if text.strip()]


def wrong_for_us(trial: Trial) -> list[str]:
    """What our own reader finds."""
    found = []
    if said(accepted(trial.made)) != said(accepted(trial.new)):
        found.append(f"{trial.name}: accepted is not the new text")
    if said(refused(trial.made)) != said(trial.old):
        found.append(f"{trial.name}: refused is not the old text")
    if revisions_of(trial.made, REVIEWER) != revisions_of(trial.new, REVIEWER):
        found.append(f"{trial.name}: revisions of the reviewer are lost")
    if not revisions_of(trial.new, REVIEWER):  # who puts a word into a number has cut it
        found += [f"{trial.name}: {number} is cut" for number in cut_numbers(trial.made)]
    return found


def wrong_for_office(some: list[Trial]) -> list[str]:
    """What LibreOffice finds, which is asked to save the plain files too: it changes some things by saving."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jobs: dict[Path, tuple[Way, Path]] = {}
        for trial in some:
            for kind, package in (
                ("new", trial.new),
                ("old", trial.old),
                ("accepted", trial.made),
                ("refused", trial.made),
            ):
                source = folder / f"{trial.name}-{kind}-in.docx"
                source.write_bytes(package.content)
                jobs[folder / f"{trial.name}-{kind}.docx"] = ("Reject" if kind == "refused" else "Accept", source)
        settled_by_office(jobs)
        return [line for trial in some for line in _compared(folder, trial.name)]


def _compared(folder: Path, name: str) -> Iterator[str]:
    read = {
        kind: said(Package("x.docx", (folder / f"{name}-{kind}.docx").read_bytes()))
        for kind in ("new", "old", "accepted", "refused")
    }
    if read["accepted"] != read["new"]:
        yield f"{name}: accepted by LibreOffice is not the new text"
    if read["refused"] != read["old"]:
        yield f"{name}: refused by LibreOffice is not the old text"
