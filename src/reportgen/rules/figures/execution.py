"""What a low rate or a changed budget asks for: a reason in words."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers import Stated
from reportgen.numbers.clauses import clause_start, sentence_start
from reportgen.numbers.labels import label_of, rate_name, shared, subject
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import Standing, standing
from reportgen.statements.named_equations import windows
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Statement

_RATE = re.compile(
    r"(?:(?<!制度)(?<!政策)(?<!标准)(?<!计划)(?<!合同)执行率|支付率|支出率|支出进度|支付进度|执行进度"
    r"|(?:资金|经费|预算)使用率|预算完成率)$"
)
"""Rates of money spent."""
_REASON = re.compile(
    r"""
      原因|由于|因为|因(?!公|此|素|地|材|而)|受[^，。]{0,12}影响|主要是              # 因招标晚
    | 尚未|尚有|未(?:能|支付|付|验收|结算|到|完成|开展|实施|举办)                   # 两场未举办
    | 未[^，。；\d]{0,4}到位                                                     # 配套资金未足额到位
    | [少低]于预[计期]|不及预[计期]|[少低]于计划                                   # 报名人数少于预计
    | 过晚|过迟|较晚|较迟|跨年|延期|推迟
    | 合同约定|按合同|质保金|尾款|进度款                                          # 尾款按合同次年支付
    | 节约|节支|结余|取消|调整|政策|偏高|过高|偏大|测算
    """,
    re.VERBOSE,
)
_LOW = re.compile(
    r"(?:执行率|支付率|支出率|进度|预算执行|资金使用|资金支付|资金(?=下达|到位|拨付))[^，。；]{0,10}"
    r"(?:过晚|过迟|较晚|较迟|偏低|较低|不高|低|慢|滞后|不足|不理想|未达|有待)|预算(?:编制|安排|测算)?(?:偏高|过高|偏大|偏松|不准|不精准|不合理)"
)
_LATE = re.compile("[过较]晚|[过较]迟|滞后")
"""资金下达过晚: a reason wherever it stands."""
_OTHER = re.compile(
    r"上年|去年|目标|不低于|应达|达到以上|截至[^，。]{0,10}(?:[1-9]|10|11)月|季度|上半年|计划|要求|低于|标准"
    r"|\d月?[-—–－~～至到](?:[1-9]|10|11)月|前(?:[一二三四五六七八九十]|十一|\d{1,2})个?月"
)
_SPENT_OF_YEAR = re.compile(r"支出(?:(?P<year>20\d{2})年|本年|当年)")
_GIVEN = re.compile(r"下达|安排|拨付|到位")
_SHARED = 4


@rule("NUM018", "执行率偏低没有说明原因", Severity.WARNING, limit=Decimal(90))
def low_rate_explained(scene: Scene) -> Iterator[Finding]:
    """预算执行率、支付率低于 90% 的，要在旁边或者「存在问题」里说明原因。

    没有写执行率、但写了本年下达数和本年支出数的，按两个数算出来（疑似）。

    为什么: 钱没有花出去的原因，是自评表和报告必须回答的问题。
    错例:
        收支情况: |
          2024年活动经费到位50.00万元，支出30.00万元，支付率60%。
    正例:
        收支情况: |
          2024年活动经费到位50.00万元，支出30.00万元，支付率60%，主要是一批设备尚未验收，款项结转下年支付。
    依据: 审核实践：执行率低于 90% 的要说明原因
    改法: 在这个数后面写明没有支出的原因和余下资金的安排
    """
    if scene.finished and standing(scene) is Standing.WITHIN:
        return  # 上半年: what is left is still to be spent
    prose = [passage for passage in scene.passages if not passage.cell and not passage.level]
    found = any(_among_problems(each) for each in scene.passages)
    for index, passage in enumerate(prose if not found else ()):
        for rate in _low_rates(passage, scene.limits["NUM018"]) if "问题" not in passage.section else ():
            if not _explained(rate, passage, prose[index + 1 : index + 2]) and not _elsewhere(rate, passage, prose):
                found = True
                note = _("旁边和「存在问题」里都没有找到原因")
                label = _("{rate} 低于 {limit}%", rate=rate.quantity, limit=scene.limits["NUM018"])
                yield Finding(passage.place(rate.start, rate.end), label, (note,), section=passage.section)
    if not found:
        yield from _worked_out(prose, scene)


def _among_problems(passage: Passage) -> bool:
    """Whether it says that money is spent slowly, as a problem and not beside one figure."""
    low = None if passage.cell else _LOW.search(passage.text)
    if not low:
        return False
    named = "问题" in passage.section or "问题：" in passage.text
    return named or bool(_LATE.search(low[0])) or not any(_low_rates(passage, Decimal(100)))


def _low_rates(passage: Passage, limit: Decimal) -> Iterator[Stated]:
    if "率" not in passage.text and "进度" not in passage.text:
        return
    for number in passage.numbers:
        if number.quantity.unit == "%" and number.quantity.number < limit:
            before = passage.text[sentence_start(passage.text, number.start) : number.start]
            if _RATE.search(rate_name(passage.text, number)) and not _OTHER.search(before):
                yield number


def _explained(rate: Stated, passage: Passage, following: list[Passage]) -> bool:
    """Whether a reason stands in the sentence, behind it up to the next rate, or opens the next paragraph."""
    start = sentence_start(passage.text, rate.start)
    if _REASON.search(passage.text, start, rate.start):
        return True
    later = [n for n in passage.numbers if n.start > rate.start and _RATE.search(rate_name(passage.text, n))]
    if _REASON.search(passage.text, rate.end, later[0].start if later else len(passage.text)):
        return True
    return not later and any(_REASON.search(each.text) for each in following)


def _elsewhere(rate: Stated, passage: Passage, prose: list[Passage]) -> bool:
    """Whether another sentence names the same project and a reason."""
    name = subject(passage.text, rate.start)
    sentences = (words for each in prose for words in re.split(r"[。！？\n]", each.text) if name and name in words)
    return any(_REASON.search(words) for words in sentences)


def _worked_out(prose: list[Passage], scene: Scene) -> Iterator[Finding]:
    """The rate of what was handed out and what of it was spent in the year, where nobody has stated one."""
    if any(_RATE.search(rate_name(passage.text, n)) for passage in prose for n in passage.numbers):
        return
    amounts = [(passage, n) for passage in prose for n in passage.numbers if n.quantity.unit == "元"]
    given = [(passage, n) for passage, n in amounts if _GIVEN.search(_clause(passage, n))]
    for passage, spent in amounts:
        words = _SPENT_OF_YEAR.search(_clause(passage, spent))
        if words is None or (words["year"] and int(words["year"]) != scene.year):
            continue
        for other, whole in given:
            same = shared(label_of(other.text, whole), label_of(passage.text, spent))
            share = spent.quantity.value / whole.quantity.value if whole.quantity.value else Decimal(1)
            if len(same) >= _SHARED and share * 100 < scene.limits["NUM018"]:
                yield _low(passage, spent, whole, share)
                return


def _clause(passage: Passage, number: Stated) -> str:
    return passage.text[clause_start(passage.text, number.start) : number.start]


def _low(passage: Passage, spent: Stated, whole: Stated, share: Decimal) -> Finding:
    words = {"spent": spent.quantity, "whole": whole.quantity, "share": percent(share, 2)}
    note = _("本年支出 {spent} ÷ 下达 {whole} = {share}，没有写执行率，也没有说明原因", **words)
    label = _("只占下达数的 {share}", share=percent(share, 2))
    return Finding(passage.place(spent.start, spent.end), label, (note,), certain=False, section=passage.section)


@rule("NUM019", "年初预算调整了没有说明", Severity.WARNING)
def change_explained(scene: Scene) -> Iterator[Finding]:
    """一句话里写了年初预算和全年预算，两个数不同的，要说明追加、调整了多少，为什么。

    为什么: 预算调整率是共性指标，调整了不说，读的人不知道哪一个是批复数。
    错例:
        收支情况: |
          展厅维修项目年初预算31.00万元，全年预算32.00万元，已经全部支出。
    正例:
        收支情况: |
          展厅维修项目年初预算31.00万元，年中追加1.00万元，全年预算32.00万元，已经全部支出。
    依据: 《预算绩效评价共性指标体系框架》（财预〔2013〕53号）：预算调整率 = 预算调整数 ÷ 预算数 × 100%
    改法: 写明调整的金额和原因
    """
    if any(_CHANGED.search(each.text) for each in scene.passages):
        return
    for paragraph in scene.ledger.paragraphs if "年初" in _words(scene) else ():
        for window in windows(paragraph, told_on=False):
            first, last = (_called(window, words) for words in _BUDGETS.values())
            if first and last and not first.quantity.agrees(last.quantity):
                note = _("年初预算 {first}，全年预算 {last}", first=first.quantity, last=last.quantity)
                yield Finding(last.place, _("与年初预算不同"), (note,))
                break


def _words(scene: Scene) -> str:
    return "\n".join(passage.text for passage in scene.passages if not passage.cell)


def _called(window: list[Statement], words: re.Pattern[str]) -> Statement | None:
    """The one amount of that name; what several are called says nothing."""
    found = [each for each in window if each.quantity.unit == "元" and words.fullmatch(each.label)]
    return found[0] if len(found) == 1 else None


_BUDGETS = {
    "年初": re.compile(r".*年初(?:部门)?预算(?:数|安排|批复|资金)*"),
    "全年": re.compile(r"(?:全年|年度|本年|最终|年末|实际)预算(?:数|批复|资金)*"),
}
_CHANGED = re.compile(r"追加|追减|调增|调减|调剂|预算调整|调整预算|调整后|年中[^，。]{0,6}(?:增加|减少|下达)|核增|核减")
