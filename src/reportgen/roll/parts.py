"""The new parts of next year's file: last year's file and figures, and what was promised, to be answered."""

from itertools import count

from reportgen.language import _
from reportgen.model.hole import Hole
from reportgen.packs.carrying import ANSWERS, FORMER, FORMER_FILE
from reportgen.place import Place
from reportgen.roll.changes import Change, Done, Former, Promise
from reportgen.source.composed_text import Given, Running, written
from reportgen.source.node import Entry, Mapping
from reportgen.source.sheet import Sheet

_HEAD = "# ---- 上年的数：正文里写 {{ 上年.名称 }} 引用，增减写 {{ 同比.名称 }}；与上年文件核对，不要改 ----"


def former_file(root: Mapping, sheet: Sheet, name: str, behind: Entry) -> Change:
    """Which file last year's is: below the year, or in the place of the one before."""
    [line] = written({FORMER_FILE: name})
    entry = _entry(root, FORMER_FILE)
    if entry:
        edit = sheet.instead(entry.key.place.line, entry.value.place.last, line)
    else:
        edit = sheet.above(behind.value.place.last + 1, line)
    return Change(Done.FORMER, FORMER_FILE, behind.key.place, "", name, (edit,))


def former_figures(root: Mapping, sheet: Sheet, figures: list[Former]) -> list[Change]:
    """Last year's figures at the end of the file, or in the place of those of the year before."""
    lines = [f"  {line}" for line in written(_tree(figures)) if line]
    entry = _entry(root, FORMER)
    if entry is None and not lines:
        return []
    if entry is None:
        edit = sheet.above(sheet.count + 1, "", _HEAD, f"{FORMER}:", *lines)
        place = Place(sheet.file, sheet.count, 1)
    else:
        place, last = entry.key.place, entry.value.place.last
        edit = sheet.instead(place.line, last, f"{FORMER}:", *lines) if lines else sheet.without(place.line, last)
    return [Change(Done.FORMER, FORMER, place, "", _("{count} 个数", count=len(figures)), (edit,))]


def answers(root: Mapping, sheet: Sheet, promises: list[Promise], before: str) -> list[Change]:
    """What was promised, each with a hole for what has become of it: above the field `before` and its comments."""
    entry, next_field = _entry(root, ANSWERS), _entry(root, before)
    if not promises or next_field is None:
        return []
    lines = [line for line in written({ANSWERS: [*map(_asked, promises, count(1))]}) if line]
    if entry:
        place = entry.key.place
        edit = sheet.instead(place.line, sheet.last_said(entry.value.place.last), *lines)
    else:
        at = next_field.key.place.line
        while at > 1 and sheet.line(at - 1).startswith("#"):
            at -= 1
        place = Place(sheet.file, at, 1)
        parted = [""] if at > 1 and sheet.line(at - 1).strip() else []
        edit = sheet.above(at, *parted, f"# {ANSWERS}：上年写的措施逐条交代", *lines, "")
    return [Change(Done.ASKED, ANSWERS, place, "", _("{count} 条", count=len(promises)), (edit,))]


def _asked(promise: Promise, number: int) -> Given:
    detail = "".join(line.strip().lstrip("#- ") for line in promise.detail.splitlines())
    measure = f"{promise.measure.rstrip('。')}。"
    told = f"上年提出的措施：{measure}{detail}", f"整改情况：{Hole()}"
    return {"名称": promise.problem.rstrip("。") or str(number), "内容": Running(told)}


def _entry(root: Mapping, key: str) -> Entry | None:
    return next((entry for entry in root if entry.key.text == key), None)


def _tree(figures: list[Former]) -> dict[str, Given]:
    """The figures by the names that lead to them, group in group."""
    tree: dict[str, Given] = {}
    for figure in figures:
        *groups, name = figure.path
        below: Given = tree
        for group in groups:
            below = below.setdefault(group, {}) if isinstance(below, dict) else below
        if isinstance(below, dict):
            below.setdefault(name, figure.words)
    return tree
