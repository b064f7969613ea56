"""A finished report → the text of a content file, and what there is to say of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.adopt.abstract import without_abstract
from reportgen.adopt.annexes import annexes_placed
from reportgen.adopt.body import BodyFields, Placed, required_and_missing
from reportgen.adopt.figures import figures, referring
from reportgen.adopt.frame_tables import of_tables
from reportgen.adopt.headings import with_levels
from reportgen.adopt.kinds import kind_of
from reportgen.adopt.notes import with_typed_notes
from reportgen.adopt.pictures import pictured
from reportgen.adopt.running_head import only_head, running_heads
from reportgen.adopt.surroundings import in_order, of_content, of_frame, of_lines, year_of
from reportgen.adopt.values import Certainty, Remark, put
from reportgen.compose.annex_order import NOTE as ANNEX_NOTE
from reportgen.errors import UsageProblem
from reportgen.finished.contents import without_contents
from reportgen.finished.frame import ADDRESSEE, title_of
from reportgen.finished.layout_roles import by_role
from reportgen.finished.parts import Part
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import Finished, recognise
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Paragraph, Role, Table, line_of, plain_text
from reportgen.packs.fields import KIND_KEY
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.pack import Pack
from reportgen.pipeline.drafts import Roots, annexes_of, template_of
from reportgen.pipeline.finished import levels_of, scene_of
from reportgen.pipeline.unplaced import kept_lines, texts_of, unplaced
from reportgen.record import Struct, field, replace
from reportgen.source.composed_text import Given, written
from reportgen.word.package import Package
from reportgen.world import read_bytes, shown

_PICTURES = "-图片"
"""What the folder of a report's pictures is called behind the name of the content file."""


class Adopted(Struct, frozen=True):
    """The content file of a report: its text, what it was not sure of, and the required fields that are still empty."""

    pack: Pack
    text: str
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    sure: tuple[str, ...] = ()
    """The fields about which there is nothing to say."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """By the name of their file, seen from the content file."""


def adopt_file(path: Path, pack: Pack | None = None, roots: Roots = (), name: str = "") -> Adopted:
    """The content file for a finished report, of `pack` or of the kind that it is by its title and headings.

    `name` is what the content file will be called: pictures go into a folder of that name. Raises UsageProblem when the
    report cannot be read, and when nothing tells its kind.
    """
    reading = read_finished(path)
    parts = list(reading.parts)
    pack = pack or _kind(parts, roots)
    outline = dict(levels_of(pack.outline))
    parts, guessed = with_levels(without_contents(parts), outline)
    finished = recognise(parts, shown(path), outline, reading.aside)
    shown_in = pictured(finished.document, parts, (name or path.stem) + _PICTURES)
    placed = _placed(replace(finished, document=shown_in.document), parts, pack, roots, guessed)
    heads = running_heads(reading.aside)
    placed.values |= (head := only_head(heads, pack.fields))
    values = {KIND_KEY: pack.title, **_in_order(placed.values, pack, roots)}
    text = "\n".join([*_head(path), *written(values)]).rstrip() + "\n"
    lost = unplaced(text, [*parts, *(() if head else heads)], placed.remarks, roots)
    remarks = (*placed.remarks, *lost)
    missing = required_and_missing(pack.fields, placed.values)
    whole = text + "".join(f"{line}\n" for line in kept_lines(remarks))
    doubted = {remark.field.partition(".")[0] for remark in remarks}
    sure = tuple(name for name in values if name not in doubted and name != KIND_KEY)
    return Adopted(pack, whole, remarks, tuple(missing), sure, _bytes_of(path, shown_in.files))


def _kind(parts: list[Part], roots: Roots) -> Pack:
    """The pack of a report. Raises UsageProblem when nothing tells which."""
    packs = [pack for folder in pack_folders(roots) if (pack := load_pack(folder)[0])]

    def read(pack: Pack) -> Document:
        outline = dict(levels_of(pack.outline))
        return recognise(with_levels(without_contents(parts), outline)[0], "", outline).document

    pack = kind_of(title_of(parts), packs, read)
    if pack is None:
        raise UsageProblem(_("看不出这是哪个文种。请用 --pack 写明，文种的名称用 reportgen packs 查看"))
    return pack


def _bytes_of(path: Path, files: dict[str, str]) -> dict[str, bytes]:
    """The pictures of a Word file by the name under which they are kept."""
    if not files:
        return {}
    package = Package(shown(path), read_bytes(path))
    found = {name: package.bytes_of(part) for name, part in files.items()}
    return {name: content for name, content in found.items() if content is not None}


def _head(path: Path) -> Iterator[str]:
    yield "# " + _("由 {name} 抄成；编号、版面由程序排。先看文件末尾没有放进去的话，再逐栏核对。", name=path.name)
    yield ""


def _placed(finished: Finished, parts: Sequence[Part], pack: Pack, roots: Roots, remarks: Sequence[Remark]) -> Placed:
    placed = Placed(remarks=[*remarks])
    document = finished.document
    frame, roles = template_of(pack, roots)[0].frame, by_role(parts, document)
    framed, used = of_frame(frame, [*texts_of(parts)], pack.fields)
    drawn, tables = of_tables(frame, [block for block in document.walk() if isinstance(block, Table)], pack.fields)
    told = of_lines(roles, pack.fields) | framed | drawn
    above = [block.inlines[0].text.strip() for block in document.blocks["版头"] if block.inlines]
    told |= in_order(frame, above, told)
    placed.values |= of_content(finished.content, document, pack) | told
    _guess_year(document, placed)
    forms = _annexed(document.blocks["附件"], pack, roots, placed)
    if annexes_placed(document.blocks["附件"], roles, pack, forms, placed) or forms:
        for line in roles.get(ANNEX_NOTE, ()):
            used |= {line.text.strip(), (line.number + line.text).strip()}
        placed.values.pop(ANNEX_NOTE, None)
    body = [block for block in document.blocks["正文"] if _line(block) not in used and block not in tables]
    body, abstract = without_abstract(_addressed(body, document, placed), pack.fields)
    placed.values |= abstract
    text = with_typed_notes(_with_figures(finished, body, pack, placed), placed.remarks)
    BodyFields(pack, placed).place([*text])
    known = {field.name for owner in (pack, *annexes_of(pack, roots)[0]) for field in owner.fields}
    placed.values = {path: value for path, value in placed.values.items() if path.partition(".")[0] in known}
    return placed


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
    found = figures(finished.content, prose, pack.fields)
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


def _in_order(values: dict[str, Given], pack: Pack, roots: Roots) -> dict[str, Given]:
    """Records made of their parts, in the order of the pack's fields."""
    made: dict[str, Given] = {}
    names = [field.name for owner in (pack, *annexes_of(pack, roots)[0]) for field in owner.fields]
    order = {name: at for at, name in enumerate(dict.fromkeys(names))}
    for path in sorted(values, key=lambda path: order.get(path.partition(".")[0], len(order))):
        put(made, path, values[path])
    return made


def _line(block: Block) -> str:
    return line_of(block).strip() if isinstance(block, Paragraph) else ""
