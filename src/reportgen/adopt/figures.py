"""Figures of the text whose meaning is certain → 预算, 数据 and 评价, and references to them in the text.

A figure is certain where its label names it alone: no other figure of the document has the same name, and the words
before it say what is counted. Every other figure stays typed as it stands.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from reportgen import patterns as re
from reportgen.adopt.funds import fund_figures
from reportgen.adopt.values import put
from reportgen.model.content import Content, Score
from reportgen.model.document import Block, Heading, Paragraph, Text, plain_text
from reportgen.model.inline import footnotes
from reportgen.packs.fields import FACTS_OF_A_FILE, Field, FieldType
from reportgen.record import Struct, field, replace
from reportgen.source.composed_text import Given
from reportgen.statements.statement import Period, Role, Statement

_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z（）()“”]{2,16}")
_FILLER = re.compile(
    r"^(?:其中|共计?|合计|累计|约|对|由|为|至|的|并|及|和|与|达|来自|原|拟|一方面|另)"
    r"|(?:等|了|共|由|至|为|对|的|在|和|与|及|有|分|于|到|计)$"
    r"|年|月|日|本次|上述|分别|不(?:低|高|少|超)"
)
"""Words that say nothing of what is counted: 共计, 唱歌等, 更新了."""
_LIMIT = re.compile(r"不|至少|最多|超过|突破|[≥≤<>]")
_DIGIT = re.compile(r"\d")
_WHEN = re.compile(r"^(?:截至)?(?:年末|年底|全年|本年|当年)")
_LINKS = re.compile(r"(?:共计|合计|累计|达到|共|为|达|约|是|有|了)$")
_GENERAL = re.compile(r"(?:实际|全年|年度|总|支出|收入|到位|金额|资金|经费|预算|批复|安排|执行|完成|使用)+")
"""Names that every fund could have."""


class Figure(Struct, frozen=True):
    """A figure that becomes a fact: the path of its field, as it is written there, and the reference that prints it."""

    path: str
    written: str
    reference: str
    statement: Statement


class Figures(Struct):
    """The facts of a document; `taken` are the references in its paragraphs, by block and place."""

    values: dict[str, Given] = field(default_factory=dict)
    taken: list[Figure] = field(default_factory=list)


def figures(
    content: Content, prose: Sequence[Statement], fields: Sequence[Field], known_names: Collection[str] = ()
) -> Figures:
    """What of the figures of the running text becomes a fact, for the fields that the pack has.

    `known_names` are names that other facts have: a reference to one of them would mean either.
    """
    types = {each.type: each.name for each in fields}
    found = Figures()
    if FieldType.FUNDS in types:
        for path, statement, written in fund_figures(prose, types[FieldType.FUNDS], found.values):
            found.taken.append(Figure(path, written, "{{ " + path + " }}", statement))
    if FieldType.SCORE in types and (score := content.values.get(types[FieldType.SCORE])):
        found.values |= _score(types[FieldType.SCORE], score)
    if FieldType.FACTS in types:
        known = {id(figure.statement) for figure in found.taken}
        for name, statement in _named(each for each in prose if id(each) not in known):
            if name in known_names:
                continue
            path = f"{FACTS_OF_A_FILE.name}.{name}"
            put(found.values, path, statement.text)
            found.taken.append(Figure(path, statement.text, "{{ " + name + " }}", statement))
    return found


def _score(name: str, score: object) -> dict[str, Given]:
    made: dict[str, Given] = {}
    if isinstance(score, Score):
        points = score.points.quantity if score.points else None
        made |= {"得分": f"{points.text}分"} if points is not None else {}
        made |= {"等级": score.grade.text} if score.grade else {}
    return {name: made} if made else {}


def _named(prose: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    """The figures that their label names alone."""
    told = list(prose)
    for each in told:
        name = _name(each)
        if name and sum(name in other.label for other in told) == 1:
            yield name, each


def _name(statement: Statement) -> str:
    """What a figure is called; empty where its label does not say so for certain."""
    if statement.period is not Period.NOW or statement.role in (Role.CHANGE, Role.SHARE) or statement.planned:
        return ""
    if not statement.quantity.unit or not statement.label or not statement.typed or _LIMIT.match(statement.text):
        return ""
    if not _DIGIT.search(statement.text):  # 两处 is a word of its sentence, to be printed as it stands
        return ""
    name = _WHEN.sub("", _LINKS.sub("", statement.label.strip()))
    certain = _NAME.fullmatch(name) and not _FILLER.search(name) and not _GENERAL.fullmatch(name)
    return name if certain else ""


# ---- references in the text ----


def referring(blocks: Iterable[Block], taken: Sequence[Figure], year: str) -> list[Block]:
    """The text with references in the place of the figures that have become facts, and of its own year."""
    return [_referring(each, taken, year) for each in blocks]


def _referring(block: Block, taken: Sequence[Figure], year: str) -> Block:
    if not isinstance(block, Paragraph | Heading) or not block.inlines:
        return block
    words = plain_text(block.inlines)
    own = [each for each in taken if each.statement.passage.inlines == block.inlines]
    edits = sorted(((*_span(each.statement), each.reference) for each in own), reverse=True)
    for start, end, reference in edits:
        words = words[:start] + reference + words[end:]
    if year and isinstance(block, Paragraph):
        words = re.compile(rf"(?<![\d〔\[（(]){year}(?=年(?!\s*\d))").sub("{{ 年度 }}", words)
    return replace(block, inlines=(Text(words, block.inlines[0].origin), *footnotes(block.inlines)))


def _span(statement: Statement) -> tuple[int, int]:
    """Where a figure stands in its paragraph, without the blanks around it."""
    text = statement.passage.text[statement.start : statement.end]
    start = statement.start + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
