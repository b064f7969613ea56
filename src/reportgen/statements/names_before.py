"""Names that stand right before their number: 甲所、乙中心、丙中心3个事业站所; 甲改造和乙维修两个项目."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.count_claims import count_claim
from reportgen.statements.counted_names import counts_no_names, how_many, is_in_a_name, split_names, two_names
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_LONGEST, _MOST = 22, 3
_NO_NAMES = re.compile(r"各|均|每|[\d%]|其中|分别|(?<!在内)的(?:[（(][^）)]*[）)])?$|[及和与、]$")
"""甲、乙各; 难以解决、作了解释的（D类）4件, told by what they are like; 甲股、乙站及14个乡镇, of the next: no names."""
_FROM_THERE = re.compile(r"[^，。；：、\d]{0,8}(?:[中里]，?|来自)")
_IN_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_OF_NAMES = re.compile("(?:子?项目?|指标|方面|环节|问题|原因|单位|部门|阶段|专项|工程)(?![经资])")
_GROUP = re.compile("各|等|其他|其它|其余|下属|所属|直属|下设|以外|以上|以下|多|若干|存在|^[在对从因]|[中上下时里]$")
_ONWARD = re.compile(r"[^，。；：、\d]{0,10}?(?:[和及与]|以及)")
_SUMMED = re.compile(r"，(?:共?计|共|合计|总计|一共|共有|合计为|共为)$")
"""甲部、乙部、丙室，共计三个部室."""


def named_before(number: Statement, paragraph: Paragraph) -> Claim | None:
    """财政所、农业服务中心、文化服务中心3个事业站所: the names stand right before the number."""
    region = _region(number, paragraph)
    if _NO_NAMES.search(region):
        return None
    if "、" not in region:
        return _pair_before(number, region, paragraph)
    region = re.sub("(?:这|在内的|共)$", "", region)
    partial = region.endswith("等")
    items = split_names(region.removesuffix("等"))
    items[0] = re.split(
        r"下设|下辖|内设|承担|主要工作[为是有]|由|含|按|设(?!备|施|计)|设有|设立|包括|覆盖|涉及|采用|采取|通过|成立|范围|印发|制定|集中在|围绕|[为在有设及是]",
        items[0],
    )[-1]
    if any(not 0 < len(item) <= _LONGEST for item in items) or len(items) < 2:
        return None
    return _told(number, items, partial)


def _told(number: Statement, items: Sequence[str], partial: bool) -> Claim | None:
    """What so many names say of the number; `partial` where 等 stands for the rest."""
    ends = [item.rstrip("”》」")[-1:] for item in items]
    named = len(set(ends)) < len(ends) or all(item[0] in "“《「" for item in items[1:])
    if counts_no_names(number.quantity.unit, items, named):
        return None
    counted = how_many(items)
    if partial and max(counted) < number.quantity.value:
        return None  # 等 stands for the rest
    proof = Proof.CERTAIN if named and not partial else Proof.LIKELY
    if not named and (partial or abs(counted[0] - int(number.quantity.value)) > 2):
        return None
    return count_claim(number, counted, "、".join(items), proof)


def _pair_before(number: Statement, region: str, paragraph: Paragraph) -> Claim | None:
    """急诊楼改造和食堂维修两个项目: two names that 和 joins, where the number is of what they are said to be."""
    names = two_names(region)
    alike = bool(names) and names[0][-1] == names[1][-1]
    kinds = alike or number.quantity.unit in ("项", "类") or _OF_NAMES.match(paragraph.text, number.end)
    if not names or not kinds or _GROUP.search(region) or number.quantity.value > _MOST:
        return None
    return count_claim(number, (2,), "、".join(names), Proof.LIKELY)


def _region(number: Statement, paragraph: Paragraph) -> str:
    """The words right before a number, since the last mark, or since the figure that names cannot hold."""
    text, depth = paragraph.text, number.depth
    joined = _SUMMED.search(text, 0, number.start)
    start = stop = joined.start() if joined else number.start
    while start and not (text[start - 1] in "，。；：:\n" or paragraph.depths[start - 1] < depth):
        start -= 1
    told = [each for each in paragraph.statements if start <= each.start < number.start and not is_in_a_name(each)]
    told = [each for each in told if each.depth == depth]
    if told:  # 四类档案中文书、实物两类; 甲科、乙科3个业务科室和办公室、后勤科2个综合科室
        onward = _FROM_THERE.match(text, told[-1].end) or _ONWARD.search(text, told[-1].end, stop)
        if onward is None:
            return ""
        start = onward.end()
    return _IN_BRACKET.sub("", re.sub(r"^20\d\d年度?的?", "", text[start:stop].replace("以及", "、")))
