"""The unit's name: written alike everywhere, short forms apart."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.content import Departments, Entries
from reportgen.model.document import Document, Role, plain_text
from reportgen.rules.chapters import MARKS
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.name_variants import alike, place_of_name, renamed, spellings
from reportgen.rules.structure.own_name import Miss, OwnName, labelled_cells
from reportgen.rules.structure.told_names import inner_names, told_names
from reportgen.statements.passages import Passage

_ORGAN = either(lists("units")["单位"])
_IN_TITLE = re.compile(rf"[（(]?([\u4e00-\u9fff]{{4,24}}?(?:{_ORGAN}))(?=\d{{4}}年|部门|项目|关于|整体|绩效|预算|$)")
_LABELLED = re.compile(
    r"^(?:预算|填报|申报|项目|实施)?单位(?:名称)?(?:[（(]盖章[）)])?[：:]\s*([\u4e00-\u9fff]{5,24})$|^部门名称[：:]\s*([\u4e00-\u9fff]{5,24})$"
)
_SHORTEST, _LONG_ENOUGH = 5, 8
"""Shorter names are not looked at; that a character left out or changed is a slip is certain in long names only."""
_KEPT = 2
"""Characters at the beginning that a near-miss shares with the name; the last character always agrees."""
_PLACE_WORDS = set(lists("units")["行政区划"])
"""Left out in every short form."""
_NUMERALS = set("一二三四五六七八九十第东西南北中0123456789")
"""What tells one unit of a kind from another."""
_SEVERAL = re.compile("[和、与]")
_SAME_KIND = 3
"""Characters at the end that names of the same kind of unit share: 科技馆."""

_LONGEST = 60
"""The name of a unit has thirty characters at most; what is longer has got into the wrong field."""


@rule("STR029", "单位名称前后写法不一", Severity.WARNING)
def unit_is_called_alike(document: Document, scene: Scene) -> Iterator[Finding]:
    """单位和内设机构的全称全文写法一致：不漏字、不多字、不错字，结尾不写成别的（体育局写成体育厅）。

    简称（某县医院、县医院、我院）和「以下简称」的写法不算错；标题、署名、表格的单位栏要写全称。别的单位不算，说不准的印「疑似」。

    为什么: 单位名称与公章、批复对不上，文件要退回重报；也常是抄了别的单位的报告没有改干净。
    错例:
        单位: 某市疾病预防控制中心
        收支情况: 某市疾病预预防控制中心全年支出控制在预算以内。
    正例:
        单位: 某市疾病预防控制中心
        收支情况: 某市疾病预防控制中心全年支出控制在预算以内，市疾控中心的三公经费没有超支。
    错例（成文）:
        某市水务局2024年度预算执行情况说明
        某市水务局承担供水、防汛职责。
        某市水务厅全年没有新增债务。
        某市水务局
        2025年3月20日
    正例（成文）:
        某市水务局2024年度预算执行情况说明
        某市水务局承担供水、防汛职责，某省水利厅是上级主管部门。
        某市水务局全年没有新增债务。
        某市水务局
        2025年3月20日
    依据: 审核实践：单位名称用全称或规范化简称，前后一致
    改法: 改成全称；有意用简称的，第一次出现时写「（以下简称……）」
    """
    names = [name for name in _names(document, scene) if len(name) <= _LONGEST]
    owns = [own for name in _known_names(document, scene) if (own := OwnName.of(name, document, scene))]
    for passage in scene.passages:
        seen = list(_misses(passage, names, scene))
        for own in owns:
            spans = [(miss.start, miss.end) for _other, miss in seen]
            seen += [(own.name, miss) for miss in own.missed(passage) if not _overlaps(miss, spans)]
        for name, miss in seen:
            note = _("这里写的是「{text}」", text=miss.text)
            fix = _("改成「{name}」", name=name)
            place = passage.place(miss.start, miss.end)
            yield Finding(place, _("全称是「{name}」", name=name), (note,), fix, miss.certain, passage.section)


def _known_names(document: Document, scene: Scene) -> list[str]:
    """The unit's own names, and of a finished document those of the units that it names again and again."""
    own = [name for name in _own_names(document, scene) if len(name) <= _LONGEST]
    if not scene.finished:
        return own
    written = _text(scene)
    own += [inner for name in own for inner in inner_names(name, written)]
    return [*own, *told_names(written, scene.document.metadata.title, own)]


def _overlaps(miss: Miss, spans: list[tuple[int, int]]) -> bool:
    return any(start < miss.end and miss.start < end for start, end in spans)


def _names(document: Document, scene: Scene) -> list[str]:
    """The unit's name, and those of its departments that are long enough to be told from others."""
    groups: list[Entries | Departments] = [*scene.content.every(Entries), *scene.content.every(Departments)]
    inside = {item.name.text.strip().rstrip(MARKS) for group in groups for item in group.items}
    long = sorted(name for name in inside if len(name) >= _LONG_ENOUGH and not _SEVERAL.search(name))
    return [name for name in (_name(document, scene), *long) if len(name) >= _SHORTEST]


