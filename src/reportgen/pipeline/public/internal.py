"""What the writer of a content file and its packs keep for the office.

`# 不公开` on the line of an entry, or on a line of its own above it, covers the whole value of the entry, as 忽略 does;
`# 不公开：「王建国」「示例公司」` covers these words, wherever they are printed. Packs say 公开: 否 of a field.
`# 可以公开：原因` says that an entry shows persons who agree to it, or whom everybody knows: only numbers of papers and
accounts are masked in it.
"""

from collections.abc import Collection, Iterable, Iterator

from reportgen import patterns as re
from reportgen.compose.formats import print_fact
from reportgen.compose.references import References
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.edition_kinds import MISWRITTEN
from reportgen.language import _
from reportgen.model.content import Content, Dated, Year
from reportgen.model.inline import Number
from reportgen.packs.fields import Field, FieldType
from reportgen.pipeline.drafts import Draft
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.source.comments import read_remarks
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.paths import texts_of
from reportgen.source.reader import Source

_MARK = re.compile(r"^\s*不公开\s*(?:[：:]\s*(?P<said>.*))?$")
_ALLOWED = re.compile(r"^\s*可以公开\s*[：:]\s*(?P<reason>.*\S)\s*$")
_WORD = re.compile("[「“]([^「」“”]+)[」”]")
_WORDS = re.compile(rf"(?:{_WORD.pattern}[、，,；\s]*)+")
"""Nothing but words: 按「保密协议」第3条 is a reason."""
_BEGINS = re.compile(r"\s*(?:不公开|可以公开)")
_SHORT = (FieldType.TEXT, FieldType.DATE)
_TO_THE_END = 1_000_000
"""More columns than a line has."""


class Extent(Struct, frozen=True):
    """A stretch of the content file that is kept for the office, and what it is called to the person who signs."""

    name: str
    start: tuple[int, int]
    """Line and column."""
    end: tuple[int, int]

    def holds(self, place: Place) -> bool:
        """Whether what begins at a place stands in it."""
        return self.start <= (place.line, place.column) <= self.end


class Allowed(Struct, frozen=True):
    """Lines of the content file that may be shown as they are."""

    reason: str
    first: int
    last: int


class Internal(Struct, frozen=True):
    """All that is kept for the office: stretches of the content file, and words wherever they are printed."""

    file: str
    extents: tuple[Extent, ...] = ()
    words: tuple[tuple[str, Place], ...] = ()
    """Named by the writer."""
    texts: tuple[str, ...] = ()
    """What fields in these stretches say: titles, seals and properties of the file are made of them."""
    allowed: tuple[Allowed, ...] = ()

    def reason(self, place: Place) -> str:
        """Why what stands at a place may be shown as it is; empty where nobody says so."""
        found = (each.reason for each in self.allowed if each.first <= place.line <= each.last)
        return next(found, "") if place.file == self.file else ""

    def extent(self, place: Place) -> Extent | None:
        """The stretch that a place stands in."""
        if not (self.extents and place.line and place.file == self.file):
            return None
        return next((extent for extent in self.extents if extent.holds(place)), None)

    def slots(self, content: Content) -> dict[str, tuple[str, Place]]:
        """The fields of a document that stand in such a stretch, each with its name and its place."""
        found = ((path, _written(value)) for path, value in content.values.items())
        held = ((path, written, self.extent(written.place)) for path, written in found if written)
        return {path: (extent.name, written.place) for path, written, extent in held if extent}


def _written(value: object) -> Written | None:
    return value if isinstance(value, Written) else value.written if isinstance(value, Dated | Year) else None


def internal_of(source: Source, drafts: Collection[Draft]) -> Internal:
    """What is kept for the office in a content file that makes these documents."""
    if source.root is None:
        return Internal(source.file)
    packs = {id(part.pack): part.pack for draft in drafts for part in (draft, *draft.annexes)}.values()
    extents = list(dict.fromkeys(extent for pack in packs for extent in _of_packs(source.root, pack.fields)))
    words: list[tuple[str, Place]] = []
    allowed: list[Allowed] = []
    for remark in read_remarks(source):
        if agreed := _ALLOWED.match(remark.text):
            allowed.append(Allowed(agreed["reason"], remark.first, remark.last))
        elif found := _MARK.match(remark.text):
            said = (found["said"] or "").strip()
            named = _WORD.findall(said) if _WORDS.fullmatch(said) else []
            words += [(word, remark.place) for word in named]
            extents += [] if named else [_of_lines(source.root, remark.first, remark.last)]
    made = Internal(source.file, tuple(extents), tuple(words), allowed=tuple(allowed))
    return replace(made, texts=tuple(dict.fromkeys(_texts(made, drafts))))


def miswritten(source: Source) -> Iterator[Diagnostic]:
    """Comments that are meant to keep something for the office, or to let it be shown, and do not say it."""
    for remark in read_remarks(source):
        if _BEGINS.match(remark.text) and not (_MARK.match(remark.text) or _ALLOWED.match(remark.text)):
            yield MISWRITTEN.at(remark.place)


def _of_lines(root: Node, first: int, last: int) -> Extent:
    inside = (keyed.name for keyed in texts_of(root) if first <= keyed.text.place.line <= last)
    return Extent(next(inside, _("第 {line} 行", line=first)), (first, 0), (last, _TO_THE_END))


def _of_packs(node: Node, fields: Iterable[Field], above: tuple[str, ...] = ()) -> Iterator[Extent]:
    """The stretches of the fields that packs keep for the office, in records and in listings too."""
    if not isinstance(node, Mapping):
        return
    for field in fields:
        value, path = node.get(field.name), (*above, field.name)
        if value is None:
            continue
        if field.internal:
            yield _of_node(value, ".".join(path))
        elif field.type is FieldType.LISTING and isinstance(value, Sequence):
            for number, item in enumerate(value.items, start=1):
                yield from _of_packs(item, field.fields, (*path, str(number)))
        else:
            yield from _of_packs(value, field.fields, path)


def _of_node(node: Node, name: str) -> Extent:
    place = node.place
    over_lines = place.last > place.line
    end = _TO_THE_END if over_lines else place.column + max(place.length, 1)
    return Extent(name, (place.line, place.column), (place.last, end))


def _texts(internal: Internal, drafts: Collection[Draft]) -> Iterator[str]:
    """What is kept for the office and printed without its place: names and days, and figures that such lines refer to.

    A single character is no word to look for.
    """
    for each in (each for draft in drafts for each in (draft, *draft.annexes)):
        kinds = {path: field.type for path, field in each.pack.paths().items()}
        for fact in (fact for fact in each.content.facts if kinds.get(fact.name) in _SHORT):
            if internal.extent(fact.place):
                yield from (line for line in print_fact(fact, []).split("\n") if len(line.strip()) > 1)
        for value in (value for path, value in each.content.values.items() if kinds.get(path) is FieldType.TEXT):
            inlines = References(each.content.facts).inlines(value) if isinstance(value, Written) else ()
            yield from (one.text for one in inlines if isinstance(one, Number) and internal.extent(one.fact.place))
