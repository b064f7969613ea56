"""Parts of a finished document → the neutral document and what of its content can be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.finished.closing import is_mark
from reportgen.finished.contents import without_contents
from reportgen.finished.frame import Frame, framed, title_of, titles_annex
from reportgen.finished.headings import Outline, label_of, lead_of
from reportgen.finished.line_counter import LineCounter
from reportgen.finished.parts import Grid, Line, Part, Picture
from reportgen.finished.tables import UNIT, is_caption, table_of, values_of
from reportgen.finished.values import closing_values, form_values, score_of, title_values
from reportgen.model.content import Content, Score, Value
from reportgen.model.document import Block, Document, Heading, Inline, Metadata, Paragraph, Role, Table, Text
from reportgen.model.inline import CIRCLED, Note
from reportgen.record import Struct, replace

_LOOKED_AT = 6
"""Lines before the first table and behind the title in which a form says its year and its unit."""
_NEAR = 3
_FIGURE = "图"
_SMALL = 12.0
"""小四: the lines below tables are no larger, and text is no smaller."""


class Finished(Struct, frozen=True):
    """A finished document as recognised: `lines` are quoted in messages."""

    document: Document
    content: Content
    lines: tuple[str, ...]
    aside: tuple[Text, ...] = ()
    """What stands in the file besides the document."""


def recognise(
    parts: Iterable[Part], file: str, known: Mapping[str, int] | None = None, aside: Sequence[Line] = ()
) -> Finished:
    """The document of these parts; `known` are headings of its kind of document with their level."""
    kept = without_contents(list(parts))
    frame, counter = framed(kept), LineCounter(file)
    titled = max((line.level for line in frame.title), default=0)
    outline = Outline.of((*frame.body, *frame.rest), known or {}, titled)
    before = tuple(_blocks(frame.before, counter, outline))
    title = tuple(counter.text(line.text, line.spot) for line in frame.title)
    head = tuple(_addressees(frame, counter))
    body = tuple(_blocks(frame.body, counter, outline))
    ending = [counter.text(line.text, line.spot) for line in frame.closing]
    counter.above.clear()
    rest = tuple(_blocks(frame.rest, counter, outline))
    blocks: dict[str, tuple[Block, ...]] = {
        "版头": before,
        "主送机关": head,
        "正文": body,
        "落款": tuple(_signed(ending)),
        "附件": rest,
    }
    author = ending[0].text if len(ending) > 1 else ""
    document = Document(Metadata(title_of(kept), author), {"标题": title}, blocks)
    besides = tuple(counter.text(line.text, line.spot) for line in aside)
    return Finished(document, Content(file, _values(title, ending, document)), tuple(counter.lines), besides)


def _values(title: Sequence[Text], ending: Sequence[Text], document: Document) -> Mapping[str, Value]:
    """What is told; what stands in a form itself counts more than what its title says."""
    blocks = list(document.walk())
    tables = [block for block in blocks if isinstance(block, Table)]
    prose = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    first = [*title, *(block.inlines[0] for block in prose[:_LOOKED_AT] if block.inlines)]
    found: dict[str, Value] = {}
    found |= title_values(title)
    for path, value in form_values([text for text in first if isinstance(text, Text)], tables):
        if path != "年度" or path not in found:
            found[path] = value
    found |= closing_values(ending)
    forms = values_of(blocks)
    told = any(isinstance(value, Score) for value in forms.values())
    if score := score_of(prose, () if told else tables):
        found["评价"] = score
    return found | forms


def _addressees(frame: Frame, counter: LineCounter) -> Iterator[Block]:
    for line in frame.addressee:
        text = counter.text(line.text, line.spot)
        yield Paragraph(Role.ADDRESSEE, (text,), origin=text.origin)


def _signed(ending: list[Text]) -> Iterator[Block]:
    for text in ending:
        yield Paragraph(Role.DATE if text is ending[-1] else Role.AUTHOR, (text,), origin=text.origin)


def _blocks(parts: Sequence[Part], counter: LineCounter, outline: Outline) -> Iterator[Block]:
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        match part:
            case Grid():
                near = (other.text for other in parts[max(at - _NEAR, 0) : at] if isinstance(other, Line))
                yield table_of(part, counter, list(near))
            case Picture():
                yield Paragraph(Role.FIGURE, (), section=counter.section)
            case Line():
                titled = titles_annex(parts, at)
                if _is_table_note(parts, at):
                    text = counter.text(part.text, part.spot)
                    yield Paragraph(Role.TABLE_NOTE, (text,), section=counter.section, origin=text.origin)
                else:
                    yield _special(part, counter, following, titled) or _paragraph(part, counter, outline, following)


def _is_table_note(parts: Sequence[Part], at: int) -> bool:
    """Whether a line is what a note in a table says: small, behind a mark, right below the table or another note."""
    while at >= 0 and isinstance(part := parts[at], Line):
        if part.text[:1] not in CIRCLED or not part.text or part.look is None or part.look.size > _SMALL:
            return False
        at -= 1
    return at >= 0 and isinstance(parts[at], Grid)


def _special(line: Line, counter: LineCounter, following: Part | None, titled: bool) -> Block | None:
    """A line that is no running text: the mark of an annex, its title, the name or the unit of a table, of a figure."""
    role = None
    if is_mark(line):
        role = Role.ANNEX_MARK
        counter.above.clear()
    elif titled:
        role = Role.ANNEX_TITLE
        counter.above[:] = ["".join(counter.above) + line.text]
    elif is_caption(line.text) and isinstance(following, Grid | Line):
        role = Role.CAPTION
    elif UNIT.fullmatch(line.text.strip()):
        role = Role.UNIT
    elif line.centred and line.text.startswith(_FIGURE) and line.text[1:2].strip().isdigit():
        role = Role.FIGURE
    if role is None:
        return None
    text = counter.text(line.text, line.spot)
    return Paragraph(role, (text,), section=counter.section, origin=text.origin)


def _notes(line: Line, counter: LineCounter) -> Iterator[Note]:
    for note in line.notes:
        text = counter.text(note.text, note.spot)
        yield Note("", (text,), text.origin)


def _paragraph(line: Line, counter: LineCounter, outline: Outline, following: Part | None) -> Block:
    label = label_of(line)
    whole = counter.text(line.number + line.text, line.spot)
    skipped = len(whole.text) - len(label.words)
    words = Text(label.words, replace(whole.origin, column=skipped + 1, length=len(label.words)))
    inlines: tuple[Inline, ...] = (words, *_notes(line, counter))
    level = outline.level(line, following)
    if level:
        counter.enter(level, label.number + label.words)
        return Heading(level, label.number, inlines, counter.section, whole.origin)
    block = Paragraph(Role.BODY, inlines, label.number, section=counter.section, origin=whole.origin)
    if label.level and (lead := lead_of(label.words)):
        counter.enter(label.level, label.number + lead)
    return block
