"""A fund table to be filled in: the amounts that forms print are asked for, the rest is optional."""

from collections.abc import Iterator

from reportgen.model.content import FundColumn
from reportgen.packs.fields import Field
from reportgen.packs.forms import shown_by
from reportgen.packs.pack import Pack
from reportgen.packs.samples import Samples
from reportgen.packs.skeleton_lines import Lines, beside, left_out, told, within

_PROJECTS, _ITEMS, _NAME = "项目资金", "分项", "名称"
_ROWS = (_PROJECTS, "基本支出", "三公经费", "政府采购")
_COLUMNS = [column.value for column in FundColumn if column is not FundColumn.RATE]
_WHOLE = [name for name in _COLUMNS if name != FundColumn.RECEIVED.value]
_LEAST = {FundColumn.APPROVED.value, FundColumn.SPENT.value}


def funds(field: Field, packs: tuple[Pack, ...], samples: Samples) -> Iterator[str]:
    """What stands below the key of a fund table."""
    shown = {
        name.removeprefix(f"{field.name}.")
        for pack in packs
        for form in pack.forms.values()
        for name in shown_by(form)
        if name.startswith(f"{field.name}.")
    }
    reports = any(not pack.forms for pack in packs)  # these print what their sentences refer to
    yield f"金额单位: 万元{beside('元、万元 或 亿元；下面只写数字')}"
    yield from _cells(_WHOLE, shown | _LEAST, samples, others=True)
    for name in _ROWS:
        inside = samples.below(name)
        asked = {part.partition(".")[2] for part in shown if part.startswith(f"{name}.")}
        asked |= set(inside.names) if reports and name == _PROJECTS else set()
        lines = [f"{name}:", *within(_cells(_COLUMNS, asked or set(inside.names) or _LEAST, inside))]
        yield from lines if asked else left_out(lines)
    items = list(_items(samples.below(_ITEMS)))
    yield from items if reports else left_out(items)


def _cells(columns: list[str], asked: set[str], samples: Samples, others: bool = False) -> Iterator[str]:
    for column in columns:
        line = f"{column}:{beside(_meaning(column), samples.below(column).words)}"
        if column in asked:
            yield line
        elif others:
            yield from left_out([line])


def _meaning(column: str) -> str:
    match column:
        case FundColumn.INITIAL.value:
            return "年初批复数"
        case FundColumn.APPROVED.value:
            return "全年预算数，含年中追加"
        case FundColumn.RECEIVED.value:
            return "实际到位数"
        case _:
            return "全年支出数"


def _items(samples: Samples) -> Lines:
    yield f"{_ITEMS}:{beside('每个专项一条，名称照批复写；各栏相加等于项目资金')}"
    names = samples.first.names or [_NAME, *_COLUMNS[1:], FundColumn.RATE.value]
    for number, name in enumerate(dict.fromkeys([_NAME, *names])):
        meaning = "选填：支出 ÷ 到位，写了就核对" if name == FundColumn.RATE.value else ""
        line = f"{name}:{beside(meaning, samples.below(name).words)}"
        yield from within(left_out([line]) if meaning else [line], "    " if number else "  - ")
    yield told("再有一条，从「- 」起照样再写一段")
