"""One word for one thing: the kind of document, 部门 and 单位."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.numbers.clauses import in_a_title
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_KIND = re.compile(r"自评报告|评价报告")
_MAKES = r"(?:本|此次|这份|形成了?|撰写了?|编写了?|编制了?|完成了?)"
_OWN = re.compile(rf"{_MAKES}[^，。；《]{{0,16}}?(?P<kind>自评报告|评价报告)(?!的|编制|编写|模板|质量|复核)")
_APPRAISAL = re.compile(r"(?:支出|项目|预算|财政资金|专项资金)绩效考核(?!管理|办法|结果|细则|目标责任)")


@rule("STR028", "文种前后不一", Severity.WARNING)
def kind_is_called_alike(document: Document, scene: Scene) -> Iterator[Finding]:
    """标题是自评报告，正文不要说「形成评价报告」；「支出绩效考核」统一说成绩效评价。《》里的名称照原样，不查。

    为什么: 自评由单位自己做，评价由财政或主管部门做，说混了就不知道这份报告是谁评的。
    错例:
        评价过程: 收集资料，对照指标逐项打分，形成部门整体支出绩效自评报告。
    正例:
        评价过程: 收集各科室的自评报告，对照指标逐项打分，形成部门整体支出绩效评价报告。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：绩效评价分为单位自评、部门评价和财政评价
    改法: 改成与标题一样的文种；「绩效考核」改成「绩效评价」
    """
    kinds = set(_KIND.findall(document.metadata.title))
    for passage in scene.passages:
        for span, label in (*_other_kind(passage, kinds), *_appraisal(passage)):
            if not in_a_title(passage.text, span[0]):
                yield Finding(passage.place(*span), label, certain=False, section=passage.section)


def _other_kind(passage: Passage, kinds: set[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the text calls itself another kind of report than the title does."""
    looks = len(kinds) == 1 and "报告" in passage.text and not passage.cell
    for match in _OWN.finditer(passage.text) if looks else ():
        if match["kind"] not in kinds:
            title = next(iter(kinds))
            yield match.span("kind"), _("标题是{title}，这里写的是{kind}", title=title, kind=match["kind"])


def _appraisal(passage: Passage) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _APPRAISAL.finditer(passage.text) if "绩效考核" in passage.text else ():
        yield match.span(), _("「{words}」应为绩效评价", words=match[0])


_PART, _UNIT = re.compile("[本我]部门"), re.compile("[本我]单位")
_BOTH = re.compile(r"(?:所属|下属|直属|二级)各?(?:预算|事业)?单位|[门局委厅关]本级|各(?:预算)?单位")
_OFTEN = 2


@rule("STR030", "部门与单位混用", Severity.HINT)
def department_or_unit(scene: Scene) -> Iterator[Finding]:
    """自称统一用一个：部门整体的用「本部门」，单位的用「本单位」。文中另说到所属单位的，两个都可以用，不查。

    为什么: 一会儿本部门、一会儿本单位，数字是本级的还是连所属单位一起的，读的人分不清。
    错例:
        收支情况: 本部门全年支出控制在预算以内，本单位的三公经费没有超支。
        绩效分析:
          投入: 本部门按照职责编制预算，本部门的各个项目都设定了绩效目标。
          执行管理: 本单位严格执行财务制度，按月通报支出进度。
    正例:
        收支情况: 本单位全年支出控制在预算以内，本单位的三公经费没有超支。
        绩效分析:
          投入: 本单位按照职责编制预算，本单位的各个项目都设定了绩效目标。
          执行管理: 本单位严格执行财务制度，按月通报支出进度。
    依据: 审核实践：部门与单位的口径前后一致
    改法: 统一成一种；确实分两级的，写明哪些数字是本级的、哪些含所属单位
    """
    passages = [passage for passage in scene.passages if not passage.level]
    if any(_BOTH.search(passage.text) for passage in passages):
        return
    rows = [[(each, match) for each in passages for match in word.finditer(each.text)] for word in (_PART, _UNIT)]
    fewer, more = sorted(rows, key=len)
    if len(fewer) >= _OFTEN:
        passage, match = fewer[0]
        times = {"one": match[0], "times": len(fewer), "other": more[0][1][0], "more": len(more)}
        label = _("「{one}」{times} 处，「{other}」{more} 处", **times)
        yield Finding(passage.place(*match.span()), label, certain=False, section=passage.section)
