"""`verify`: PDFs for archives made again from what they carry, and what they say otherwise."""

from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.console import progress, show
from reportgen.cli.done import Done, exit_code, tell
from reportgen.cli.files import matching
from reportgen.cli.guard import guarded
from reportgen.cli.overview import Row, overview, row
from reportgen.cli.settled import limits_for, roots_for, use_fonts_of
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import summary
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.archive.reproduction import Reproduction, reproduce
from reportgen.pipeline.walk import inside
from reportgen.record import Struct
from reportgen.world import read_bytes, shown


class Options(Struct, frozen=True):
    """What `verify` was asked for."""

    roots: tuple[Path, ...] = ()
    everything: bool = False
    limits: Limits | None = None
    """None: those of the settings."""


class _Done(Done, frozen=True):
    """A PDF that was to be verified."""

    result: str = ""
    """What holds where nothing was found."""


def archives(words: tuple[str, ...]) -> list[Path]:
    """The PDFs that the words name, each once, in order: files, patterns, and folders with all their subfolders.

    Raises UsageProblem for a folder without any.
    """
    return list(dict.fromkeys(path for word in words for path in _named(word)))


def _named(word: str) -> list[Path]:
    path = Path(word)
    if not path.is_dir():
        return [path] if path.exists() else sorted(matching(word)) or [path]
    found = list(inside(path, _is_pdf, outputs=True))
    if not found:
        raise UsageProblem(_("文件夹 {path} 里没有 {kinds} 文件", path=shown(path), kinds=".pdf"))
    return found


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def verify_files(files: list[Path], options: Options) -> int:
    """Verify every PDF; the exit code is the heaviest of them."""
    use_fonts_of(files)
    codes = [0]
    rows = []
    for done in progress(in_order(partial(_verify, options), files, _lost), len(files)):
        codes.append(tell(done, options.everything, len(files) > 1, ending=partial(_ending, done)))
        rows.append(_row(done))
    for line in overview(rows) if len(rows) > 1 else ():
        show(line)
    return max(codes)


def _verify(options: Options, path: Path) -> _Done:
    """All but the telling, which may be done in another process; what is wrong with this file alone is returned."""
    try:
        made = guarded(path, limits_for(path, options.limits), partial(_reproduce, options, path))
    except ReportgenError as problem:
        return _Done(path, problem=problem)
    notes = (_("与生成时不同的：{words}", words=_("；").join(made.others)),) if made.others else ()
    return _Done(path, made.report, made.sources, notes=notes, result=_result(made))


def _reproduce(options: Options, path: Path) -> Reproduction:
    return reproduce(read_bytes(path), shown(path), roots_for(path, options.roots))


def _lost(path: Path, problem: ReportgenError) -> _Done:
    return _Done(path, problem=problem)


def _result(made: Reproduction) -> str:
    name = made.versions.content
    if not made.paged:
        return _("一致：每一段、每一格的字都与用里面的 {name} 重做的相同。版本不同，分页变了，页码没有比", name=name)
    if made.untouched:
        return _("一致：看得见的字与用里面的 {name} 重做的相同，文件自生成以后没有动过", name=name)
    return _("一致：看得见的字与用里面的 {name} 重做的相同。文件后来重新保存过", name=name)


def _ending(done: _Done, report: Report) -> str:
    if exit_code(report):
        return _("不一致：{words}", words=summary(report))
    return (
        _("{result}。样子或附件请看一看：{words}", result=done.result, words=summary(report)) if report else done.result
    )


def _row(done: _Done) -> Row:
    if done.problem:
        return row(shown(done.path), _("没有核对"), None, str(done.problem))
    return row(shown(done.path), _("不一致") if exit_code(done.report) else _("一致"), done.report)
