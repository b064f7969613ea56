"""The stage itself: content + pack → document and what is wrong with its references."""

from collections.abc import Iterable

from reportgen.compose.alike import printed_alike
from reportgen.compose.annex_order import NOTE, Listed, entries_of, in_order
from reportgen.compose.annexes import annex_note, bound_in
from reportgen.compose.body import Body
from reportgen.compose.chart_placement import ChartPlacement, chart_placement
from reportgen.compose.closing import NAMES, closing_of, is_signed_jointly
from reportgen.compose.formats import print_fact
from reportgen.compose.front import front_pages
from reportgen.compose.heads import head_and_foot
from reportgen.compose.illustrations import illustration_numbers
from reportgen.compose.organs import (
    PREPRINTED,
    UNIT,
    authors_of,
    is_preprinted,
    letterhead_of,
    organs_in_title,
    unlike_organs,
)
from reportgen.compose.prose import ProseBlocks
from reportgen.compose.references import References
from reportgen.compose.running_text import RunningText, counted
from reportgen.compose.signers import number_and_signers, signed_downwards
from reportgen.compose.table_placement import Named, TablePlacement, table_numbers
from reportgen.compose.title import title_lines
from reportgen.compose.typed_rows import may_be_numbered
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.content import Content, Dated, Year
from reportgen.model.dates import spell_date
from reportgen.model.document import (
    Block,
    Break,
    Document,
    Inline,
    Metadata,
    Number,
    Paragraph,
    Role,
    Text,
    plain_text,
)
from reportgen.model.facts import Fact, Facts
from reportgen.model.frame import Frame
from reportgen.packs.pack import Pack
from reportgen.place import NOWHERE, Written
from reportgen.record import replace

TITLE, ADDRESSEE, BODY, SIGNATURE, ANNEXES = "标题", "主送机关", "正文", "落款", "附件"
CONTENTS = "目录"
LETTERHEAD, SIGNERS = "联合标志", "多个签发人"
LINE_SLOTS, BLOCK_SLOTS = (TITLE, ADDRESSEE), (BODY, SIGNATURE)
"""What every template shows beside the text fields of its pack; 附件 and 目录 where the pack has any."""
LETTER_SLOTS = (LETTERHEAD, SIGNERS)
"""Blocks that a template of letters may show, where several organs or persons issue the paper."""
_ENDS = {ADDRESSEE: "：", "抄送": "。"}
"""主送机关 ends with a full-width colon (§7.3.2), 抄送 with a full stop (§7.4.2); the user need not type it."""
_KEPT = {Role.BODY: Role.CLOSING, Role.FIGURE: Role.CAPTION}
"""Roles that look the same and keep to what follows."""

_NO_FRAME = Frame(())


def compose(
    content: Content, pack: Pack, annexes: tuple[Document, ...] = (), frame: Frame = _NO_FRAME
) -> tuple[Document, list[Diagnostic]]:
    """The document of a content file, others bound in; what could not be filled in is a fatal diagnostic.

    `frame` is the template's, whose lines above a form are said again on the pages of its further copies.
    """
    charts, named = _numbered(content, pack)
    references = _references(content, pack, charts, named)
    title, lines = _title(content, pack, references)
    fields = {**_line_fields(content, references), TITLE: lines, **_ended(content, references)}
    head, foot = head_and_foot(frame.items, fields, TITLE, ADDRESSEE, BODY)
    text, tables = RunningText(references), TablePlacement(content, references)
    body = Body(content, pack, references, ProseBlocks(text, charts, tables), head=head)
    blocks = body.blocks()
    listed = _written_out(in_order(content, annexes, references), body)
    bound = bound_in(listed)
    front = front_pages(pack, content, body, (*blocks, *bound))
    authors = authors_of(content, references)
    closing, unfit = closing_of(content, references)
    letterhead = letterhead_of(content, references)
    if not is_preprinted(content):
        fields[PREPRINTED] = ()
    if is_signed_jointly(content):
        fields[NAMES] = ()  # they stand in lines of their own, not in the template's
    if NOTE in content.values:
        fields[NOTE] = ()  # listed below the body: the template's line, and a figure of that name, say nothing
    slots: dict[str, tuple[Block, ...]] = {
        CONTENTS: front,
        BODY: (*(_keep_last(blocks) if closing else blocks), *annex_note(listed)),
        SIGNATURE: closing,
        ANNEXES: bound,
        LETTERHEAD: (letterhead,) if letterhead else (),
        SIGNERS: number_and_signers(content, references),
    }
    document = Document(
        metadata=Metadata(title, "、".join(author.text for author in authors), kind=pack.title),
        lines=fields,
        blocks=counted(slots),
        head=head,
        foot=foot,
        annexes=tuple(Text(plain_text(each.title), each.title[0].origin) for each in listed),
    )
    wrong = [*unfit, *unlike_organs(letterhead, authors), *signed_downwards(content)]
    return printed_alike(document, annexes), [*references.found, *wrong, *charts.found, *charts.missing()]


