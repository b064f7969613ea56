"""A paragraph of the template → a line of the frame: its words, tags and objects in the looks that they have."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.frame import Box, Counter, FrameLine, Picture, Piece, Slot, Span
from reportgen.model.look import Align, Page, Style, TabStop
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, replace
from reportgen.word.drawings import DrawingReader
from reportgen.word.package import Element, Package, W, value
from reportgen.word.properties import lost_in_letters, lost_in_paragraph
from reportgen.word.runs import MARK, PAGE_BREAK, Run, Runs
from reportgen.word.styles import apply
from reportgen.word.tags import LineTag, NotATag, read_line

_OBJECT = re.compile(rf"{MARK}(\d+){MARK}")
_PLAIN = Style("", "")


class Paragraph(Struct, frozen=True):
    """What was read of a `w:p`; `names` is what only Word shows of it."""

    text: str
    """Its words and tags, with objects marked."""
    runs: tuple[Run, ...]
    objects: tuple[Picture | Box | Counter, ...]
    style: Style
    """Without the properties of the paragraph itself."""
    properties: Element | None
    line: FrameLine
    """A line without its parts."""
    names: tuple[str, ...]


def read_paragraph(node: Element, styles: Mapping[str, Style], drawings: DrawingReader) -> Paragraph:
    """A paragraph before its tags are read."""
    read = Runs(drawings)
    runs = tuple(read.read(node))
    properties = node.find(W + "pPr")
    style = styles.get(value(properties, "pStyle") or "") or styles.get("Normal") or _PLAIN
    style = _with_positional_tabs(style, node, drawings.page)
    whole = apply(style, properties, None)
    names = [*read.names, *drawings.remarks, *lost_in_paragraph(properties), *_lost_letters(node, drawings.package)]
    drawings.remarks.clear()
    if properties is not None and properties.find(W + "sectPr") is not None:
        names.append(_("分节符（纸张、页边距、页眉和页脚，PDF 都按最后一节）"))
    if any(isinstance(each, Picture | Box) for each in read.objects) and whole.line and not whole.grows:
        names.append(_("图形（这一段是固定行距，Word 里只露出一条，请改成单倍行距或最小值）"))
    line = FrameLine(whole, (), tuple(read.floats), ends_page=_ends_section(node))
    text = "".join(run.words for run in runs)
    return Paragraph(text, runs, tuple(read.objects), style, properties, line, tuple(dict.fromkeys(names)))


def at_page_breaks(read: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, or what stands before and behind each page break in it; what floats stands with the first."""
    pages: list[list[Run]] = [[]]
    for run in read.runs:
        for number, words in enumerate(run.words.split(PAGE_BREAK)):
            pages += [[]] if number else []
            pages[-1].append(Run(words, run.properties))
    while len(pages) > 1 and not any(run.words for run in pages[-1]):
        pages.pop()  # the mark of the paragraph stays before the break
        read = replace(read, line=replace(read.line, ends_page=True))
    for number, runs in enumerate(pages):
        is_last = number + 1 == len(pages)
        floats = () if number else read.line.floats
        line = replace(read.line, floats=floats, ends_page=read.line.ends_page if is_last else True)
        yield replace(read, text="".join(run.words for run in runs), runs=tuple(runs), line=line)


def frame_line(read: Paragraph, tag: LineTag, origin: Place = NOWHERE) -> tuple[FrameLine, str]:
    """The line, and what has to be said of its letters: tags in several looks are set in the first."""
    runs = [run for run in read.runs if run.words]
    looks = [apply(read.style, read.properties, run.properties) for run in runs] or [read.line.style]
    line = replace(read.line, style=looks[0], origin=origin)
    if all(look == looks[0] for look in looks):
        return replace(line, parts=_parts(tag, read)), ""
    spans: list[Span] = []
    for _look, group in groupby(zip(looks, runs, strict=True), key=lambda pair: pair[0]):
        pairs = list(group)
        try:
            words = read_line("".join(run.words for _look, run in pairs))
        except NotATag:  # a tag in several looks
            return replace(line, parts=_parts(tag, read)), _("几种字体（PDF 都按第一种）")
        spans.append(Span(pairs[0][0], _parts(words, read)))
    return replace(line, parts=(*spans[0].parts, *spans[1:])), ""


def _parts(line: LineTag, read: Paragraph) -> tuple[Piece, ...]:
    return tuple(
        piece for words, name in line.parts for piece in ((Slot(name),) if name else _objects(words, read.objects))
    )


def _objects(words: str, objects: tuple[Picture | Box | Counter, ...]) -> Iterator[Piece]:
    for number, piece in enumerate(_OBJECT.split(words)):
        if number % 2:
            yield objects[int(piece)]
        elif piece:
            yield piece


def _with_positional_tabs(style: Style, node: Element, page: Page) -> Style:
    """`w:ptab`, as Word's own headers have it, leads to the middle or the end of the line."""
    width = page.width - page.left - page.right
    stops = {"center": TabStop(width / 2, Align.CENTER), "right": TabStop(width, Align.RIGHT)}
    given = [stops[kind] for tab in node.iter(W + "ptab") if (kind := str(tab.get(W + "alignment"))) in stops]
    return replace(style, tabs=tuple(sorted((*style.tabs, *given), key=lambda stop: stop.position))) if given else style


def _lost_letters(node: Element, package: Package) -> Iterator[str]:
    for run in node.iter(W + "r"):
        properties = run.find(W + "rPr")
        if next(run.iter(W + "t"), None) is not None:
            yield from lost_in_letters(properties)
            named = value(properties, "rStyle")
            if named and _says_something(package, named):
                yield _("字符样式（请改成段落样式，或直接设字体）")


def _says_something(package: Package, style: str) -> bool:
    """Whether a character style changes its letters: that of Word's page numbers does not."""
    root = package.part("word/styles.xml")
    found = (node for node in (root.iter(W + "style") if root is not None else ()) if node.get(W + "styleId") == style)
    return any(len(properties) for node in found for properties in node.iter(W + "rPr"))


def _ends_section(node: Element) -> bool:
    """Whether a section ends with the paragraph and the next begins on a page of its own."""
    if node.find(f"{W}pPr/{W}sectPr") is None:
        return False
    following = node.xpath("following::*[local-name() = 'sectPr']")
    return bool(following) and value(following[0], "type") != "continuous"
