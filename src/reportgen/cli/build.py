"""`build`: the whole way over files, with progress, reports and exit codes."""

from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.check import Done, sources_of, tell
from reportgen.cli.console import complain, progress, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import write_outputs
from reportgen.cli.overview import Row, overview
from reportgen.cli.places import Places, refuse_clashes
from reportgen.cli.settled import engine_for, limits_for, roots_for, use_fonts_of
from reportgen.cli.stopped import told_when_stopped
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.edition import PUBLIC_WORD, Edition
from reportgen.model.engine import Engine
from reportgen.pipeline.build import FORMATS, Built, build_file
from reportgen.record import Struct, replace
from reportgen.world import own_fonts_folder, shown


class Options(Struct, frozen=True):
    """What `build` was asked for."""

    formats: str
    places: Places
    strict: bool
    roots: tuple[Path, ...]
    everything: bool
    limits: Limits | None = None
    """None: those of the settings."""
    engine: Engine | None = None
    """What sets the pages of PDFs; None: what the settings say."""
    archive: bool = False
    """Whether PDFs carry what they were made from."""
    edition: Edition = Edition.INTERNAL


def build_files(files: list[Path], options: Options) -> int:
    """Build every file; the exit code is the heaviest of them."""
    wanted = _formats(options.formats)
    if options.archive and "pdf" not in wanted:
        raise UsageProblem(_("--archive 是把内容文件附在 PDF 里，--format 里要有 pdf"))
    if options.archive and options.edition is Edition.PUBLIC:
        raise UsageProblem(_("--archive 的 PDF 里附着内容文件，隐去的都在里面，不能和 --edition public 一起用"))
    refuse_clashes(files, options.places)
    use_fonts_of(files)
    codes = [0]
    rows: list[Row] = []
    with told_when_stopped(lambda: _stopped(len(rows), len(files))):
        for done in progress(in_order(partial(_build, wanted, options), files, _lost), len(files)):
            rows.append(_row(done))
            codes.append(_told(done, options, len(files) > 1))
    for line in overview(rows) if len(rows) > 1 else ():
        show(line)
    _tell_fonts(wanted)
    return max(codes)


def _told(done: "_Done", options: Options, several: bool) -> int:
    """Say what became of a file; its exit code."""
    code = tell(done, options.everything, several)
    for line in done.masked:
        show(line)
    if done.targets:
        show(_("已生成：{names}", names="  ".join(shown(target) for target in done.targets)))
    elif done.problem is None:
        complain(_("没有生成 {name}：请先改正上面的问题，原来的文件没有动。", name=shown(done.path.stem)))
        code = max(code, 2)
    return code


def _stopped(done: int, count: int) -> str:
    if done == count:
        return ""
    if count == 1:
        return _("已中止，没有做完，请再生成一次。")
    return _("已中止：共 {count} 个文件，做完 {done} 个，其余的没有做完，请再生成一次。", count=count, done=done)


def _tell_fonts(wanted: list[str]) -> None:
    """Whoever has fonts of his own is told which of them the PDF shows."""
    folder = own_fonts_folder()
    if folder and "pdf" in wanted:
        from reportgen.cli.fonts import fonts_line  # it brings a library that others do not need

        show(fonts_line(folder))


class _Done(Done, frozen=True):
    """A file that was to be built: there are no outputs when it is refused."""

    targets: tuple[Path, ...] = ()
    masked: tuple[str, ...] = ()
    """Of a public edition: what is told of that which was masked."""


def _row(done: _Done) -> Row:
    if not done.targets:
        return Row(shown(done.path), _("没有生成"), done.report, str(done.problem or ""))
    count, first = len(done.targets), shown(done.targets[0])
    where = _("{path} 等 {count} 个", path=first, count=count) if count > 1 else first
    return Row(shown(done.path), _("已生成"), done.report, where)


def _lost(path: Path, problem: ReportgenError) -> _Done:
    return _Done(path, problem=problem)


def _build(wanted: list[str], options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process.

    What is wrong with this file alone is returned, and does not stop the others: it cannot be read, or its outputs
    cannot be written.
    """
    try:
        folder = options.places.folder(path)
        built = guarded(path, limits_for(path, options.limits), partial(_make, wanted, options, path))
    except ReportgenError as problem:
        return _Done(path, problem=problem)
    done = _Done(path, built.report, sources_of(built.checked))
    if built.checked.cut:
        return replace(done, problem=cut_short(path, limits_for(path, options.limits), built.checked.cut))
    targets = _targets(folder, path, built)
    try:
        written = write_outputs(targets, [path])
    except ReportgenError as problem:
        return replace(done, problem=problem)
    return replace(done, targets=written.targets, notes=written.notes, masked=_masked(built))


def _targets(folder: Path, path: Path, built: Built) -> dict[Path, bytes]:
    """The outputs by their files; a public edition is named so, and what is masked in it stands beside it."""
    stem = f"{path.stem}-{PUBLIC_WORD}" if built.published else path.stem
    targets = {folder / f"{stem}.{kind}": content for kind, content in built.outputs.items()}
    for name, outputs in built.beside.items():
        targets |= {folder / f"{stem}-{name}.{kind}": content for kind, content in outputs.items()}
    if built.published and targets:
        from reportgen.cli.masked import list_name, list_of_masked

        targets[folder / list_name(path)] = list_of_masked(built.published)
    return targets


def _masked(built: Built) -> tuple[str, ...]:
    if built.published is None or not built.outputs:
        return ()
    from reportgen.cli.masked import told

    return tuple(told(built.published))


def _make(wanted: list[str], options: Options, path: Path) -> Built:
    refuse_unusable(path)
    roots, engine = roots_for(path, options.roots), engine_for(path, options.engine)
    return build_file(path, roots, wanted, options.strict, engine, options.archive, options.edition)


def _formats(words: str) -> list[str]:
    wanted = [word.strip().lower() for word in words.replace("，", ",").split(",") if word.strip()]
    for word in wanted:
        if word not in FORMATS:
            raise UsageProblem(_("没有「{word}」这种格式，可以写：{formats}", word=word, formats=_("、").join(FORMATS)))
    if not wanted:
        raise UsageProblem(_("--format 后面要写格式，如 docx,pdf"))
    return wanted
