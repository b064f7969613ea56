"""How many things are named, against the number that announces them: 四项活动：甲、乙、丙、丁; 三项措施：一是……."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.numbers.clauses import bracket_depths
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_LEADS_IN = re.compile(
    r"(?P<between>[^，。；：:（）()\d]{0,16})"
    r"(?P<mark>[:：（(]|，?(?:即|分别是|分别为|包括|依次为|依次是|也就是|为|是))"
)
_OPEN_END = re.compile(r"等|……|其中|如[:：]?$|余")
_ORDINAL = re.compile(r"(?:^|[。；：:，\n])\s*(?P<word>[一二三四五六七八九十])是")
_NUMBERS = "一二三四五六七八九十"
_ANNOUNCES = re.compile(r"[以如]下|下列|上述|以上|这|措施|问题|方面|工作|任务|内容|原因|建议|步骤|步|阶段|环节|[:：]$")
_JOINED = re.compile(r"[和及与]|以及")
_MOST, _LONGEST = 30, 22


@dataclass(frozen=True, eq=False)
class Count(Equation):
    """A number and how many things are named: one of `counted`, since 和 may join two or stand in a name."""

    number: Statement
    counted: tuple[int, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return (self.number,)

    @property
    def holds(self) -> bool:
        return self.number.quantity.value in self.counted

    def due(self, _member: Statement, /) -> Interval:
        return Interval(Decimal(min(self.counted)), Decimal(max(self.counted)))


def counts(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """Every number of named things, right and wrong."""
    for at, paragraph in enumerate(paragraphs):
        for number in paragraph.statements:
            if _may_announce(number, paragraph):
                found = (
                    _named(number, paragraph)
                    or _ordinals(number, paragraph)
                    or _quoted(number, paragraph)
                    or _named_before(number, paragraph)
                    or _paragraphs(number, at, paragraphs)
                )
                if found:
                    yield found


def _may_announce(number: Statement, paragraph: Paragraph) -> bool:
    quantity = number.quantity
    counted = quantity.unit in paragraph.lexicon.lists["可数"]
    whole = quantity.value == quantity.value.to_integral_value()
    return (
        number.role is Role.AMOUNT
        and number.exact
        and counted
        and whole
        and 1 < quantity.value <= _MOST
        and not quantity.scale
    )


def _named(number: Statement, paragraph: Paragraph) -> Claim | None:
    """九个机构：立案庭、刑事审判庭……; 4个法庭，即城东法庭、河口法庭、西岭法庭和柳树法庭."""
    text = paragraph.text
    found = _LEADS_IN.match(text, number.end)
    if found is None or _OPEN_END.search(found["between"]):
        return None
    if pieces := _pieces(text, found):
        return _claim(number, (len(pieces),), "；".join(piece[:8] for piece in pieces), Proof.LIKELY)
    end = _list_end(text, found.end(), paragraph.depths, found["mark"] in "（(")
    region = text[found.end() : end]
    if re.search(r"[\d%：:]|一是|[其]中", region) or _OPEN_END.search(region):
        return None
    rest = text[end + 1 : text.find("。", end)] if text[end : end + 1] == "，" else ""
    if "、" in rest and not re.match("以及|并|同时|另", rest):
        return None
    items = _split(region)
    if len(items) == 1 and found["mark"].strip("，") in ("即", "分别是", "分别为") and number.quantity.value > 2:
        items = _two(items[0]) or items  # 三个项目，即甲系统建设和乙保护修复
    if len(items) < 2 or any(not 0 < len(item) <= _LONGEST for item in items):
        return None
    counted = _counted(items)
    plain = found["mark"] not in ("为", "是", "，为", "，是") and "、" in region
    return _claim(number, counted, "、".join(items), Proof.CERTAIN if plain else Proof.LIKELY)


def _pieces(text: str, found: re.Match[str]) -> list[str]:
    """三类：触控一体机14台，单价……；实验台20张……；图书架28组……: parted by semicolons up to the full stop."""
    if found["mark"] not in "：:":
        return []
    region = text[found.end() : text.find("。", found.end())] if "。" in text[found.end() :] else text[found.end() :]
    pieces = region.split("；")
    listed = len(_split(pieces[0])) > 2
    return (
        pieces
        if len(pieces) > 1
        and not listed
        and "一是" not in region
        and "其中" not in pieces[0]
        and all(piece.strip() for piece in pieces)
        else []
    )


def _two(words: str) -> list[str]:
    """Two names that 和 joins, where it stands only once."""
    names = _JOINED.split(words)
    return names if len(names) == 2 and all(len(name) > 2 for name in names) else []


def _counted(items: Sequence[str]) -> tuple[int, ...]:
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


def _named_before(number: Statement, paragraph: Paragraph) -> Claim | None:
    """财政所、农业服务中心、文化服务中心3个事业站所: the names stand right before the number."""
    text, depth = paragraph.text, number.depth
    start = number.start
    while start and not (text[start - 1] in "，。；：:\n" or paragraph.depths[start - 1] < depth):
        start -= 1
    region = text[start : number.start]
    inside = any(start <= each.start < number.start for each in paragraph.statements)
    if inside or region.count("、") < 1 or re.search(r"各|均|每", region) or re.search(r"[\d%]|其中|分别", region):
        return None
    partial = region.endswith("等")
    items = _split(region.removesuffix("等"))
    items[0] = re.split(
        r"下设|下辖|内设|设有|设立|包括|覆盖|涉及|采用|采取|通过|成立|范围|印发|制定|集中在|围绕|[为在有设及是]",
        items[0],
    )[-1]
    if any(not 0 < len(item) <= _LONGEST for item in items) or len(items) < 2:
        return None
    ends = [item.rstrip("”》」")[-1:] for item in items]
    named = len(set(ends)) < len(ends) or all(item[0] in "“《「" for item in items[1:])
    counted = _counted(items)
    if partial and max(counted) < number.quantity.value:
        return None  # 等 stands for the rest
    proof = Proof.CERTAIN if named and not partial else Proof.LIKELY
    if not named and (partial or abs(counted[0] - int(number.quantity.value)) > 2):
        return None
    return _claim(number, counted, "、".join(items), proof)


_QUOTED = re.compile(r"(?:“[^”]{2,20}”){2,}|(?:《[^》]{2,40}》){2,}")


def _quoted(number: Statement, paragraph: Paragraph) -> Claim | None:
    """两项三级指标“立项依据充分性”“立项程序规范性”; 《甲办法》《乙办法》两项制度."""
    text = paragraph.text
    behind = re.match(r"[^，。；：、“《]{0,8}", text[number.end :])
    after = _QUOTED.match(text, number.end + (behind.end() if behind else 0))
    before = [match for match in _QUOTED.finditer(text, 0, number.start) if match.end() == number.start]
    found = after or (before[-1] if before else None)
    if found is None:
        return None
    names = re.findall(r"“[^”]+”|《[^》]+》", found[0])
    return _claim(number, (len(names),), "".join(names), Proof.CERTAIN)


def _list_end(text: str, start: int, depths: Sequence[int], bracket: bool) -> int:
    depth = depths[start] if start < len(text) else 0
    for at in range(start, len(text)):
        if depths[at] < depth or (text[at] in "）)" and bracket and depths[at] <= depth):
            return at
        if text[at] in "。；\n" or (text[at] == "，" and depths[at] == depth):
            return at
    return len(text)


def _split(region: str) -> list[str]:
    """The items between 、 outside brackets and quotes."""
    depths = bracket_depths(region)
    pieces, start = [], 0
    for at, char in enumerate(region):
        if char == "、" and not depths[at] and region.rfind("“", 0, at) <= region.rfind("”", 0, at):
            pieces.append(region[start:at])
            start = at + 1
    return [*pieces, region[start:]]


def _ordinals(number: Statement, paragraph: Paragraph) -> Claim | None:
    """采取三项措施：一是……；二是……；三是…….: how far the ordinals go behind the last number before them."""
    found = [match for match in _ORDINAL.finditer(paragraph.text) if match.start() >= number.end]
    if not found or found[0]["word"] != "一":
        return None
    first = found[0].start("word")
    between = [each for each in paragraph.statements if number.end <= each.start < first]
    if between or first - number.end > 40 or not _ANNOUNCES.search(paragraph.text[max(0, number.start - 10) : first]):
        return None
    run = [match["word"] for match in found]
    count = next((at for at, word in enumerate(run) if at >= len(_NUMBERS) or word != _NUMBERS[at]), len(run))
    if count < 2 or (count < len(run) and run[count] != "一"):
        return None  # one of them is missing: STR007 says it
    return _claim(number, (count,), _("一是……{last}是……", last=_NUMBERS[count - 1]), Proof.CERTAIN)


def _paragraphs(number: Statement, at: int, paragraphs: Sequence[Paragraph]) -> Claim | None:
    """存在以下三个问题： and the numbered paragraphs behind it."""
    paragraph = paragraphs[at]
    rest = paragraph.text[number.end :]
    if not re.fullmatch(r"[^，。；：\d]{0,14}(?:如下)?[：:。]?", rest) or not re.search(
        r"[以如]下|下列|[：:]$", paragraph.text[max(0, number.start - 12) :]
    ):
        return None
    count = 0
    form = ""
    for other in paragraphs[at + 1 :]:
        told = other.passage.number
        if not told or (form and _form(told) != form):
            if not form or told:
                break
            continue
        if _value(told) != count + 1:
            break
        form, count = _form(told), count + 1
    return _claim(number, (count,), _("后面编号到 {last}", last=count), Proof.LIKELY) if count > 1 else None


def _form(told: str) -> str:
    return re.sub(r"[一二三四五六七八九十\d]+", "1", told)


def _value(told: str) -> int:
    found = re.search(r"\d+|[一二三四五六七八九十]+", told)
    if found is None:
        return 0
    return int(found[0]) if found[0].isdecimal() else read_chinese_number(found[0])


def _claim(number: Statement, counted: tuple[int, ...], named: str, proof: Proof) -> Claim:
    equation = Count(number, counted)
    count = counted[0]
    note = _("列出的是 {count} 个：{named}", count=count, named=named)
    return Claim("count", equation, equation.holds, proof, number, _("列出的是 {count} 个", count=count), (note,))
