"""What stands around the text of a report → fields: title, unit, year, date, addressee, letterhead and imprint."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.finished.dates import day_of
from reportgen.finished.frame import SUBTITLE
from reportgen.finished.parts import Line
from reportgen.model.content import Content, Dated, Year
from reportgen.model.dates import spell_date
from reportgen.model.document import Document, plain_text
from reportgen.model.frame import Frame, FrameLine, Slot, walk
from reportgen.model.letterhead import ORDERS, PAPER
from reportgen.packs.fields import LINE_TYPES, Field, FieldType, by_path
from reportgen.packs.pack import Pack
from reportgen.source.composed_text import Given

_SLOT = re.compile(r"\{\{\s*([^{}|]+?)\s*\}\}")
_FEWEST = 2
"""Characters of its own by which a line of the template is known again."""
_SUB = "副标题"
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TWO = re.compile(r"(\S+?)[\s　]{2,}(\S.*)")
_OF_LETTERHEAD = re.compile(rf"(?P<unit>.+?)(?:{'|'.join(ORDERS)}|{PAPER}|会议纪要)")
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_ROLES = {
    "份号": r"(?P<份号>\d+)",
    "密级": r"(?P<密级>.+)",
    "紧急程度": r"(?P<紧急程度>.+)",
    "发文机关标志": r"(?P<发文机关标志>.+)",
    "发文字号": r"(?P<发文字号>.+)",
    "信函的发文字号": r"(?P<发文字号>.+)",
    "发文字号和签发人": r"(?P<发文字号>\S+)\s+签发人[：:]\s*(?P<签发人>.+)",
    "附注": r"[（(](?P<附注>.+)[）)]",
    "抄送": r"抄\s*送\s*[：:]\s*(?P<抄送>.+?)[。.]?",
    "印发机关和印发日期": rf"(?P<印发机关>.+?)\s*(?P<印发日期>{_DAY})\s*(?:印发)?",
    "附件说明": r"附\s*件\s*[：:]\s*(?P<附件说明>.+)",
}
"""The elements of GB/T 9704-2012 with the fields that say them."""


def of_content(content: Content, document: Document, pack: Pack, told: Mapping[str, Given]) -> dict[str, Given]:
    """What the recogniser tells of the whole document; `told` is what lines of its own say."""
    found: dict[str, Given] = {}
    for name in ("单位", "年度", "成文日期"):
        match content.values.get(name):
            case Dated() as day:
                found[name] = spell_date(day.date)
            case Year() as year:
                found[name] = str(year.number)
            case _:
                if words := content.text(name):
                    found[name] = words
    if "单位" in told or "单位" not in found:
        found |= {"单位": told["单位"]} if "单位" in told else _of_letterhead(told)
    author = content.text("署名")
    if author and author != found.setdefault("单位", author):
        found["署名"] = author
    lines = [inline.text.strip() for inline in document.lines.get("标题", ())]
    while len(lines) > 1 and SUBTITLE.match(lines[-1]):
        line = lines.pop()
        if _SUB in by_path(pack.fields):
            found[_SUB] = line
    title = "".join("".join(lines).split()) or document.metadata.title
    return found | dict(_titled(title, pack, found))


def _of_letterhead(told: Mapping[str, Given]) -> dict[str, Given]:
    """The unit that a letterhead names: 示例县人民政府 in 示例县人民政府令."""
    found = _OF_LETTERHEAD.fullmatch(str(told.get("发文机关标志", "")))
    return {"单位": found["unit"]} if found else {}


def year_of(document: Document, day: str) -> str:
    """The year that the text speaks of most often among those before the day on which it was signed; empty for none."""
    words = "".join(plain_text(block.inlines) for block in document.walk())
    years = Counter(_YEAR.findall(words))
    last = int(day[:4]) if day[:4].isdecimal() else 0
    counted = [(count, year) for year, count in years.items() if not last or int(year) < last]
    return max(counted, default=(0, ""))[1]


def _titled(title: str, pack: Pack, known: Mapping[str, Given]) -> Iterator[tuple[str, Given]]:
    """The fields that the pack's title shows, or 标题 where the document has another one."""
    pattern = pack.title_pattern.text
    values = {**{name: words for name, words in known.items() if isinstance(words, str)}, "文种": pack.title}
    names = [name for name in _SLOT.findall(pattern) if name not in values]
    pieces = _SLOT.split(pattern)
    form = "".join(
        re.escape(piece) if at % 2 == 0 else (re.escape(values[piece]) if piece in values else "(.+?)")
        for at, piece in enumerate(pieces)
    )
    found = re.compile(form).fullmatch(title)
    if found:
        yield from zip(names, found.groups(), strict=True)
    elif title:
        yield "标题", title


