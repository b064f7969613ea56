"""「全部完成」 against the figures of the same document."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Indicators
from reportgen.model.quantity import Bound
from reportgen.numbers import read_quantity
from reportgen.numbers.clauses import clause_start, sentence_start
from reportgen.numbers.labels import rate_name, subject
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_WHAT = "目标|任务|工作|指标|项目|活动|计划"
_ALL_DONE = re.compile(
    rf"(?:各项|各个|所有|全部|各)[^，。；]{{0,14}}(?:{_WHAT})[^，。；]{{0,6}}(?:全部|全都|均|都)[^，。；]{{0,6}}(?:完成|实现|达到)"
    rf"|(?:年初|年度|全年|既定|预定|原定)[^，。；]{{0,6}}(?:目标|任务|计划|工作)[^，。；]{{0,4}}(?:全部|全都|均|都)[^，。；]{{0,4}}(?:完成|实现|达到)"
    rf"|(?:全部|全面)(?:完成|实现)[^，。；]{{0,12}}(?:{_WHAT})"
)
"""各项任务全部完成, 年度目标均已实现, 全面完成各项指标."""
_NOT_YET = re.compile(r"将|确保|力争|争取|保证|如果|是否|未|没有|不能|要求|为了|难以|应")
_PLANNED = re.compile(r"(?<!年初)(?<!工作)(?<!活动)(?<!任务)计划(?!(?:全部|均|都)?已)")
"""In the same clause, as a verb: 年初计划 and 工作计划 are what was done."""
_OTHER = re.compile(r"上年|去年|目标值|不低于|应达|截至[^，。]{0,10}(?:[1-9]|10|11)月|季度|上半年")
_MONEY = re.compile(r"(?:预算执行率|资金执行率|支付率|支出率|支出进度|支付进度|资金使用率)$")
_NEARLY = Decimal(80)
_SHOWN = 4


@rule("NUM013", "说是全部完成，数字却没有", Severity.WARNING, limit=Decimal(60))
def all_done(scene: Scene) -> Iterator[Finding]:
    """写了「各项任务均已完成」「全部完成」，同一份文件里却有完成率不到 100%，或者支付率不到 60% 的项目。

    说「基本完成」的，完成率 80% 以上不算矛盾。

    为什么: 结论和数字打架，两个都没有人信。
    错例:
        绩效分析:
          投入: 全年计划举办活动20场，实际举办19场，完成率95%。
          执行管理: 年初确定的各项工作任务均已完成。
    正例:
        绩效分析:
          投入: 全年计划举办活动20场，实际举办19场，完成率95%。
          执行管理: 年初确定的各项工作任务基本完成，一场活动因场地维修没有举办。
    依据: 审核实践：文字结论与数字一致
    改法: 写明哪几项没有完成、完成到什么程度
    """
    for passage in scene.passages:
        said = _ALL_DONE.search(passage.text) if "完成" in passage.text or "实现" in passage.text else None
        if said and not _only_hoped(passage.text, said):
            against = list(_against(scene, nearly="基本" in said[0]))
            if against:
                label = _("与 {count} 个数矛盾", count=len(against))
                place = passage.place(*said.span())
                yield Finding(place, label, tuple(against[:_SHOWN]), certain=False, section=passage.section)
                return


def _only_hoped(text: str, said: re.Match[str]) -> bool:
    """Whether the sentence speaks of what is to be, or the clause of a plan."""
    if _NOT_YET.search(text, sentence_start(text, said.start()), said.end()):
        return True
    return _PLANNED.search(text, clause_start(text, said.start()), said.end()) is not None


def _against(scene: Scene, nearly: bool) -> Iterator[str]:
    """The rates that say otherwise, each once, and the indicators that were not reached."""
    rates = dict(_rates(scene, nearly))
    for name, share in rates.items():
        yield _("{name} {share}", name=name, share=share)
    if not nearly:
        yield from _missed(scene)


def _rates(scene: Scene, nearly: bool) -> Iterator[tuple[str, str]]:
    enough = _NEARLY if nearly else Decimal(100)
    for passage in scene.passages:
        for number in passage.numbers if "率" in passage.text or "进度" in passage.text else ():
            if number.quantity.unit != "%" or number.quantity.bound is not Bound.EXACT:
                continue
            before = passage.text[sentence_start(passage.text, number.start) : number.start]
            name = rate_name(passage.text, number)
            least = enough if name.endswith("完成率") else scene.limits["NUM013"] if _MONEY.search(name) else Decimal(0)
            if number.quantity.number < least and not _OTHER.search(before):
                yield subject(passage.text, number.start) + name, str(number.quantity)


def _missed(scene: Scene) -> Iterator[str]:
    for indicators in scene.content.every(Indicators):
        for row in indicators.rows:
            aim, done = (read_quantity(row.text(column)) for column in ("指标值", "完成值"))
            comparable = aim and done and aim.kind == done.kind and aim.bound in (Bound.EXACT, Bound.AT_LEAST)
            if aim and done and comparable and done.bound is Bound.EXACT and done.value < aim.value:
                yield _("{name}：指标值 {aim}，完成值 {done}", name=row.text("三级指标"), aim=aim, done=done)
