"""`fill`: the content file with what workbooks say put in, as a new text; nothing is written here."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.errors import UsageProblem
from reportgen.fill.book import Book
from reportgen.fill.edits import edits_of
from reportgen.fill.filling import Filling, filling_of
from reportgen.fill.proof import reads_as_meant
from reportgen.fill.receipts import read_receipts
from reportgen.language import _
from reportgen.packs.fields import Field
from reportgen.packs.intake import INTAKE_KEY, Intake
from reportgen.packs.intake_reader import read_intakes, wrong_intakes
from reportgen.packs.pack import Pack, fields_of
from reportgen.pipeline.drafts import every_annex, packs_named
from reportgen.record import Struct, replace
from reportgen.source.edits import edited
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.sheet import Sheet

Roots = tuple[Path, ...]


class FilledText(Struct, frozen=True):
    """A content file before and after, and all that is to be told of it."""

    before: str
    after: str
    filling: Filling


class Asking(Struct, frozen=True):
    """A content file that can be filled: its nodes, what it asks for and the fields of its documents."""

    root: Mapping
    intakes: tuple[Intake, ...]
    fields: tuple[Field, ...]


def fill_text(text: str, file: str, books: Iterable[Book], roots: Roots = (), unit: str = "") -> FilledText:
    """A content file called `file` with the figures of some workbooks; `unit` is what these call its unit.

    Raises UsageProblem when the file cannot be read as it stands, or neither it nor its packs say what to take.
    """
    asking = asking_of(text, file, roots)
    if not asking.intakes:
        raise UsageProblem(_("{file} 和它的模板都没有写「取数」，不知道从工作簿里取哪些数", file=file))
    intakes = [replace(intake, owner=unit or intake.owner) for intake in asking.intakes]
    filling = filling_of(asking.root, intakes, asking.fields, books)
    after = edited(text, edits_of(filling.filled, Sheet(file, text)))
    made = read_source(after, file)[0].root
    if made is None or not reads_as_meant(asking.root, made, filling.filled):
        raise UsageProblem(_("{file} 里要填的地方写法特别，填了会弄错别的内容，没有改它", file=file))
    return FilledText(text, after, filling)


def asking_of(text: str, file: str, roots: Roots) -> Asking:
    """What a content file asks for, and what was taken before, such as last year.

    Raises UsageProblem when it cannot be read as it stands.
    """
    source, found = read_source(text, file)
    broken = [finding for finding in found if finding.severity is Severity.FATAL]
    if not isinstance(source.root, Mapping) or not source.as_written or broken:
        raise UsageProblem(
            _("{file} 的写法有错，没有改它。请先运行 reportgen check {file}", file=file) + _first(broken)
        )
    wrong = packs_named(source.root, roots)[1]
    if problems := [*wrong, *wrong_intakes(source.root.get(INTAKE_KEY))]:
        raise UsageProblem(_("{file} 还不能填。请先运行 reportgen check {file}", file=file) + _first(problems))
    intakes, fields = asked_by(source.root, roots)
    asked = {intake.path for intake in intakes}
    taken = (receipt.intake for receipt in read_receipts(source.lines, file))
    return Asking(source.root, (*intakes, *(each for each in taken if each.path not in asked)), fields)


def asked_by(root: Mapping, roots: Roots) -> tuple[tuple[Intake, ...], tuple[Field, ...]]:
    """The intakes of a content file and of its packs, and the fields of these."""
    packs = packs_named(root, roots)[0]
    every = [*packs, *every_annex(packs, roots)]
    own = read_intakes(root.get(INTAKE_KEY), Expect())
    return tuple(_intakes(own, every)), fields_of(every)


def _first(findings: Sequence[Diagnostic]) -> str:
    if not findings:
        return ""
    first = findings[0]
    return _("（第 {line} 行：{title}，{label}）", line=first.place.line, title=first.title, label=first.label)


def _intakes(own: Iterable[Intake], packs: Iterable[Pack]) -> Iterator[Intake]:
    """Those of the file, then those of its packs for what the file itself says nothing about."""
    seen: set[str] = set()
    offered = ((replace(each, adds_key=not each.optional) for each in pack.intakes) for pack in packs)
    for intakes in (tuple(own), *map(tuple, offered)):
        yield from (intake for intake in intakes if intake.path not in seen)
        seen |= {intake.path for intake in intakes}