def _written_out(listed: list[Listed], body: Body) -> tuple[Listed, ...]:
    """The annexes, each that is written out with its blocks; what is set apart is bound in nowhere."""
    return tuple(
        replace(each, body=tuple(body.annex(each.entry))) if each.entry and each.entry.is_bound else each
        for each in listed
    )


def with_figures(document: Document, content: Content, names: Iterable[str]) -> Document:
    """The document with the figures, dates and words that its template shows by these names: 预算.批复, 评价.等级."""
    wanted = set(names) - set(document.lines)
    facts = {fact.name: fact for fact in content.facts if fact.name in wanted}
    lines = {name: (_printed(fact),) for name, fact in facts.items()}
    return replace(document, lines={**document.lines, **lines}) if lines else document


def _printed(fact: Fact) -> Inline:
    words = print_fact(fact, [])
    return Number(words, fact, fact.place) if fact.quantity else Text(words, fact.place, fact=fact)


def references_of(content: Content, pack: Pack) -> References:
    """What references in a document are filled from: facts, and the printed numbers of charts, pictures and tables."""
    return _references(content, pack, *_numbered(content, pack))


def _references(content: Content, pack: Pack, charts: ChartPlacement, tables: Named = ()) -> References:
    own = (
        *content.facts,
        Fact(("文种",), pack.title, NOWHERE),
        *charts.facts(),
        *illustration_numbers(charts),
        *table_numbers(tables),
    )
    return References(Facts(own, content.facts.beyond))


def _numbered(content: Content, pack: Pack) -> tuple[ChartPlacement, Named]:
    """Sentences name a chart or a table before it stands: the body is laid out once to see in which order they come."""
    charts = chart_placement(content, pack)
    references = _references(content, pack, charts)
    tables = TablePlacement(content, references)
    if charts.asked or any(may_be_numbered(text.text) for text in content.running_texts()):
        body = Body(content, pack, references, ProseBlocks(RunningText(references), charts, tables))
        body.blocks()
        for entry in entries_of(content):
            body.annex(entry)
    return chart_placement(content, pack, tuple(charts.put)), tuple(tables.put)


def _title(content: Content, pack: Pack, references: References) -> tuple[str, tuple[Inline, ...]]:
    own = content.values.get(TITLE)
    written = own if isinstance(own, Written) else pack.title_pattern
    inlines = references.inlines(written)
    if written is pack.title_pattern and (organs := organs_in_title(content, references)):
        inlines = tuple(part for each in inlines for part in (organs if _is_unit(each, content) else (each,)))
    text = "".join(inline.text for inline in inlines)
    forced = [line.strip() for line in text.splitlines() if line.strip()]
    lines = (
        forced
        if len(forced) > 1
        else [line.strip() for line in title_lines([inline.text.strip(" \t\n") for inline in inlines])]
    )
    broken: list[Inline] = []
    for line in lines:
        broken += [Break()] if broken else []
        broken.append(Text(line, written.place))
    return "".join(lines), tuple(broken)


def _is_unit(inline: Inline, content: Content) -> bool:
    unit = content.values.get(UNIT)
    return isinstance(unit, Written) and inline.text == unit.text


def _line_fields(content: Content, references: References) -> dict[str, tuple[Inline, ...]]:
    """Every value that a template may show in a line."""
    lines: dict[str, tuple[Inline, ...]] = {}
    for path, value in content.values.items():
        match value:
            case Written() if path != TITLE:
                lines[path] = references.inlines(value)
            case Dated():
                lines[path] = (Text(spell_date(value.date)),)
            case Year():
                lines[path] = (Text(str(value.number)),)
            case _:
                pass
    return lines


def _ended(content: Content, references: References) -> dict[str, tuple[Inline, ...]]:
    """The lines that end with a mark of their own, whether it was typed or not."""
    ended: dict[str, tuple[Inline, ...]] = {}
    for path, mark in _ENDS.items():
        written = content.values.get(path)
        if isinstance(written, Written):
            words = references.inlines(written, 0, len(written.text.rstrip(":：。\n ")))
            ended[path] = (*words, Text(mark))
    return ended


def _keep_last(blocks: list[Block]) -> list[Block]:
    """The last paragraph stays on the page of the signature, which never stands alone."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        return [*blocks[:-1], replace(last, role=_KEPT.get(last.role, last.role))]
    return blocks
