"""Pictures in prose: 图 消防通道现场：照片/通道.jpg. They are numbered with the charts, as they stand.

Two files with ； between them stand side by side. 宽 says how wide one is, in 字 or 毫米: （宽 20 字）.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.compose.chart_placement import ChartPlacement
from reportgen.compose.flow import FlowLine
from reportgen.diagnostics.text_kinds import ILLUSTRATION
from reportgen.language import _
from reportgen.model.document import Block, Illustration, Paragraph, Role, Text
from reportgen.model.facts import Fact
from reportgen.place import NOWHERE, Written

GROUP = "图"
"""What references to pictures begin with."""
_FILE = r"[^\s；;（(]+\.[A-Za-z]{3,4}"
_NAME = r"(?:[^:：\n（(]|[（(][^（）()\n]*[）)])+?"
"""A colon within brackets belongs to the name: 各季观众（单位：人次）."""
_LINE = re.compile(
    rf"图(?P<number>\d{{0,2}})[\s:：]+(?P<name>{_NAME})\s*[:：]\s*(?P<files>{_FILE}(?:\s*[；;]\s*{_FILE})*)"
    r"\s*(?:[（(]\s*宽\s*(?P<width>\d+(?:\.\d+)?)\s*(?P<unit>字|毫米|mm|厘米|cm)\s*[）)])?"
)
"""图 整改前后：整改前.jpg；整改后.jpg, 图：公示栏：公示栏.png（宽 12 字）."""
_PARTS = re.compile(_FILE)
_MM = {"字": Decimal("5.64"), "毫米": Decimal(1), "mm": Decimal(1), "厘米": Decimal(10), "cm": Decimal(10)}
"""A 字 is a character of running text, 三号: 16 pt."""
_MOST = 3


def is_illustration(written: Written, line: FlowLine) -> bool:
    """Whether a line of prose puts pictures there."""
    return not (line.depth or line.item) and _LINE.fullmatch(written.text, line.start, line.end) is not None


def illustration(written: Written, line: FlowLine, charts: ChartPlacement, section: str) -> Iterator[Block]:
    """The pictures, still to be read, and their number and name below them."""
    match = _LINE.fullmatch(written.text, line.start, line.end)
    assert match
    place = written.place_at(match.start("name"), len(match["name"]))
    name = Written(match["name"], place)
    if not is_free(name, charts):
        return
    charts.put.append((GROUP, *name.text.split(".")))
    number = str(len(charts.put))
    numbered_otherwise(match["number"], name, charts)
    files = tuple(_files(written, match))
    if len(files) > _MOST:
        label = _("一行最多并排 {most} 张，这里有 {count} 张", most=_MOST, count=len(files))
        charts.found.append(ILLUSTRATION.at(place, label))
    width = Decimal(match["width"]) * _MM[match["unit"]] if match["width"] else None
    yield Illustration(name.text, files[:_MOST], width, section=section, origin=place)
    yield Paragraph(Role.FIGURE, (Text(name.text, place),), f"图{number}　", section=section, origin=place)


def is_free(name: Written, charts: ChartPlacement) -> bool:
    """Whether no figure of the text has the name yet; said where one has."""
    if (GROUP, *name.text.split(".")) not in charts.put:
        return True
    label = _("已经有一张图叫「{name}」，请换一个名称", name=name.text)
    charts.found.append(ILLUSTRATION.at(name.place, label))
    return False


def numbered_otherwise(typed: str, name: Written, charts: ChartPlacement) -> None:
    """Say so where the last figure was given a number that it does not get."""
    number = str(len(charts.put))
    if typed not in ("", number):
        label = _("图的编号由程序排，这里印成图{number}", number=number)
        fix = _("写成「图 {name}：…」，正文里写 {{{{ 图.{name} }}}} 引用", name=name.text)
        charts.found.append(ILLUSTRATION.at(name.place, label, fix=fix))


def illustration_numbers(charts: ChartPlacement) -> Iterator[Fact]:
    """What references to pictures print: their numbers."""
    for path in charts.order:
        if path[0] == GROUP:
            yield Fact(path, charts.label(path), NOWHERE)


def _files(written: Written, match: re.Match[str]) -> Iterator[Written]:
    for found in _PARTS.finditer(written.text, *match.span("files")):
        yield Written(found[0], written.place_at(found.start(), len(found[0])))