def of_lines(roles: Mapping[str, Sequence[Line]], fields: tuple[Field, ...]) -> dict[str, Given]:
    """Letterhead, notes and imprint, as far as the pack has fields for them."""
    known = by_path(fields)
    found: dict[str, Given] = {}
    for role, form in _ROLES.items():
        lines = roles.get(role, ())
        words = "".join(line.text.strip() for line in lines)
        told = re.compile(form).fullmatch(words) if words else None
        for name, value in told.groupdict().items() if told else ():
            if name in known and value:
                found[name] = value.strip()
    return found


def of_frame(frame: Frame, lines: Sequence[str], fields: tuple[Field, ...]) -> tuple[dict[str, Given], set[str]]:
    """Fields that the template shows among words of its own, 填报单位：{{ 单位 }}, and the lines that say them."""
    known = by_path(fields)
    found: dict[str, Given] = {}
    used: set[str] = set()
    for item in _frame_lines(frame):
        names = item.slots()
        own = "".join(piece for piece in item.pieces() if isinstance(piece, str)).strip()
        dated = any((field := known.get(name)) and field.type is FieldType.DATE for name in names)
        if not names or (len(own) < _FEWEST and not dated):
            continue
        form = line_form(item, known)
        told = next((match for line in lines if (match := form.fullmatch(line.strip()))), None)
        for name, value in zip(names, told.groups(), strict=True) if told else ():
            field = known.get(name)
            if field and field.type in LINE_TYPES and value.strip():
                found[name] = _worded(value.strip(), field)
                used.add(told.string if told else "")
    return found, used


def signed_by(frame: Frame, closing: Sequence[str]) -> dict[str, Given]:
    """The fields of a line that shows two with nothing but a blank between them, told by a line of the signature.

    县长　　赵　明 for 签发人职务 and 签发人: the blank between is the widest of the line.
    """
    for item in _frame_lines(frame):
        pieces = list(item.pieces())
        blank = "".join(piece for piece in pieces if isinstance(piece, str))
        if len(item.slots()) == 2 and len(pieces) == 3 and blank.isspace():
            told = (_TWO.fullmatch(line.strip()) for line in closing)
            return next((dict(zip(item.slots(), found.groups(), strict=True)) for found in told if found), {})
    return {}


def in_order(frame: Frame, lines: Sequence[str], known: Mapping[str, Given]) -> dict[str, Given]:
    """The lines above the title, for fields that stand there alone in a line, in the order of the template.

    What has a form of its own, a number or a secret's grade, is `known` by then.
    """
    alone = []
    for item in _frame_lines(frame):
        names = item.slots()
        if "标题" in names:
            break
        if names and len(list(item.pieces())) == 1 and names[0] not in known:
            alone.append(names[0])
    rest = [line for line in lines if not any(str(words) in line for words in known.values())]
    return dict(zip(alone, rest, strict=False)) if len(rest) <= len(alone) else {}


def _worded(value: str, field: Field) -> str:
    if field.type is FieldType.DATE and (day := day_of(value)):
        return spell_date(day)
    return value


def line_form(line: FrameLine, known: Mapping[str, Field]) -> re.Pattern[str]:
    """The line as a regular expression, with a group for each of its slots."""
    made = ""
    for piece in line.pieces():
        match piece:
            case str():
                blank = r"\s+" if "\t" in piece else r"\s*"
                made += blank.join(re.escape(part) for part in re.split(r"\s+", piece))
            case Slot(name):
                field = known.get(name)
                made += f"({_DAY})" if field and field.type is FieldType.DATE else "(.+?)"
            case _:
                pass
    return re.compile(made)


def _frame_lines(frame: Frame) -> Iterator[FrameLine]:
    """Every line of the template's pages, those in boxes and tables too."""
    return (item for item in walk(frame.items) if isinstance(item, FrameLine))
