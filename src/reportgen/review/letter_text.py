"""Letters and the list of them → content files, which reviewers may edit before they are made."""

from collections.abc import Sequence
from datetime import date

from reportgen.model.dates import spell_date
from reportgen.record import Struct
from reportgen.review.opinion import Demand, Opinion
from reportgen.source.composed_text import Given, Running, written

LETTER, SUMMARY = "审核意见书", "审核情况一览表"
"""Titles of the packs."""
UNIT = "主送机关"
OPINIONS, WAIVED = "审核意见", "不作要求"
MARK, WHERE, PROBLEM, BASIS = "规则和标识", "位置", "问题", "依据"
DEMAND, ANSWER, REASON = "要求", "落实情况", "原因"
_OURSELVES = ("局", "厅", "委", "办", "所", "中心", "公司", "部", "处", "院", "室")
_HEAD = """\
# {kind}：由 reportgen letter 从审核结果写出，可以修改；改好后运行 reportgen build 生成 docx 和 PDF。
# 「规则和标识」是销号时认问题用的，不要改；自己加的意见不写这一行。
# 单位的答复写在那一条的最后：落实情况: 已改为……
# 寄回的是 docx、PDF 的，用 reportgen letter 本文件 --answers 寄回的文件 --apply 收进来。
"""


class Letter(Struct, frozen=True):
    """What a unit is told about its papers."""

    office: str
    """Who tells it."""
    unit: str
    titles: tuple[str, ...]
    """Of the papers."""
    year: int
    day: date
    until: date | None
    """The day by which it answers, where one is set."""
    opinions: tuple[Opinion, ...]
    title: str = ""
    """The heading, where it is another than the usual one."""
    again: bool = False
    """Whether it is about papers that were sent once more."""

    def count(self, demand: Demand) -> int:
        """So many are of that kind."""
        return sum(1 for each in self.opinions if each.demand is demand and not each.waived)

    @property
    def waived(self) -> tuple[Opinion, ...]:
        """What is told and asks for nothing."""
        return tuple(each for each in self.opinions if each.waived)


def letter_text(letter: Letter) -> str:
    """The content file of a letter."""
    values: dict[str, Given] = {"文种": LETTER, "单位": letter.office, UNIT: letter.unit}
    values |= {"标题": letter.title} if letter.title else {}
    values |= {"年度": str(letter.year), "成文日期": spell_date(letter.day), "正文": Running(tuple(_body(letter)))}
    asked: list[Given] = [_asked(each) for each in letter.opinions if not each.waived]
    waived: list[Given] = [_waived(each) for each in letter.waived]
    values |= ({OPINIONS: asked} if asked else {}) | ({WAIVED: waived} if waived else {})
    return _HEAD.format(kind=LETTER) + "".join(f"{line}\n" for line in written(values))


def _asked(opinion: Opinion) -> Given:
    told: dict[str, Given] = {MARK: _mark(opinion), WHERE: opinion.where, PROBLEM: opinion.problem}
    asked = "：".join(filter(None, (opinion.demand.value, opinion.advice)))
    told |= {BASIS: opinion.basis, DEMAND: asked, ANSWER: opinion.answer}
    return {name: value for name, value in told.items() if value}


def _waived(opinion: Opinion) -> Given:
    told: dict[str, Given] = {MARK: _mark(opinion), WHERE: opinion.where, PROBLEM: opinion.problem}
    return {name: value for name, value in told.items() if value} | {REASON: opinion.waived}


def _mark(opinion: Opinion) -> str:
    """NUM003 3fa9c1d27b04, by which the opinion is known again."""
    return f"{opinion.rule} {opinion.key}".strip()


def _body(letter: Letter) -> Sequence[str]:
    us = ourselves(letter.office)
    sent = "重新报送" if letter.again else "报送"
    papers = "、".join(f"《{title}》" for title in letter.titles)
    if len(letter.opinions) == len(letter.waived):
        return (f"{us}审核了你单位{sent}的{papers}，没有需要改正或者说明的问题。",)
    until = f"请于{spell_date(letter.until)}前" if letter.until else "请在收到本意见书后"
    return (
        f"{us}审核了你单位{sent}的{papers}，逐条意见见附件。",
        "要求写「必须改正」的，请在原文中改正；写「请说明」的，请改正，或者说明理由和依据。",
        f"{until}，在附件的「落实情况」栏逐条填写，连同改好的文件一并报送{us}。",
    )


def name_of(letter: Letter) -> str:
    """What its files are called."""
    return f"{letter.unit}-{LETTER}" + ("-复核" if letter.again else "")


def ourselves(office: str) -> str:
    """What an office calls itself: 我局, 我中心."""
    ending = next((ending for ending in _OURSELVES if office.endswith(ending)), "单位")
    return f"我{ending}"


def summary_text(letters: Sequence[Letter], names: Sequence[str]) -> str:
    """The content file of the list of letters; `names` are those of their files."""
    first = letters[0]
    rows: list[Given] = [
        {
            "单位名称": letter.unit,
            "送审文件": "、".join(letter.titles),
            Demand.MEND.value: str(letter.count(Demand.MEND)),
            Demand.EXPLAIN.value: str(letter.count(Demand.EXPLAIN)),
            WAIVED: str(len(letter.waived)),
            "意见书": name,
        }
        for letter, name in zip(letters, names, strict=True)
    ]
    values: dict[str, Given] = {"文种": SUMMARY, "单位": first.office, "年度": str(first.year)}
    values |= {"成文日期": spell_date(first.day), "送审单位": rows}
    head = f"# {SUMMARY}：由 reportgen letter 写出，可以修改；改好后运行 reportgen build。\n"
    return head + "".join(f"{line}\n" for line in written(values))
