"""Names in a row, cut apart and counted: by 、, by commas, by semicolons; 和 may join two or stand in a name."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.numbers.clauses import bracket_depths, closing_bracket, end_of
from reportgen.statements.statement import Statement

_JOINED = re.compile(r"[和及与]|以及")
_OFFICES = {*lists("counting")["政区"]}
_MORE = re.compile(r"。(?:第?[二三四五六七八九十]|其[二三四五])")
_DATED = re.compile(r"\d{1,2}月[^，\d]+(?:，\d{1,2}月[^，\d]+)+")
_TAKING = re.compile(r"(?:把[^，\d]+)(?:，把[^，\d]+)+|(?:将[^，\d]+)(?:，将[^，\d]+)+")
_SECOND = re.compile("二期")
_NAME, _NEAR = 12, 2
_HANZI, _SHORT = "一二三四五六七八九十", 8
_TIMES = ("期", "场", "次", "批")
_KIND_OF_PEOPLE = re.compile("(?:[员工师生者士手长警]|人员|干部|助理)$")


def pieces_of(text: str, found: re.Match[str], number: Statement) -> list[str]:
    """三类：触控一体机14台，单价……；实验台20张……；图书架28组……: parted by semicolons up to the full stop."""
    if found["mark"] not in "：:":
        return []
    region = text[found.end() : text.find("。", found.end())] if "。" in text[found.end() :] else text[found.end() :]
    pieces = region.split("；")
    listed = len(split_names(pieces[0])) > 2 or abs(len(pieces) - int(number.quantity.value)) > _NEAR
    if _MORE.match(text, found.end() + len(region)):
        return []  # 五个包：第一包……；第二包……。第三包……。
    return (
        pieces
        if len(pieces) > 1
        and not listed
        and "一是" not in region
        and "其中" not in pieces[0]
        and all(piece.strip() for piece in pieces)
        else []
    )


def by_commas(text: str, found: re.Match[str], number: Statement) -> list[str]:
    """5项：科技法庭改造，电子卷宗设备，网络安全加固。 Short names, about as many as were announced."""
    region = text[found.end() : end_of(text, found.end(), "。；\n")]
    items = region.split("，")
    if found["mark"] not in "：:" or "、" in region:
        return []
    near = abs(len(items) - int(number.quantity.value)) <= 1
    alike = _DATED.fullmatch(region) or _TAKING.fullmatch(region)
    if near and alike:
        return items  # 五次：3月讲保养，5月讲手语，……; 两件事：把仪器排进课表，把屏幕装齐
    if re.search(r"[\d%：:]|一是|其[中一]|等", region):
        return []
    return items if near and len(items) > 2 and all(1 < len(item) <= _NAME for item in items) else []


def two_names(words: str) -> list[str]:
    """Two names that 和 joins, where it stands only once: 展览与编研和征集与抢救."""
    names = words.split("和") if words.count("和") == 1 else _JOINED.split(words)
    return names if len(names) == 2 and all(len(name) > 2 for name in names) else []


def how_many(items: Sequence[str]) -> tuple[int, ...]:
    """How many things are named: 甲庭、乙庭和丙庭 are three; 和 may also stand in a name, then both are possible."""
    joined = _JOINED.search(items[-1])
    if joined is None:
        return (len(items),)
    if any(_JOINED.search(item) for item in items[:-1]):
        return (len(items), len(items) + 1)
    first, last = items[-1][: joined.start()], items[-1][joined.end() :]
    alike = first[-1:] == last[-1:] or {first[-1:], last[-1:]} & {item[-1:] for item in items[:-1]}
    lengths = len(first) > 1 and len(last) > 1
    return (len(items) + 1,) if alike and lengths else (len(items), len(items) + 1)


def list_end(text: str, start: int, depths: Sequence[int], bracket: bool) -> int:
    """Where a list ends that begins at `start`: with its clause, or with its bracket."""
    depth = depths[start] if start < len(text) else 0
    for at in range(start, len(text)):
        if depths[at] < depth or (text[at] in "）)" and bracket and depths[at] <= depth):
            return at
        if text[at] in "。；\n" or (text[at] == "，" and depths[at] == depth):
            return at
    return len(text)


def split_names(region: str) -> list[str]:
    """The items between 、 outside brackets and quotes."""
    depths = bracket_depths(region)
    pieces, start = [], 0
    for at, char in enumerate(region):
        if char == "、" and not depths[at] and region.rfind("“", 0, at) <= region.rfind("”", 0, at):
            pieces.append(region[start:at])
            start = at + 1
    return [*pieces, region[start:]]


def is_part_of_name(before: str, text: str, start: int) -> bool:
    """6个县（市、区）, 14个乡镇（街道）: the bracket is part of a name."""
    region = text[start : closing_bracket(text, start)]
    return all(item in _OFFICES for item in (*filter(None, [before]), *re.split("[、/及和或]", region)))


def counts_no_names(unit: str, items: Sequence[str], named: bool) -> bool:
    """安检员、驾驶员19名: so many people of two kinds; 驾驶员、照管员集中培训3期: how often."""
    people = unit == "名" and all(_KIND_OF_PEOPLE.search(item) for item in items)
    return people or (unit in _TIMES and not named and len(items[-1]) > len(items[0]))


def is_in_a_name(number: Statement) -> bool:
    """民事一部、民事二部: each has its number in its name, and the next one follows."""
    if _SECOND.fullmatch(number.text):
        return True  # 信息化二期和密集架两个项目: of two there would be 两期
    value, unit = int(number.quantity.value), re.escape(number.quantity.unit)
    if number.text[0] not in _HANZI or not 1 <= value <= len(_HANZI):
        return False
    text, beside = number.passage.text, f"[{_HANZI[max(0, value - 2) : value + 1].replace(number.text[0], '')}]"
    before = re.search(rf"{beside}{unit}[^，。；、]*、[^，。；、]*$", text[max(0, number.start - _NAME) : number.start])
    behind = re.match(rf"[^，。；、]*、[^，。；、]{{0,{_SHORT}}}{beside}{unit}", text[number.end : number.end + _NAME])
    return bool(before or behind)
