"""`summary`: every file of some folders is read on all cores, then put together and written."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportgen.cli.batch import in_order
from reportgen.cli.console import complain, complain_of, progress, show
from reportgen.cli.guard import guarded
from reportgen.cli.outputs import refuse_foreign, write_outputs
from reportgen.cli.settled import limits_for, roots_of_all, settled, use_fonts_of
from reportgen.cli.summary_files import Named, files_of
from reportgen.errors import EnvironmentProblem, InternalProblem, ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.summaries import Wanted, file_read, given_out_texts, model_text, summarised, units_of
from reportgen.pipeline.summary_outputs import USUAL, made, refuse_ending
from reportgen.record import Struct
from reportgen.summary.book import book_of
from reportgen.summary.entries import FileRead
from reportgen.summary.summary import Summary
from reportgen.world import now, shown

Result = TypeVar("Result")

_FILES_A_WORKER = 12
"""Reading a file takes less time than starting a worker."""


class Options(Struct, frozen=True):
    """What `summary` was asked for."""

    outputs: tuple[Path, ...] = ()
    units: Path | None = None
    year: int = 0
    office: str = ""
    given_out: tuple[Path, ...] = ()
    no_copied: bool = False
    database: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Limits | None = None
    roots: tuple[Path, ...] = ()


def summarise(words: tuple[str, ...], options: Options) -> int:
    """Write the summary; what cannot be read is listed in it, and the others count."""
    outputs = options.outputs or (USUAL,)
    for output in outputs:
        refuse_ending(output.suffix.lower())
    if options.database:
        from reportgen.pipeline.summary_rows import refuse_database  # an extra: few have it

        refuse_database(options.database)
    expected = _apart(options, options.units, units_of) if options.units else []
    beside = [*outputs, *options.given_out, *([options.units] if options.units else [])]
    named = files_of(words, beside)
    paths = [each.path for each in named]
    refuse_foreign(outputs, [*paths, *beside[len(outputs) :]])
    use_fonts_of(paths)
    files = _read(named, options)
    roots = roots_of_all(paths, options.roots)
    model = None if options.no_copied else model_text(roots, _given_out(options))
    found = summarised(files, Wanted(options.year, expected, model))
    if not found.units:
        raise UsageProblem(_nothing(found))
    return _write(found, outputs, options, paths)


def _apart(options: Options, path: Path, read: Callable[[Path], Result]) -> Result:
    return guarded(path, limits_for(path, options.limits), partial(read, path))


def _given_out(options: Options) -> list[str]:
    return [text for path in options.given_out for text in _apart(options, path, given_out_texts)]


def _read(named: Sequence[Named], options: Options) -> list[FileRead]:
    """Each file as it was read, or with the reason why it was not; those known to be of no use are not opened."""
    readable = [each.path for each in named if not each.problem]
    done = progress(in_order(partial(_filed, options), readable, _lost, _FILES_A_WORKER), len(readable))
    read = dict(zip(readable, done, strict=True))
    return [read.get(each.path) or FileRead(shown(each.path), problem=each.problem) for each in named]


def _filed(options: Options, path: Path) -> FileRead:
    try:
        terms = settled(options, path)
        return guarded(path, terms.limits, partial(file_read, path, terms.roots, terms.selection))
    except InternalProblem as problem:
        complain_of(problem)
        return FileRead(shown(path), problem=str(problem))
    except ReportgenError as problem:
        return FileRead(shown(path), problem=str(problem))


def _lost(path: Path, problem: EnvironmentProblem) -> FileRead:
    return FileRead(shown(path), problem=str(problem))


def _nothing(found: Summary) -> str:
    first = next(iter(found.unread), None)
    if first is None:
        return _("没有一份材料可以汇总")
    return _("没有一份材料可以汇总，第一个：{file}，{why}", file=first.file, why=first.why)


def _write(found: Summary, outputs: Sequence[Path], options: Options, paths: Sequence[Path]) -> int:
    book = book_of(found)
    contents = {output: made(book, output.suffix.lower(), options.office, now()) for output in outputs}
    if options.database:
        from reportgen.pipeline.summary_rows import database_of

        contents |= database_of(found, options.database)
    written = write_outputs(contents, paths)
    for note in written.notes:
        complain(note)
    for line in book.lead:
        show(line)
    show(_("已生成：{names}", names="  ".join(map(shown, written.targets))))
    return 0
