"""Annexes that are not bound together with the text (GB/T 9704-2012 §7.3.7): each is a document of its own.

Its first line says 发文字号 of the text, 附件 and the annex's number, which only the composed text knows.
"""

from collections.abc import Iterator

from reportgen.compose.annexes import mark_of
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.page_kinds import ANNEX
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Document
from reportgen.packs.fields import FieldType
from reportgen.packs.pack import Pack
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.source.expect import Expect
from reportgen.source.node import Entry, Mapping, Sequence

PACK = "official-annex"
ORDER, NUMBER, TITLE, TEXT, APART = "顺序号", "发文字号", "题目", "正文", "另装"
_FROM_THE_FILE = (NUMBER, "年度")


def detached(pack: Pack, root: Mapping) -> tuple[list[Mapping], list[Diagnostic]]:
    """What each detached annex of a document says, as a content file of its own would; and what they lack."""
    entries = [entry for entry in _annexes(pack, root) if _is_apart(entry)]
    if entries and root.get(NUMBER) is None:
        label = _("另装的附件第一行要印发文字号，这份文件没有")
        fix = _("写上「发文字号」；没有文号的，删去「另装」，与正文装订在一起")
        return [], [ANNEX.at(entry.place, label, fix=fix) for entry in entries]
    return [made for entry in entries if (made := _alone(entry, root))], []


def numbered(content: Content, text: Document) -> tuple[Content, str]:
    """The content of a detached annex with its number in the document that lists it, and its mark: 附件2."""
    title = content.values.get(TITLE)
    place = title.place if isinstance(title, Written) else Place(content.file)
    places = [(each.origin.line, each.origin.column) for each in text.annexes]
    number = places.index((place.line, place.column)) + 1
    mark, order = mark_of(number, len(places)), Written(str(number), Place(place.file))
    return (replace(content, values={**content.values, ORDER: order}) if len(places) > 1 else content), mark


def _annexes(pack: Pack, root: Mapping) -> Iterator[Mapping]:
    for field in pack.fields:
        node = root.get(field.name) if field.type is FieldType.ANNEXES else None
        yield from (item for item in (node.items if isinstance(node, Sequence) else ()) if isinstance(item, Mapping))


def _is_apart(entry: Mapping) -> bool:
    return Expect().yes(entry.get(APART), APART)  # what is written wrongly there is told where the list is read


def _alone(entry: Mapping, root: Mapping) -> Mapping | None:
    """None without a title or a text, which the list has complained of."""
    title, text = entry.get("标题"), entry.get(TEXT)
    if title is None or text is None:
        return None
    own = [Entry(Written(name, entry.place), value) for name in _FROM_THE_FILE if (value := root.get(name))]
    own += [Entry(Written(TITLE, entry.place), title), Entry(Written(TEXT, entry.place), text)]
    return Mapping(tuple(own), entry.place)
