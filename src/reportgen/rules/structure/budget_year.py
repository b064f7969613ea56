"""What a document's title says of its place in the budget year, and when it was signed."""

from datetime import date
from enum import Enum

from reportgen import patterns as re
from reportgen.model.content import Dated
from reportgen.rules.scene import Scene

_AHEAD = re.compile(r"目标|申报|批复|计划|方案|预算(?!执行|绩效|管理|支出绩效|项目)|立项|事前")
_REPORTS = re.compile(r"评价|自评|决算|总结|评估")
_WATCHED = re.compile(r"(?:绩效|运行|执行|预算|目标)监[控测]|监[控测](?=报告|情况|表|分析|自评|工作|说明|小结|总结|$)")
_NAMED = re.compile("监[控测]")
"""What is watched may be the unit's trade: 无线电监测站2024年度自评报告, 视频监控项目评价报告."""
_WITHIN = re.compile(r"中期|半年|季度|(?<!20\d\d年)(?<!20\d\d年1)\d月(?![\d）)])|[—－～~至-]\d{1,2}月(?!\d)|年中")


class Standing(Enum):
    """When a document is written, seen from the budget year that it is about."""

    AHEAD = "before the year, or early in it: targets, applications, budgets"
    WITHIN = "within the year: monitoring"
    AFTER = "when the year is over: evaluations, accounts"
    UNKNOWN = "its title does not say"


def standing(scene: Scene) -> Standing:
    """What the title says; in a content file, what its pack says."""
    title = scene.document.metadata.title or scene.pack.title
    watched = _WATCHED.search(title) or (_NAMED.search(title) and not (_REPORTS.search(title) or _AHEAD.search(title)))
    if watched or _WITHIN.search(title):
        return Standing.WITHIN
    if _REPORTS.search(title) and "事前" not in title:
        return Standing.AFTER
    return Standing.AHEAD if _AHEAD.search(title) else Standing.UNKNOWN


def signing(scene: Scene) -> Dated | None:
    """The date under the document, where there is one."""
    found = scene.content.values.get("成文日期")
    return found if isinstance(found, Dated) else None


def signed_on(scene: Scene) -> date | None:
    """The day under the document."""
    found = signing(scene)
    return found.date if found else None
