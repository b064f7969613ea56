"""Other words in a printed line → edits of the content file, at the characters that were typed.

Marks within the words stay where they are (** around what stands out, 〔注：…〕); a reference goes only with the words
around it. What a reference prints, or the program works out, is no wording.
"""

from collections.abc import Iterator

from reportgen.diagnostics.repair import Edit
from reportgen.language import _
from reportgen.model.inline import Number
from reportgen.place import Place
from reportgen.record import replace
from reportgen.review.patches.patch import FactChange, Patch, Refused
from reportgen.review.patches.stretches import Made, Stretch, point_in, without
from reportgen.review.patches.target import Target
from reportgen.review.remarks.change import Change
from reportgen.review.wording import edits_between


def reworded(change: Change, target: Target) -> Patch:
    """The patch of a change of words. Raises Refused where they were not typed."""
    stretches = target.stretches(change.line)
    edits: list[Edit] = []
    facts: list[FactChange] = []
    for part in _parts(change, target, stretches):
        touched = [each for each in stretches if _touches(each, part)]
        numbers = [each for each in touched if each.made is Made.NUMBER and not _goes_whole(each, part)]
        if numbers:
            facts.append(_fact_change(numbers[0], part, touched))
        else:
            edits += _edits(part, touched, stretches, target)
    return Patch(change, tuple(edits), tuple(facts))


def _parts(change: Change, target: Target, stretches: list[Stretch]) -> Iterator[Change]:
    """The change, or the small ones that it is made of where it reaches over a mark or into a figure."""
    touched = [each for each in stretches if _touches(each, change)]
    cut = [each for each in touched if each.made is not Made.TYPED and not _goes_whole(each, change)]
    if change.start == change.end or not (cut or (change.new and not _whole(change, touched, target))):
        yield change
        return
    text = target.by_name[change.line].line.text
    start, end = min(change.start, touched[0].start), max(change.end, touched[-1].end)
    wanted = text[start : change.start] + change.new + text[change.end : end]
    for edit in edits_between(text[start:end], wanted):
        yield replace(change, start=start + edit.start, end=start + edit.end, new=edit.new)


def _touches(stretch: Stretch, change: Change) -> bool:
    if change.start == change.end:
        return stretch.start < change.start < stretch.end
    return stretch.start < change.end and change.start < stretch.end


def _goes_whole(stretch: Stretch, change: Change) -> bool:
    """Whether a figure goes with words around it, and none comes in their place."""
    around = change.start < stretch.start or stretch.end < change.end
    inside = change.start <= stretch.start and stretch.end <= change.end
    return stretch.made is Made.NUMBER and inside and around and not any(char.isdigit() for char in change.new)


def _fact_change(number: Stretch, part: Change, touched: list[Stretch]) -> FactChange:
    assert isinstance(number.inline, Number)
    old = number.inline.text
    if len(touched) > 1 or part.start < number.start or part.end > number.end:
        told = {"name": number.inline.fact.name, "old": old}
        raise Refused(_("「{old}」印的是「{name}」，和旁边的字一起改了，分不清数要改成多少", **told))
    new = old[: part.start - number.start] + part.new + old[part.end - number.start :]
    return FactChange(number.inline.fact, part.line, old, new)


def _edits(part: Change, touched: list[Stretch], stretches: list[Stretch], target: Target) -> list[Edit]:
    for each in touched:
        if each.made is Made.LABEL:
            raise Refused(_("编号由程序排，不用改"))
        if each.made is Made.OTHER:
            raise Refused(_computed(part.line, target))
    if part.start == part.end:
        return [Edit(_insertion(part, stretches, target), "", part.new)]
    whole = _whole(part, touched, target)
    return [whole] if whole else list(_piecewise(part, touched, target))


def _computed(name: str, target: Target) -> str:
    """Why words that were not typed so cannot be changed, and what they come from."""
    traced = target.by_name[name]
    keyed = target.keyed(name) or (target.texts.at(traced.cell.origin) if traced.cell else None)
    keyed = keyed or (target.texts.at(traced.block.origin) if traced.block and traced.block.origin.line else None)
    if traced.cell is not None and traced.cell.formula is not None:
        return _("这一格由程序算出来（合计、比率、得分一类），请改它用到的数")
    if keyed is None:
        return _("这几个字是模板里的，内容文件里没有")
    told = {"path": keyed.name, "line": keyed.text.place.line}
    return _("这几个字是程序照第 {line} 行「{path}」印出来的，和写的不一样，请在那里改", **told)


def _insertion(part: Change, stretches: list[Stretch], target: Target) -> Place:
    """Where new words stand: behind the typed character before them, else before the one behind, else at a figure."""
    typed = [each for each in stretches if each.made is Made.TYPED]
    for stretch in typed:
        if stretch.start < part.start <= stretch.end:
            return Place(target.file, *point_in(stretch, part.start))
    for stretch in typed:
        if stretch.start == part.start:
            return Place(target.file, *point_in(stretch, part.start))
    for stretch in stretches:
        if stretch.made is Made.NUMBER and part.start in (stretch.start, stretch.end):
            column = stretch.place.column + (stretch.place.length if part.start == stretch.end else 0)
            return Place(target.file, stretch.place.line, column)
    if any(each.made is Made.LABEL and part.start < each.end for each in stretches):
        raise Refused(_("编号由程序排，不用改"))
    raise Refused(_computed(part.line, target))


def _whole(part: Change, touched: list[Stretch], target: Target) -> Edit | None:
    """One edit from the first character to the last, where nothing but these and references stands between."""
    if any(each.made not in (Made.TYPED, Made.NUMBER) for each in touched):
        return None
    first, last = touched[0], touched[-1]
    start = point_in(first, part.start) if first.made is Made.TYPED else (first.place.line, first.place.column)
    end = (
        point_in(last, part.end)
        if last.made is Made.TYPED
        else (last.place.line, last.place.column + last.place.length)
    )
    if start[0] != end[0] or end[1] < start[1]:
        return None
    old = target.sheet.line(start[0])[start[1] - 1 : end[1] - 1]
    known = sum(
        each.place.length if each.made is Made.NUMBER else min(each.end, part.end) - max(each.start, part.start)
        for each in touched
    )
    return Edit(Place(target.file, *start), old, part.new) if len(old) == known else None


def _piecewise(part: Change, touched: list[Stretch], target: Target) -> Iterator[Edit]:
    """An edit for each typed stretch; the new words stand in the first, marks between them stay."""
    new = part.new
    for stretch in touched:
        if stretch.made is Made.NUMBER:
            at, length = stretch.place.column, stretch.place.length
            old = target.sheet.line(stretch.place.line)[at - 1 : at - 1 + length]
            yield Edit(stretch.place, old, new)
        else:
            inner = without(stretch, part.start, part.end)
            length = inner.end - inner.start
            old = target.sheet.line(inner.place.line)[inner.place.column - 1 : inner.place.column - 1 + length]
            yield Edit(inner.place, old, new)
        new = ""
