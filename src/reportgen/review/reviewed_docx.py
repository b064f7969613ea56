"""A Word file that somebody else wrote → the copy for whoever reviews it: comments, and changes that can be refused.

Nothing else in the file changes; comments and changes of others stay as they are.
"""

from collections.abc import Iterable, Mapping, Sequence

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.repair import Edit
from reportgen.diagnostics.text import explanation, headline
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.review.anchors import Anchors
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.sheet import Entry
from reportgen.source.edits import Taken
from reportgen.word.characters import text_of
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.package import Element, Package, W
from reportgen.word.tracked import Author, Tracked

_FINGERPRINT = re.compile(r"[0-9a-f]{12}$")
NAME = "reportgen"
"""The author of comments and changes."""


class _Change(Struct, frozen=True):
    """Characters of a paragraph that others are to stand for."""

    paragraph: Element
    start: int
    stop: int
    new: str


class Marked(Struct):
    """The copy in the making, and what has come of the findings."""

    file: Opened
    anchors: Anchors
    author: Author
    commented: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    before: list[Entry] = field(default_factory=list)
    """What a comment of a former copy says already."""
    listed: list[Entry] = field(default_factory=list)
    """What stands nowhere: the file has no paragraph that could hold it."""

    def mark(self, entries: Sequence[Entry]) -> Package:
        """The file with a comment for each finding, and its safe repair as a tracked change."""
        known = self._known()
        self.before = [entry for entry in entries if entry.fingerprint in known]
        changes = self._changes(entry.finding for entry in entries)
        comments = Comments(self.file)
        for entry in (each for each in entries if each.fingerprint not in known):
            anchor = self.anchors.of(entry.finding.place)
            if anchor is None:
                self.listed.append(entry)
                continue
            words = "\n".join(_words(entry, anchor.elsewhere, id(entry.finding) in changes))
            comments.add(anchor.paragraph, anchor.start, anchor.stop, words, self.author)
            self.commented.append(entry)
        self.changed = [entry for entry in entries if id(entry.finding) in changes]
        self._make([change for each in changes.values() for change in each])
        return self.file.finished()

    def _known(self) -> set[str]:
        """The fingerprints that comments of a former copy name."""
        name = self.file.related("comments")
        root = self.file.part(name) if name else None
        ours = (node for node in root.iter(W + "comment") if node.get(W + "author") == NAME) if root is not None else ()
        said = ("".join(text.text or "" for text in node.iter(W + "t")) for node in ours)
        return {match[0] for words in said if (match := _FINGERPRINT.search(words))}

    def _changes(self, findings: Iterable[Diagnostic]) -> Mapping[int, list[_Change]]:
        """The changes of the repairs that can be made, by the id of their finding; all of a repair or none."""
        taken = Taken()
        found: dict[int, list[_Change]] = {}
        for finding in findings:
            repair = finding.offer
            if not repair or not repair.edits or not repair.safe:
                continue
            made = [change for edit in repair.edits if (change := self._change(edit))]
            if len(made) == len(repair.edits) and taken.take(repair.edits):
                found[id(finding)] = made
        return found

    def _change(self, edit: Edit) -> _Change | None:
        """None where the characters do not stand in one paragraph as they were read."""
        place = self.anchors.paragraph_of(edit.place)
        if place is None:
            return None
        paragraph, offsets = place
        start = edit.place.column - 1
        text = text_of(paragraph)
        if not edit.old:
            before = offsets.get(start - 1)
            at = before + 1 if before is not None else offsets.get(start)
            return _Change(paragraph, at, at, edit.new) if at is not None else None
        marked = [offsets[at] for at in range(start, start + len(edit.old)) if at in offsets]
        first, last = (min(marked), max(marked) + 1) if marked else (0, 0)
        return _Change(paragraph, first, last, edit.new) if text[first:last] == edit.old else None

    def _make(self, changes: Sequence[_Change]) -> None:
        """From the end of each paragraph to its beginning, so that offsets stay."""
        tracked = Tracked(self.file, self.author)
        for change in sorted(changes, key=lambda each: -each.start):
            if change.new and change.stop > change.start:
                tracked.replace(change.paragraph, change.start, change.stop, change.new)
            elif change.new:
                tracked.insert(change.paragraph, change.start, change.new)
            else:
                tracked.delete(change.paragraph, change.start, change.stop)


def entries_of(findings: Iterable[Diagnostic], fingerprints: Fingerprints) -> list[Entry]:
    """Findings with their numbers: those of one fingerprint, about which one thing is decided, have one."""
    numbers: dict[str, int] = {}
    found = [(finding, fingerprints.of(finding)) for finding in findings]
    return [Entry(numbers.setdefault(name, len(numbers) + 1), finding, name) for finding, name in found]


def _words(entry: Entry, elsewhere: str, changed: bool) -> Iterable[str]:
    """The paragraphs of a comment."""
    yield f"{entry.number}. {headline(entry.finding)}"
    if elsewhere:
        yield _("位置：{where}", where=elsewhere)
    yield from explanation(entry.finding)
    if changed:
        yield _("已在原文用修订改好，可以接受，也可以拒绝。")
    yield _("编号 {name}", name=entry.fingerprint)
