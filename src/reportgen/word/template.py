"""template.docx → frame and looks, with what cannot be taken over said by paragraph.

Paragraphs, tables, pictures, text boxes, headers and footers have a meaning in both outputs. What has none (shapes,
footnotes, equations …) stays in the Word file alone: a diagnostic says so, and tags in it are filled all the same.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import (
    TEMPLATE_FORM,
    TEMPLATE_REVISED,
    TEMPLATE_STYLE,
    TEMPLATE_TAG,
    TEMPLATE_WORD_ONLY,
)
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import OF_FORMS, OF_LETTERS, Role
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameItem, FrameLine, FrameRow, FrameTable
from reportgen.model.look import STRONG, Looks, Page, Style
from reportgen.model.table import CellRole
from reportgen.place import Place
from reportgen.record import Struct, field
from reportgen.source.expect import did_you_mean, nearest
from reportgen.word.edges import Edges, grown, moved_down
from reportgen.word.frame import FrameReader
from reportgen.word.looks import following
from reportgen.word.package import Element, Package, W, value
from reportgen.word.revisions import settled
from reportgen.word.styles import by_name, read_letter_style, read_styles, read_table_styles
from reportgen.word.unsupported_features import word_only
from reportgen.word.usable import refuse_unusable
from reportgen.world import read_bytes, shared_looks

_A4 = Page(595.3, 841.9, 104.9, 73.7, 99.2, 79.35, 65.35)
_HALF_AN_INCH = "720"
_LEAST_ROOM, _MOST_ROOM = 36.0, 1584.0
"""pt between the margins of a page: half an inch, and as wide as Word makes paper, 22 inches."""
_BODY = "word/document.xml"
_FILLED = re.compile(r"word/(header|footer|footnotes)\d*\.xml")
"""Parts that are filled beside the body, whether a page shows them or not."""
UNUSED_PARTS = {"header": "没有用上的页眉", "footer": "没有用上的页脚", "footnotes": "脚注"}
_WORDS = re.compile(r"<(?P<name>\w+:t)(?:\s[^<>]*)?>[^<]*</(?P=name)>")
_HIDDEN_TAG = re.compile(r"\{[{%#]")
"""Braces where no words stand: in the description of a picture, the code of a field, a comment of the XML."""


class Template(Struct, frozen=True):
    """A template as read: `content` is the docx itself, settled, for the Word output."""

    file: str
    content: bytes
    frame: Frame
    looks: Looks


def read_template(path: Path, looks: Path | None = None) -> tuple[Template, list[Diagnostic]]:
    """Read a template; it follows another file of shared `looks` where it has none of its own.

    Raises UsageProblem when a file is no docx or cannot be read.
    """
    package = _package(path)
    refuse_unusable(package)
    package, revisions = settled(package)
    if looks:
        package = following(package, _package(looks), _package(shared_looks()))
    try:
        reader = _Reader(package)
        frame = reader.frame()
        template = Template(str(path), package.content, frame, reader.looks(frame))
    except ValueError as error:  # where Word wants a number there is none, or one that no page can have
        broken = _("{file} 里有读不懂的尺寸，请用 Word 或 WPS 打开，另存一份", file=path)
        raise UsageProblem(broken) from error
    reader.found += [TEMPLATE_REVISED.at(each.place, each.label) for each in revisions]
    return template, reader.found + list(reader.faults())


def reread(template: Template, content: bytes) -> Template:
    """The template with other looks in its file; what is to be said of it has been said."""
    reader = _Reader(Package(template.file, content))
    frame = reader.frame()
    return Template(template.file, content, frame, reader.looks(frame))


def accepted(path: Path) -> bytes | None:
    """The file of a template without the changes and comments that somebody left in it; None where there are none."""
    package, revisions = settled(_package(path))
    return package.content if revisions else None


def _package(path: Path) -> Package:
    return Package(str(path), read_bytes(path))


class _Reader(Struct, dict=True):
    """Puts a template together from its parts."""

    package: Package
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        root = self.package.part(_BODY)
        self.body = root.find(W + "body") if root is not None else None
        section = self.body.find(W + "sectPr") if self.body is not None else None
        self.styles, self.page = read_styles(self.package), _page(section)
        sections = list(self.body.iter(W + "sectPr")) if self.body is not None else []
        self.edges = Edges(self.package, section, tuple(each for each in sections if each is not section))
        self.numbers = self.edges.numbers(self.styles)

    def frame(self) -> Frame:
        """The frame; whatever nobody has read is in its `word_only`."""
        items: tuple[FrameItem, ...] = ()
        word_only: tuple[FrameItem, ...] = ()
        if self.body is not None:
            reader = self._part(_BODY, "")
            items = reader.read(self.body)
            word_only = reader.read_left_out(self.body)
        head = self.edges.head(self._read)
        foot = self.edges.foot(self._read, self.numbers is not None)
        for name in sorted(self.package.names() - self.edges.parts()):
            match = _FILLED.fullmatch(name)
            if match:
                word_only += self._part(name, _(UNUSED_PARTS[match[1]])).read_left_out(self.package.part(name))
        room = moved_down(self.page, head)
        return Frame((*((_room(room),) if room else ()), *items), head, foot, word_only)

    def looks(self, frame: Frame) -> Looks:
        """The looks."""
        odd, even = self.numbers or (None, None)
        first = not (self.numbers and self.edges.has_first)
        settings = self.package.part("word/settings.xml")
        tab = float(value(settings, "defaultTabStop") or _HALF_AN_INCH) / 20
        return Looks(self._named_styles(), grown(self.page, frame.head, frame.foot), odd, even, first, tab)

    def _named_styles(self) -> dict[str, Style]:
        """Those of paragraphs, and that of letters which stand out where there is one."""
        styles = by_name(self.styles)
        body = styles.get(Role.BODY.value)
        strong = read_letter_style(self.package, STRONG, body) if body else None
        return {**styles, STRONG: strong} if strong else styles

    def faults(self) -> Iterator[Diagnostic]:
        """What is wrong with the file as a whole."""
        place, names = Place(self.package.file), by_name(self.styles)
        yield from (TEMPLATE_WORD_ONLY.at(place, label) for label in word_only(self.package, self.body, names))
        used = {number.style.name for number in self.numbers or () if number}
        yield from _missing_styles(set(names), used, place)
        for name in sorted(self.package.names()):
            if name == _BODY or _FILLED.fullmatch(name):
                xml = (self.package.bytes_of(name) or b"").decode("utf-8", "replace")
                if _HIDDEN_TAG.search(_WORDS.sub("", xml)):
                    label = _("图片说明、控件名称一类看不见的地方有带花括号的标记，这些地方不能用标记")
                    yield TEMPLATE_FORM.at(place, label)

    def _read(self, part: str, where: str) -> tuple[FrameItem, ...]:
        return self._part(part, where).read(self.package.part(part))

    def _part(self, part: str, where: str) -> FrameReader:
        tables = read_table_styles(self.package)
        return FrameReader(self.package, self.styles, self.page, part, where, tables, self.found)


def _room(height: float) -> FrameLine:
    """An empty line so high: the first page's head takes it from the text."""
    return FrameLine(Style(_ROOM, _ROOM, size=1.0, line=height), ())


