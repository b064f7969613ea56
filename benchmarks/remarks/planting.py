"""Which remarks are planted where: marks of six programs in the PDF, comments and changes in the Word file.

A planted remark knows its line and says a word of its own, by which it is known again.
"""

from collections.abc import Callable, Iterator
from itertools import count, islice

from tests.support.annotated import Pages, Planted, Program, Sort
from tests.support.reviewed import LI, WANG, ZHANG, Copy

from reportgen import patterns as re
from reportgen.pipeline.build import Built
from reportgen.record import Struct
from reportgen.review.patches.stretches import Made
from reportgen.review.patches.target import Target
from reportgen.word.tracked import Author

AUTHORS = (ZHANG, LI, WANG)
LATER = Author("李会计", "2026-03-04T08:20:00Z")
"""Who answers a comment."""
_WORDS = re.compile(r"[\u4e00-\u9fff]{7,}")
_SHORTEST = 12


class Plant(Struct, frozen=True):
    """A remark that is expected home at a line; `words` are those that it deletes, or that are typed anew."""

    form: str
    kind: str
    line: str
    said: str = ""
    words: str = ""
    changes: bool = False


class Planting(Struct):
    """The copies of one document: what is planted in each, and its bytes once it is."""

    target: Target
    built: Built
    numbers: Iterator[int]

    def marks(self, wanted: int, sorts: Iterator[tuple[Sort, Program]]) -> tuple[list[Plant], list[Planted]]:
        """Marks for the PDF."""
        text = "".join(char for page in Pages(self.built.outputs["pdf"]).chars for char, _box, _angle in page)
        lines = [each for each in self._lines() if text.count("".join(each[1].split())[:_SHORTEST]) == 1]
        plants: list[Plant] = []
        marks: list[Planted] = []
        for (name, words), (sort, program) in zip(_spread(lines, wanted), sorts, strict=False):
            number = next(self.numbers)
            said = f"批注{number:03}"
            head = "".join(words.split())[:_SHORTEST]
            replies = (("李会计", f"答复{number:03}"),) if number % 3 == 0 else ()
            marks.append(
                Planted(
                    sort,
                    head,
                    said,
                    AUTHORS[number % 3].name,
                    program,
                    replies,
                    "Accepted" if number % 4 == 0 else "",
                    inside=(4, 10),
                    over=self.target.by_name[name].cell is not None,
                )
            )
            changes = sort in (Sort.CARET, Sort.REPLACE)
            plants.append(Plant(program.name, sort.name.strip().lower(), name, said, head[4:10], changes))
        return plants, marks

    def copy(self, form: str, kinds: list[str]) -> tuple[list[Plant], Copy]:
        """A Word file in which each kind is planted once."""
        copy, plants = Copy(self.built.outputs["docx"]), list[Plant]()
        paragraphs, cells = self._typed(False), self._typed(True)
        kinds = kinds if paragraphs else [kind if kind in _IN_CELLS else "retyped" for kind in kinds]
        for (name, words), kind in zip(_spread(paragraphs or cells, len(kinds), 1), kinds, strict=True):
            number = next(self.numbers)
            plant = Plant(form, kind, name, f"批注{number:03}", words, kind not in ("comment", "thread"))
            _KINDS[kind](copy, plant, AUTHORS[number % 3])
            plants.append(plant)
        return plants, copy

    def _lines(self) -> list[tuple[str, str]]:
        """Lines of which something was typed, with their words."""
        lines = (each for each in self.target.traced if not each.slot and len(each.line.text) >= _SHORTEST)
        return [(each.line.name, each.line.text) for each in lines if self.target.place(each.line.name)]

    def _typed(self, cells: bool) -> list[tuple[str, str]]:
        """Paragraphs, or cells, with some of their hanzi that were typed and stand nowhere else in the document."""
        whole = "\n".join(each.line.text for each in self.target.traced)
        found = []
        for each in self.target.traced:
            typed = (at for at in self.target.stretches(each.line.name) if at.made is Made.TYPED)
            texts = (
                each.line.text[at.start : at.end] for at in typed if not each.slot and (each.cell is not None) == cells
            )
            words = (match[0][:7] for text in texts for match in _WORDS.finditer(text, 2))
            if own := next((each for each in words if whole.count(each) == 1), ""):
                found.append((each.line.name, own))
        return found


def _spread(lines: list[tuple[str, str]], wanted: int, start: int = 0) -> list[tuple[str, str]]:
    """So many lines, from all over the document."""
    step = max(1, len(lines) // wanted)
    return list(islice((lines[at % len(lines)] for at in count(start, step)), wanted))


def _comment(copy: Copy, plant: Plant, author: Author) -> None:
    copy.comment(plant.words, plant.said, author)


def _thread(copy: Copy, plant: Plant, author: Author) -> None:
    copy.comment(plant.words, plant.said, author, ("已改", LATER), ("好", LATER))


def _replaced(copy: Copy, plant: Plant, author: Author) -> None:
    copy.replace(plant.words, plant.said, author)


def _inserted(copy: Copy, plant: Plant, author: Author) -> None:
    copy.insert(plant.words, plant.said, author)


def _deleted(copy: Copy, plant: Plant, author: Author) -> None:
    copy.delete(plant.words, author)


def _retyped(copy: Copy, plant: Plant, _author: Author) -> None:
    copy.retype(plant.words, plant.said)


def _split(copy: Copy, plant: Plant, _author: Author) -> None:
    copy.split_silently(plant.words)


def _added(copy: Copy, plant: Plant, author: Author) -> None:
    copy.add_paragraph(plant.words, plant.said + "。", author)


def _removed(copy: Copy, plant: Plant, _author: Author) -> None:
    copy.cut_out(plant.words)


_KINDS: dict[str, Callable[[Copy, Plant, Author], None]] = {
    "comment": _comment,
    "thread": _thread,
    "replaced": _replaced,
    "inserted": _inserted,
    "deleted": _deleted,
    "retyped": _retyped,
    "split": _split,
    "added": _added,
    "removed": _removed,
}
_IN_CELLS = frozenset({"comment", "thread", "replaced", "inserted", "deleted", "retyped"})
ANY = ("comment", "thread", "replaced", "inserted", "deleted", "retyped", "split", "added", "removed")


def sorts() -> Iterator[tuple[Sort, Program]]:
    """Every kind of mark by every program, in turn."""
    programs, kinds = list(Program), list(Sort)
    for number in count():
        yield kinds[number % len(kinds)], programs[(number + number // len(kinds)) % len(programs)]
