"""In which order annexes are listed: those of packs that the list does not name, then the list as it was written.

A line of the list that is the title of a document which is bound in anyway gives it its place.
"""

from collections.abc import Iterable, Iterator

from reportgen.compose.parts import LINES, parts_of
from reportgen.compose.references import References
from reportgen.compose.title import title_lines
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.page_kinds import ANNEX
from reportgen.language import _
from reportgen.model.annexes import AnnexEntry, AnnexList
from reportgen.model.content import Content
from reportgen.model.document import Block, Break, Document, Inline, Paragraph, Text, plain_text
from reportgen.place import Place, Written
from reportgen.record import Struct

NOTE = "附件说明"


class Listed(Struct, frozen=True):
    """An annex with the title that 附件说明 gives it; `body` is what is bound in, None where it is kept elsewhere."""

    title: tuple[Inline, ...]
    body: tuple[Block, ...] | None = None
    printed: tuple[Inline, ...] = ()
    """The title on its own page, in lines."""
    head: tuple[Paragraph, ...] = ()
    """What stands below it there."""
    entry: AnnexEntry | None = None
    """What it was written as."""


def in_order(content: Content, bound: tuple[Document, ...], references: References) -> list[Listed]:
    """The annexes of a document; `bound` are those that packs make of the same content."""
    named = list(_named(content, references))
    _each_once(named, references.found)
    titles = [plain_text(each.title) for each in named]
    first = [_of_pack(document) for document in bound if not _names(document).intersection(titles)]
    return [*first, *(_found(each, bound) for each in named)]


def entries_of(content: Content) -> Iterator[AnnexEntry]:
    """What the content lists under 附件."""
    return (entry for listed in content.every(AnnexList) for entry in listed.items)


def _named(content: Content, references: References) -> Iterator[Listed]:
    for entry in entries_of(content):
        title = references.inlines(entry.title)
        yield Listed(title, printed=_in_lines(title, entry.title.place), entry=entry)
    typed = content.values.get(NOTE)
    if isinstance(typed, Written):
        yield from (Listed(references.inlines(line)) for line in parts_of(typed, LINES))


def _each_once(named: Iterable[Listed], found: list[Diagnostic]) -> None:
    seen: dict[str, Place] = {}
    for each in named:
        words, place = plain_text(each.title), each.title[0].origin
        if words in seen:
            note = _("第一次写在第 {line} 行", line=seen[words].line)
            found.append(ANNEX.at(place, _("附件「{title}」写了两次", title=words), notes=(note,)))
        seen.setdefault(words, place)


def _found(named: Listed, bound: Iterable[Document]) -> Listed:
    """The document that a line names; what is written out is its own."""
    if named.entry and named.entry.text:
        return named
    words = plain_text(named.title)
    return next((_of_pack(each) for each in bound if words in _names(each)), named)


def _names(document: Document) -> set[str]:
    return {document.metadata.title, document.metadata.kind} - {""}


def _of_pack(document: Document) -> Listed:
    title = (Text(document.metadata.title),)
    return Listed(title, document.blocks["正文"], document.lines["标题"], document.head)


def _in_lines(title: tuple[Inline, ...], place: Place) -> tuple[Inline, ...]:
    """A title as it stands in the middle of a page; where it is one line its figures stay those of their facts."""
    lines = title_lines([inline.text.strip() for inline in title])
    if len(lines) < 2:
        return title
    broken: list[Inline] = []
    for line in lines:
        broken += [*([Break()] if broken else []), Text(line, place)]
    return tuple(broken)
