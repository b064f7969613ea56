"""What the fields of a content file give, as statements: the figures of 「数据」, of 「预算」, the total score."""

from collections.abc import Iterator

from reportgen.model.content import Content, FundColumn, FundTable, Score
from reportgen.model.document import Chart, Document
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.inline import Text
from reportgen.record import replace
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Origin, Role, Statement

_SCORE = "总得分"


def fields(content: Content, document: Document, lexicon: Lexicon) -> Iterator[Statement]:
    """Each fact of the groups, those of one group with one number, and the score.

    What a waterfall of the document shows as a step is a change where it is less than nothing: it goes down.
    """
    steps = {figure.origin for block in document.walk() if isinstance(block, Chart) for figure in block.steps}
    groups = [inner for group in content.every(FactGroup) for inner in _every(group)]
    for number, group in enumerate(groups):
        for fact in group.facts:
            subject, concept = fact.path[-2] if len(fact.path) > 1 else "", lexicon.concept(fact.path[-1])
            for each in _statement(fact, number, subject, concept):
                down = fact.place in steps and each.quantity.number < 0
                yield replace(each, role=Role.CHANGE) if down else each
    yield from _funds(content, len(groups), lexicon)
    for value in content.values.values():
        if isinstance(value, Score) and value.points:
            yield from _statement(value.points, -1, "", _SCORE)


def _funds(content: Content, first: int, lexicon: Lexicon) -> Iterator[Statement]:
    """What a unit spends is its basic and its project spending: a group for each column that states all three."""
    number = first
    for table in content.every(FundTable):
        basic = next((row for row in table.others if row.name == "基本支出"), None)
        rows = {"总支出": table.year, "基本支出": basic, "项目支出": table.projects}
        for column in (FundColumn.INITIAL, FundColumn.APPROVED, FundColumn.SPENT):
            number += 1
            for name, row in rows.items():
                fact = row.cells.get(column) if row else None
                if fact is not None:
                    yield from _statement(fact, number, column.value, lexicon.concept(column.value), name)


def _every(group: FactGroup) -> Iterator[FactGroup]:
    yield group
    for inner in group.groups:
        yield from _every(inner)


def _statement(fact: Fact, group: int, subject: str, concept: str, label: str = "") -> Iterator[Statement]:
    if fact.quantity is None:
        return
    text = str(fact.value)
    passage = Passage(text, (Text(text, fact.place),), cell=True)
    rate = fact.quantity.kind == "%"
    yield Statement(
        fact.quantity,
        passage,
        0,
        len(text),
        Role.RATE if rate else Role.AMOUNT,
        label=label or fact.path[-1],
        name=label or fact.path[-1],
        concept=concept,
        subject=subject,
        origin=Origin.FIELD,
        block=-1,
        sentence=group,
    )
