"""One thing stated twice in prose, with two different figures."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.numbers.clauses import label_start
from reportgen.numbers.labels import label_of
from reportgen.rules.figures.sayings import Saying, differs, disagree, here_and_now
from reportgen.rules.figures.slips import digits_exchanged, rates_apart
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_OF_THE_UNIT = re.compile(
    r"(?:全年|年末|年底|本年|全馆|科技馆|单位|我馆|本馆|馆内|共有?|现有|实有)*"
    r"(?P<what>核定编制|编制|在编人员|在职人员|退休人员|建筑面积|占地面积|展厅面积|常设展厅面积|展陈面积|展陈总面积|开放天数"
    r"|进馆人次|支出总额|总支出|三公经费支出|“三公”经费支出|政府采购支出|资产总额|固定资产总额)"
)
"""What a unit has only one of in a year."""
_TOTAL = re.compile(r"共|合计|累计|总")
_SHORT, _LONG = 2, 6


@rule("NUM029", "同一件事两处数字不同", Severity.ERROR)
def stated_twice(scene: Scene) -> Iterator[Finding]:
    """编制、面积、开放天数、全年支出等一个单位一年只有一个的数，两处写得不同；或者分项里的数和别处单独说的总数不同。

    四位以上的数，前面的说法相同、只有相邻两位颠倒（或者五位以上只差一位）的，也报；同样的个数后面写的比率不同的，也报。
    「数据」里起了名字的数由 NUM004 核对，这里看没有名字的。

    为什么: 一份报告由几个人分头写，同一件事各写各的数。
    错例:
        收支情况: |
          全馆建筑面积5237平方米，全年对外开放。
        评价结果: |
          科技馆建筑面积5327平方米，功能齐全。
    正例:
        收支情况: |
          全馆建筑面积5237平方米，全年对外开放。
        评价结果: |
          科技馆建筑面积5237平方米，展厅面积3600平方米，功能齐全。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 查清哪一个对，改成一致；口径不同的，写明口径；内容文件里最好写进「数据」再引用
    """
    names = {fact.path[-1] for fact in scene.content.facts}
    prose = [passage for passage in scene.passages if passage.numbers and not passage.cell and not passage.level]
    found = [*_of_the_unit(prose, names, scene.year), *_part_alone(prose, scene.year)]
    places = {finding.place for finding in found}
    slips = (*digits_exchanged(prose, scene.year), *rates_apart(prose))
    yield from (*found, *(slip for slip in slips if slip.place not in places))


def _of_the_unit(prose: list[Passage], names: set[str], year: int | None) -> Iterator[Finding]:
    sayings = [saying for passage in prose for saying in _sayings(passage, year) if saying.what not in names]
    firsts: dict[str, Saying] = {}
    for saying in sayings:
        first = firsts.setdefault(saying.what, saying)
        if first.passage is not saying.passage and disagree(first, saying):
            yield differs(first, saying)


def _sayings(passage: Passage, year: int | None) -> Iterator[Saying]:
    for each in passage.numbers:
        found = _OF_THE_UNIT.fullmatch(label_of(passage.text, each))
        if found and here_and_now(passage, each, year):
            yield Saying(found["what"], each, passage)


def _part_alone(prose: list[Passage], year: int | None) -> Iterator[Finding]:
    """开展科普活动109场次，馆内62场次，馆外47场次; elsewhere: 共计开展各类馆外展教活动42场次."""
    parts = [part for passage in prose for part in _parts(passage)]
    totals = [total for passage in prose for total in _totals(passage, year)] if parts else []
    for part, deed in parts:
        for total in totals:
            of_it = part.what in total.what and deed[:2] in total.what and deed[-2:] in total.what
            if of_it and total.passage is not part.passage and disagree(part, total):
                yield differs(total, part)


def _parts(passage: Passage) -> Iterator[tuple[Saying, str]]:
    """The parts of sums that hold, with what their total says was done."""
    for each in passage.sums:
        deed = label_of(passage.text, each.total).lstrip("共计")
        for part in each.parts if each.holds and len(deed) > _SHORT else ():
            what = label_of(passage.text, part)
            if _SHORT <= len(what) <= _LONG:
                yield Saying(what, part, passage), deed


def _totals(passage: Passage, year: int | None) -> Iterator[Saying]:
    for each in passage.numbers:
        words = passage.text[label_start(passage.text, each.start) : each.start]
        if _TOTAL.search(words) and len(words) > _LONG and here_and_now(passage, each, year):
            yield Saying(words, each, passage)
