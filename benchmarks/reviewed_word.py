"""Strangers' Word files reviewed: every document of the corpus's development half, with slips of marks planted in it.

    .venv/bin/python -m benchmarks.reviewed_word

Each gets half-width commas, an earlier comment and an earlier change of somebody else, and is reviewed. Wanted: a
comment for every finding, at its words where it has any in the running text; a tracked change for every safe repair;
refused, the words as they were; what was there before, and every other part, as it is.
"""

import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.accuracy.corpus.documents import Half, documents
from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.written.docx import as_docx
from reportgen.pipeline.reviewed_docx import ReviewedDocx, review_docx
from reportgen.review.fingerprint import words_in
from reportgen.word.accepted import refused, texts
from reportgen.word.characters import text_of
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.package import Package, W
from reportgen.word.tracked import Author, Tracked

ZHAO = Author("赵局长", "2025-02-01T08:00:00Z", "赵")
OURS = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/people.xml"}
OURS |= {"word/document.xml"}
_SHARE = 0.15
"""Of the commas that are made half-width."""


def main() -> int:
    """Review them all; the exit code is 1 when anything is wrong."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        for document in documents(Half.DEVELOPMENT):
            path = Path(folder) / f"{document.name}.docx"
            path.write_bytes(_planted(document))
            made = review_docx(path, (), lambda _finding: True)
            wrong += [f"{document.name}: {words}" for words in _wrong(path.read_bytes(), made, counts)]
            counts["documents"] += 1
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    print("\n".join(wrong))
    return 1 if wrong else 0


def _planted(document: Document) -> bytes:
    rolls = random.Random(document.name)
    file = Opened(Package(document.name, as_docx(document)))
    for node in file.body.iter(W + "t"):
        node.text = "".join("," if each == "，" and rolls.random() < _SHARE else each for each in node.text or "")
    long = [paragraph for paragraph in file.body.iter(W + "p") if len(text_of(paragraph)) > len(document.name)]
    Comments(file).add(long[0], 0, 2, "请核对", ZHAO)
    Tracked(file, ZHAO).insert(long[-1], 1, "（略）")
    return file.finished().content


def _wrong(before: bytes, made: ReviewedDocx, counts: Counter[str]) -> Iterator[str]:
    found = [entry for entry in made.entries if entry.finding.pending]
    repairs = [each for each in found if each.finding.repair and each.finding.repair.edits and each.finding.repair.safe]
    counts.update(findings=len(found), comments=len(made.commented), repairs=len(repairs), changes=len(made.changed))
    if len(made.commented) != len(found):
        yield f"{len(found) - len(made.commented)} findings without a comment"
    for entry in repairs:
        if entry not in made.changed:
            yield f"{entry.finding.code} {entry.finding.label} not changed"
    old, new = Package("old", before), Package("new", made.content)
    if texts(refused(old)) != texts(refused(new)):
        yield "refused it says something else"
    yield from _parts(before, made.content)
    yield from _marked(made, new, counts)


def _parts(before: bytes, after: bytes) -> Iterator[str]:
    old, new = (zipfile.ZipFile(BytesIO(content)) for content in (before, after))
    for name in {*old.namelist(), *new.namelist()} - OURS:
        if name not in old.namelist() or name not in new.namelist() or old.read(name) != new.read(name):
            yield f"{name} is not as it was"


def _marked(made: ReviewedDocx, copy: Package, counts: Counter[str]) -> Iterator[str]:
    """Findings of the running text whose comment marks other words than they mean."""
    marked = Counter(_ranges(copy))
    for entry in made.commented:
        place = entry.finding.place
        words = _squeezed(words_in(made.checked.source, place))
        changed = entry in made.changed
        if not words or changed:
            continue
        counts["at words" if marked[words] else "elsewhere"] += 1
        if not marked[words] and place.spot:
            yield f"{entry.finding.code} {place.spot.words}: {words[:30]} not marked"


def _ranges(copy: Package) -> Iterator[str]:
    root = copy.main()
    open_: dict[str, str] = {}
    for node in (
        root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "t", W + "delText") if root is not None else ()
    ):
        if node.tag in (W + "t", W + "delText"):
            ours = any(each.get(W + "author") == "reportgen" for each in node.iterancestors(W + "ins"))
            theirs = any(each.get(W + "author") == ZHAO.name for each in node.iterancestors(W + "del"))
            open_ = {number: words + ("" if ours or theirs else node.text or "") for number, words in open_.items()}
        elif node.tag == W + "commentRangeStart":
            open_[node.get(W + "id")] = ""
        else:
            yield _squeezed(open_.pop(node.get(W + "id"), ""))


def _squeezed(words: str) -> str:
    return "".join(words.split())


if __name__ == "__main__":
    sys.exit(main())
