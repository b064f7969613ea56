"""`review`: the copies that go round, what is noted in them, and findings that are dismissed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.check import Done, exit_code, sources_of
from reportgen.cli.console import complain, complain_of, progress, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import write_outputs
from reportgen.cli.overview import Row, overview
from reportgen.cli.places import Places
from reportgen.cli.settled import engine_for, limits_for, roots_for, use_fonts_of
from reportgen.diagnostics.text import headline, summary
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.engine import Engine
from reportgen.pipeline.check import check_file
from reportgen.pipeline.dismissing import dismiss
from reportgen.pipeline.reviewing.copy import Reviewed, review_file
from reportgen.record import Struct, replace
from reportgen.review.sheet import Entry
from reportgen.world import shown

_MOST = 20
"""Findings that the screen shows; the copy has all of them."""


class Options(Struct, frozen=True):
    """What `review` was asked for."""

    places: Places
    dismiss: tuple[str, ...] = ()
    reason: str = ""
    roots: tuple[Path, ...] = ()
    everything: bool = False
    limits: Limits | None = None
    """None: those of the settings."""
    engine: Engine | None = None


class _Done(Done, frozen=True):
    """A file of which copies were to be made: there are none when it is refused."""

    entries: tuple[Entry, ...] = ()
    targets: tuple[Path, ...] = ()


def review_files(files: list[Path], options: Options) -> int:
    """Make the copies of every file; the exit code is the heaviest of them."""
    if options.dismiss and len(files) > 1:
        raise UsageProblem(_("--dismiss 一次只能用于一个文件"))
    if options.reason and not options.dismiss:
        raise UsageProblem(_("--reason 和 --dismiss 一起用：--dismiss 编号 --reason 理由"))
    use_fonts_of(files)
    codes, rows = [0], []
    for done in progress(in_order(partial(_review, options), files, _lost), len(files)):
        codes.append(_told(done, options.everything))
        rows.append(_row(done))
    for line in overview(rows) if len(rows) > 1 else ():
        show(line)
    return max(codes)


def _review(options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process; what is wrong with this file alone is returned."""
    try:
        folder, limits = options.places.folder(path), limits_for(path, options.limits)
        made, notes = guarded(path, limits, partial(_make, options, path))
        done = _Done(path, made.report, sources_of(made.checked), notes=notes, entries=made.entries)
        if made.checked.cut:
            return replace(done, problem=cut_short(path, limits, made.checked.cut))
        written = write_outputs(_named(path, folder, made), [path])
    except ReportgenError as problem:
        return _Done(path, problem=problem)
    return replace(done, targets=written.targets, notes=(*notes, *written.notes))


def _make(options: Options, path: Path) -> tuple[Reviewed, tuple[str, ...]]:
    refuse_unusable(path, finished=True)
    roots = roots_for(path, options.roots)
    notes = _dismissed(path, roots, options) if options.dismiss else ()
    return review_file(path, roots, engine_for(path, options.engine)), notes


def _dismissed(path: Path, roots: tuple[Path, ...], options: Options) -> tuple[str, ...]:
    made = dismiss(path, check_file(path, roots), options.dismiss, options.reason)
    return (_("不改的 {count} 处已记在 {path}", count=len(made.noted), path=shown(made.path)),)


def _named(path: Path, folder: Path, made: Reviewed) -> dict[Path, bytes]:
    """回函-送审.pdf, and 年度-自评表-送审.pdf for the further documents of a file."""
    word = _("送审")
    names = {name: f"{path.stem}-{name}-{word}" if name else f"{path.stem}-{word}" for name in made.copies}
    return {folder / f"{names[name]}.pdf": content for name, content in made.copies.items()}


def _lost(path: Path, problem: ReportgenError) -> _Done:
    return _Done(path, problem=problem)


def _told(done: _Done, everything: bool) -> int:
    """Say what became of a file; its exit code."""
    for note in done.notes:
        show(note)
    for line in _listed(done.entries, everything):
        show(line)
    if done.problem:
        return complain_of(done.problem)
    assert done.report is not None
    show(_("{name}：{words}", name=shown(done.path), words=summary(done.report)))
    code = exit_code(done.report)
    if not done.targets:
        complain(_("没有做送审稿：{name} 还做不成文档，先用 reportgen check 看是哪些问题", name=shown(done.path)))
        return max(code, 2)
    show(_("已生成：{names}", names="  ".join(shown(target) for target in done.targets)))
    return code


def _listed(entries: tuple[Entry, ...], everything: bool) -> Iterator[str]:
    """What still asks for something, each with where it is and by what it is dismissed."""
    open_ = [entry for entry in entries if entry.finding.pending]
    shown_ = open_ if everything else open_[:_MOST]
    for entry in shown_:
        yield f"{entry.number}. {entry.where}  {headline(entry.finding)}  {entry.fingerprint}"
    if len(open_) > len(shown_):
        yield _("另有 {count} 处（--all 全部列出）", count=len(open_) - len(shown_))


def _row(done: _Done) -> Row:
    if not done.targets:
        return Row(shown(done.path), _("没有生成"), done.report, str(done.problem or ""))
    return Row(shown(done.path), _("已生成"), done.report, shown(done.targets[0]))
