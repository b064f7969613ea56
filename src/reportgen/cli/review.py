"""`review`: the copies that go round, what is noted in them, and findings that are dismissed."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.console import complain, complain_of, progress, show
from reportgen.cli.done import Done, exit_code, sources_of
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import free_name, write_outputs
from reportgen.cli.overview import Row, overview, row
from reportgen.cli.places import Places, refuse_clashes
from reportgen.cli.settled import engine_for, limits_for, roots_for, settled, use_fonts_of
from reportgen.diagnostics.text import headline, summary
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.finished.file_types import DOCX, PDF, TEXT, is_known
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.engine import Engine
from reportgen.pipeline.check import check_file
from reportgen.pipeline.dismissing import dismiss
from reportgen.pipeline.reviewing.copy import review_file
from reportgen.pipeline.reviewing.reviewed import Reviewed, Wanted
from reportgen.record import Struct, replace
from reportgen.review.sheet import Entry
from reportgen.world import read_bytes, shown

_MOST = 20
"""Findings that the screen shows; the copy has all of them."""


Reviewer = Callable[[Path, tuple[Path, ...], Engine, Wanted], Reviewed]


class Options(Struct, frozen=True):
    """What `review` was asked for."""

    places: Places
    dismiss: tuple[str, ...] = ()
    reason: str = ""
    html: bool = False
    """Whether the page to click through is wanted too."""
    roots: tuple[Path, ...] = ()
    everything: bool = False
    limits: Limits | None = None
    """None: those of the settings."""
    engine: Engine | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    """Codes: those of the settings alone, since a copy that hides some would be no copy for review."""


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
    refuse_clashes([path for path in files if not is_known(path)], options.places)
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
        made, notes, page = guarded(path, limits, partial(_make, options, path))
        notes = (*notes, *made.notes)
        done = _Done(path, made.report, sources_of(made.checked), notes=notes, entries=made.entries)
        if made.checked.cut:
            return replace(done, problem=cut_short(path, limits, made.checked.cut))
        written = write_outputs(_named(path, folder, made) | _beside(path, folder, page), [path])
    except ReportgenError as problem:
        return _Done(path, problem=problem)
    return replace(done, targets=written.targets, notes=(*notes, *written.notes))


def _make(options: Options, path: Path) -> tuple[Reviewed, tuple[str, ...], bytes]:
    """The copies, what was done besides, and the page to click through, which is empty where none is wanted or made."""
    refuse_unusable(path, finished=True)
    roots = roots_for(path, options.roots)
    notes = _dismissed(path, roots, options) if options.dismiss else ()
    wanted = settled(options, path).selection.tells
    if path.suffix.lower() == DOCX:
        from reportgen.cli.review_word import review_word

        made = review_word(path, roots, wanted)
    else:
        made = _reviewer_of(path)(path, roots, engine_for(path, options.engine), wanted)
    page, why = _page(path, made) if options.html else (b"", ())
    return made, (*notes, *why), page


def _page(path: Path, made: Reviewed) -> tuple[bytes, tuple[str, ...]]:
    """The page to click through, or why there is none."""
    from reportgen.pipeline.review_page import page_of_pdf, review_page  # few calls ask for it

    try:
        ties = [each for _title, each in made.ties]
        if made.built:
            return review_page(replace(made.built, report=made.report), ties, made.pages), ()
        return page_of_pdf(replace(made.checked, report=made.report), read_bytes(path), ties, made.pages), ()
    except UsageProblem as problem:
        return b"", (_("没有写核对页：{why}", why=problem),)


def _reviewer_of(path: Path) -> Reviewer:
    """By the kind of file. Raises UsageProblem for one that cannot hold notes."""
    if path.suffix.lower() == TEXT:
        raise UsageProblem(_("{path} 是纯文本，没有地方批注。能批的是内容文件、docx 和 PDF", path=shown(path)))
    if path.suffix.lower() == PDF:
        from reportgen.pipeline.reviewing.strangers import review_pdf

        return review_pdf
    return review_file


def _dismissed(path: Path, roots: tuple[Path, ...], options: Options) -> tuple[str, ...]:
    made = dismiss(path, check_file(path, roots), options.dismiss, options.reason)
    return (_("不改的 {count} 处已记在 {path}", count=len(made.noted), path=shown(made.path)),)


def _named(path: Path, folder: Path, made: Reviewed) -> dict[Path, bytes]:
    """回函-送审.pdf, 年度-自评表-送审.pdf for the further documents of a file; 来函-审核.pdf of what others wrote."""
    word = _("审核") if is_known(path) else _("送审")
    if made.kind != "pdf":  # somebody may have gone on with a former copy
        return {free_name(folder / path.name, word): made.copies[""]}
    names = {name: f"{path.stem}-{name}-{word}" if name else f"{path.stem}-{word}" for name in made.copies}
    return {folder / f"{names[name]}.pdf": content for name, content in made.copies.items()}


def _beside(path: Path, folder: Path, page: bytes) -> dict[Path, bytes]:
    return {folder / f"{path.stem}-{_('核对')}.html": page} if page else {}


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
        return row(shown(done.path), _("没有生成"), done.report, str(done.problem or ""))
    return row(shown(done.path), _("已生成"), done.report, shown(done.targets[0]))
