"""Paragraphs less, more, joined or in another order → edits of whole lines of a text behind a bar."""

from reportgen.diagnostics.repair import Edit
from reportgen.language import _
from reportgen.model.document import Heading, Paragraph
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.review.patches.patch import Refused
from reportgen.review.patches.target import Target
from reportgen.review.remarks.change import Act, Change
from reportgen.review.wording import without_label


class Standing(Struct, frozen=True):
    """A paragraph that is a line of a text behind a bar: the number of the line in the file."""

    text: Written
    line: int


def rearranged(change: Change, target: Target) -> list[Edit]:
    """The edits of a change that is none of words. Raises Refused where the content file has no line for it."""
    match change.act:
        case Act.REMOVE:
            return [_removed(_standing(change.line, target), target)]
        case Act.JOIN:
            return [_joined(change, target)]
        case Act.MOVE:
            return _moved(change, target)
        case _:
            return [_added(change, target)]


def _standing(name: str, target: Target) -> Standing:
    standing = _standing_or_none(name, target)
    if standing is None:
        raise Refused(_("这一行在内容文件里不是单独的一段，请自己改"))
    return standing


def _standing_or_none(name: str, target: Target) -> Standing | None:
    place = target.place(name)
    keyed = target.texts.at(place) if place and target.by_name[name].cell is None else None
    if place is None or keyed is None or not keyed.text.block:
        return None
    return Standing(keyed.text, place.line)


def _removed(standing: Standing, target: Target) -> Edit:
    """Takes the line out with the blank lines behind it; of the last paragraph with those before it."""
    sheet, first, last = target.sheet, standing.line, standing.line
    bounds = standing.text.place.line + 1, standing.text.place.last
    said = [n for n in range(bounds[0], bounds[1] + 1) if n <= sheet.count and sheet.line(n).strip() and n != first]
    if not said:
        raise Refused(_("整段删去以后这一栏就空了，请自己决定删不删这一栏"))
    if any(number > last for number in said):
        while not sheet.line(last + 1).strip():
            last += 1
    else:
        while not sheet.line(first - 1).strip():
            first -= 1
    return sheet.without(first, last)


def _joined(change: Change, target: Target) -> Edit:
    one, other = _standing(change.line, target), _standing(change.other, target)
    sheet = target.sheet
    between = range(one.line + 1, other.line)
    if one.text is not other.text or one.line >= other.line or any(sheet.line(n).strip() for n in between):
        raise Refused(_("这两段在内容文件里不挨着，请自己连起来"))
    place = target.place(change.other)
    assert place
    end = len(sheet.line(one.line).rstrip()) + 1
    return sheet.stretch((one.line, end), (place.line, place.column))


def _moved(change: Change, target: Target) -> list[Edit]:
    """The line as it was typed, with its marks and references, taken out and put in elsewhere."""
    one = _standing(change.line, target)
    words = target.sheet.line(one.line).strip()
    other = _standing_or_none(change.other, target) if change.other in target.by_name else None
    if other is not None and other.line != one.line:
        return [_removed(one, target), _below(other, " " * other.text.indent + words, target=target)]
    if change.other in target.by_name and _leads(change.other, target):
        return [_removed(one, target), _before_the_next(change.other, [words], target, one.line)]
    raise Refused(_("移到了内容文件里没有单独一段的地方，请自己移"))


def _leads(name: str, target: Target) -> bool:
    """Whether a line comes from the pack, or is a heading: what follows stands in a text of its own."""
    return target.place(name) is None or isinstance(target.by_name[name].block, Heading)


def _before_the_next(name: str, words: list[str], target: Target, other_than: int = 0) -> Edit:
    """What is put in below a heading of the pack stands before the next line of a text behind a bar."""
    following = _following(name, target)
    if following.line == other_than:
        raise Refused(_("移到了内容文件里没有单独一段的地方，请自己移"))
    lines = [" " * following.text.indent + line for line in words]
    gap = [""] if _spaced(following, target) else []
    return target.sheet.above(following.line, *(each for line in lines for each in (line, *gap)))


def _added(change: Change, target: Target) -> Edit:
    standing = _standing_or_none(change.line, target)
    words = [line.strip() for line in change.new.split("\n") if line.strip()]
    if standing:
        lead = " " * standing.text.indent + ("- " if _is_item(change.line, target) else "")
        return _below(standing, *(lead + line for line in words), target=target)
    if _leads(change.line, target):
        return _before_the_next(change.line, words, target)
    return _behind_the_only(change.line, words, target)


def _behind_the_only(name: str, words: list[str], target: Target) -> Edit:
    """Paragraphs behind one that is a whole value: it becomes a text behind a bar."""
    keyed = target.keyed(name)
    if keyed is None or target.by_name[name].cell is not None or keyed.text.place.last > keyed.text.place.line:
        raise Refused(_("这一行在内容文件里不是单独的一段，请自己改"))
    place, text = keyed.text.place, keyed.text
    end = place.column + text.quoted + len(text.text)
    return Edit(Place(target.file, place.line, end), "", "".join("\n" + line for line in words))


def unlabelled(change: Change, target: Target) -> Change:
    """The change without a number that somebody typed before a new item: numbers are the program's."""
    if change.act is not Act.ADD or not _is_item(change.line, target):
        return change
    return replace(change, new="\n".join(map(without_label, change.new.split("\n"))))


def _is_item(name: str, target: Target) -> bool:
    block = target.by_name[name].block
    return isinstance(block, Paragraph) and bool(block.label)


def _following(name: str, target: Target) -> Standing:
    """The next line of the document that was typed, in a text behind a bar."""
    lines = [each.line.name for each in target.traced]
    for other in lines[lines.index(name) + 1 :]:
        if target.place(other):
            return _standing(other, target)
    raise Refused(_("这一行在内容文件里不是单独的一段，请自己改"))


def _below(standing: Standing, *lines: str, target: Target) -> Edit:
    gap = [""] if _spaced(standing, target) else []
    return target.sheet.above(standing.line + 1, *(each for line in lines for each in (*gap, line)))


def _spaced(standing: Standing, target: Target) -> bool:
    """Whether a blank line stands before the paragraph: so does one before a new one below it."""
    above = standing.line - 1
    first = above == standing.text.place.line
    return not target.sheet.line(standing.line + 1 if first and standing.line < target.sheet.count else above).strip()


def carried_other(change: Change, names: dict[str, str]) -> Change:
    """The change with the line beside which it stands by its present name."""
    return replace(change, other=names.get(change.other, "")) if change.other else change
