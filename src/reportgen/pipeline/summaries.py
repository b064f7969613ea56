"""Papers of many units → the summary: each file is read and checked, then they are put together."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportgen.copied.model_sources import lines_of, names_in
from reportgen.copied.model_text import ModelText, model_of
from reportgen.copied.paragraphs import Excerpt, names_first
from reportgen.copied.search import Copies, copies_among
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.selection import Selection
from reportgen.finished.parts import Grid, Line
from reportgen.finished.reading import read_finished
from reportgen.packs.loader import pack_folders
from reportgen.pipeline.check import check_file
from reportgen.record import Struct
from reportgen.rules.scene import Scene
from reportgen.summary.entries import Entry, FileRead, Found
from reportgen.summary.excerpts import excerpts_of
from reportgen.summary.expected import Expected, expected_of
from reportgen.summary.reading import entries_of
from reportgen.summary.summary import Summary, counted, summary_of, year_of
from reportgen.world import own_text, read_text, shown

_MODEL_FILES = ("example.yaml", "pack.yaml", "template.txt")


class Wanted(Struct, frozen=True):
    """What a summary is asked for: its year (0 for that of most papers), the list of units, what is nobody's own."""

    year: int = 0
    expected: Sequence[Expected] = ()
    model: ModelText | None = None
    """None: no paragraphs are compared."""


def file_read(path: Path, roots: tuple[Path, ...], selection: Selection) -> FileRead:
    """Read and check a file. Raises UsageProblem when it cannot be read, OverLimit when it is not done in time."""
    checked = check_file(path, roots)
    if checked.cut:
        raise checked.cut
    read = [(scene, entries_of(scene)) for scene in checked.scenes]
    excerpts = dict.fromkeys(each for scene, entries in read for each in _excerpts(scene, entries))
    findings = tuple(_found(each) for each in selection.of(checked.report) if each.pending)
    return FileRead(
        shown(path), tuple(entry for _scene, entries in read for entry in entries), findings, tuple(excerpts)
    )


def _excerpts(scene: Scene, entries: list[Entry]) -> Iterator[Excerpt]:
    """Those of the document's own unit, which comes first: what it lists of others is no paragraph of theirs."""
    return excerpts_of(scene, entries[0]) if entries[0].unit else iter(())


def _found(finding: Diagnostic) -> Found:
    place = finding.place
    where = place.spot.words or (f"第{place.line}行" if place.line else finding.section)
    told = "；".join(words for words in (finding.label, *finding.notes) if words)
    return Found(finding.code, finding.title, finding.severity, finding.certain, where, told)


def summarised(files: Sequence[FileRead], wanted: Wanted) -> Summary:
    """The summary of files that were read."""
    once, _unread = counted(files)
    year = wanted.year or year_of(once)
    excerpts = (each for file in once for each in file.excerpts)
    copies = copies_among(excerpts, wanted.model) if wanted.model else Copies()
    return summary_of(files, year, wanted.expected, copies)


def model_text(roots: tuple[Path, ...], given_out: Iterable[str] = ()) -> ModelText:
    """What is nobody's own: the words of packs and their examples, regulations, paragraphs that were `given_out`."""
    texts = [read_text(path) for folder in pack_folders(roots) for path in _model_files(folder)]
    names = names_first({name for text in texts for name in names_in(text)})
    lines = [line for text in (*texts, own_text("lexicon", "model_text.yaml")) for line in lines_of(text)]
    return model_of([*lines, *given_out], names)


def _model_files(folder: Path) -> Iterator[Path]:
    return (path for name in _MODEL_FILES if (path := folder / name).is_file())


def units_of(path: Path) -> list[Expected]:
    """The list of units that papers are expected of. Raises UsageProblem when it cannot be read."""
    from reportgen.fill.workbook import read_book  # most summaries have no list

    return expected_of(read_book(path))


def given_out_texts(path: Path) -> list[str]:
    """The paragraphs and cells of what the office has given out. Raises UsageProblem when it cannot be read."""
    found = []
    for part in read_finished(path).parts:
        match part:
            case Line():
                found.append(part.text)
            case Grid():
                found += [line for box in part.boxes for line in box.text.split("\n")]
            case _:
                pass
    return found