_ROOM = "页眉的余高"


def _missing_styles(names: set[str], used: set[str], place: Place) -> Iterator[Diagnostic]:
    needed = [role.value for role in (*Role, *CellRole) if role not in (*OF_FORMS, *OF_LETTERS)]
    spare = names - used - set(needed)
    for name in needed:
        if name not in names:
            guess = nearest(name, sorted(spare))
            fix = _("是不是改名成了「{guess}」？", guess=guess) if guess else ""
            yield TEMPLATE_STYLE.at(place, _("没有样式「{name}」", name=name), fix=fix)


def _page(section: Element | None) -> Page:
    """The page of the last section; that of the standard where nothing is said of it.

    Raises ValueError where no room is left between the margins.
    """
    if section is None:
        return _A4
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is None or margins is None:
        return _A4

    def points(element: Element, name: str) -> float:
        return float(element.get(W + name, "0")) / 20

    page = Page(
        points(size, "w"),
        points(size, "h"),
        *(points(margins, name) for name in ("top", "right", "bottom", "left", "footer", "header")),
    )
    rooms = page.width - page.left - page.right, page.height - page.top - page.bottom
    if not all(_LEAST_ROOM <= room <= _MOST_ROOM for room in rooms):
        raise ValueError(rooms)
    return page


def misused_tags(template: Template, lines: set[str], blocks: Mapping[str, bool]) -> Iterator[Diagnostic]:
    """Tags that nothing answers, in the wrong form, or missing.

    `lines` are shown in a line, `blocks` with `{{p}}`; a block that is true there must stand in the template.
    """
    seen: set[str] = set()
    for item in template.frame.walk():
        match item:
            case FrameLine():
                for name in item.slots():
                    yield from _misused(name, lines, set(blocks), item.origin)
            case FrameBlocks():
                seen.add(item.name)
                yield from _misused(item.name, set(blocks), lines, item.origin)
            case FrameIf():
                yield from _misused(item.name, lines | set(blocks), set(), item.origin)
            case FrameTable() | FrameRow():
                pass  # what they hold comes by itself
    place = Place(template.file)
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
