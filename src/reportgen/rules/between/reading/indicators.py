"""Indicators: which there are, what each was to reach, what it reached."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.compose.references import References
from reportgen.model.content import Content, Indicators, ListRow
from reportgen.model.document import plain_text
from reportgen.model.facts import Facts
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.numbers import read_quantity
from reportgen.packs.pack import Pack, Stage
from reportgen.place import Place, Written
from reportgen.rules.between.names import plain, uncounted
from reportgen.rules.between.papers import Indicator, IndicatorList, Project, Reading, Said, Topic
from reportgen.rules.between.reading.money import Row, indicators_of

NAME = "三级指标"
_STAGES = (Stage.TARGET, Stage.SELF_EVALUATION)
_SCORE_DECIMALS = 2


def lists_of(
    content: Content, lines: Iterable[tuple[Row, Project]], stage: Stage
) -> Iterator[tuple[str, str, list[ListRow]]]:
    """Each list of annual indicators: the key and name of its project (both empty for the whole unit), its rows."""
    if stage not in _STAGES:
        return
    own = [row for path, value in content.values.items() if "中期" not in path for row in _rows(value)]
    if own:
        yield "", "", own
    for line, project in lines:
        inner = [row for value in indicators_of(line.row) for row in value.rows]
        if inner:
            yield project.name, project.written, inner


def _rows(value: object) -> tuple[ListRow, ...]:
    return value.rows if isinstance(value, Indicators) else ()


def listed(key: str, written: str, rows: list[ListRow]) -> IndicatorList:
    """The names of a list; lines that only name a level are none."""
    names = [Indicator(text, plain(text), _at(row, NAME)) for row in rows if (text := row.text(NAME).strip())]
    return IndicatorList(key, written, tuple(names), _at(rows[0], NAME))


def _at(row: ListRow, column: str) -> Place:
    cell = row.cells.get(column)
    if isinstance(cell, Written):
        return cell.place_at(0, max(1, len(cell.text)))
    return Place(row.place.file, row.place.line, row.place.column)


def figures_of(key: str, written: str, rows: list[ListRow], facts: Facts) -> Iterator[Said]:
    """指标值 and 完成值 of the indicators that state a figure; of two with one name nothing is known.

    `facts` are what the references of a content file mean.
    """
    names = Counter(uncounted(row.text(NAME)) for row in rows)
    for row in rows:
        name = uncounted(row.text(NAME))
        if name and names[name] == 1:
            label = f"{written}·{row.text(NAME)}" if written else row.text(NAME)
            for topic, column in ((Topic.TARGET, "指标值"), (Topic.DONE, "完成值")):
                text = _words(row, column, facts)
                quantity = read_quantity(_sign(row, column) + text, row.text("度量单位")) if text else None
                if quantity is not None:
                    words = f"{_sign(row, column)}{text}{_unit(row, quantity)}"
                    yield Said(topic, f"{key}/{name}", label, words, _at(row, column), (Reading(quantity),))


def _sign(row: ListRow, column: str) -> str:
    sign = row.text("指标性质").strip("=＝ ")
    return sign if column == "指标值" and sign in ("≥", "≤", ">", "<") else ""


def _words(row: ListRow, column: str, facts: Facts) -> str:
    cell = row.cells.get(column)
    if isinstance(cell, Written) and "{{" in cell.text:
        return plain_text(References(facts).inlines(cell)).strip()
    return row.text(column).strip()


def _unit(row: ListRow, quantity: Quantity) -> str:
    return row.text("度量单位") if quantity.implied else ""


# ---- the score of a project's table ----


def score_of(project: Project, rows: list[ListRow], pack: Pack) -> Said | None:
    """What the form adds up at its foot: the indicators' points and those for spending; None where one is missing."""
    points = [row.quantity("得分") for row in rows if row.quantity("分值")]
    earned = [each.number for each in points if each]
    spending = _for_spending(project, pack)
    if not earned or len(earned) != len(points) or spending is None:
        return None
    total = Quantity(sum(earned, spending.number), "", "分")
    return Said(Topic.SCORE, project.name, project.written, str(total), project.place, (Reading(total),))


def _for_spending(project: Project, pack: Pack) -> Quantity | None:
    budget, spent = project.amount(Topic.BUDGET), project.amount(Topic.SPENT)
    if not pack.weights or budget is None or spent is None or not budget.readings[0].quantity.value:
        return None
    share = min(spent.readings[0].quantity.value / budget.readings[0].quantity.value, Decimal(1))
    return Quantity(round_half_up(share * pack.weights[0].execution, _SCORE_DECIMALS), "", "分")
