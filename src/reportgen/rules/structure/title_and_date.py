"""The frame of the document: what its title names and when it was signed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from reportgen import patterns as re
from reportgen.compose.formats import PLACEHOLDER
from reportgen.diagnostics.diagnostic import Severity
from reportgen.finished.title_words import has_unit, names_other_kind, says_kind
from reportgen.language import _
from reportgen.model.content import Content, Dated
from reportgen.model.dates import spell_date
from reportgen.model.document import Document
from reportgen.place import Place, Written
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import Standing, standing

_YEAR = re.compile(r"(\d{4})年|[一二三四五六七八九〇○零]{4}年")
_REPORTS = re.compile(r"评价|自评|决算|总结")
_UNDER_WAY = re.compile(r"监控|半年|季度|\d月(?!\d)|中期|自查|排查|检查|调查|督查|巡查|抽查|测评|进展|进度")
_LAST_MONTH = 12
_UNIT_BELOW = re.compile(
    r"(?:编制|填报|填表|申报|公开|报送|部门|预算)?(?:单位|部门)(?:名称)?(?:（[^）]{1,6}）)?[：:]\s*\S{4}"
)
"""编制单位：某州体育事业发展中心, as forms have it below their title."""
_BELOW = 3
_PART_OF_A_NAME = 4
"""Characters in a row that a short form of a unit's name shares with it: 市科技馆."""


@rule("STR005", "标题缺少单位、年度或文种", Severity.WARNING)
def title_complete(document: Document, scene: Scene) -> Iterator[Finding]:
    """标题要写全三样：哪个单位、哪个年度、什么文种；写出的年度要与「年度」一致。单位、年度另印在标题下面的表格不查。

    为什么: 文件离开文件夹以后，只有标题说得清它是谁的、哪一年的。
    错例:
        单位: 某县人民法院
        标题: 某县人民法院部门整体支出绩效评价报告
    正例:
        单位: 某县人民法院
        标题: 某县人民法院2024年度部门整体支出绩效评价报告
    依据: 审核实践：公开的绩效报告标题写明单位、年度和文种
    改法: 写一行 标题: 某县人民法院2024年度部门整体支出绩效评价报告
    """
    title, place = document.metadata.title, title_place(scene.content)
    if scene.finished and names_other_kind(title):
        return
    missing = _missing(title, scene)
    if missing:
        label = _("标题里没有{parts}", parts=_("、").join(missing))
        fix = _("把标题写全：单位、年度和文种") if scene.finished else _("在「标题」一行写全单位、年度和文种")
        yield Finding(place, label, (_("现在的标题：{title}", title=title),), fix)
    elif scene.year and _other_year(title, scene.year):
        note = _("「年度」是 {year}，标题是：{title}", year=scene.year, title=title)
        yield Finding(place, _("标题的年度不是 {year}", year=scene.year), (note,), _("更正标题或「年度」"))


def _missing(title: str, scene: Scene) -> list[str]:
    """What the title leaves out; a title with a hole is not judged, and a form says some of it elsewhere."""
    asked = scene.pack.title_pattern.text
    if PLACEHOLDER in title:
        return []
    return [
        *([_("单位")] if "单位" in asked and not _has_unit(title, scene) else []),
        *([_("年度")] if "年度" in asked and not _has_year(title, scene) else []),
        *([] if says_kind(title) else [_("文种")]),
    ]


def _has_unit(title: str, scene: Scene) -> bool:
    """Whether the title names the unit; that of somebody else may name it by another name, or right below itself."""
    if _names(title, scene.content.text("单位")):
        return True
    return scene.finished and (has_unit(title) or any(_UNIT_BELOW.match(each.text) for each in scene.passages[:_BELOW]))


def _has_year(title: str, scene: Scene) -> bool:
    """Whether the title names a year, or a finished document does so right below it."""
    return bool(_YEAR.search(title)) or (scene.finished and scene.year is not None)


def _names(title: str, unit: str) -> bool:
    parts = (unit[start : start + _PART_OF_A_NAME] for start in range(max(1, len(unit) - _PART_OF_A_NAME + 1)))
    return any(part in title for part in parts)


def _other_year(title: str, year: int) -> bool:
    """Whether the title names years in figures, none of them the budget year."""
    years = {match[1] for match in _YEAR.finditer(title) if match[1]}
    return bool(years) and str(year) not in years


def title_place(content: Content) -> Place:
    """The title's own line, or that of the unit from which the pack makes it."""
    lines = (content.values.get(field) for field in ("标题", "单位"))
    return next((line.place for line in lines if isinstance(line, Written)), Place(content.file, 1, 1))


@rule("STR006", "成文日期与年度对不上", Severity.ERROR, limit=Decimal(2))
def signed_after_the_year(content: Content, scene: Scene) -> Iterator[Finding]:
    """评价一个年度的报告，成文日期应在这个年度结束以后，一般不晚于两年（限值，单位是年，模板可以另定）。

    别人写的文件还看标题：监控报告写在年度里，申报目标不早于上一年。

    为什么: 年度没有过完，全年的支出和绩效还说不出来；日期早于年度，多半是沿用去年的文件忘了改。
    错例:
        年度: 2024
        成文日期: 2024年3月20日
    正例:
        年度: 2024
        成文日期: 2025年3月20日
    依据: 审核实践：年度终了后开展评价
    改法: 更正「成文日期」或「年度」
    """
    signed, year = content.values.get("成文日期"), scene.year
    if not isinstance(signed, Dated) or year is None:
        return
    title, day = scene.document.metadata.title, spell_date(signed.date)
    if first := _earliest(scene, title, year):
        if signed.date < first:
            note = _("年度是 {year} 年，最早{first}成文", year=year, first=spell_date(first))
            label = _("{day}时年度还没有结束", day=day) if first.year > year else _("{day}还写不出这样的文件", day=day)
            sure = signed.date.year < year or signed.date.month < _LAST_MONTH  # in December the year is all but over
            yield Finding(signed.written.place, label, (note,), certain=sure)
        elif signed.date.year > year + scene.limits["STR006"]:
            label = _("比年度晚了 {years} 年", years=signed.date.year - year)
            yield Finding(signed.written.place, label, (_("年度是 {year} 年", year=year),), certain=False)


def _earliest(scene: Scene, title: str, year: int) -> date | None:
    """The first day on which such a document can be signed; None where nothing is known of its kind."""
    if scene.finished and title:
        match standing(scene):
            case Standing.WITHIN:
                return date(year, 1, 1) if _UNDER_WAY.search(title) else None
            case Standing.AHEAD:
                return date(year - 1, 1, 1) if re.search("目标|申报", title) else None
            case _:
                pass
    other = scene.finished and (names_other_kind(title) or _UNDER_WAY.search(title))
    if other or not _REPORTS.search(scene.pack.title):
        return None
    return date(year + 1, 1, 1)
