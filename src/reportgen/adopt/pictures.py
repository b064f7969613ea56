"""Pictures and charts of a report: each gets its place in the text, a picture a file beside the content file too."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from reportgen import patterns as re
from reportgen.adopt.charts import ChartFields, Named
from reportgen.finished.figures import FIGURE_NUMBER
from reportgen.finished.parts import Part, Picture, Region
from reportgen.language import _
from reportgen.model.chart_figures import ChartFigures
from reportgen.model.document import Block, Document, Illustration, Paragraph, Role, Text, line_of, plain_text
from reportgen.model.inline import footnotes
from reportgen.place import NOWHERE, Written
from reportgen.record import Struct, field, replace

_MENTIONED = re.compile(rf"(?<![附插下上])图\s?(?P<number>{FIGURE_NUMBER})(?![\d.])")
_CAPTION = re.compile(r"图\s*(?P<number>\d{0,2}(?:[-.—]\d{1,2})?)\s*[:：.．、]?\s*(?P<name>\S.*)")
_MEASURED = re.compile(r"(?P<name>.+?)\s*[（(]\s*单位\s*[:：]\s*(?P<unit>[^（）()]+?)\s*[）)]")
_SOURCE = re.compile(r"(?:数据|资料)?来源\s*[:：]\s*(?P<source>[^（）()]+?)[。.]?")
_LONGEST = 40
_STRANGE = re.compile(r"""[\s:：；;（）()<>"'*?|/\\]+""")
_LOOSE_COLON = re.compile(r"[:：](?![^（(]*[）)])")
"""Behind the name of a picture a colon leads to its file, but for one within brackets."""
_SHOWN = ("正文", "附件")
"""Where pictures belong to the text; those of a letterhead and seals the program sets itself."""

Source = str | Region
"""A part of a Word file, or a place on a page of a PDF."""
Charts = Callable[[Picture], list[list[ChartFigures]]]
"""The ways in which a file tells the figures of each of its charts."""
_JPEG = b"\xff\xd8"


class Pictured(Struct):
    """What has been placed: `files` are the pictures by the name of each file.

    `charts_of` and `bytes_of` ask the file of the report for what it shows.
    """

    folder: str
    charts: ChartFields
    charts_of: Charts
    bytes_of: Callable[[Source], bytes]
    files: dict[str, bytes] = field(default_factory=dict)

    def of(self, document: Document, parts: Sequence[Part]) -> Document:
        """The document with its pictures and charts in their places."""
        waiting = iter([part for part in parts if isinstance(part, Picture)])
        blocks = {slot: tuple(self._slot(slot, own, waiting)) for slot, own in document.blocks.items()}
        return replace(document, blocks=blocks)

    def _slot(self, slot: str, blocks: Sequence[Block], waiting: Iterator[Picture]) -> list[Block]:
        made: list[Block] = []
        at = 0
        while at < len(blocks):
            if not _is_figure(blocks[at]):
                made.append(blocks[at])
                at += 1
                continue
            picture = next(waiting, Picture())
            if slot not in _SHOWN:
                at += 1
                continue
            below = list(_told(blocks[at + 1 : at + 3]))
            above = [] if below or not made else list(_told(made[-1:]))
            charts = self.charts_of(picture)
            own = list(self._made(picture, charts, below or above))
            if own or charts:
                del made[len(made) - len(above) :]
                at += len(below)
            made += own
            at += 1
        return made

    def _made(self, picture: Picture, charts: list[list[ChartFigures]], told: Sequence[str]) -> Iterator[Block]:
        """What comes in the place of a picture and of the lines at it; nothing where neither can be had again.

        What is told of charts that cannot be drawn is kept with the reason.
        """
        lines = [self.charts.line(options, _named(told if not at else ())) for at, options in enumerate(charts)]
        if any(lines):
            yield from (_line(line) for line in lines if line)
        elif sources := picture.files or ((picture.region,) if picture.region else ()):
            yield self._illustration(_named(told[:1]), sources)
            yield from (_line(source) for source in told[1:])

    def _illustration(self, told: Named, sources: Sequence[Source]) -> Block:
        own = _LOOSE_COLON.sub("", _caption(told.words)) or _("插图{number}", number=len(self.files) + 1)
        names = {*(PurePosixPath(file).stem for file in self.files)}
        stem = _STRANGE.sub("", own)
        made = []
        for number, source in enumerate(sources, 1):
            content = self.bytes_of(source)
            ending = ".jpg" if content.startswith(_JPEG) else ".png"
            bare = f"{stem}{number if len(sources) > 1 else ''}"
            bare = f"{bare}-{len(names) + 1}" if bare in names else bare
            file = f"{self.folder}/{bare}{ending}"
            self.files[file] = content
            made.append(Written(file, NOWHERE))
        self.charts.numbered.setdefault(told.number, f"图.{own}")
        return Illustration(own, tuple(made))


def _is_figure(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.FIGURE and not block.inlines


def _told(blocks: Sequence[Block]) -> Iterator[str]:
    """The name of a figure and where it is from, as far as lines say so."""
    forms = iter((_CAPTION, _SOURCE))
    for block in blocks:
        words = line_of(block).strip() if isinstance(block, Paragraph) else ""
        form = next(forms)
        if not form.fullmatch(words) or (form is _CAPTION and not _caption(words)):
            return
        yield words


def _caption(words: str) -> str:
    """What a caption calls its figure; empty where it is no caption."""
    found = _CAPTION.fullmatch(words)
    return found["name"].strip() if found and len(found["name"]) <= _LONGEST else ""


def _named(told: Sequence[str]) -> Named:
    found, name = (_CAPTION.fullmatch(told[0]), _caption(told[0])) if told else (None, "")
    measured = _MEASURED.fullmatch(name)
    source = _SOURCE.fullmatch(told[1]) if told[1:] else None
    name, unit = (measured["name"], measured["unit"]) if measured else (name, "")
    return Named(name, unit, source["source"] if source else "", found["number"] if found else "", "\n".join(told))


def _line(words: str) -> Paragraph:
    return Paragraph(Role.BODY, (Text(words, NOWHERE),))


def referring_to(blocks: Iterable[Block], numbered: Mapping[str, str]) -> Iterator[Block]:
    """The text with references in the place of the numbers of figures, which the program counts itself."""

    def reference(found: re.Match[str]) -> str:
        path = numbered.get(found["number"])
        return f"{{{{ {path} }}}}" if path else found[0]

    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.BODY and block.inlines:
            first = block.inlines[0]
            words = _MENTIONED.sub(reference, plain_text(block.inlines))
            yield replace(block, inlines=(Text(words, first.origin), *footnotes(block.inlines)))
        else:
            yield block
