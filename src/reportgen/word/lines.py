"""A paragraph of the template → a line of the frame: its words, tags and objects in the looks that they have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.frame import Box, Counter, FrameLine, Picture, Piece, Slot, Span
from reportgen.model.look import Align, Page, Style, TabStop
from reportgen.place import NOWHERE, Place
from reportgen.word.drawings import DrawingReader
from reportgen.word.package import Element, W, is_on, value
from reportgen.word.runs import MARK, Run, Runs
from reportgen.word.styles import apply, is_plain
from reportgen.word.tags import LineTag, NotATag, read_line

_OBJECT = re.compile(rf"{MARK}(\d+){MARK}")
LOST_PROPERTIES = {"pBdr": "段落边框", "numPr": "自动编号", "framePr": "图文框"}
LOST_LETTERS = {"u": "下划线", "b": "加粗", "strike": "删除线", "highlight": "突出显示", "vanish": "隐藏的字"}
LOST_LETTERS |= {"dstrike": "双删除线", "em": "着重号", "vertAlign": "上标或下标", "w": "字符缩放", "bdr": "文字边框"}
_AS_USUAL = {"none", "baseline", "100", "nil"}
"""Values by which a property says that there is nothing of its kind."""
_RULES = (W + "top", W + "bottom")
_PLAIN = Style("", "")


@dataclass(frozen=True, slots=True)
class Paragraph:
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
    names = [*read.names, *drawings.remarks, *lost_in_paragraph(properties), *_lost_letters(node)]
    drawings.remarks.clear()
    if any(isinstance(each, Picture | Box) for each in read.objects) and whole.line and not whole.grows:
        names.append(_("图形（这一段是固定行距，Word 里只露出一条，请改成单倍行距或最小值）"))
    line = FrameLine(whole, (), tuple(read.floats), ends_page=read.ends_page)
    text = "".join(run.words for run in runs)
    return Paragraph(text, runs, tuple(read.objects), style, properties, line, tuple(dict.fromkeys(names)))


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


def lost_in_paragraph(properties: Element | None) -> Iterator[str]:
    """What paragraph properties ask for and the PDF does not show."""
    for tag, name in LOST_PROPERTIES.items():
        found = properties.find(W + tag) if properties is not None else None
        if found is not None and (
            tag != "pBdr" or any(border.tag not in _RULES or not is_plain(border) for border in found)
        ):
            yield _(name)


def lost_in_letters(properties: Element | None) -> Iterator[str]:
    """What run properties ask for and the PDF does not show."""
    for tag, name in LOST_LETTERS.items():
        found = properties.find(W + tag) if properties is not None else None
        if found is not None and is_on(properties, tag) and found.get(W + "val") not in _AS_USUAL:
            yield _(name)


def _lost_letters(node: Element) -> Iterator[str]:
    for run in node.iter(W + "r"):
        if next(run.iter(W + "t"), None) is not None:
            yield from lost_in_letters(run.find(W + "rPr"))
