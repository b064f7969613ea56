"""How much may be written: what a form's own words, a pack's field or the entry system allow."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Listing, Prose
from reportgen.model.document import Document
from reportgen.place import Place, Written
from reportgen.rules.chapters import cell_place, tables
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_AT_MOST = re.compile(r"(?:限|不超过|≤)\s*(\d{2,4})\s*字|(\d{2,4})\s*字\s*(?:以内|以下|之内|内)")
_LONGEST_LABEL, _SHORTEST_LIMIT = 40, 10


@rule("STR023", "超过字数限制", Severity.WARNING, limit=Decimal(2000))
def not_longer_than_allowed(document: Document, scene: Scene) -> Iterator[Finding]:
    """表里写明「（200字以内）」的、模板说明写明字数的，不能超过；其他单元格按系统的字段长度，最多 2000 字。

    为什么: 填报系统到字数就截断，公开出去的是半句话。
    错例:
        文种: 四川省部门预算项目支出绩效自评表
        项目自评:
          - 项目名称: 000000000000000000001-流动图书车进校园
            预期目标: 流动图书车走进20所学校。
            完成情况: |
              流动图书车走进20所学校，其中城区6所、乡镇14所，3月制定送书计划，4月至11月按计划进校，12月回收问卷、总结归档。
              师生普遍反映图书好看、借还方便，学校主动要求下一年再来，部分乡镇中心校还组织周边村小的学生集中借阅，扩大了受益面。
    正例:
        文种: 四川省部门预算项目支出绩效自评表
        项目自评:
          - 项目名称: 000000000000000000001-流动图书车进校园
            预期目标: 流动图书车走进20所学校。
            完成情况: 流动图书车走进20所学校，其中城区6所、乡镇14所，师生普遍反映图书好看、借还方便。
    依据: 审核实践：填报系统按字数限制截取
    改法: 压缩到规定的字数以内；详细情况写进报告
    """
    for place, length, most in (*_fields(scene), *_cells(document, int(scene.limits["STR023"]))):
        if length > most:
            label = _("{length} 字，最多 {most} 字", length=length, most=most)
            yield Finding(place, label, (_("多了 {over} 字", over=length - most),))


def _fields(scene: Scene) -> Iterator[tuple[Place, int, int]]:
    """Texts whose field says how long they may be, those in the lines of a listing too."""
    paths = scene.pack.paths()
    for path, value in scene.content.values.items():
        field = paths.get(path)
        if field and isinstance(value, Prose):
            yield from _text(value.written, field.meaning)
        for row in value.rows if isinstance(value, Listing) else ():
            for part in field.fields if field else ():
                yield from _text(row.cells.get(part.name), part.meaning)


def _text(value: object, meaning: str) -> Iterator[tuple[Place, int, int]]:
    most = _most(meaning)
    if isinstance(value, Written) and most:
        yield value.place_at(0, len(value.text.partition("\n")[0])), _length(value.text), most


def _cells(document: Document, system: int) -> Iterator[tuple[Place, int, int]]:
    """Cells beside or below a label that says how long they may be, and every other cell."""
    for table in tables(document):
        labels = {(cell.row, cell.column): cell for cell in table.cells if len(cell.text) <= _LONGEST_LABEL}
        for cell in table.cells:
            before = labels.get((cell.row, cell.column - 1)) if len(cell.text) >= _SHORTEST_LIMIT else None
            most = (_most(before.text) if before else 0) or system
            if len(cell.text) > most:
                yield cell_place(cell), _length(cell.text), most


def _most(words: str) -> int:
    found = _AT_MOST.search(words) if "字" in words else None
    return int(found[1] or found[2]) if found else 0


def _length(text: str) -> int:
    """Characters without white space."""
    return len("".join(text.split()))
