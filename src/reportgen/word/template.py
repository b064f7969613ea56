"""template.docx → frame and looks, with what cannot be taken over said by paragraph.

Only body paragraphs, tables of one column, styles, page geometry and the page-number footers have a meaning in both
outputs. Text boxes, floating shapes, other tables and headers stay in the Word file alone, and a diagnostic says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import TEMPLATE_FORM, TEMPLATE_STYLE, TEMPLATE_TAG, TEMPLATE_WORD_ONLY
from reportgen.language import _
from reportgen.model.document import OF_FORMS, Role
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameLine, FrameRow, FrameTable, Slot
from reportgen.model.look import PAGES, Looks, Page, PageNumber, Style
from reportgen.model.table import CellRole
from reportgen.place import Place
from reportgen.source.expect import did_you_mean, nearest
from reportgen.word.frame import FrameReader
from reportgen.word.package import Element, Package, R, W, value
from reportgen.word.styles import apply, by_name, read_styles
from reportgen.word.unsupported_features import has_bare_first, word_only
from reportgen.world import read_bytes

_A4 = Page(595.3, 841.9, 104.9, 73.7, 99.2, 79.35, 65.35)


@dataclass(frozen=True)
class Template:
    """A template as read: `content` is the docx itself, for the Word output."""

    file: str
    content: bytes
    frame: Frame
    looks: Looks


def read_template(path: Path) -> tuple[Template, list[Diagnostic]]:
    """Read a template. Raises UsageProblem when the file is no docx or cannot be read."""
    package = Package(str(path), read_bytes(path))
    styles, place = read_styles(package), Place(package.file)
    body = _body(package)
    reader = FrameReader(package.file, styles)
    frame = reader.read(body) if body is not None else Frame(())
    names = by_name(styles)
    looks = Looks(
        names, _page(body), *_page_numbers(body, package, styles), first_numbered=not has_bare_first(package, body)
    )
    used = {number.style.name for number in (looks.odd, looks.even) if number}
    found = [*reader.found, *(TEMPLATE_WORD_ONLY.at(place, label) for label in word_only(package, body, names))]
    found += _missing_styles(set(names), used, place)
    return Template(str(path), package.content, frame, looks), found


def _body(package: Package) -> Element | None:
    root = package.part("word/document.xml")
    return root.find(W + "body") if root is not None else None


def _missing_styles(names: set[str], used: set[str], place: Place) -> Iterator[Diagnostic]:
    needed = [role.value for role in (*Role, *CellRole) if role not in OF_FORMS]
    spare = names - used - set(needed)
    for name in needed:
        if name not in names:
            guess = nearest(name, sorted(spare))
            fix = _("是不是改名成了「{guess}」？", guess=guess) if guess else ""
            yield TEMPLATE_STYLE.at(place, _("没有样式「{name}」", name=name), fix=fix)


def _page(body: Element | None) -> Page:
    section = body.find(W + "sectPr") if body is not None else None
    if section is None:
        return _A4
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is None or margins is None:
        return _A4

    def points(element: Element, name: str) -> float:
        return float(element.get(W + name, "0")) / 20

    return Page(
        points(size, "w"),
        points(size, "h"),
        *(points(margins, name) for name in ("top", "right", "bottom", "left", "footer")),
    )


def _page_numbers(
    body: Element | None, package: Package, styles: Mapping[str, Style]
) -> tuple[PageNumber | None, PageNumber | None]:
    section = body.find(W + "sectPr") if body is not None else None
    footers = {
        reference.get(W + "type"): package.part(package.target(str(reference.get(R + "id"))))
        for reference in (section.iter(W + "footerReference") if section is not None else ())
    }
    odd = _page_number(footers.get("default"), styles)
    settings = package.part("word/settings.xml")
    distinct = settings is not None and settings.find(W + "evenAndOddHeaders") is not None
    return odd, _page_number(footers.get("even"), styles) if distinct else odd


def _page_number(root: Element | None, styles: Mapping[str, Style]) -> PageNumber | None:
    paragraph = next((node for node in root.iter(W + "p") if fields_of(node)), None) if root is not None else None
    if paragraph is None:
        return None
    properties = paragraph.find(W + "pPr")
    style = styles.get(value(properties, "pStyle") or "") or styles.get("Normal") or Style("", "")
    before, after = around_page_field(paragraph)
    return PageNumber(apply(style, properties, None), before, after)


def fields_of(paragraph: Element) -> list[str]:
    """The kinds of fields in a paragraph: PAGE, NUMPAGES …"""
    codes = [node.text or "" for node in paragraph.iter(W + "instrText")]
    codes += [str(node.get(W + "instr", "")) for node in paragraph.iter(W + "fldSimple")]
    return [code.split()[0].upper() for code in codes if code.split()]


def around_page_field(paragraph: Element) -> tuple[str, str]:
    """The words before and after the PAGE field; NUMPAGES stays in them as `PAGES`.

    The cached number of a field lies between `separate` and `end`; a text box is written twice, once as Fallback.
    """
    sides, depth, side, code = ["", ""], 0, 0, ""
    for node in paragraph.iter(W + "t", W + "fldChar", W + "fldSimple", W + "instrText"):
        if any(str(up.tag).endswith("}Fallback") for up in node.iterancestors()):
            continue
        if node.tag == W + "instrText" or node.tag == W + "fldSimple":
            code = (node.text if node.tag == W + "instrText" else node.get(W + "instr")) or ""
            side, sides[1] = (1, "") if "NUMPAGES" not in code and "PAGE" in code else (side, sides[1])
            if "NUMPAGES" in code:
                sides[side] += PAGES
        elif node.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(str(node.get(W + "fldCharType")), 0)
        elif depth == 0 and not any(up.tag == W + "fldSimple" for up in node.iterancestors()):
            sides[side] += node.text or ""
    return sides[0], sides[1]


def misused_tags(template: Template, lines: set[str], blocks: Mapping[str, bool]) -> Iterator[Diagnostic]:
    """Tags that nothing answers, in the wrong form, or missing.

    `lines` are shown in a line, `blocks` with `{{p}}`; a block that is true there must stand in the template.
    """
    place = Place(template.file)
    seen: set[str] = set()
    for item in template.frame.walk():
        match item:
            case FrameLine():
                for name in (part.name for part in item.pieces() if isinstance(part, Slot)):
                    yield from _misused(name, lines, set(blocks), place)
            case FrameBlocks():
                seen.add(item.name)
                yield from _misused(item.name, set(blocks), lines, place)
            case FrameIf():
                yield from _misused(item.name, lines | set(blocks), set(), place)
            case FrameTable() | FrameRow():
                pass  # what they hold comes by itself
    for name in (block for block, needed in blocks.items() if needed and block not in seen):
        yield TEMPLATE_TAG.at(place, _("模板里没有 {tag}，这部分内容印不出来", tag="{{p " + name + " }}"))


def _misused(name: str, right: set[str], wrong: set[str], place: Place) -> Iterator[Diagnostic]:
    if name in wrong:
        label = _(
            "「{name}」的标记不对：成段的内容用 {blocks}，行内的用 {line}", name=name, blocks="{{p … }}", line="{{ … }}"
        )
        yield TEMPLATE_FORM.at(place, label)
    elif name not in right:
        yield TEMPLATE_TAG.at(place, "{{ " + name + " }}", fix=did_you_mean(name, right | wrong))
