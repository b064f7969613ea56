"""How many things are named, against the number that announces them: 四项活动：甲、乙、丙、丁; 三项措施：一是……."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.language import _
from reportgen.numbers.clauses import end_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.count_claims import count_claim, may_announce
from reportgen.statements.counted_names import (
    by_commas,
    how_many,
    is_part_of_name,
    list_end,
    pieces_of,
    split_names,
    two_names,
)
from reportgen.statements.counts_added import counts_added
from reportgen.statements.counts_of_rest import counts_of_rest
from reportgen.statements.names_before import named_before
from reportgen.statements.numbered_items import before, behind
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_LEADS_IN = re.compile(
    r"(?P<between>[^，。；：:（）()\d]{0,16})"
    r"(?P<mark>[:：（(]|——|，?(?:即|分别是|分别为|包括|依次为|依次是|也就是|为|是))"
)
_PROBLEMS = re.compile("问题|原因|短板|不足|措施|建议|做法")
"""主要问题三个（支出进度只有90.00%、调试慢、失联41人）: what is listed may be told with figures."""
_OPEN_END = re.compile(r"等|……|其中|如[:：]?$|余")
_ANNOUNCES = re.compile(
    r"[以如]下|下列|上述|以上|这|措施|问题|方面|工作|任务|内容|原因|建议|步骤|步|阶段|环节|偏差|差距|不足|短板|特点|做法|成效|主要有|抓好|做好|件事|[:：]|把这"
)
_AS_WELL = re.compile("同时|另外|另|此外|还|也")
"""建机制、强监管、保供水，同时做好队伍建设: one more may be meant."""
_TOLD_OF = re.compile("的[^，。；：]{0,6}(?:情况|报告|说明|自评)")
"""现将两个项目的绩效情况报告如下: the chapters that follow are not the projects."""
_LONGEST = 22


def counts(paragraphs: Sequence[Paragraph], sums: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """Every number of named or added things, right and wrong; `sums` are those that each paragraph makes by itself."""
    yield from counts_added(paragraphs, sums)
    for paragraph in paragraphs:
        yield from counts_of_rest(paragraph)
    for at, paragraph in enumerate(paragraphs):
        for number in paragraph.statements:
            if may_announce(number, paragraph):
                found = _ordinals(number, at, paragraphs)
                if number.quantity.value > 1:
                    found = _named(number, paragraph) or found
                    found = found or _quoted(number, paragraph) or named_before(number, paragraph)
                    found = found or _paragraphs(number, at, paragraphs)
                if found:
                    yield found


def _named(number: Statement, paragraph: Paragraph) -> Claim | None:
    """九个机构：立案庭、刑事审判庭……; 4个法庭，即城东法庭、河口法庭、西岭法庭和柳树法庭."""
    text = paragraph.text
    found = _LEADS_IN.match(text, number.end)
    bracket = found is not None and found["mark"] in "（("
    if (
        found is None
        or _OPEN_END.search(found["between"])
        or (bracket and is_part_of_name(found["between"], text, found.end()))
    ):
        return None
    dates = _DATES.match(text, found.end()) if bracket else None
    if listed := (_DATE.findall(dates[0]) if dates else pieces_of(text, found, number)) or by_commas(
        text, found, number
    ):
        return count_claim(number, (len(listed),), "；".join(piece[:12] for piece in listed), Proof.LIKELY)
    end = list_end(text, found.end(), paragraph.depths, bracket)
    region = _EACH_OF_THEM.sub("", text[found.end() : end])
    measured = r"[：:]" if bracket and _PROBLEMS.search(text[max(0, number.start - 8) : found.end()]) else r"[\d%：:]"
    if re.search(rf"{measured}|一是|[其]中", region) or _OPEN_END.search(region):
        return None
    rest = text[end + 1 : text.find("。", end)] if text[end : end + 1] == "，" else ""
    if "、" in re.split("[，\\d]", rest)[0] and not re.match("以及|并|同时|另", rest):
        return None
    items = split_names(region)
    if len(items) == 1 and found["mark"].strip("，") in ("即", "分别是", "分别为") and number.quantity.value > 2:
        items = two_names(items[0]) or items  # 三个项目，即甲系统建设和乙保护修复
    if len(items) < 2 or any(not 0 < len(item) <= _LONGEST for item in items):
        return None
    counted = how_many(items)
    if _AS_WELL.match(rest):
        counted = (*counted, max(counted) + 1)
    plain = found["mark"] not in ("为", "是", "，为", "，是") and "、" in region
    return count_claim(number, counted, "、".join(items), Proof.CERTAIN if plain else Proof.LIKELY)


_QUOTED = re.compile(r"(?:“[^”]{2,20}”){2,}|(?:《[^》]{2,40}》){2,}")

_EACH_OF_THEM = re.compile(r"各\d+[^\W\d]{1,3}$")
"""道具车、大客车、舞台车各1辆."""
_DATE = re.compile(r"(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月(?!\d)")
_DATES = re.compile(rf"(?:{_DATE.pattern})(?:[、，和及](?:{_DATE.pattern}))+(?=[）)])")


def _quoted(number: Statement, paragraph: Paragraph) -> Claim | None:
    """两项三级指标“立项依据充分性”“立项程序规范性”; 《甲办法》《乙办法》两项制度."""
    text = paragraph.text
    behind = re.match(r"[^，。；：、“”《》]{0,8}", text[number.end :])
    after = _QUOTED.match(text, number.end + (behind.end() if behind else 0))
    before = [each for each in _QUOTED.finditer(text, 0, number.start) if _joins(text[each.end() : number.start])]
    found = after or (before[-1] if before else None)
    if found is None:
        return None
    names = re.findall(r"“[^”]+”|《[^》]+》", found[0])
    if "等" in text[found.end() : number.start] and len(names) < number.quantity.value:
        return None  # the others are not told
    return count_claim(number, (len(names),), "".join(names), Proof.CERTAIN)


def _joins(between: str) -> bool:
    """《甲办法》《乙办法》等2项制度."""
    return between in ("", "等", "这", "共", "在内的")


def _ordinals(number: Statement, at: int, paragraphs: Sequence[Paragraph]) -> Claim | None:
    """采取三项措施：一是……；二是……；三是……; 第一，……；第二，……。以上两项: how far the ordinals go."""
    paragraph = paragraphs[at]
    end = min(number.end + 40, end_of(paragraph.text, number.end, "。"))
    words = paragraph.text[max(0, number.start - 10) : end]
    count = behind(number, paragraph) if _ANNOUNCES.search(words) else 0
    count = count or before(number, at, paragraphs)
    if count < 2 or abs(count - int(number.quantity.value)) > 2:
        return None  # one of them is missing: STR007 says it
    return count_claim(number, (count,), _("编号到 {last}", last=count), Proof.CERTAIN)


def _paragraphs(number: Statement, at: int, paragraphs: Sequence[Paragraph]) -> Claim | None:
    """存在以下三个问题： and the numbered paragraphs behind it."""
    paragraph = paragraphs[at]
    rest = paragraph.text[number.end :]
    if (
        _TOLD_OF.search(rest)
        or not re.fullmatch(r"[^，。；：\d]{0,14}(?:如下)?[：:。]?", rest)
        or not re.search(r"[以如]下|下列|[：:]$", paragraph.text[max(0, number.start - 12) :])
    ):
        return None
    count = 0
    form = ""
    for other in paragraphs[at + 1 :]:
        told = other.passage.number or _typed(other)
        if not told or (form and _form(told) != form):
            if not form or told:
                break
            continue
        if _value(told) != count + 1:
            break
        form, count = _form(told), count + 1
    return count_claim(number, (count,), _("后面编号到 {last}", last=count), Proof.LIKELY) if count > 1 else None


_TYPED = re.compile(
    r"第[一二三四五六七八九](?:阶段|步|批|期|部分|方面|类|项|条|个|年)?[，、：（(]|[一二三四五六七八九]是|其[一二三四五六七八九][，、：]"
)


def _typed(paragraph: Paragraph) -> str:
    """第一，……。 in a paragraph of its own: a number that is a word of it."""
    found = _TYPED.match(paragraph.text)
    return found[0] if found else ""


def _form(told: str) -> str:
    return re.sub(r"[一二三四五六七八九十\d]+", "1", told)


def _value(told: str) -> int:
    found = re.search(r"\d+|[一二三四五六七八九十]+", told)
    if found is None:
        return 0
    return int(found[0]) if found[0].isdecimal() else read_chinese_number(found[0])
