"""Which paragraphs of a Word file that came back hold which line that was sent out.

The bookmark round a paragraph says so, whatever has become of its words: two pieces are a split, two bookmarks in one
paragraph are a join. Where bookmarks are gone (a paragraph was typed anew, somebody saved by a program that drops
them), the text says it, then what stands before and behind.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from reportgen.record import Struct, field
from reportgen.review.joined import squeezed
from reportgen.review.remarks.alignment import rising
from reportgen.review.trace import BOOKMARK, Line
from reportgen.review.wording import likeness
from reportgen.word.marked import MarkedParagraph, bookmarks_of
from reportgen.word.traces import originals

_SURE, _BETWEEN = 0.8, 0.5
"""How alike a paragraph must be to a line: anywhere in the file, or between the neighbours of that line."""


class Piece(Struct, frozen=True):
    """The characters `start` to `end` of a paragraph, counted in all its pieces."""

    paragraph: int
    start: int
    end: int


class Holding(Struct):
    """By the name of each line the pieces of paragraphs that hold it, and the paragraphs that hold none."""

    lines: dict[str, list[Piece]] = field(default_factory=dict)
    free: list[list[int]] = field(default_factory=list)
    """Paragraphs, those of one cell together."""
    named: frozenset[str] = frozenset()
    """The lines that were found by their bookmarks."""
    of_paragraph: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    """By paragraph: from which character on it holds which line."""

    def at(self, paragraph: int, offset: int) -> str:
        """The line that a character of a paragraph belongs to; empty for none."""
        return next((name for start, name in reversed(self.of_paragraph.get(paragraph, [])) if start <= offset), "")

    def first(self, name: str) -> int:
        """The first paragraph of a line."""
        return self.lines[name][0].paragraph


def held(
    paragraphs: list[MarkedParagraph], lines: tuple[Line, ...], printed: Mapping[str, int], slots: frozenset[str]
) -> Holding:
    """The holding of a copy; `printed` is how often each squeezed text is printed, beside the lines too.

    `slots` are the names of lines that it prints among words of its own: these lie in their bookmarks alone.
    """
    holding = Holding()
    _by_bookmarks(paragraphs, lines, holding, slots)
    lines = tuple(line for line in lines if line.name in holding.lines or line.name not in slots or len(line.text) > 5)
    units = _free_units(paragraphs, holding)
    _by_text(paragraphs, lines, units, holding)
    holding.free = list(_new(paragraphs, lines, holding, printed))
    _by_likeness(paragraphs, tuple(line for line in lines if line.name not in slots), holding)
    for name, pieces in holding.lines.items():
        for piece in pieces:
            holding.of_paragraph.setdefault(piece.paragraph, []).append((piece.start, name))
    for starts in holding.of_paragraph.values():
        starts.sort()
    return holding


def _by_bookmarks(
    paragraphs: list[MarkedParagraph], lines: tuple[Line, ...], holding: Holding, slots: frozenset[str]
) -> None:
    names, texts = ({BOOKMARK + line.name: line.name for line in lines}, {line.name: line.text for line in lines})
    ranges = ((names[name], begin, end) for name, begin, end in originals(bookmarks_of(paragraphs)) if name in names)
    cuts: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for name, begin, end in ranges:
        if begin == end:
            continue  # all that stood in it is gone
        if name in slots and begin[0] == end[0]:
            holding.lines[name] = [_slot(paragraphs[begin[0]], texts[name], Piece(begin[0], begin[1], end[1]))]
            continue
        cuts[begin[0]].append((begin[1], name))
        last = end[0] if end[1] or end[0] == begin[0] else end[0] - 1
        for number in range(begin[0] + 1, last + 1):
            cuts[number].append((0, name))
    for number in sorted(cuts):
        starts = sorted(cuts[number], key=lambda cut: cut[0])
        ends = [start for start, _name in starts[1:]] + [paragraphs[number].length]
        for (start, name), stop in zip(starts, ends, strict=True):
            begin_at = 0 if (start, name) == starts[0] else start
            holding.lines.setdefault(name, []).append(Piece(number, begin_at, stop))
    holding.named = frozenset(holding.lines)


def _slot(paragraph: MarkedParagraph, text: str, piece: Piece) -> Piece:
    """A slot within its paragraph; LibreOffice may move a bookmark at the beginning of a cell by a character."""
    at = paragraph.text.find(text, max(0, piece.start - 2))
    return piece if at < 0 else Piece(piece.paragraph, at, at + len(text))


def _free_units(paragraphs: list[MarkedParagraph], holding: Holding) -> list[list[int]]:
    """Paragraphs that hold no line; what stands in the cell of a line belongs to that line."""
    owned = {piece.paragraph: name for name, pieces in holding.lines.items() for piece in pieces}
    cells = {paragraphs[number].cell: name for number, name in owned.items() if paragraphs[number].cell}
    units: list[list[int]] = []
    for number, paragraph in enumerate(paragraphs):
        if number in owned or paragraph.contents or not any(piece.text.strip() for piece in paragraph.pieces):
            continue
        if paragraph.cell in cells:
            pieces = holding.lines[cells[paragraph.cell]]
            pieces.append(Piece(number, 0, paragraph.length))
            pieces.sort(key=lambda piece: (piece.paragraph, piece.start))
        elif paragraph.cell and units and paragraphs[units[-1][-1]].cell == paragraph.cell:
            units[-1].append(number)
        else:
            units.append([number])
    return units


def _new(
    paragraphs: list[MarkedParagraph], lines: tuple[Line, ...], holding: Holding, printed: Mapping[str, int]
) -> Iterator[list[int]]:
    """The free paragraphs that were not sent out so: words of the template were, as often as it prints them.

    Heads of tables are repeated as often as pages want them.
    """
    left = Counter(printed)
    left.subtract(squeezed(line.text) for line in lines)
    for unit in holding.free:
        text = _sent(paragraphs, unit)
        if _is_put_in(paragraphs, unit) or (left[text] < 1 and not (paragraphs[unit[0]].cell and text in printed)):
            yield unit
        else:
            left[text] -= 1


def _sent(paragraphs: list[MarkedParagraph], unit: list[int]) -> str:
    """What stood there before all tracked changes, squeezed; of a paragraph that is wholly new what it says."""
    pieces = [piece for number in unit for piece in paragraphs[number].pieces]
    return squeezed("".join(piece.text for piece in pieces if not piece.inserted)) or squeezed(
        "".join(piece.text for piece in pieces)
    )


def _by_text(
    paragraphs: list[MarkedParagraph], lines: tuple[Line, ...], units: list[list[int]], holding: Holding
) -> None:
    """Paragraphs that say what an absent line said: in the order of both, then wherever they stand."""
    absent = [line for line in lines if line.name not in holding.lines]
    ours, theirs = [squeezed(line.text) for line in absent], [_sent(paragraphs, unit) for unit in units]
    taken: set[int] = set()
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            _give(paragraphs, holding, absent[block.a + step], units[block.b + step])
            taken.add(block.b + step)
    left = {text: number for number, text in enumerate(theirs) if number not in taken and len(text) > 8}
    for line in absent:
        if line.name not in holding.lines and (number := left.pop(squeezed(line.text), None)) is not None:
            _give(paragraphs, holding, line, units[number])
            taken.add(number)
    holding.free = [unit for number, unit in enumerate(units) if number not in taken]


def _by_likeness(paragraphs: list[MarkedParagraph], lines: tuple[Line, ...], holding: Holding) -> None:
    """What was typed anew: between the neighbours of a line the most alike, or all that there is; else far away.

    A paragraph that somebody put in with tracking on says itself that it is new.
    """
    typed = [unit for unit in holding.free if not _is_put_in(paragraphs, unit)]
    for number, line in enumerate(lines):
        if line.name in holding.lines:
            continue
        before, behind = _around(number, lines, holding)
        gap = [unit for unit in typed if before < unit[0] < behind]
        missing = list(_gap_lines(number, lines, holding))
        if len(gap) == len(missing) == 1 and holding.lines and _near(before, behind, gap[0]):
            unit: list[int] | None = gap[0]
        else:
            unit = _most_alike(paragraphs, line, gap, _BETWEEN) or _most_alike(paragraphs, line, typed, _SURE)
        if unit:
            _give(paragraphs, holding, line, unit)
            holding.free.remove(unit)
            typed.remove(unit)


def _is_put_in(paragraphs: list[MarkedParagraph], unit: list[int]) -> bool:
    return all(piece.inserted for number in unit for piece in paragraphs[number].pieces)


def _near(before: int, behind: int, unit: list[int]) -> bool:
    """Whether a paragraph stands right beside one of the neighbours of a line."""
    return unit[0] - before <= 2 or behind - unit[-1] <= 2


def _around(number: int, lines: tuple[Line, ...], holding: Holding) -> tuple[int, int]:
    """The paragraphs that hold the nearest lines before and behind a line."""
    above = (holding.lines[line.name][-1].paragraph for line in reversed(lines[:number]) if line.name in holding.lines)
    below = (holding.first(line.name) for line in lines[number + 1 :] if line.name in holding.lines)
    return next(above, -1), next(below, 10**9)


def _gap_lines(number: int, lines: tuple[Line, ...], holding: Holding) -> Iterator[Line]:
    """The line and those beside it that are absent too."""
    start = end = number
    while start and lines[start - 1].name not in holding.lines:
        start -= 1
    while end + 1 < len(lines) and lines[end + 1].name not in holding.lines:
        end += 1
    return iter(lines[start : end + 1])


def _most_alike(
    paragraphs: list[MarkedParagraph], line: Line, units: list[list[int]], least: float
) -> list[int] | None:
    own = squeezed(line.text)
    alike = [(likeness(own, _sent(paragraphs, unit), least), unit) for unit in units]
    found = max(alike, key=lambda pair: pair[0], default=(0.0, []))
    return found[1] if found[0] else None


def _give(paragraphs: list[MarkedParagraph], holding: Holding, line: Line, unit: list[int]) -> None:
    holding.lines[line.name] = [Piece(number, 0, paragraphs[number].length) for number in unit]


def moved(lines: tuple[Line, ...], holding: Holding, paragraphs: list[MarkedParagraph]) -> list[str]:
    """The lines that no longer stand in the order in which they were sent out: the fewest that explain it.

    A merged cell that is cut at the end of a page has its words in another row than its bookmark: it counts by that.
    """
    present = [line.name for line in lines if line.name in holding.lines]
    present = [name for name in present if name in holding.named or not paragraphs[holding.first(name)].cell]
    places = [(holding.first(name), holding.lines[name][0].start) for name in present]
    kept = set(rising(places))
    return [name for number, name in enumerate(present) if number not in kept]
