"""`page`: the page to click through (核对页) of content files and of PDFs that others wrote."""

from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.check import Done, exit_code
from reportgen.cli.console import complain, complain_of, progress, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import write_outputs
from reportgen.cli.places import Places
from reportgen.cli.settled import engine_for, limits_for, roots_for, use_fonts_of
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import summary
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.engine import Engine
from reportgen.pipeline.check import check_file
from reportgen.pipeline.pages import PdfOptions
from reportgen.record import Struct
from reportgen.world import now, read_bytes, shown


class Options(Struct, frozen=True):
    """What `page` was asked for."""

    places: Places
    roots: tuple[Path, ...] = ()
    limits: Limits | None = None
    """None: those of the settings."""
    engine: Engine | None = None
    """What sets the pages; None: what the settings say."""


class _Done(Done, frozen=True):
    """A file whose page was to be written."""

    target: Path | None = None


def write_pages(files: list[Path], options: Options) -> int:
    """Write the page of every file; the exit code is the heaviest of them, 1 where errors were found."""
    use_fonts_of(files)
    done = progress(in_order(partial(_write, options), files, _lost), len(files))
    return max([0, *map(_told, done)])


def _told(done: _Done) -> int:
    if done.problem or done.report is None:
        return complain_of(done.problem) if done.problem else 2
    for note in done.notes:
        complain(note)
    show(_("已写出 {path}：{words}", path=shown(done.target or ""), words=summary(done.report)))
    return exit_code(done.report)


def _lost(path: Path, problem: ReportgenError) -> _Done:
    return _Done(path, problem=problem)


def _write(options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process; what is wrong with this file alone is returned."""
    try:
        report, page = guarded(path, limits_for(path, options.limits), partial(_page, options, path))
        target = options.places.folder(path) / f"{path.stem}-{_('核对')}.html"
        written = write_outputs({target: page}, [path])
    except ReportgenError as problem:
        return _Done(path, problem=problem)
    return _Done(path, report, notes=written.notes, target=written.targets[0])


def _page(options: Options, path: Path) -> tuple[Report, bytes]:
    from reportgen.pipeline.review_page import review_page  # it brings the readers and writers of PDFs

    refuse_unusable(path, finished=True)
    checked = check_file(path, roots_for(path, options.roots))
    if checked.cut:
        raise cut_short(path, limits_for(path, options.limits), checked.cut)
    printing = PdfOptions(engine_for(path, options.engine), now())
    return checked.report, review_page(checked, printing, checked.original or read_bytes(path))
