"""One number for one thing: a cited document, a project."""

from collections.abc import Callable, Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.chapters import cell_place, tables
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_CITED = re.compile(
    r"《(?P<name>[^《》]{4,60})》\s*[（(](?P<agency>[^（）()〔\[【\d]{1,12})[〔\[【](?P<year>\d{4})[〕\]】]\s*第?0*(?P<serial>\d+)\s*号"
)
_CODE = re.compile(r"[A-Za-z0-9]{6,}")
_CODED_NAME = re.compile(r"(?P<code>[A-Za-z0-9]{10,})\s*[-—－]\s*(?P<name>\S.+)")


class _Numbered(Struct, frozen=True):
    """A name with its number, in parts: agency, year and serial of a document, the code of a project."""

    name: str
    number: tuple[str, ...]
    written: str
    place: Place
    section: str


@rule("STR031", "同一对象的编号前后不一", Severity.ERROR)
def same_thing_same_number(document: Document, scene: Scene) -> Iterator[Finding]:
    """同一个《通知》前后的发文字号要一样，同一个项目前后的编码要一样，同一个编码不能有两个项目名称。

    为什么: 字号、编码是查找文件和项目的依据，两处不一样，至少有一处是错的。
    错例:
        收支情况: 按照《关于做好义务教育经费管理的通知》（某财〔2024〕12号）编制预算。
        评价过程: 根据《关于做好义务教育经费管理的通知》（某财〔2024〕21号），成立评价小组，逐项打分。
    正例:
        收支情况: 按照《关于做好义务教育经费管理的通知》（某财〔2024〕12号）编制预算。
        评价过程: 根据《关于做好义务教育经费管理的通知》（某财〔2024〕12号），成立评价小组，逐项打分。
    依据: 审核实践：文号、项目编码全文一致
    改法: 查原文件或预算系统，更正错的一处
    """
    projects = list(_projects(document))
    for one, other in (*_differing(list(_cited(scene)), _one_slip), *_differing(projects, _any_slip)):
        label = _("「{name}」前面的编号是 {number}", name=one.name, number=one.written)
        note = _("这里是 {number}", number=other.written)
        yield Finding(other.place, label, (note,), certain=other not in projects, section=other.section)
    for one, other in _renamed(projects):
        label = _("编码 {code} 前面是「{name}」", code=one.written, name=one.name)
        yield Finding(other.place, label, (_("这里是「{name}」", name=other.name),), section=other.section)


def _cited(scene: Scene) -> Iterator[_Numbered]:
    for passage in scene.passages:
        for match in _CITED.finditer(passage.text) if "》" in passage.text else ():
            number = (match["agency"].strip(), match["year"], match["serial"])
            written = f"{number[0]}〔{number[1]}〕{number[2]}号"
            place = passage.place(match.start("agency"), match.end())
            yield _Numbered("".join(match["name"].split()), number, written, place, passage.section)


def _differing(numbered: list[_Numbered], slip: "_Slip") -> Iterator[tuple[_Numbered, _Numbered]]:
    """The first mention of each name with each later one that has another number."""
    first: dict[str, _Numbered] = {}
    for entry in numbered:
        before = first.setdefault(entry.name, entry)
        if slip(before.number, entry.number):
            yield before, entry


_Slip = Callable[[tuple[str, ...], tuple[str, ...]], bool]


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether year or serial differs and nothing else: notices of other agencies or years may have the same name."""
    return sum(first != second for first, second in zip(one, other, strict=True)) == 1 and one[0] == other[0]


def _any_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one != other


def _renamed(projects: list[_Numbered]) -> Iterator[tuple[_Numbered, _Numbered]]:
    """Projects of one code under two names, neither of which is a short form of the other."""
    first: dict[tuple[str, ...], _Numbered] = {}
    for entry in projects:
        before = first.setdefault(entry.number, entry)
        if before.name not in entry.name and entry.name not in before.name:
            yield before, entry


def _projects(document: Document) -> Iterator[_Numbered]:
    """Projects with their codes as the tables give them: beside the labels, or joined to the name."""
    for table in tables(document):
        cells = {(cell.row, cell.column): cell for cell in table.cells}
        beside = {
            words: cells.get((cell.row, cell.column + cell.columns)) for cell in table.cells if (words := cell.compact)
        }
        name, code = beside.get("项目名称"), beside.get("项目编码") or beside.get("项目代码")
        joined = _CODED_NAME.fullmatch(name.compact) if name else None
        if name and joined:
            yield _Numbered(joined["name"], (joined["code"],), joined["code"], cell_place(name), table.section)
        elif name and code and _CODE.fullmatch(code.compact):
            yield _Numbered(name.compact, (code.compact,), code.compact, cell_place(code), table.section)
