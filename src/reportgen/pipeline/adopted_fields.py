"""A recognised report → the fields of its pack: what stands around its text, its annexes, the text itself."""

from collections.abc import Mapping, Sequence

from reportgen.adopt.abstract import without_abstract
from reportgen.adopt.annexes import annexes_placed
from reportgen.adopt.body import BodyFields, Placed
from reportgen.adopt.figures import figures, referring
from reportgen.adopt.frame_tables import of_tables
from reportgen.adopt.notes import with_typed_notes
from reportgen.adopt.pictures import referring_to
from reportgen.adopt.surroundings import in_order, of_content, of_frame, of_lines, signed_by, year_of
from reportgen.adopt.values import Certainty, Remark
from reportgen.compose.annex_order import NOTE as ANNEX_NOTE
from reportgen.finished.frame import ADDRESSEE
from reportgen.finished.layout_roles import by_role
from reportgen.finished.parts import Line, Part
from reportgen.finished.recognise import Finished, recognise
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Paragraph, Role, Table, line_of, plain_text
from reportgen.model.frame import Frame
from reportgen.packs.pack import Pack
from reportgen.pipeline.drafts import Roots, annexes_of
from reportgen.pipeline.finished import scene_of
from reportgen.pipeline.unplaced import texts_of
from reportgen.record import Struct, replace
from reportgen.source.composed_text import Given


class Report(Struct, frozen=True):
    """A report as it was recognised: `above` are the parts that its template prints before the title."""

    finished: Finished
    above: Sequence[Part]
    parts: Sequence[Part]
    pack: Pack
    frame: Frame
    roots: Roots
    front: Mapping[str, Given]
    """What the pages between cover and text have said."""

    @property
    def document(self) -> Document:
        """The document that the parts behind these make."""
        return self.finished.document

    def of(self, document: Document) -> "Report":
        """The same with another document."""
        return replace(self, finished=replace(self.finished, document=document))


def place(report: Report, placed: Placed) -> None:
    """Give a report its fields, among the values of `placed`."""
    document, pack, roots = report.document, report.pack, report.roots
    roles = by_role(report.parts, document)
    placed.values |= report.front
    used, tables = _around(report, roles, placed)
    _guess_year(document, placed)
    forms = _annexed(document.blocks["附件"], pack, roots, placed)
    if annexes_placed(document.blocks["附件"], roles, pack, forms, placed) or forms:
        for line in roles.get(ANNEX_NOTE, ()):
            used |= {line.text.strip(), (line.number + line.text).strip()}
        placed.values.pop(ANNEX_NOTE, None)
    body = [block for block in document.blocks["正文"] if _line(block) not in used and block not in tables]
    body, abstract = without_abstract(_addressed(body, document, placed), pack.fields)
    placed.values |= abstract
    text = with_typed_notes(
        referring_to(_with_figures(report.finished, body, pack, placed), placed.figures), placed.remarks
    )
    BodyFields(pack, placed).place([*text])
    known = {field.name for owner in (pack, *annexes_of(pack, roots)[0]) for field in owner.fields}
    placed.values = {path: value for path, value in placed.values.items() if path.partition(".")[0] in known}


def _around(report: Report, roles: Mapping[str, Sequence[Line]], placed: Placed) -> tuple[set[str], list[Table]]:
    """Put what stands around the text among the values: the lines and the tables of the text that have said it."""
    document, frame, fields = report.document, report.frame, report.pack.fields
    framed, used = of_frame(frame, [*texts_of([*report.above, *report.parts])], fields)
    heads = [recognise(report.above, "").document] if report.above else []
    every = [block for each in (*heads, document) for block in each.walk() if isinstance(block, Table)]
    drawn, tables = of_tables(frame, every, fields)
    told = of_lines(roles, fields) | framed | drawn
    above = [block.inlines[0].text.strip() for block in document.blocks["版头"] if block.inlines]
    told |= in_order(frame, [*(part.text.strip() for part in report.above if isinstance(part, Line)), *above], told)
    told |= signed_by(frame, [line_of(block) for block in document.blocks["落款"] if isinstance(block, Paragraph)])
    placed.values |= of_content(report.finished.content, document, report.pack, told) | told
    return used, tables


def _addressed(body: list[Block], document: Document, placed: Placed) -> list[Block]:
    """The text without whom it is written to, who is put among the values.

    On a bound copy the addressee stands below the title that comes again.
    """
    title = {inline.text.strip() for inline in document.lines["标题"]}
    first = next((at for at, block in enumerate(body) if isinstance(block, Heading)), 0)
    begin = max((at + 1 for at, block in enumerate(body[:first]) if _line(block) in title), default=0)
    again = [block for block in body[begin : begin + 1] if begin and ADDRESSEE.fullmatch(_line(block))]
    words = "".join(_line(block) for block in (*document.blocks["主送机关"], *again))
    if words:
        placed.values["主送机关"] = words.rstrip("：:")
    return body[begin + len(again) :]


def _guess_year(document: Document, placed: Placed) -> None:
    """Where no title says which year it is, the text does."""
    day = placed.values.get("成文日期")
    if "年度" not in placed.values and (year := year_of(document, day if isinstance(day, str) else "")):
        placed.values["年度"] = year
        placed.remarks.append(Remark(Certainty.GUESSED, year, "年度", _("标题里没有年度，照正文里说得最多的年份")))


def _with_figures(finished: Finished, body: Sequence[Block], pack: Pack, placed: Placed) -> list[Block]:
    """The text with references to the figures that have become facts; these are put among the values."""
    prose = scene_of(finished, pack).ledger.prose
    found = figures(finished.content, prose, pack.fields, placed.known)
    placed.values |= found.values
    year = placed.values.get("年度")
    return referring(body, found.taken, year if isinstance(year, str) else "")


def _annexed(blocks: Sequence[Block], pack: Pack, roots: Roots, placed: Placed) -> set[int]:
    """Tables of annexes give the fields of the packs that are bound in: the `id`s of those that did.

    A table that is none of their forms is taken by the pack whose title stands above it.
    """
    annexes = annexes_of(pack, roots)[0]
    title, taken = "", set[int]()
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.ANNEX_TITLE:
            title = plain_text(block.inlines)
        if isinstance(block, Table) and _annex(block, title, annexes, placed):
            taken.add(id(block))
    return taken


def _annex(table: Table, title: str, annexes: Sequence[Pack], placed: Placed) -> bool:
    for annex in annexes:
        if any(BodyFields(annex, placed).form(form, table) for form in annex.forms.values()):
            return True
    named = [annex for annex in annexes if annex.title in "".join(title.split())]
    return any(BodyFields(annex, placed).listed(table) for annex in named)


def _line(block: Block) -> str:
    return line_of(block).strip() if isinstance(block, Paragraph) else ""
