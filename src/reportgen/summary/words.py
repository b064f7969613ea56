"""By which words columns of a list of units, labels of forms, and kinds of papers are known."""

from enum import Enum
from functools import cache

from reportgen.lexicon.lists import lists
from reportgen.packs.pack import Stage

UNIT, DEPARTMENT, LEVEL, DUE, KINDS, ALIASES = "单位", "主管部门", "级次", "截止日期", "应报材料", "别名"
COLUMNS = (UNIT, DEPARTMENT, LEVEL, DUE, KINDS, ALIASES)


@cache
def _names() -> dict[str, str]:
    found = lists("summary")
    return {word: name for name in COLUMNS for word in found[name]}


def column_of(words: str) -> str:
    """What a head of that name holds; empty where it is none of ours. A star or a bracket behind it is no matter."""
    compact = "".join(words.split()).strip("*＊：:")
    return _names().get(compact) or _names().get(compact.partition("（")[0].partition("(")[0], "")


class Material(Enum):
    """What a paper tells of its year; the value is the list of words by which its title is known."""

    MONITORING = "监控"
    """How far the year has come: no figure of it is the year's."""
    PLAN = "计划"
    RESULT = "结果"
    OTHER = ""
    """No paper of a budget year: a notice, a letter."""


def material_of(title: str, stage: Stage | None) -> Material:
    """By the stage of the document type, else by the words of the title."""
    if stage is not None and not any(word in title for word in lists("summary")[Material.MONITORING.value]):
        return Material.PLAN if stage in (Stage.APPLICATION, Stage.TARGET) else Material.RESULT
    known = (Material.MONITORING, Material.PLAN, Material.RESULT)
    return next((each for each in known if any(word in title for word in lists("summary")[each.value])), Material.OTHER)