def _misses(passage: Passage, names: list[str], scene: Scene) -> Iterator[tuple[str, Miss]]:
    """Near-misses that are no declared short form; a title that begins with another unit of the kind."""
    for name in names:
        yield from ((name, miss) for miss in _near_misses(passage.text, name) if not _declared(miss.text, scene))
    other = _IN_TITLE.match(passage.text) if passage.text == scene.document.metadata.title else None
    name = names[0] if names else ""
    if other and other[1] != name and len(other[1]) == len(name) and other[1][-_SAME_KIND:] == name[-_SAME_KIND:]:
        yield name, Miss(other[1], *other.span(1), certain=False)


def _name(document: Document, scene: Scene) -> str:
    """The full name: the field, or the name that stands most often of signature, labelled line of a form and title."""
    return max(_own_names(document, scene), key=_text(scene).count, default="")


def _own_names(document: Document, scene: Scene) -> list[str]:
    """The unit of the title and the one that signs, each as it stands most often; they may be two."""
    if not scene.finished:
        return [scene.content.text("单位").strip()]
    authors = (plain_text(block.inlines) for block in document.walk() if getattr(block, "role", None) is Role.AUTHOR)
    author = next(authors, "").strip()
    titled = [found[1] for line in _title(document) if (found := _IN_TITLE.match(line))]
    labelled = [found[1] or found[2] for line in _title(document) if (found := _LABELLED.search(line))]
    office = any(author != name and author.startswith(name) for name in titled)  # 某县幼儿园后勤组 signs for 某县幼儿园
    signed = [author] if re.fullmatch(r"[\u4e00-\u9fff]+", author) and not office else []
    told = list(dict.fromkeys([*titled, *signed, *labelled]))
    written = _text(scene)
    cells = labelled_cells(document)
    return list(dict.fromkeys(_commonest(name, [*told, *cells], written) for name in told or cells))


def _text(scene: Scene) -> str:
    return "\n".join(passage.text for passage in scene.passages)


def _commonest(name: str, told: list[str], written: str) -> str:
    """The spelling of a name that stands most often, of two that stand as often the longer one."""
    names = list(dict.fromkeys([name, *(other for other in told if alike(other, name)), *_others(name, written)]))
    return max(names, key=lambda name: (_times(name, names, written), len(name)))


def _others(name: str, written: str) -> Iterator[str]:
    """Names of the text that the one under the document may be a slip for."""
    yield from spellings(name)
    yield from (new for new in (renamed(name),) if new and new in written)
    place = place_of_name(name)
    found = re.findall(rf"{place}[\u4e00-\u9fff]{{1,14}}?(?:{_ORGAN})(?!{_ORGAN}|(?<=处)[理置罚方])", written)
    yield from (other for other in dict.fromkeys(found) if alike(other, name))


def _times(name: str, names: list[str], written: str) -> int:
    """How often a name stands, not counted where it begins a longer one: 县公安局 of 县公安局交通警察大队."""
    longer = (other for other in names if other != name and other.startswith(name))
    return written.count(name) - sum(written.count(other) for other in longer)


def _title(document: Document) -> Iterator[str]:
    return (inline.text.strip() for inline in document.lines.get("标题", ()))


def _near_misses(text: str, name: str) -> Iterator[Miss]:
    """Where the text begins like the name and ends like it, with a slip between."""
    start = text.find(name[:_KEPT])
    while start >= 0:
        if not text.startswith(name, start):
            same = next((at for at, char in enumerate(name) if text[start + at : start + at + 1] != char), len(name))
            length, certain = _slip(text[start : start + len(name) + 2], name, same)
            if length:
                yield Miss(text[start : start + length], start, start + length, certain)
        start = text.find(name[:_KEPT], start + 1)


def _slip(text: str, name: str, same: int) -> tuple[int, bool]:
    """The length of the misspelt name and whether it is certainly one; 0 when it is something else.

    The first `same` characters agree.
    """
    long = len(name) >= _LONG_ENOUGH
    got, rest = text[same : same + 1], text[same + 1 :]
    if _KEPT <= same < len(name) and name[same - 1] == got and rest.startswith(name[same:]):
        return len(name) + 1, True
    if not _KEPT <= same < len(name) - 1:
        return 0, False
    due = name[same]
    if (
        text[same : same + 2] == name[same + 1] + due
        and text[same + 2 :].startswith(name[same + 2 :])
        and name[same + 2 :]
    ):
        return len(name), True
    if long and due not in _PLACE_WORDS and text[same:].startswith(name[same + 1 :]):
        return len(name) - 1, True
    if long and not {got, due} & _NUMERALS and text[same + 1 :].startswith(name[same + 1 :]):
        return len(name), False
    return 0, False


def _declared(short: str, scene: Scene) -> bool:
    """Whether the text says that it will use this short form."""
    after = (passage.text.partition("简称")[2] for passage in scene.passages if "简称" in passage.text)
    return any(short in words[: len(short) + 4] for words in after)
