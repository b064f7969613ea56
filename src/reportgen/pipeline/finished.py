"""Checking of documents that somebody else finished: their parts are recognised and the same rules run.

What cannot be known without the fields of a content file is not asked. The pack whose title the document's own title
names gives outline, weights, grade bands and words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.finished.frame import title_of
from reportgen.finished.grade_scale import by_own_scale
from reportgen.finished.layout import completed
from reportgen.finished.parts import Part, Reading
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import Finished, recognise
from reportgen.model.content import Year
from reportgen.model.layout import Layout
from reportgen.packs.loader import pack_folders, pack_in, pack_title
from reportgen.packs.outline import Section, Step
from reportgen.packs.pack import Pack
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.dismissed import with_decisions
from reportgen.record import replace
from reportgen.rules import all_rules
from reportgen.rules.driver import run_rules
from reportgen.rules.registry import invalid_rulings, limits_of
from reportgen.rules.scene import Scene
from reportgen.source.beside import Beside
from reportgen.source.reader import Source
from reportgen.statements.passages import Passage
from reportgen.world import shown

_USUAL = "部门整体支出绩效评价报告"
"""Its words and grade bands serve where a title names no pack."""


def check_finished(path: Path, roots: tuple[Path, ...] = ()) -> Checked:
    """Check a finished document. Raises UsageProblem when it cannot be read."""
    reading = read_finished(path)
    return decided(check_reading(reading, shown(path), roots), path)


def decided(checked: Checked, path: Path) -> Checked:
    """A finished document, with what is decided about its findings in the list beside it."""
    beside = Beside(path.parent)
    found, decisions = with_decisions([*checked.report], checked.source, beside, not checked.cut)
    return replace(checked, report=Report.of(found), sought=beside.sought, decided=decisions)


def check_parts(
    parts: Iterable[Part],
    file: str,
    roots: tuple[Path, ...] = (),
    pack: Pack | None = None,
    layout: Layout | None = None,
) -> Checked:
    """Check the parts of a finished document that is called `file`, by the pack that its title names or by `pack`.

    `layout` is what was measured of its pages, where it has any.
    """
    return check_reading(Reading(tuple(parts), layout), file, roots, pack)


def check_reading(
    reading: Reading, file: str, roots: tuple[Path, ...] = (), pack: Pack | None = None, edits: bool = False
) -> Checked:
    """Check a finished document as it was read.

    Its findings offer to change its words only when `edits` are asked for: `--fix` leaves the words of others alone.
    """
    kept, layout = list(reading.parts), reading.layout
    pack = pack or pack_for(title_of(kept), roots)
    finished = recognise(kept, file, dict(levels_of(pack.outline)), reading.aside)
    pack = replace(pack, grades=by_own_scale(pack.grades, finished.lines))
    scene = scene_of(finished, pack, completed(layout, kept, finished.document) if layout else None)
    found, cut = run_rules(all_rules().values(), scene)
    report = Report.of([*invalid_rulings(pack, all_rules()), *(found if edits else map(_without_edits, found))])
    return Checked(Source(file, finished.lines, None), report, scenes=(scene,), cut=cut)


def _without_edits(finding: Diagnostic) -> Diagnostic:
    return replace(finding, repair=None) if finding.repair and finding.repair.edits else finding


def scene_of(finished: Finished, pack: Pack, layout: Layout | None = None) -> Scene:
    """What rules may look at."""
    year = next((value.number for value in finished.content.every(Year)), None)
    aside = tuple(Passage(text.text, (text,)) for text in finished.aside)
    return Scene(
        finished.content, finished.document, pack, year, limits_of(pack, all_rules()), True, layout, aside=aside
    )


def levels_of(steps: tuple[Step, ...], level: int = 1) -> Iterator[tuple[str, int]]:
    """The headings of an outline with their level."""
    for step in steps:
        if isinstance(step, Section):
            yield step.heading, level
            yield from levels_of(step.steps, level + 1)


def pack_for(title: str, roots: tuple[Path, ...] = ()) -> Pack:
    """The pack whose title the document's title names, the longest first; else the usual one.

    Where its own form has no grades, those of the usual one judge the grades that a stranger gives.
    """
    named = [
        (name, folder) for folder in pack_folders(roots) if (name := pack_title(folder)) in title or name == _USUAL
    ]
    for _name, folder in sorted(named, key=lambda entry: (entry[0] in title, len(entry[0])), reverse=True):
        pack, _found = pack_in(folder)
        if pack:
            return pack if pack.grades or pack.title == _USUAL else replace(pack, grades=pack_for(_USUAL, roots).grades)
    raise AssertionError("the program's own pack is always there")
