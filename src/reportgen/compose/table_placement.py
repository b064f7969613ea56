"""The tables typed into the text of one content file, numbered as they stand.

In a sentence `{{ 表.名称 }}` prints 表1. A table without a name has no number, and nothing speaks of it.
"""

from collections.abc import Iterator

from reportgen.compose.flow import FlowLine
from reportgen.compose.references import References
from reportgen.compose.running_text import RunningText
from reportgen.compose.table_sources import merged_columns, source, source_lines, unknown
from reportgen.compose.typed_rows import TypedTable
from reportgen.compose.typed_tables import Heading, Line, Maker, typed_lines, with_merged
from reportgen.diagnostics.text_kinds import TYPED_TABLE
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Block, Paragraph, Role
from reportgen.model.facts import Fact
from reportgen.place import Place, Written
from reportgen.record import Struct, field

GROUP = "表"
"""What references to tables begin with."""


Named = tuple[tuple[str, Place], ...]
"""The tables that have names, in the order of the text."""


def table_numbers(named: Named) -> Iterator[Fact]:
    """What references to tables print: their numbers."""
    for number, (name, place) in enumerate(named, start=1):
        yield Fact((GROUP, *name.split(".")), f"表{number}", place)


class TablePlacement(Struct):
    """Puts tables into the text; `put` are the names of those that stand there so far, with their places."""

    content: Content
    references: References
    put: list[tuple[str, Place]] = field(default_factory=list)

    def blocks(self, written: Written, typed: TypedTable, section: str, landscape: bool) -> Iterator[Block]:
        """The table under its number and name, and the lines below it."""
        heading = self._heading(written, typed)
        text = RunningText(self.references)  # the notes of a table are numbered by themselves
        lines, merged = typed_lines(written, typed.rows, text), 0
        if typed.source:
            lines, merged = self._asked(written, typed.source)
        if lines:
            yield with_merged(Maker(lines, heading, self.references.found).table(section, landscape), merged)
        for note in text.notes:
            yield Paragraph(Role.TABLE_NOTE, note.inlines, note.mark, section=section, origin=note.origin)
        for line in typed.below:
            place = written.place_at(line.start, line.end - line.start)
            inlines = self.references.inlines(written, line.start, line.end)
            yield Paragraph(Role.SOURCE, inlines, section=section, origin=place)

    def _asked(self, written: Written, line: FlowLine) -> tuple[list[Line], int]:
        """The rows that a line asks for, and how many columns are merged; none, and the reason told, where there are
        none.
        """
        path, *columns = (part.strip() for part in written.text[line.start + 2 : line.end - 2].split("|"))
        place = written.place_at(line.start, line.end - line.start)
        data = source(path, self.content)
        if data is None:
            label = _("没有「{path}」这份数据", path=path)
            fix = _("写「预算.分项」、清单的名称、「问卷.名称」，或「数据」里一组的名称")
            self.references.found.append(TYPED_TABLE.at(place, label, fix=fix))
            return [], 0
        if strange := unknown(data, columns):
            label = _("「{path}」没有「{name}」这一栏", path=path, name=strange)
            self.references.found.append(TYPED_TABLE.at(place, label))
            return [], 0
        return source_lines(data, columns, place), merged_columns(data)

    def _heading(self, written: Written, typed: TypedTable) -> Heading:
        match = typed.name(written)
        if not match:
            return Heading()
        place = written.place_at(match.start("name"), len(match["name"]))
        if any(name == match["name"] for name, _place in self.put):
            label = _("已经有一张表叫「{name}」，请换一个名称", name=match["name"])
            self.references.found.append(TYPED_TABLE.at(place, label))
        self.put.append((match["name"], place))
        number = str(len(self.put))
        if match["number"] not in ("", number):
            label = _("表的编号由程序排，这里印成表{number}", number=number)
            fix = _("写成「表 {name}」，正文里写 {{{{ 表.{name} }}}} 引用", name=match["name"])
            self.references.found.append(TYPED_TABLE.at(place, label, fix=fix))
        return Heading(f"表{number}　{match['name']}", match["name"], match["unit"] or "")
