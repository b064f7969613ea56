"""`roll`: next year's content file beside this year's, and how it is told."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.console import complain, complain_of, paint, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.outputs import refuse_report
from reportgen.cli.settled import limits_for, roots_for
from reportgen.cli.unified import unified_diff
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.pipeline.rolling import NextYear, head_of, printed_report, roll_file
from reportgen.record import Struct
from reportgen.roll.report import MOST, told
from reportgen.source.encoding import decoded
from reportgen.world import read_bytes, refuse_names, resolved, shown, write_files

_FORMATS = (".docx", ".html")


class Options(Struct, frozen=True):
    """What `roll` was asked for."""

    year: int | None = None
    output: Path | None = None
    force: bool = False
    dry_run: bool = False
    report: Path | None = None
    roots: tuple[Path, ...] = ()
    everything: bool = False


def roll_files(files: list[Path], options: Options) -> int:
    """Roll every file; the exit code is the heaviest of them."""
    if len(files) > 1 and (options.output or options.report):
        raise UsageProblem(_("-o 和 --report 一次只能用于一个文件"))
    if options.report and options.report.suffix.lower() not in _FORMATS:
        raise UsageProblem(_("--report 写成 {formats} 结尾的文件名", formats=_("、").join(_FORMATS)))
    return max([0, *(_rolled(path, options) for path in files)])


def _rolled(path: Path, options: Options) -> int:
    try:
        refuse_unusable(path)
        made = guarded(
            path, limits_for(path, None), partial(roll_file, path, roots_for(path, options.roots), options.year)
        )
        target = options.output or made.path
        if options.dry_run:
            for line in unified_diff(made.former, made.rolled.text, shown(path), shown(target)):
                show(line)
        else:
            _write(path, target, made, options)
    except ReportgenError as problem:
        return complain_of(problem)
    for line in _told(made, target, options):
        show(line)
    return 0


def _write(path: Path, target: Path, made: NextYear, options: Options) -> None:
    """The file, and its report; both or none."""
    refuse_names([target])
    if resolved(target) == resolved(path):
        raise UsageProblem(_("{path} 是要转的文件自己，请用 -o 另起一个名字", path=shown(target)))
    if not options.force:
        _refuse_second(target, made)
    outputs = {target: made.content}
    if options.report:
        refuse_report(options.report, [path, target])
        outputs[options.report] = printed_report(made, options.report.suffix.lower())
    write_files(outputs)


def _refuse_second(target: Path, made: NextYear) -> None:
    """A file of that name is somebody's work by now, and so is another one of the unit and the year beside it."""
    if target.exists():
        words = {"path": shown(target)}
        raise UsageProblem(_("{path} 已经有了，没有动它。要从上年重新来过，加 --force（里面已经填的会丢掉）", **words))
    own = head_of(made.rolled.text)
    for other in sorted(target.parent.glob("*.y*ml")):
        found = decoded(read_bytes(other))
        if found and head_of(found.text) == own:
            words = {"other": shown(other), "year": str(made.year)}
            raise UsageProblem(_("同一个单位 {year} 年的文件已经有了：{other}。确要再做一份，加 --force", **words))


def _told(made: NextYear, target: Path, options: Options) -> Iterator[str]:
    words: dict[str, object] = {"path": shown(target), "year": made.year}
    yield _("会写出 {path}（{year} 年）", **words) if options.dry_run else _("已写出 {path}（{year} 年）", **words)
    most = None if options.everything else MOST
    for kind in told(made.rolled.changes):
        yield ""
        yield paint(kind.head, "cyan")
        yield from (f"  {line}" for line in kind.lines[:most])
        if most and len(kind.lines) > most:
            yield _("  另有 {count} 行（--all 全部列出）", count=len(kind.lines) - most)
    holes, waiting = made.waiting
    yield ""
    yield _(
        "待填 {holes} 处，待确认 {waiting} 处。下一步：填好以后运行 reportgen check {path}",
        **words,
        holes=holes,
        waiting=waiting,
    )
    if options.report and not options.dry_run:
        complain(_("已写出 {path}", path=shown(options.report)))
