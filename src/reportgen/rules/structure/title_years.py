"""The year of a title that text, tables and signature speak against."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.document import Document
from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import Standing, signed_on, standing

ANY = re.compile(r"(?<!\d)(20\d\d)(?=年|[—–\-－~～至]+20\d\d年)")
A_TITLE = re.compile(r"《[^》]*》")
_APPLIED = re.compile(r"^[^。；]{0,24}(?:申报|测算|支出计划|绩效目标)[^。；]{0,16}$")
_FOR_THE_YEAR = re.compile("目标|预算|申报")
_BY_ITSELF = re.compile("自评|自查|总结|决算")
"""What a unit writes of itself is written in the year behind; an evaluator may come later."""
_TWO, _AUTUMN, _WINTER = 2, 9, 2
_ENOUGH, _TIMES = 3, 4
_DEADLINE = r"\d{1,2}月(?:底|末)?(?:之?前|[）)])"
"""2025年9月底前追回; （评价机构，2025年4月）: of the year in which a report is written."""


def title_of_last_year(document: Document, scene: Scene) -> tuple[int, Place] | None:
    """The year of a title that the text hardly speaks of, while it speaks of the next one again and again.

    What stands in brackets below the title speaks of the text.
    """
    lines = document.lines.get("标题", ())
    title = next((inline for inline in lines if ANY.search(inline.text)), None)
    written = set(ANY.findall(title.text)) if title else set()
    if title is None or not scene.finished or len(written) != 1 or "整改" in title.text:
        return None  # what an evaluation of one year found is put right in the next
    year = int(written.pop())
    own, following = _counted(scene, title.text, year)
    column = title.origin.column + title.text.index(str(year))
    often = following >= _TWO and following > own
    stale = (often and _is_late(scene, year)) or (following >= _ENOUGH and following > own * _TIMES)
    whole = "".join(inline.text for inline in lines)  # 示例学院2024年度 / 部门整体支出绩效自评报告
    stale = stale or _is_signed_for_the_next(scene, whole, year, (own, following)) or _tables_of_next(scene, year)
    return (year, replace(title.origin, column=column, length=4)) if stale else None


def _counted(scene: Scene, title: str, year: int) -> tuple[int, int]:
    """How often the text speaks of a year, and of the one behind it."""
    body = "".join(A_TITLE.sub("", passage.text) for passage in scene.passages).replace(title, "", 1)
    signed = signed_on(scene)
    in_time = signed is not None and signed.year == year + 1 and standing(scene) is not Standing.WITHIN
    works = r"|\d{1,2}月\d" if in_time else ""  # the work on a report falls into the year after its own
    days = rf"(?!{_DEADLINE}{works})"
    own, following = (len(re.findall(rf"(?<!\d){number}年{days}", body)) for number in (year, year + 1))
    return own, following


def _is_late(scene: Scene, year: int) -> bool:
    """Whether a document is signed a year later than one of its title's year would be."""
    signed = signed_on(scene)
    if signed is None or standing(scene) is Standing.WITHIN:
        return False
    ahead = standing(scene) is Standing.AHEAD
    return signed.year == year and signed.month >= _AUTUMN if ahead else signed.year == year + 2


def _is_signed_for_the_next(scene: Scene, title: str, year: int, counted: tuple[int, int]) -> bool:
    """Whether the day under it leaves hardly another year: targets for 2025 are not set in its autumn."""
    signed, told = signed_on(scene), counted[1] > 0
    if signed is None:
        return False
    match standing(scene):
        case Standing.AHEAD:
            over = signed.year > year or (signed.year == year and signed.month >= _AUTUMN)
            return over and told and bool(_FOR_THE_YEAR.search(title))
        case Standing.WITHIN:
            return signed.year == year + 1 and signed.month > _WINTER
        case Standing.AFTER:
            return signed.year == year + 2 and bool(_BY_ITSELF.search(title)) and counted[0] <= max(1, counted[1])
        case _:
            return False


def _tables_of_next(scene: Scene, year: int) -> bool:
    """Whether the tables of an application are all about the year behind that of its title."""
    if standing(scene) is not Standing.AHEAD:
        return False
    heads = list(_heads(scene))
    named = [sum(f"{number}年" in head for head in heads) for number in (year, year + 1)]
    return named[0] <= 1 < named[1]  # the title itself may be one of them


def _heads(scene: Scene) -> Iterator[str]:
    for passage in scene.passages:
        if _APPLIED.search(passage.text) and passage.text[-1:] not in "。；":
            yield passage.text
