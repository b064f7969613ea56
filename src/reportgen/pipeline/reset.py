"""`--fix` of a Word file that somebody else finished: its layout is set in a copy, round by round, and no word changes.

Letters are set before what is counted in them, so that what was hidden by one deviation is seen in the next round.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.repair import Reset, Trait
from reportgen.finished.docx import read_docx
from reportgen.finished.docx.resets import reset_docx
from reportgen.finished.parts import Grid, Line, Reading
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_reading
from reportgen.record import Struct
from reportgen.world import read_bytes, shown

_ROUNDS = 5
_LAYOUT = "LAY"
Wanted = Callable[[Diagnostic], bool]


class Relaid(Struct, frozen=True):
    """The copy of a file, what was set in it, and which deviations from the format are left."""

    content: bytes
    checked: Checked
    """The copy as it now stands."""
    done: tuple[Diagnostic, ...] = ()
    left: tuple[Diagnostic, ...] = ()


def reset_layout(path: Path, copy: Path, roots: tuple[Path, ...], wanted: Wanted) -> Relaid:
    """Set what all `wanted` findings offer in the content of a Word file, which is called `copy` from then on.

    Nothing is written. Raises UsageProblem when the file cannot be read.
    """
    content = read_bytes(path)
    words, checked = _read(content, shown(path), roots)
    tried: list[Diagnostic] = []
    said: set[tuple[str, str]] = set()
    for _number in range(_ROUNDS):
        findings = [each for each in checked.report if each.offer and each.offer.resets and wanted(each)]
        if not findings or said == (said := {(each.code, each.label) for each in findings}):
            break
        made = reset_docx(content, shown(path), _resets(findings), _known(checked))
        after, seen = _read(made, shown(copy), roots)
        if after != words:
            break
        content, checked, tried = made, seen, [*tried, *findings]
    remaining = {_key(each) for each in checked.report if each.offer}
    done = {_key(each): each for each in reversed(tried) if _key(each) not in remaining}
    left = tuple(each for each in checked.report if each.code.startswith(_LAYOUT) and _is_left(each, wanted))
    return Relaid(content, checked, tuple(reversed(done.values())), left)


def _is_left(finding: Diagnostic, wanted: Wanted) -> bool:
    """Whether it stays although it was to be set, or nothing of it can be set."""
    return finding.pending and (not finding.offer or wanted(finding))


_Words = tuple[str, ...]


def _read(content: bytes, file: str, roots: tuple[Path, ...]) -> tuple[_Words, Checked]:
    reading = read_docx(content, file)
    return tuple(_words(reading)), check_reading(reading, file, roots)


def _words(reading: Reading) -> Iterable[str]:
    for part in reading.parts:
        match part:
            case Line():
                yield part.text
            case Grid():
                yield from (box.text for box in part.boxes)
            case _:
                yield ""


def _resets(findings: Iterable[Diagnostic]) -> list[Reset]:
    return [reset for each in findings if each.offer for reset in each.offer.resets]


def _known(checked: Checked) -> frozenset[int]:
    """The paragraphs of which it is known what they are for."""
    layouts = (scene.layout for scene in checked.scenes if scene.layout)
    return frozenset(
        placed.setting.paragraph for layout in layouts for each in layout.roles.values() for placed in each
    )


def _key(finding: Diagnostic) -> tuple[str, frozenset[tuple[Trait, frozenset[str]]]]:
    """What it is about, whatever its words say."""
    resets = finding.offer.resets if finding.offer else ()
    return finding.code, frozenset((each.trait, frozenset(role for role, _ in each.paragraphs)) for each in resets)
