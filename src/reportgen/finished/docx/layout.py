"""What a Word file says of its pages: paper, margins, page numbers, tables, remarks, who made it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reportgen.finished.docx.headings import Sheet
from reportgen.language import _
from reportgen.model.layout import Layout, Side, Width
from reportgen.record import replace
from reportgen.word.carried import alternate_parts, has_macros, outer_templates
from reportgen.word.change_names import PUT_IN, TAKEN_OUT
from reportgen.word.edges import around_page_field, fields_of
from reportgen.word.package import Element, Package, R, W, is_on, value

_TWIPS_A_MM = Decimal(1440) / Decimal("25.4")
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_A_PAGE = 1200
"""Characters that certainly fill more than two pages of 三号."""
_CHANGES = tuple(W + name for name in (*PUT_IN, *TAKEN_OUT))


def measured(sheet: Sheet, body: Element) -> Layout:
    """The measures of a body's pages: those of its longest upright section."""
    package = sheet.package
    section = _main_section(body)
    paper, left, top, area = _page(section)
    number, side = _numbering(sheet, body)
    pitch, characters = _lines(sheet, body, area[0] if area else None)
    return Layout(
        package.file,
        settable=True,
        paper=paper,
        top=top,
        left=left,
        area=area,
        pitch=pitch,
        characters=characters,
        number=number,
        side=side,
        tables=tuple(_tables(sheet, body)),
        remarks=_remarks(package),
        revisions=sum(1 for _node in body.iter(*_CHANGES)),
        carried=tuple(_carried(package)),
        unread=tuple(alternate_parts(package, body)),
        properties=_properties(package),
    )


def _carried(package: Package) -> Iterator[str]:
    if has_macros(package):
        yield _("宏")
    for address in outer_templates(package):
        yield _("外部模板 {address}", address=address)


def _main_section(body: Element) -> Element | None:
    """The upright section with the most paragraphs; each section ends with its own properties."""
    counts: list[tuple[int, Element]] = []
    count = 0
    for node in body.iter(W + "p", W + "sectPr"):
        if node.tag == W + "p":
            count += 1
        else:
            counts.append((count, node))
            count = 0
    upright = [entry for entry in counts if value(entry[1], "pgSz", "orient") != "landscape"]
    return max(upright, key=lambda entry: entry[0])[1] if upright else None


_Pair = tuple[Decimal, Decimal]


def _page(section: Element | None) -> tuple[_Pair | None, Decimal | None, Decimal | None, _Pair | None]:
    """Paper, 订口, 天头, 版心 in mm."""
    size = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None
    if size is None or margins is None:
        return None, None, None, None
    width, height = _mm(size, "w"), _mm(size, "h")
    left, top = _mm(margins, "left") + _mm(margins, "gutter"), abs(_mm(margins, "top"))
    area = width - left - _mm(margins, "right"), height - top - abs(_mm(margins, "bottom"))
    return (width, height), left, top, area


def _mm(element: Element, name: str) -> Decimal:
    return _in_mm(str(element.get(W + name, "0")))


def _in_mm(twips: str) -> Decimal:
    try:
        length = Decimal(twips) / _TWIPS_A_MM
        return length.quantize(Decimal("0.1"), ROUND_HALF_UP) if length.is_finite() else Decimal(0)
    except ArithmeticError:
        return Decimal(0)


def _lines(sheet: Sheet, body: Element, width: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The distance of most lines of text, and how many of its characters a line takes."""
    kinds: Counter[tuple[float | None, float]] = Counter()
    for node in body.iterchildren(W + "p"):
        style = sheet.style_of(node)
        look = sheet.letters.look(node, style)
        if look:
            advance = look.size + sheet.letters.spacing(node, style)
            kinds[sheet.letters.pitch(node, style), advance] += len("".join(node.itertext()))
    if not kinds:
        return None, None
    pitch, advance = kinds.most_common(1)[0][0]
    room = width * Decimal(72) / Decimal("25.4") if width else None
    fits = (room / Decimal(str(advance))).quantize(Decimal("0.1")) if room and advance > 0 else None
    return (Decimal(str(pitch)) if pitch else None), fits


def _numbering(sheet: Sheet, body: Element) -> tuple[str | None, Side | None]:
    """The first page's number as it is printed, and where it stands; a text of one page needs no number."""
    package = sheet.package
    kinds = ("footerReference", "headerReference")
    references = [node for kind in kinds for node in body.iter(W + kind)]
    for reference in references:
        root = package.part(package.target(str(reference.get(R + "id"))))
        for paragraph in root.iter(W + "p") if root is not None else ():
            if "PAGE" in fields_of(paragraph):
                before, after = around_page_field(paragraph)
                return f"{before}1{after}".strip(), _side(sheet, paragraph, references)
    long = sum(len(node.text or "") for node in body.iter(W + "t")) > _A_PAGE
    return ("" if long or _turns(body) else None), None


def _turns(body: Element) -> bool:
    """Whether something makes a page end."""
    breaks = any(node.get(W + "type") == "page" for node in body.iter(W + "br"))
    return breaks or any(is_on(node, "pageBreakBefore") for node in body.iter(W + "pPr"))


def _side(sheet: Sheet, paragraph: Element, references: Sequence[Element]) -> Side | None:
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(W + "xAlign") == "outside":
        return Side.OUTER
    if sheet.centred(paragraph, sheet.style_of(paragraph)):
        return Side.MIDDLE
    settings = sheet.package.part("word/settings.xml")
    distinct = settings is not None and settings.find(W + "evenAndOddHeaders") is not None
    return Side.OUTER if distinct and any(each.get(W + "type") == "even" for each in references) else None


def _tables(sheet: Sheet, body: Element) -> Iterator[Width]:
    """The tables of the text, each with the width of the type area of its section."""
    waiting: list[Width] = []
    number = 0
    for node in body:
        if node.tag == W + "tbl" and len(sheet.pieces(node)) > 1:
            number += 1
            columns = [_mm(column, "w") for column in node.iterfind(f"{W}tblGrid/{W}gridCol")]
            waiting.append(Width(_("表{number}", number=number), sum(columns, Decimal(0))))
        section = node if node.tag == W + "sectPr" else node.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            _paper, _left, _top, area = _page(section)
            yield from (replace(table, room=area[0] if area else None) for table in waiting)
            waiting = []
    yield from waiting


def _remarks(package: Package) -> int:
    root = package.part("word/comments.xml")
    return len(list(root.iter(W + "comment"))) if root is not None else 0


def _properties(package: Package) -> dict[str, str]:
    """What the file says about who made it."""
    core, app = package.part("docProps/core.xml"), package.part("docProps/app.xml")
    found = {
        "作者": _text(core, _DC + "creator"),
        "上次修改者": _text(core, _CORE + "lastModifiedBy"),
        "经理": _text(app, _APP + "Manager"),
        "单位": _text(app, _APP + "Company"),
    }
    return {name: text for name, text in found.items() if text}


def _text(root: Element | None, tag: str) -> str:
    node = root.find(tag) if root is not None else None
    return (node.text or "").strip() if node is not None else ""
