"""The pages of a bound copy before its text → the fields that its pack prints there: 声明 and 签署."""

from collections.abc import Iterator, Sequence

from reportgen.finished.parts import Grid, Line, Part
from reportgen.packs.front import AS_IN_PACK, DUTY, NAMES, SigningStep, StatementStep
from reportgen.packs.pack import Pack
from reportgen.source.composed_text import Given, Running

_LOOKED_AT = 60
"""They stand among so many parts."""
_PERSONS = "、"


def without_front(parts: Sequence[Part], pack: Pack) -> tuple[list[Part], dict[str, Given]]:
    """The parts without the pages of which the pack has fields, and these fields."""
    rest, values = list(parts), dict[str, Given]()
    for step in pack.front:
        match step:
            case StatementStep():
                start, end, told = _statement(rest, step, pack)
            case SigningStep():
                start, end, told = _signing(rest, step)
            case _:
                continue
        if told is not None:
            values[step.path] = told
            del rest[start:end]
    return rest, values


def _at(parts: Sequence[Part], title: str) -> int:
    """The line with the title of a page; -1 where there is none."""
    found = (at for at, part in enumerate(parts[:_LOOKED_AT]) if _bare(_words(part)) == _bare(title))
    return next(found, -1)


def _statement(parts: Sequence[Part], step: StatementStep, pack: Pack) -> tuple[int, int, Given | None]:
    """From the title of the page to the title of the next one, or to what stands in the middle."""
    start = _at(parts, step.title)
    titles = {_bare(each.title) for each in pack.front if isinstance(each, StatementStep | SigningStep)}
    end = start + 1
    while 0 < end < len(parts) and _is_text(parts[end]) and _bare(_words(parts[end])) not in titles:
        end += 1
    lines = [_words(part) for part in parts[start + 1 : end]] if start >= 0 else []
    own = [line.strip() for line in step.words.text.splitlines() if line.strip()] if step.words else []
    told = AS_IN_PACK if lines and lines == own else Running(tuple(lines)) if lines else None
    return start, end, told


def _is_text(part: Part) -> bool:
    return isinstance(part, Line) and not part.centred and not part.level


def _signing(parts: Sequence[Part], step: SigningStep) -> tuple[int, int, Given | None]:
    """The table below the title of the page, or the one with its heads."""
    for at, part in enumerate(parts[:_LOOKED_AT]):
        rows = list(_persons(part)) if isinstance(part, Grid) else []
        if rows:
            titled = at > 0 and _bare(_words(parts[at - 1])) == _bare(step.title)
            return at - titled, at + 1, list(rows)
    return -1, -1, None


def _persons(grid: Grid) -> Iterator[Given]:
    """A line for each duty with the names of those who have it."""
    words = {(box.row, box.column): "".join(box.text.split()) for box in grid.boxes}
    if (words.get((0, 0)), words.get((0, 1))) != (DUTY, NAMES):
        return
    duties = [box for box in grid.boxes if box.column == 0 and box.row > 0]
    for duty in sorted(duties, key=lambda box: box.row):
        names = [words.get((row, 1), "") for row in range(duty.row, duty.row + duty.rows)]
        yield {DUTY: "".join(duty.text.split()), NAMES: _PERSONS.join(name for name in names if name)}


def _words(part: Part) -> str:
    return (part.number + part.text).strip() if isinstance(part, Line) else ""


def _bare(words: str) -> str:
    return "".join(words.split())
