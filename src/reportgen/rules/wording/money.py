"""Amounts of money in prose: with a unit, with one unit, in the same unit throughout."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.numbers import Stated
from reportgen.numbers.clauses import sentence_start
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_MONEY = "支出|收入|预算数?|决算数?|资金|经费|拨款|结余|结转|金额|费用?|工资|补助"
_LINK = "(?:为|是|达到|达|共计|合计|总计|总额|约|共|仅)*"
_BARE = re.compile(
    rf"(?:{_MONEY}){_LINK}[ ]?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,2}})?|\d+\.\d{{2}}|\d{{6,}})(?=[，。；）]|$)"
)
_TWICE = re.compile(r"(?:[万亿千百]元|(?<=\d)元)[万亿千]?元(?![月旦])|(?<=\d)[万亿](?:万元|亿元)(?<!万亿元)")
_UNIT_GIVEN = re.compile(r"单位[：:]|[（(](?:[万亿]?元)[）)]")


@rule("WRD005", "金额没有单位或单位重复", Severity.WARNING, needs=("支收预决资经拨结金费工补元",))
def unit_of_money(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """正文里的金额要带单位，单位只写一次。

    为什么: 没有单位的金额差着一万倍，「万元万元」多半是引用的数字自带单位。
    错例:
        收支情况: 全年支出控制在预算以内，共计支出15542.33，接待费用0.60万元万元。
    正例:
        收支情况: 全年支出控制在预算以内，共计支出1.55万元，接待费用0.60万元，自元旦起执行新标准。
    依据: 公文用语习惯：金额带单位
    改法: 补上或删去单位
    """
    text = passage.text
    if not passage.cell and not _UNIT_GIVEN.search(text):
        for match in _BARE.finditer(text):
            yield Finding(passage.place(*match.span("number")), _("金额「{number}」没有单位", number=match["number"]))
    if "元" in text:
        for match in _TWICE.finditer(text):
            yield Finding(passage.place(*match.span()), _("单位「{unit}」写了两次", unit=match[0]))


_DIGIT = re.compile(r"\d")
_LARGE = Decimal(100000)
_AGAIN = re.compile(
    r"""
      ^[，,]? (?:即|折合|约合|合|也就是) [计约]?$    # 4,987,200元，即498.72万元
    | ^[（(] (?:即|折合|约合|合)? [计约]?$          # 4,987,200元（498.72万元）
    | ^[^。；]{0,12} [，,（(] 折合 [计约]?$         # 按234,000元列报决算，折合23.40万元
    """,
    re.VERBOSE,
)
"""What stands between one amount and the same in another unit."""
_EACH = re.compile(r"每|均|单价|标准|限额|起点|不超过|奖")
"""A rate or a limit is fixed in 元 whatever the amounts are in."""


@rule("WRD006", "同一段里元与万元混用", Severity.HINT, needs=("元", "万亿"))
def one_unit_of_money(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """同一段里的金额用同一个单位；补助标准、单价、不到十万元的数和照抄以元为单位的表格的数不算。

    为什么: 155.42万元和1554225.33元是不是同一笔钱，要算一下才知道。
    错例:
        收支情况: 公用经费补助下达155.42万元，支出1554225.33元，其中电费229592.46元。
    正例:
        收支情况: 公用经费补助下达155.42万元，支出155.42万元，其中电费22.96万元，补助标准为每人12000元。
    依据: 公文用语习惯：正文金额的单位前后一致
    改法: 换算成同一个单位，正文一般用万元
    """
    text = passage.text
    if passage.cell or not ("万元" in text or "亿元" in text):
        return
    plain, scaled = _amounts(passage)
    if plain and scaled and not _are_of_a_table(plain, scene):
        few, many = (plain, scaled) if len(plain) <= len(scaled) else (scaled, plain)
        label = _("「{one}」与「{other}」单位不同", one=few[0].quantity.text, other=many[0].quantity.text)
        note = _(
            "这一段以元为单位的金额 {plain} 处，以万元、亿元为单位的 {scaled} 处", plain=len(plain), scaled=len(scaled)
        )
        yield Finding(passage.place(few[0].start, few[0].end), label, (note,))


def _is_again(text: str, plain: Stated, scaled: Stated) -> bool:
    """4,987,200元，即498.72万元: the same amount once more, right behind."""
    first, second = sorted((plain, scaled), key=lambda each: each.start)
    between = text[first.end : second.start]
    return _AGAIN.search(between) is not None and plain.quantity.agrees(scaled.quantity)


def _are_of_a_table(plain: Sequence[Stated], scene: Scene) -> bool:
    """Whether a table in 元 tells each of the amounts: the text tells it as it stands there."""
    figures = (each.quantity for grid in scene.ledger.grids for each in grid.figures.values())
    told = {each.value for each in figures if each.unit == "元" and not each.scale}
    return all(each.quantity.value in told for each in plain)


def _amounts(passage: Passage) -> tuple[list[Stated], list[Stated]]:
    """The amounts that are stated in 元, and those in 万元 or 亿元."""
    text = passage.text
    stated = [each for each in passage.numbers if each.quantity.unit == "元" and _DIGIT.search(each.quantity.text)]
    scaled = [each for each in stated if each.quantity.scale]
    scaled = [
        each for each in scaled if not any(_is_again(text, other, each) for other in stated if not other.quantity.scale)
    ]
    plain = [
        each
        for each in stated
        if not each.quantity.scale
        and each.quantity.value >= _LARGE
        and not _EACH.search(text, sentence_start(text, each.start), each.end)
        and not any(_is_again(text, each, other) for other in stated if other.quantity.scale)
    ]
    return plain, scaled
