"""Tables → HTML: real spans, head rows that stand on every page, columns in the proportion that the pack gives.

The elements are as few as can be, since each one costs the engine time: a cell of one paragraph holds no `<p>`, and
what all cells share stands in the stylesheet once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from markupsafe import Markup

from reportgen.model.density import HIGH, RULE, WIDE, Density
from reportgen.model.document import Role
from reportgen.model.look import Style
from reportgen.model.table import Cell, CellRole, Table
from reportgen.model.table_parts import parts_of
from reportgen.render.cells import APART, blank_row_height, cell_styles, is_long, own_style
from reportgen.render.html.css import css_class, declarations, pt
from reportgen.render.html.inlines import WORDS, Shows, inlines_html

ROWS_TOGETHER = 40
"""Rows from which a new `<tbody>` may begin."""

_WIDE = WIDE - RULE / 2
"""CSS counts the room beside words from the edge of a rule."""

_RULES = (
    "table { border-collapse: collapse; table-layout: fixed; width: 100% }",
    f"td, th {{ border: {pt(RULE)} solid #000; vertical-align: middle; font-weight: normal }}",
    f"table + table {{ margin-top: {pt(APART)} }}",
    f"table + table.part {{ margin-top: {pt(-RULE)} }}",
    "tr { break-inside: avoid }",
    "tr.long { break-inside: auto }",
    "tr.kept { break-after: avoid }",
    "td.long, tr.long > * { vertical-align: top }",
    "td > p, th > p { break-inside: avoid }",
)


def table_rules(styles: Mapping[str, Style]) -> list[str]:
    """The rules of tables; to stand behind those of the styles, whose padding gives way to the cells'.

    A table has the class of its plain cells, which inherit from it; a cell of another role says only what is different.
    """
    plain, *others = (styles[role.value] for role in sorted(CellRole, key=lambda role: role is not CellRole.TEXT))
    return [
        *_RULES,
        f"td, th {{ padding: {_padding(plain)} }}",
        f"tr.blank {{ height: {pt(blank_row_height((plain, *others)))} }}",
        *(f".{css_class(style)} {{ {_difference(style, plain)} }}" for style in others),
    ]


def _difference(style: Style, plain: Style) -> str:
    """With the padding in any case: the same style may stand in a paragraph, which has another."""
    shared = declarations(plain).split("; ")
    own = [line for line in declarations(style).split("; ") if line not in shared and not line.startswith("padding")]
    return "; ".join([*own, f"padding: {_padding(style)}"])


def _padding(style: Style) -> str:
    sides = style.before + HIGH, style.right + _WIDE, style.after + HIGH, style.left + _WIDE
    return " ".join(pt(side) for side in sides)


def table_html(
    table: Table, number: int, styles: Mapping[str, Style], use: Callable[[Style], str], shows: Shows = WORDS
) -> Markup:
    """A table with its caption and its unit above it, which keep to it; `number` is that of its id."""
    above = [
        Markup('<p class="{}" style="break-after: avoid">{}</p>').format(use(styles[role.value]), words)
        for role, words in ((Role.CAPTION, table.caption), (Role.UNIT, table.unit))
        if words
    ]
    name = use(styles[CellRole.TEXT.value])
    parts = (_part(part, styles, number, name, shows) for part in parts_of(table))
    return Markup("").join((*above, *parts))


def _part(table: Table, styles: Mapping[str, Style], number: int, name: str, shows: Shows) -> Markup:
    """The table, or a part of it; only the first one has the id."""
    classes = {role: css_class(styles[role.value]) for role in CellRole} | {CellRole.TEXT: ""}
    content = Markup("").join((_columns(table), *_groups(table, classes, cell_styles(table, styles), shows)))
    at = Markup("") if table.first_row else _attribute("id", f"b{number}")
    kind = " part" if table.first_row else ""
    dense = f" {_dense_class(table.density)}" if table.density else ""
    return Markup('<table{} class="{}">{}</table>').format(at, f"{name}{kind}{dense}", content)


def density_rules(tables: Iterable[Table]) -> list[str]:
    """The rules of tables that are set closer than the styles of their cells say."""
    used = dict.fromkeys(table.density for table in tables if table.density)
    return [rule for density in used for rule in _dense(density)]


def _dense(density: Density) -> Iterator[str]:
    name = _dense_class(density)
    letters = f"font-size: {pt(density.size)}; line-height: {pt(density.line)}"
    yield f".{name}, .{name} td, .{name} th {{ {letters} }}"
    yield f".{name} td, .{name} th {{ padding-top: {pt(density.high)}; padding-bottom: {pt(density.high)} }}"


def _dense_class(density: Density) -> str:
    return "d" + "-".join(f"{length:.4g}".replace(".", "_") for length in (density.size, density.line, density.high))


def _columns(table: Table) -> Markup:
    whole = sum(table.widths)
    columns = (Markup('<col style="width: {:.4f}%"/>').format(width / whole * 100) for width in table.widths)
    return Markup("<colgroup>{}</colgroup>").format(Markup("").join(columns))


def _groups(
    table: Table, classes: Mapping[CellRole, str], looks: Mapping[CellRole, Style], shows: Shows
) -> tuple[Markup, Markup]:
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.lines():
        rows[cell.row].append(cell)
    kept = table.tail()[:-1]
    made = [_row(table, row, row in kept, rows[row], classes, looks, shows) for row in range(table.row_count)]
    starts = [table.head_rows, *_seams(table), table.row_count]
    bodies = (_group("tbody", made[start:end]) for start, end in pairwise(starts))
    return _group("thead", made[: table.head_rows]), Markup("").join(bodies)


def _seams(table: Table) -> Iterator[int]:
    """Rows at which a new `<tbody>` begins: the engine walks over all rows of one for every page.

    A merged cell cannot reach over a seam, so there is none inside it.
    """
    reach = [0] * (table.row_count + 1)
    for cell in table.cells:
        reach[cell.row] = max(reach[cell.row], cell.row + cell.rows)
    covered = start = table.head_rows
    for row in range(table.head_rows, table.row_count):
        if row >= covered and row - start >= ROWS_TOGETHER:
            yield row
            start = row
        covered = max(covered, reach[row])


def _group(tag: str, rows: list[Markup]) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(tag, Markup("").join(rows)) if rows else Markup("")


def _row(  # noqa: PLR0913, PLR0917 - what a cell is shown by
    table: Table,
    row: int,
    kept: bool,
    cells: list[Cell],
    classes: Mapping[CellRole, str],
    looks: Mapping[CellRole, Style],
    shows: Shows,
) -> Markup:
    name = "long" if row in table.splittable else "" if any(cell.text for cell in cells) else "blank"
    name = f"{name} kept".strip() if kept else name
    made = Markup("").join(_cell(cell, row < table.head_rows, classes, looks[cell.role], shows) for cell in cells)
    return Markup("<tr{}>{}</tr>").format(_attribute("class", name), made)


def _cell(cell: Cell, on_top: bool, classes: Mapping[CellRole, str], style: Style, shows: Shows) -> Markup:
    spans = Markup("").join(
        _attribute(name, span) for name, span in (("rowspan", cell.rows), ("colspan", cell.columns)) if span > 1
    )
    tag = "th" if cell.role is CellRole.HEAD else "td"
    name = _attribute("class", f"{classes[cell.role]}{' long' if is_long(cell) else ''}".strip())
    own = _attribute("style", "; ".join(_own_rules(cell, style)))
    return Markup("<{0}{1}{2}{3}{4}>{5}</{0}>").format(tag, _scope(cell, on_top), name, own, spans, _words(cell, shows))


def _own_rules(cell: Cell, style: Style) -> Iterator[str]:
    """What a cell says itself: how far from the left its words stand, and where no rule is due."""
    if cell.indent is not None:
        yield f"text-align: left; padding-left: {pt(own_style(cell, style).left + _WIDE)}"
    if cell.open_above:
        yield "border-top-style: hidden"
    if cell.open_below:
        yield "border-bottom-style: hidden"


def _scope(cell: Cell, on_top: bool) -> Markup:
    """For screen readers: a head cell speaks for the columns below it, or for the rows beside it."""
    if cell.role is not CellRole.HEAD:
        return Markup("")
    kind, many = ("col", cell.columns > 1) if on_top else ("row", cell.rows > 1)
    return _attribute("scope", kind + "group" if many else kind)


def _words(cell: Cell, shows: Shows) -> Markup:
    if len(cell.paragraphs) == 1 and not cell.whole:
        return inlines_html(cell.paragraphs[0], shows)
    return Markup("").join(Markup("<p>{}</p>").format(inlines_html(each, shows)) for each in cell.paragraphs)


def _attribute(name: str, value: object) -> Markup:
    return Markup(' {}="{}"').format(name, value) if value else Markup("")
